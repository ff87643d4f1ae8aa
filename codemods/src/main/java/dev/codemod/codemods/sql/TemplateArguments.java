package dev.codemod.codemods.sql;

import dev.codemod.tree.Argument;
import dev.codemod.tree.Attribute;
import dev.codemod.tree.Call;
import dev.codemod.tree.DictDisplay;
import dev.codemod.tree.DictItem;
import dev.codemod.tree.Expression;
import dev.codemod.tree.KeyValue;
import dev.codemod.tree.Keyword;
import dev.codemod.tree.NodeList;
import dev.codemod.tree.StringConstant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** The arguments of {@code string.Template.substitute} and which of them a placeholder takes. */
final class TemplateArguments {
    private final Call call;

    TemplateArguments(Call call) {
        this.call = call;
        for (Argument argument : call.arguments()) {
            boolean isWritten = argument instanceof Keyword keyword
                    ? !keyword.isDoubleStar()
                    : argument instanceof DictDisplay dict
                            && dict.items().stream().allMatch(this::hasWrittenKey);
            if (!isWritten) {
                throw problem("the values come from a mapping that is not written out; name them in the call");
            }
        }
    }

    private boolean hasWrittenKey(DictItem item) {
        return item instanceof KeyValue pair && pair.key() instanceof StringConstant;
    }

    /** Returns the value of a placeholder, or null if {@code safe_substitute} leaves it as it is. */
    Value value(TemplateField field) {
        Expression found = null;
        for (Argument argument : call.arguments()) {
            // Keywords come after the mapping and win over it.
            if (argument instanceof Keyword keyword) {
                found = keyword.name().is(field.name()) ? keyword.value() : found;
            } else {
                for (DictItem item : ((DictDisplay) argument).items()) {
                    KeyValue pair = (KeyValue) item;
                    found = field.name().equals(Constants.text(pair.key())) ? pair.value() : found;
                }
            }
        }
        if (found != null) {
            return new Value(Value.Kind.TEMPLATE, found, '\0', "", found, false);
        }
        if (((Attribute) call.func()).attr().is("substitute")) {
            throw problem("a placeholder of the template has no value that is written out");
        }
        return null;
    }

    /** Returns the call with those of its values that a test takes, changed. */
    static Call filtered(Call call, Predicate<Expression> isTaken, UnaryOperator<Expression> change) {
        List<Argument> arguments = new ArrayList<>();
        for (Argument argument : call.arguments()) {
            if (argument instanceof Keyword keyword) {
                if (isTaken.test(keyword.value())) {
                    arguments.add(keyword.withValue(change.apply(keyword.value())));
                }
                continue;
            }
            List<DictItem> items = new ArrayList<>();
            for (DictItem item : ((DictDisplay) argument).items()) {
                KeyValue pair = (KeyValue) item;
                if (isTaken.test(pair.value())) {
                    items.add(pair.withValue(change.apply(pair.value())));
                }
            }
            if (!items.isEmpty()) {
                arguments.add(((DictDisplay) argument).withItems(NodeList.copyOf(items)));
            }
        }
        return call.withArguments(NodeList.copyOf(arguments));
    }

    private CompositionProblem problem(String message) {
        return new CompositionProblem(call, "template-arguments", message);
    }
}
