package dev.codemod.codemods.sql;

import dev.codemod.tree.Expression;

/** A value that the program puts into the text of a query. */
final class Value {
    /** How it gets there. */
    enum Kind {
        /** A replacement field of an f-string. */
        FIELD,
        /** A directive of {@code %}. */
        PERCENT,
        /** A field of {@code format}. */
        FORMAT,
        /** A placeholder of {@code string.Template}. */
        TEMPLATE,
        /** An operand of {@code +}, or an element of what {@code join} joins. */
        OPERAND
    }

    private final Kind kind;
    private final Expression expression;
    private final char conversion;
    private final String spec;
    private final Expression argument;
    private final boolean isFromOperand;

    /**
     * Creates a value.
     *
     * @param expression what is formatted
     * @param conversion {@code r}, {@code s}, {@code a} or 0 for none; for a directive of {@code %} its type
     * @param spec the format specification as it is written, without its colon; for a directive of {@code %} its flags,
     *     width and precision; empty for none
     * @param argument the element, argument or operand that the value comes from; several values may share it
     * @param isFromOperand whether the argument is the right operand of {@code %} as a whole: the value itself, or a
     *     tuple that has it as an element
     */
    Value(Kind kind, Expression expression, char conversion, String spec, Expression argument, boolean isFromOperand) {
        this.kind = kind;
        this.expression = expression;
        this.conversion = conversion;
        this.spec = spec;
        this.argument = argument;
        this.isFromOperand = isFromOperand;
    }

    Kind kind() {
        return kind;
    }

    Expression expression() {
        return expression;
    }

    char conversion() {
        return conversion;
    }

    String spec() {
        return spec;
    }

    Expression argument() {
        return argument;
    }

    boolean isFromOperand() {
        return isFromOperand;
    }

    /** Returns whether the text of the value is {@code str()} of it. */
    boolean isPlain() {
        return spec.isEmpty() && (conversion == 0 || conversion == 's');
    }

    /** Returns the source of the argument, for messages. */
    String shortened() {
        String text = argument.sourceText().replaceAll("\\s+", " ");
        return text.length() > 40 ? text.substring(0, 37) + "..." : text;
    }
}
