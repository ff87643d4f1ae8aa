package dev.codemod.codemods.sql;

import dev.codemod.semantics.Definition;
import dev.codemod.semantics.Semantics;
import dev.codemod.tree.Argument;
import dev.codemod.tree.Attribute;
import dev.codemod.tree.Call;
import dev.codemod.tree.Expression;
import dev.codemod.tree.Name;
import dev.codemod.tree.NodeList;
import dev.codemod.tree.StringConstant;
import java.util.Set;

/**
 * Recognises values whose quotes are escaped by hand, which a bound value must not be: it would be stored with its
 * escapes.
 */
final class HandEscaping {
    private static final Set<String> ESCAPING =
            Set.of("escape_string", "mysql_escape_string", "real_escape_string", "sql_escape", "escape_quotes");
    private static final Set<String> QUOTING = Set.of("escape", "literal", "QuotedString", "adapt", "quote_literal");

    private final Semantics semantics;

    HandEscaping(Semantics semantics) {
        this.semantics = semantics;
    }

    /** Returns what {@code x.replace("'", "''")} and the like escape, or null if an expression does no such thing. */
    static Expression escaped(Expression expression) {
        if (!(expression instanceof Call call)) {
            return null;
        }
        if (call.func() instanceof Attribute method && method.attr().is("replace")) {
            return isQuoteReplacement(call.arguments()) ? withoutDoubling(method.value()) : null;
        }
        return isNamed(call, ESCAPING) ? onlyArgument(call) : null;
    }

    /** Returns what a doubling of backslashes is applied to, as it comes before that of the quotes; or the expression. */
    private static Expression withoutDoubling(Expression expression) {
        return doublesBackslashes(expression) ? ((Attribute) ((Call) expression).func()).value() : expression;
    }

    /** Returns whether an expression doubles the backslashes of text. */
    static boolean doublesBackslashes(Expression expression) {
        return expression instanceof Call call
                && call.func() instanceof Attribute method
                && method.attr().is("replace")
                && call.arguments().size() == 2
                && call.arguments().get(0) instanceof StringConstant from
                && call.arguments().get(1) instanceof StringConstant to
                && text(from).equals("\\")
                && text(to).equals("\\\\");
    }

    /** Returns what {@code conn.literal(x)} and the like put between quotes, or null. */
    static Expression quoted(Expression expression) {
        return expression instanceof Call call && isNamed(call, QUOTING) ? onlyArgument(call) : null;
    }

    private static boolean isNamed(Call call, Set<String> names) {
        if (call.func() instanceof Attribute method) {
            return names.contains(method.attr().sourceText());
        }
        return call.func() instanceof Name name && names.contains(name.sourceText());
    }

    private static Expression onlyArgument(Call call) {
        return call.arguments().size() == 1 && call.arguments().get(0) instanceof Expression argument ? argument : null;
    }

    private static boolean isQuoteReplacement(NodeList<Argument> arguments) {
        if (arguments.size() != 2
                || !(arguments.get(0) instanceof StringConstant from)
                || !(arguments.get(1) instanceof StringConstant to)) {
            return false;
        }
        String escaped = text(to);
        return text(from).equals("'") && (escaped.equals("''") || escaped.equals("\\'"));
    }

    private static String text(StringConstant constant) {
        Piece piece = new Piece(constant, Layer.NONE, null, 0);
        StringBuilder text = new StringBuilder();
        for (QueryCharacter character : LiteralReader.read(piece, piece.bodyStart(), piece.bodyEnd())) {
            text.append(character.character());
        }
        return text.toString();
    }

    /** Returns whether a variable holds text that was escaped where it was assigned. */
    boolean isEscapedVariable(Expression expression) {
        if (!(expression instanceof Name name) || semantics.reaching(name) == null) {
            return false;
        }
        for (Definition definition : semantics.reaching(name).definitions()) {
            if (definition.value() != null
                    && (escaped(definition.value()) != null || quoted(definition.value()) != null)) {
                return true;
            }
        }
        return false;
    }
}
