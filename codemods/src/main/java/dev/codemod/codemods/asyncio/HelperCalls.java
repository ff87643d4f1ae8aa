package dev.codemod.codemods.asyncio;

import dev.codemod.codemod.FileContext;
import dev.codemod.project.Use;
import dev.codemod.tree.Attribute;
import dev.codemod.tree.Call;
import java.util.HashMap;
import java.util.Map;

/** The calls of one file that run a blocking helper function of the project. */
final class HelperCalls {
    static final HelperCalls NONE = new HelperCalls(Map.of());

    /**
     * By the start of the called expression and its last attribute, empty for a name: {@code a().b()} has two calls that
     * start together.
     */
    private final Map<String, Helper> byPlace;

    private HelperCalls(Map<String, Helper> byPlace) {
        this.byPlace = byPlace;
    }

    static HelperCalls of(FileContext file, AwaitFacts facts) {
        Map<String, Helper> helpers = facts.helpersCalledIn(file.path());
        if (helpers.isEmpty()) {
            return NONE;
        }
        Map<String, Helper> byPlace = new HashMap<>();
        Map<Integer, Use> innermost = new HashMap<>();
        for (Use use : file.moduleFacts().uses()) {
            if (use.form().isCall()) {
                innermost.merge(
                        use.offset(),
                        use,
                        (a, b) -> a.name().length() <= b.name().length() ? a : b);
                Helper helper = helpers.get(use.name());
                if (helper != null) {
                    String last = use.name().substring(use.name().lastIndexOf('.') + 1);
                    byPlace.put(use.offset() + ":" + last, helper);
                }
            }
        }
        innermost.forEach((offset, use) -> {
            if (helpers.containsKey(use.name())) {
                byPlace.put(offset + ":", helpers.get(use.name()));
            }
        });
        return new HelperCalls(byPlace);
    }

    /** Returns the helper that a call runs, or null. */
    Helper of(Call call) {
        if (byPlace.isEmpty()) {
            return null;
        }
        String last = call.func() instanceof Attribute method ? method.attr().sourceText() : "";
        return byPlace.get(call.func().startOffset() + ":" + last);
    }
}
