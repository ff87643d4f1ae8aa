package dev.codemod.codemods.asyncio;

import dev.codemod.codemod.FileContext;
import dev.codemod.semantics.Semantics;
import dev.codemod.tree.Argument;
import dev.codemod.tree.Attribute;
import dev.codemod.tree.Call;
import dev.codemod.tree.Expression;
import dev.codemod.tree.Import;
import dev.codemod.tree.ImportFrom;
import dev.codemod.tree.Module;
import dev.codemod.tree.Name;
import dev.codemod.tree.StringConstant;
import java.util.ArrayList;
import java.util.List;
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

    /** Returns the sleep functions that a file replaces. */
    static List<PatchFact> in(FileContext file) {
        List<PatchFact> patches = new ArrayList<>();
        List<String> imports = null;
        for (Call call : file.module().findAll(Call.class)) {
            String target = PATCHERS.contains(lastName(call.func())) ? target(call, file.semantics()) : null;
            if (target != null && target.endsWith(".sleep")) {
                imports = imports == null ? importsOf(file.module()) : imports;
                patches.add(new PatchFact(target, file.path(), call.line(), imports));
            }
        }
        return patches;
    }

    /** Returns what {@code patch("a.b")}, {@code patch.object(a, "b")} or {@code setattr(a, "b", ...)} replaces. */
    private static String target(Call call, Semantics semantics) {
        if (call.arguments().isEmpty()) {
            return null;
        }
        if (call.arguments().first() instanceof StringConstant whole) {
            return content(whole);
        }
        boolean isPair = call.arguments().size() > 1
                && call.arguments().first() instanceof Expression
                && call.arguments().get(1) instanceof StringConstant;
        if (!isPair) {
            return null;
        }
        String owner = semantics.qualifiedName((Expression) call.arguments().first());
        return owner == null
                ? null
                : owner + "." + content((StringConstant) call.arguments().get(1));
    }

    private static List<String> importsOf(Module module) {
        List<String> names = new ArrayList<>();
        for (Import statement : module.findAll(Import.class)) {
            statement.names().forEach(alias -> names.add(alias.name().sourceText()));
        }
        for (ImportFrom statement : module.findAll(ImportFrom.class)) {
            if (statement.module() != null) {
                String from = statement.module().sourceText();
                names.add(from);
                statement
                        .names()
                        .forEach(alias -> names.add(from + "." + alias.name().sourceText()));
            } else {
                statement.names().forEach(alias -> names.add(alias.name().sourceText()));
            }
        }
        return names;
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
