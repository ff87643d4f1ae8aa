package dev.codemod.codemods.asyncio;

import dev.codemod.tree.Attribute;
import dev.codemod.tree.Call;
import dev.codemod.tree.Expression;
import dev.codemod.tree.Name;
import dev.codemod.tree.WithItem;
import java.util.Set;

/** Context managers that change the state of the whole process for as long as their block runs. */
final class ProcessState {
    private static final Set<String> CHANGERS = Set.of(
            "redirect_stdout", "redirect_stderr", "chdir", "catch_warnings", "patch", "monkeypatch", "freeze_time");

    private ProcessState() {}

    static boolean isChangedBy(WithItem item) {
        if (!(item.context() instanceof Call call)) {
            return false;
        }
        Expression function = call.func();
        while (function instanceof Attribute attribute) {
            if (CHANGERS.contains(attribute.attr().sourceText())) {
                return true;
            }
            function = attribute.value();
        }
        return function instanceof Name && CHANGERS.contains(function.sourceText());
    }
}
