package dev.codemod.ast;

import dev.codemod.lexer.TokenKind;
import dev.codemod.lexer.TokenTape;
import dev.codemod.source.Source;
import dev.codemod.tree.DottedName;
import dev.codemod.tree.Identifier;
import dev.codemod.tree.Node;
import dev.codemod.tree.NodeList;
import dev.codemod.tree.Parsed;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;

/**
 * Writes nodes in the notation of {@code ast.dump}: {@code Kind(field=value, ...)}.
 *
 * <p>A node is {@link #begin}, then for every field {@link #field} followed by the value, then one of the {@code end}
 * methods. Positions are CPython's: 1-based lines and columns in bytes of UTF-8.
 */
final class DumpWriter {
    private final Source source;
    private final TokenTape tape;
    private final boolean python2;
    private final boolean utf8;
    private final ByteSink out;

    /** Whether the node that is open has no field yet. */
    private boolean first;

    // The line that was asked for last: most offsets lie on it.
    private int line = 1;
    private int lineStart;
    private int lineEnd;

    DumpWriter(Parsed parsed, ByteSink out) {
        source = parsed.source();
        tape = parsed.tape();
        python2 = parsed.level().isPython2();
        utf8 = source.encoding().textCharset().equals(StandardCharsets.UTF_8);
        this.out = out;
    }

    ByteSink out() {
        return out;
    }

    TokenTape tape() {
        return tape;
    }

    Source source() {
        return source;
    }

    /** Returns whether fields without a value are shown: {@code None} or an empty list; 3.13 leaves them out. */
    boolean hasEmptyFields() {
        return python2;
    }

    void begin(String kind) {
        out.ascii(kind);
        out.put('(');
        first = true;
    }

    /** Writes a field that has no value, as the level shows such fields. */
    void missing(String name) {
        if (hasEmptyFields()) {
            field(name, "None");
        }
    }

    /** Starts a field; its value is to be written next. */
    void field(String name) {
        if (first) {
            first = false;
        } else {
            out.ascii(", ");
        }
        out.ascii(name);
        out.put('=');
    }

    /** Writes a field whose value is ASCII text. */
    void field(String name, String value) {
        field(name);
        out.ascii(value);
    }

    /** Writes a field whose value is a number that is not negative. */
    void field(String name, int value) {
        field(name);
        out.decimal(value);
    }

    /** Writes a field whose value is an identifier. */
    void field(String name, Identifier value) {
        field(name);
        name(value.firstToken());
    }

    /** Writes a field whose value is a node without fields, such as an operator. */
    void operator(String field, String kind) {
        field(field);
        out.ascii(kind);
        out.ascii("()");
    }

    /** Writes what separates the elements of a list. */
    void element(int index) {
        if (index > 0) {
            out.ascii(", ");
        }
    }

    /** Writes a field that is a list of identifiers. */
    void names(String field, NodeList<Identifier> names) {
        field(field);
        out.put('[');
        for (int i = 0; i < names.size(); i++) {
            element(i);
            name(names.get(i).firstToken());
        }
        out.put(']');
    }

    /** Writes the {@code repr} of a NAME token. */
    void name(int token) {
        out.put('\'');
        nameText(token);
        out.put('\'');
    }

    /** Writes the {@code repr} of a dotted name. */
    void dottedName(DottedName name) {
        out.put('\'');
        NodeList<Identifier> names = name.names();
        for (int i = 0; i < names.size(); i++) {
            if (i > 0) {
                out.put('.');
            }
            nameText(names.get(i).firstToken());
        }
        out.put('\'');
    }

    private void nameText(int token) {
        if (tape.has(token, TokenTape.NON_ASCII)) {
            // PEP 3131: identifiers are compared, and so stored, in this form.
            String text = source.text(tape.start(token), tape.end(token));
            Normalizer.normalize(text, Normalizer.Form.NFKC).codePoints().forEach(c -> ReprWriter.character(c, out));
        } else {
            out.utf8(source.bytes(), tape.start(token), tape.end(token));
        }
    }

    /** Ends a node without a position. */
    void end() {
        out.put(')');
        first = false;
    }

    /** Ends a node that covers its own tokens. */
    void end(Node node) {
        endTokens(node.firstToken(), node.lastToken());
    }

    /** Ends a node that covers tokens; line breaks and dedents at its end do not count. */
    void endTokens(int firstToken, int lastToken) {
        if (python2) {
            end();
            return;
        }
        int last = lastToken;
        while (last > firstToken && isInvisible(tape.kind(last))) {
            last--;
        }
        end(tape.start(firstToken), tape.end(last));
    }

    private static boolean isInvisible(byte kind) {
        return kind == TokenKind.NEWLINE
                || kind == TokenKind.DEDENT
                || kind == TokenKind.INDENT
                || kind == TokenKind.EOF;
    }

    /** Ends a node that covers a range of bytes. */
    void end(int startOffset, int endOffset) {
        if (!python2) {
            seek(startOffset);
            field("lineno", line);
            field("col_offset", column(startOffset));
            seek(endOffset);
            field("end_lineno", line);
            field("end_col_offset", column(endOffset));
        }
        end();
    }

    private void seek(int offset) {
        if (offset < lineStart || offset >= lineEnd) {
            line = source.line(offset);
            lineStart = source.lineStart(line);
            lineEnd = line < source.lineCount() ? source.lineStart(line + 1) : Integer.MAX_VALUE;
        }
    }

    private int column(int offset) {
        return utf8 ? offset - lineStart : source.utf8Column(offset);
    }
}
