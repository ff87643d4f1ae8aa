package dev.codemod.codemods.asyncio;

import dev.codemod.codemod.FileContext;
import dev.codemod.project.Use;
import dev.codemod.tree.Attribute;
import dev.codemod.tree.Call;
import java.util.HashMap;
import java.util.Map;

/** The calls of one file that run certain functions of the project. */
final class CallPlaces<T> {
    /**
     * By the start of the called expression and its last attribute, empty for a name: {@code a().b()} has two calls that
     * start together.
     */
    private final Map<String, Place<T>> byPlace = new HashMap<>();

    /**
     * A call.
     *
     * @param value what belongs to the function
     * @param by the name in the file of the definition whose code makes the call; empty for the module
     */
    record Place<T>(T value, String by) {}

    private CallPlaces() {}

    static <T> CallPlaces<T> none() {
        return new CallPlaces<>();
    }

    /**
     * Finds the calls.
     *
     * @param wanted what belongs to each function, by the name under which the file calls it
     */
    static <T> CallPlaces<T> of(FileContext file, Map<String, T> wanted) {
        CallPlaces<T> places = new CallPlaces<>();
        if (wanted.isEmpty()) {
            return places;
        }
        Map<Integer, Use> innermost = new HashMap<>();
        for (Use use : file.moduleFacts().uses()) {
            if (use.form().isCall()) {
                innermost.merge(
                        use.offset(),
                        use,
                        (a, b) -> a.name().length() <= b.name().length() ? a : b);
                places.put(use, use.name().substring(use.name().lastIndexOf('.') + 1), wanted);
            }
        }
        innermost.values().forEach(use -> places.put(use, "", wanted));
        return places;
    }

    private void put(Use use, String last, Map<String, T> wanted) {
        T value = wanted.get(use.name());
        if (value != null) {
            byPlace.put(use.offset() + ":" + last, new Place<>(value, use.by()));
        }
    }

    boolean isEmpty() {
        return byPlace.isEmpty();
    }

    /** Returns what is known of a call, or null if it runs none of the functions. */
    Place<T> of(Call call) {
        if (byPlace.isEmpty()) {
            return null;
        }
        if (call.func().is("super")) {
            return null;
        }
        String last = call.func() instanceof Attribute method ? method.attr().sourceText() : "";
        return byPlace.get(call.func().startOffset() + ":" + last);
    }
}
