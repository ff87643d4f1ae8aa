package dev.codemod.codemods.sql;

import dev.codemod.tree.Argument;
import dev.codemod.tree.Call;
import dev.codemod.tree.Expression;
import dev.codemod.tree.Keyword;
import dev.codemod.tree.Starred;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The arguments of a call of {@code format} and which of them a field takes. */
final class FormatArguments {
    private static final Pattern STEP = Pattern.compile("\\.([A-Za-z_][A-Za-z_0-9]*)|\\[([^\\[\\]\"'\\\\]+)\\]");

    private final Call call;
    private final Code code;
    private int next;

    FormatArguments(Call call, Code code) {
        this.call = call;
        this.code = code;
    }

    /** Returns the value of the next field. */
    Value value(FormatField field) {
        Expression argument = argument(field);
        return new Value(
                Value.Kind.FORMAT, follow(argument, field.path()), field.conversion(), field.spec(), argument, false);
    }

    private Expression argument(FormatField field) {
        if (field.isIndexed() || field.name().isEmpty()) {
            return positional(field.isIndexed() ? Integer.parseInt(field.name()) : next++);
        }
        for (Argument argument : call.arguments()) {
            if (argument instanceof Keyword keyword
                    && keyword.name() != null
                    && keyword.name().is(field.name())) {
                return keyword.value();
            }
        }
        throw problem("the values come from a mapping that is not written out; name them in the call");
    }

    private Expression positional(int index) {
        int position = 0;
        for (Argument argument : call.arguments()) {
            if (argument instanceof Starred) {
                break;
            }
            if (!(argument instanceof Keyword) && position++ == index) {
                return (Expression) argument;
            }
        }
        throw problem("a field has no argument that is written out");
    }

    /** Returns what {@code {0.name}} and {@code {0[key]}} take from the argument. */
    private Expression follow(Expression argument, String path) {
        Expression value = argument;
        Matcher step = STEP.matcher(path);
        int position = 0;
        while (step.find() && step.start() == position) {
            position = step.end();
            if (step.group(1) != null) {
                value = code.attribute(value, step.group(1));
            } else if (step.group(2).chars().allMatch(Character::isDigit)) {
                value = code.index(value, step.group(2));
            } else {
                value = code.subscript(value, step.group(2));
            }
        }
        if (position != path.length()) {
            throw problem("a field takes a part of its argument in a way that cannot be followed");
        }
        return value;
    }

    private CompositionProblem problem(String message) {
        return new CompositionProblem(call, "format-arguments", message);
    }
}
