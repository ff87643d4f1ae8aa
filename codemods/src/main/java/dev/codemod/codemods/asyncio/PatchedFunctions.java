package dev.codemod.codemods.asyncio;

import dev.codemod.semantics.Semantics;
import dev.codemod.tree.Argument;
import dev.codemod.tree.Attribute;
import dev.codemod.tree.Call;
import dev.codemod.tree.Expression;
import dev.codemod.tree.Module;
import dev.codemod.tree.Name;
import dev.codemod.tree.StringConstant;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells whether a file replaces {@code sleep} by something else, as tests do.
 *
 * <p>Only the sleep matters: a patched {@code requests.get} stays patched when a thread calls it.
 */
final class PatchedFunctions {
    private static final Set<String> PATCHERS = Set.of("patch", "object", "setattr", "multiple", "spy");
    private static final Pattern SLEEP = Pattern.compile("(?:.*\\.)?sleep|.*\\.time|time|asyncio");
    private static final Pattern TIME_SLEEP = Pattern.compile("(?:.*\\.)?time\\.sleep");

    private PatchedFunctions() {}

    static boolean hasSleep(Module module, Semantics semantics) {
        for (StringConstant string : module.findAll(StringConstant.class)) {
            if (TIME_SLEEP.matcher(content(string)).matches()) {
                return true;
            }
        }
        for (Call call : module.findAll(Call.class)) {
            if (PATCHERS.contains(lastName(call.func()))) {
                for (Argument argument : call.arguments()) {
                    if (argument instanceof StringConstant string
                            && SLEEP.matcher(content(string)).matches()) {
                        return true;
                    }
                }
            }
        }
        return semantics.attributeTargets().stream()
                .anyMatch(target -> target.attr().is("sleep") && target.value().is("asyncio"));
    }

    private static String lastName(Expression function) {
        if (function instanceof Attribute attribute) {
            return attribute.attr().sourceText();
        }
        return function instanceof Name ? function.sourceText() : "";
    }

    /** Returns what stands between the quotes; good enough for dotted names. */
    private static String content(StringConstant string) {
        String text = string.sourceText();
        int start = 0;
        while (start < text.length() && text.charAt(start) != '"' && text.charAt(start) != '\'') {
            start++;
        }
        int end = text.length();
        while (end > start && (text.charAt(end - 1) == '"' || text.charAt(end - 1) == '\'')) {
            end--;
        }
        while (start < end && (text.charAt(start) == '"' || text.charAt(start) == '\'')) {
            start++;
        }
        return text.substring(start, end);
    }
}
