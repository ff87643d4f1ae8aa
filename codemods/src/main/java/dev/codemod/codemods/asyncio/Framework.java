package dev.codemod.codemods.asyncio;

import dev.codemod.tree.Alias;
import dev.codemod.tree.Import;
import dev.codemod.tree.ImportFrom;
import dev.codemod.tree.Module;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** The library whose event loop runs the code of a file. */
enum Framework {
    ASYNCIO("to_thread"),
    ANYIO("to_thread.run_sync"),
    TRIO("to_thread.run_sync");

    /** Libraries with event loops that none of the above can stand in for. */
    private static final Set<String> FOREIGN = Set.of("curio", "twisted", "gevent", "eventlet");

    private final String toThread;

    Framework(String toThread) {
        this.toThread = toThread;
    }

    /** Returns the name, in the framework's module, of what takes the place of a blocking call. */
    String member(BlockingCall.Replacement replacement) {
        return replacement == BlockingCall.Replacement.SLEEP ? "sleep" : toThread;
    }

    /**
     * Returns whether the thread function hands keyword arguments on; {@code run_sync} of anyio and trio takes keyword
     * arguments of its own.
     */
    boolean passesKeywords() {
        return this == ASYNCIO;
    }

    /** Returns the module that must be imported. */
    String module() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Finds the framework from the imports of a file: anyio runs on both others and so wins; asyncio is the default.
     *
     * @return the framework, or null if the imports contradict each other or name a library that is not known here
     */
    static Framework detect(Module module) {
        Set<String> imported = importedPackages(module);
        if (imported.stream().anyMatch(FOREIGN::contains)) {
            return null;
        }
        EnumSet<Framework> found = EnumSet.noneOf(Framework.class);
        for (Framework framework : values()) {
            if (imported.contains(framework.module())) {
                found.add(framework);
            }
        }
        if (found.contains(ANYIO)) {
            return ANYIO;
        }
        return found.size() > 1
                ? null
                : found.isEmpty() ? ASYNCIO : found.iterator().next();
    }

    private static Set<String> importedPackages(Module module) {
        Set<String> names = new HashSet<>();
        for (Import statement : module.findAll(Import.class)) {
            for (Alias alias : statement.names()) {
                names.add(alias.name().names().first().sourceText());
            }
        }
        for (ImportFrom statement : module.findAll(ImportFrom.class)) {
            if (statement.level() == 0 && statement.module() != null) {
                names.add(statement.module().names().first().sourceText());
            }
        }
        return names;
    }
}
