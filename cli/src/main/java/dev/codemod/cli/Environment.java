package dev.codemod.cli;

import dev.codemod.codemod.Codemod;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * What a command sees of the world.
 *
 * @param workingDirectory absolute path against which relative ones are resolved
 * @param catalogue the codemods that are applied unless the user names others; asked only by commands that need them,
 *     since making them takes a while
 * @param recipes the codemods that are applied only when they are named
 */
record Environment(
        Console console, Path workingDirectory, Supplier<List<Codemod>> catalogue, Supplier<List<Codemod>> recipes) {
    Environment(Console console, Path workingDirectory, Supplier<List<Codemod>> catalogue) {
        this(console, workingDirectory, catalogue, List::of);
    }

    /** Returns this environment with more recipes. All codemods are made once. */
    Environment withRecipes(List<Codemod> more) {
        Supplier<List<Codemod>> all = () -> {
            List<Codemod> list = new ArrayList<>(recipes.get());
            list.addAll(more);
            return list;
        };
        return new Environment(console, workingDirectory, new Once<>(catalogue), new Once<>(all));
    }

    /** Asks another supplier once; for several threads. */
    private static final class Once<T> implements Supplier<T> {
        private final Supplier<T> other;
        private T value;

        Once(Supplier<T> other) {
            this.other = other;
        }

        @Override
        public synchronized T get() {
            if (value == null) {
                value = other.get();
            }
            return value;
        }
    }
}
