package dev.codemod.ast;

import static java.util.Objects.requireNonNull;

import dev.codemod.lexer.TokenKind;
import dev.codemod.tree.ConcatenatedString;
import dev.codemod.tree.Constant;
import dev.codemod.tree.InterpolatedText;
import dev.codemod.tree.JoinedStr;
import dev.codemod.tree.Node;
import dev.codemod.tree.StringConstant;
import dev.codemod.tree.StringPart;
import java.nio.charset.StandardCharsets;

/** The string or the bytes that a literal, or several side by side, mean to Python. */
public final class StringValue {
    private final boolean bytes;
    private final CodePoints values;
    private final boolean python2;

    private StringValue(boolean bytes, CodePoints values, boolean python2) {
        this.bytes = bytes;
        this.values = values;
        this.python2 = python2;
    }

    /**
     * Returns the value of a {@link StringConstant} or of a {@link ConcatenatedString}, as Python reads it at the language
     * level and in the encoding of its file.
     *
     * @return null if the node is or holds an f-string or is no string at all, and for a literal that Python rejects, such
     *     as {@code '\x1'} or {@code 'a' b'b'}
     */
    public static StringValue of(Constant node) {
        requireNonNull(node, "node is null");
        Node original = node.original();
        StringEvaluator evaluator = new StringEvaluator(original.parsed());
        CodePoints values = new CodePoints();
        boolean python2 = original.parsed().level().isPython2();
        if (original instanceof StringConstant literal) {
            evaluator.literal(literal.firstToken(), values);
            boolean bytes = evaluator.isBytes(literal.firstToken());
            return evaluator.problem() != null ? null : new StringValue(bytes, values, python2);
        }
        if (!(original instanceof ConcatenatedString concatenated)) {
            return null;
        }
        boolean anyBytes = false;
        boolean anyText = false;
        for (StringPart part : concatenated.parts()) {
            if (part.parsed().tape().kind(part.firstToken()) != TokenKind.STRING) {
                return null;
            }
            evaluator.literal(part.firstToken(), values);
            boolean isBytes = evaluator.isBytes(part.firstToken());
            anyBytes |= isBytes;
            anyText |= !isBytes;
        }
        boolean mixed = anyBytes && anyText && !python2;
        return mixed || evaluator.problem() != null ? null : new StringValue(!anyText, values, python2);
    }

    /**
     * Returns the value of literal text of an f-string or t-string: escapes are read unless the literal is raw, doubled
     * braces are one.
     *
     * @param literal the f-string
     * @param text one of its {@linkplain JoinedStr#values() values}, not of those of a format specification
     * @return null for text that Python rejects, such as {@code \x1}
     */
    public static StringValue of(JoinedStr literal, InterpolatedText text) {
        Node string = literal.original();
        Node part = text.original();
        StringEvaluator evaluator = new StringEvaluator(part.parsed());
        CodePoints values = new CodePoints();
        boolean raw = evaluator.isRaw(string.firstToken());
        evaluator.interpolatedText(part.startOffset(), part.endOffset(), raw, string.startOffset(), values);
        return evaluator.problem() != null ? null : new StringValue(false, values, false);
    }

    /** Returns whether this is {@code bytes} of Python 3 or {@code str} of Python 2. */
    public boolean isBytes() {
        return bytes;
    }

    /** Returns the length as Python's {@code len} counts: code points or bytes. */
    public int length() {
        return values.length();
    }

    /** Returns the code points, surrogates included, or the values of the bytes, 0 to 255. */
    public int[] codePoints() {
        return values.toArray();
    }

    /** Returns the value as a Java string; bytes become the characters of the same number. */
    public String text() {
        return new String(values.toArray(), 0, values.length());
    }

    /** Returns the bytes; text is encoded as UTF-8, surrogates as {@code ?}. */
    public byte[] bytes() {
        return text().getBytes(bytes ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
    }

    /** Returns what {@code repr} of CPython 3.13, or 2.7 for a file of Python 2, shows. */
    public String repr() {
        ByteSink out = new ByteSink(values.length() + 8);
        if (bytes) {
            ReprWriter.bytes(values, python2 ? "" : "b", out);
        } else if (python2) {
            ReprWriter.unicode2(values, out);
        } else {
            ReprWriter.string(values, out);
        }
        return out.toString();
    }

    @Override
    public String toString() {
        return repr();
    }
}
