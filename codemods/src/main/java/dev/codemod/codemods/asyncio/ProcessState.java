package dev.codemod.codemods.asyncio;

import dev.codemod.tree.Attribute;
import dev.codemod.tree.Call;
import dev.codemod.tree.Decorator;
import dev.codemod.tree.Expression;
import dev.codemod.tree.FunctionDef;
import dev.codemod.tree.Name;
import dev.codemod.tree.WithItem;
import java.util.Set;

/** Context managers that change the state of the whole process for as long as their block runs. */
final class ProcessState {
    private static final Set<String> CHANGERS = Set.of(
            "redirect_stdout",
            "redirect_stderr",
            "chdir",
            "catch_warnings",
            "patch",
            "monkeypatch",
            "freeze_time",
            "travel");

    private static final String FROZEN = "freeze_time";

    private ProcessState() {}

    static boolean isChangedBy(WithItem item) {
        return item.context() instanceof Call call && isChanger(call.func());
    }

    /** Returns the decorator that sets the clock for as long as a function runs, or null. */
    static Decorator clockOf(FunctionDef function) {
        for (Decorator decorator : function.decorators()) {
            String text = decorator.expression().sourceText();
            if (text.contains(FROZEN) || text.contains("time_machine")) {
                return decorator;
            }
        }
        return null;
    }

    /** Returns whether the clock stands still, that of the event loop too: a sleep would never end. */
    static boolean isFrozen(Surroundings around) {
        for (Surroundings s = around; s != null; s = s.outer()) {
            if (s.kind() == Surroundings.Kind.PROCESS_STATE && s.name().contains(FROZEN)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isChanger(Expression called) {
        Expression function = called;
        while (function instanceof Attribute attribute) {
            if (CHANGERS.contains(attribute.attr().sourceText())) {
                return true;
            }
            function = attribute.value();
        }
        return function instanceof Name && CHANGERS.contains(function.sourceText());
    }
}
