package dev.codemod.codemods.sql;

import dev.codemod.tree.Expression;
import dev.codemod.tree.StringPart;

/**
 * One string literal of a query: its prefix, its quotes and what is done to its text.
 *
 * <p>Indices are those of characters in {@link #source()}, the literal as it is written.
 */
final class Piece {
    private final StringPart node;
    private final String source;
    private final int prefixLength;
    private final String quote;
    private final Layer layer;
    private final Expression operation;
    private final int operand;

    /**
     * Creates a piece.
     *
     * @param operation the {@code %} operation or the call of {@code format} that the text goes through, or null
     * @param operand the number of the operand of {@code +} that the literal is a part of
     */
    Piece(StringPart node, Layer layer, Expression operation, int operand) {
        this.node = node;
        this.source = node.sourceText();
        this.layer = layer;
        this.operation = operation;
        this.operand = operand;
        int first = 0;
        while (source.charAt(first) != '"' && source.charAt(first) != '\'') {
            first++;
        }
        prefixLength = first;
        String mark = source.substring(first, first + 1);
        boolean isTriple = source.startsWith(mark.repeat(3), first) && source.length() >= first + 6;
        quote = isTriple ? mark.repeat(3) : mark;
    }

    StringPart node() {
        return node;
    }

    String source() {
        return source;
    }

    String prefix() {
        return source.substring(0, prefixLength);
    }

    String quote() {
        return quote;
    }

    Layer layer() {
        return layer;
    }

    Expression operation() {
        return operation;
    }

    /** Returns the number of the operand of {@code +} that the literal is a part of. */
    int operand() {
        return operand;
    }

    /** Returns the index of the first character between the quotes. */
    int bodyStart() {
        return prefixLength + quote.length();
    }

    /** Returns the index after the last character between the quotes. */
    int bodyEnd() {
        return source.length() - quote.length();
    }

    /** Returns whether backslashes are ordinary characters. */
    boolean isRaw() {
        return prefix().indexOf('r') >= 0 || prefix().indexOf('R') >= 0;
    }

    /** Returns the prefix without its {@code f}. */
    String plainPrefix() {
        return prefix().replace("f", "").replace("F", "");
    }

    /** Returns the index in {@link #source()} of a byte offset of the file. */
    int index(int offset) {
        return node.parsed().source().text(node.startOffset(), offset).length();
    }
}
