package dev.codemod.codemods.sql;

import dev.codemod.semantics.Semantics;
import dev.codemod.tree.Argument;
import dev.codemod.tree.Attribute;
import dev.codemod.tree.Call;
import dev.codemod.tree.Expression;
import dev.codemod.tree.ListDisplay;
import dev.codemod.tree.NodeList;
import dev.codemod.tree.Path;
import dev.codemod.tree.Starred;
import dev.codemod.tree.StringConstant;
import dev.codemod.tree.Tuple;
import java.util.List;
import java.util.Set;

/** The calls that give text made of other text: {@code format}, {@code join}, {@code string.Template}, {@code strip}. */
final class TextCalls {
    private static final Set<String> STRIPPING = Set.of("strip", "lstrip", "rstrip");
    private static final Set<String> INDENTING = Set.of("textwrap.dedent", "inspect.cleandoc");

    private final Semantics semantics;

    TextCalls(Semantics semantics) {
        this.semantics = semantics;
    }

    /** Returns what a method of a given name is called on, or null if the expression is no such call. */
    private static Expression receiver(Expression expression, Set<String> names) {
        return expression instanceof Call call
                        && call.func() instanceof Attribute method
                        && names.contains(method.attr().sourceText())
                ? method.value()
                : null;
    }

    /** Returns what {@code format} is called on, or null if the expression is no such call. */
    static Expression formatted(Expression expression) {
        return receiver(expression, Set.of("format"));
    }

    /** Returns the text of {@code string.Template(text).substitute(...)}, or null if the expression is no such call. */
    Expression template(Expression expression) {
        Expression template = receiver(expression, Set.of("substitute", "safe_substitute"));
        return template instanceof Call call
                        && "string.Template".equals(semantics.qualifiedName(call.func()))
                        && call.arguments().size() == 1
                        && call.arguments().get(0) instanceof Expression text
                        && !(text instanceof Starred)
                ? text
                : null;
    }

    /** Returns the elements that a literal joins, a list or tuple that is written out; or null. */
    static NodeList<Expression> joined(Expression expression) {
        if (!(receiver(expression, Set.of("join")) instanceof StringConstant)
                || ((Call) expression).arguments().size() != 1) {
            return null;
        }
        Argument argument = ((Call) expression).arguments().get(0);
        NodeList<Expression> elements = argument instanceof ListDisplay list
                ? list.elements()
                : argument instanceof Tuple tuple ? tuple.elements() : null;
        boolean isWritten = elements != null
                && !elements.isEmpty()
                && elements.stream().noneMatch(element -> element instanceof Starred);
        return isWritten ? elements : null;
    }

    /** Returns a call of {@code join} with other elements. */
    static Expression withJoined(Call join, List<Expression> elements) {
        Argument argument = join.arguments().get(0);
        Argument changed = argument instanceof ListDisplay list
                ? list.withElements(NodeList.copyOf(elements))
                : ((Tuple) argument).withElements(NodeList.copyOf(elements));
        return join.withArguments(join.arguments().with(0, changed));
    }

    /** Returns the text that a call passes on but for white space at its ends or its lines' starts, or null. */
    Expression trimmed(Expression expression) {
        if (!(expression instanceof Call call)) {
            return null;
        }
        Expression stripped = receiver(call, STRIPPING);
        if (stripped != null) {
            return call.arguments().isEmpty() ? stripped : null;
        }
        return isIndenting(call)
                        && call.arguments().size() == 1
                        && call.arguments().get(0) instanceof Expression text
                        && !(text instanceof Starred)
                ? text
                : null;
    }

    /** Returns whether a call changes the white space at the starts of lines, in values that have lines as well. */
    private boolean isIndenting(Call call) {
        String name = semantics.qualifiedName(call.func());
        return name != null && INDENTING.contains(name);
    }

    /** Returns whether the values of a literal go through a call that changes the white space inside of them. */
    boolean isTrimmedInside(Piece piece) {
        Path path = semantics.path(piece.operation() == null ? piece.node() : piece.operation());
        for (int i = 1; path.ancestor(i) instanceof Expression around; i++) {
            if (around instanceof Call call && isIndenting(call)) {
                return true;
            }
        }
        return false;
    }

    /** Returns a call that {@link #trimmed} recognises, with other text. */
    static Expression withTrimmed(Call call, Expression text) {
        return call.arguments().isEmpty()
                ? call.withFunc(((Attribute) call.func()).withValue(text))
                : call.withArguments(call.arguments().with(0, text));
    }
}
