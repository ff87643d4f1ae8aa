package dev.codemod.ast;

import dev.codemod.lexer.TokenTape;
import dev.codemod.tree.ConcatenatedString;
import dev.codemod.tree.FormatSpec;
import dev.codemod.tree.FormattedValue;
import dev.codemod.tree.InterpolatedPart;
import dev.codemod.tree.JoinedStr;
import dev.codemod.tree.NodeList;
import dev.codemod.tree.StringConstant;
import dev.codemod.tree.StringPart;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes strings of Python 3: plain, f-strings, t-strings, and several side by side.
 *
 * <p>Side by side, the {@code ast} module joins the pieces of all literals: neighbouring texts become one Constant from
 * the first to the last of them, and empty texts disappear (CPython 3.13, {@code _PyPegen_concatenate_strings}).
 */
final class Python3Strings {
    /** A text, or a replacement field, of an f-string. */
    private record Piece(FormattedValue field, CodePoints text, boolean marked, int start, int end) {}

    private final DumpWriter writer;
    private final StringEvaluator evaluator;
    private final Python3Expressions expressions;
    private final CodePoints scratch = new CodePoints();

    Python3Strings(DumpWriter writer, StringEvaluator evaluator, Python3Expressions expressions) {
        this.writer = writer;
        this.evaluator = evaluator;
        this.expressions = expressions;
    }

    void constant(StringConstant n) {
        scratch.clear();
        evaluator.literal(n.firstToken(), scratch);
        boolean marked = evaluator.isMarkedUnicode(n.firstToken());
        constant(scratch, evaluator.isBytes(n.firstToken()), marked, n.startOffset(), n.endOffset());
    }

    void joined(JoinedStr n) {
        List<Piece> pieces = new ArrayList<>();
        addPieces(n, pieces);
        write(pieces, kind(n), n.startOffset(), n.endOffset());
    }

    void concatenated(ConcatenatedString n) {
        NodeList<StringPart> parts = n.parts();
        boolean bytes = false;
        boolean text = false;
        JoinedStr interpolated = null;
        for (StringPart part : parts) {
            if (part instanceof JoinedStr joined) {
                interpolated = joined;
                text = true;
            } else {
                boolean isBytes = evaluator.isBytes(part.firstToken());
                bytes |= isBytes;
                text |= !isBytes;
            }
        }
        if (bytes && text) {
            evaluator.report(n.startOffset(), "cannot mix bytes and nonbytes literals");
        }
        if (interpolated != null) {
            List<Piece> pieces = new ArrayList<>();
            for (StringPart part : parts) {
                addPieces(part, pieces);
            }
            write(pieces, kind(interpolated), n.startOffset(), n.endOffset());
            return;
        }
        scratch.clear();
        for (StringPart part : parts) {
            evaluator.literal(part.firstToken(), scratch);
        }
        boolean marked = evaluator.isMarkedUnicode(parts.first().firstToken());
        constant(scratch, bytes, marked, n.startOffset(), n.endOffset());
    }

    private void constant(CodePoints value, boolean bytes, boolean marked, int start, int end) {
        writer.begin("Constant");
        writer.field("value");
        if (bytes) {
            ReprWriter.bytes(value, "b", writer.out());
        } else {
            ReprWriter.string(value, writer.out());
        }
        if (marked) {
            writer.field("kind", "'u'");
        }
        writer.end(start, end);
    }

    private String kind(JoinedStr n) {
        return evaluator.prefixHas(n.firstToken(), 't') ? "TemplateStr" : "JoinedStr";
    }

    private void addPieces(StringPart part, List<Piece> pieces) {
        if (part instanceof JoinedStr joined) {
            addPieces(joined.values(), evaluator.isRaw(joined.firstToken()), joined.startOffset(), pieces);
        } else {
            CodePoints text = new CodePoints();
            evaluator.literal(part.firstToken(), text);
            boolean marked = evaluator.isMarkedUnicode(part.firstToken());
            pieces.add(new Piece(null, text, marked, part.startOffset(), part.endOffset()));
        }
    }

    private void addPieces(NodeList<InterpolatedPart> values, boolean raw, int literal, List<Piece> pieces) {
        for (InterpolatedPart value : values) {
            if (value instanceof FormattedValue field) {
                if (field.isDebug()) {
                    addDebugText(field, raw, literal, pieces);
                }
                pieces.add(new Piece(field, null, false, field.startOffset(), field.endOffset()));
            } else {
                CodePoints text = new CodePoints();
                evaluator.interpolatedText(value.startOffset(), value.endOffset(), raw, literal, text);
                if (text.length() > 0) {
                    pieces.add(new Piece(null, text, false, value.startOffset(), value.endOffset()));
                }
            }
        }
    }

    /** Adds what {@code {expression=}} shows before the value: the text up to the conversion, format or brace. */
    private void addDebugText(FormattedValue field, boolean raw, int literal, List<Piece> pieces) {
        int start = afterBrace(field);
        int end = expressionEnd(field);
        CodePoints text = new CodePoints();
        fieldText(start, end, raw, literal, text);
        pieces.add(new Piece(null, text, false, start, end));
    }

    private int afterBrace(FormattedValue field) {
        return writer.tape().end(field.firstToken());
    }

    /** Returns the offset after the expression of a field and its {@code =}, blanks included. */
    private int expressionEnd(FormattedValue field) {
        TokenTape tape = writer.tape();
        if (field.conversion() != null) {
            return tape.start(field.conversion().firstToken() - 1);
        }
        return field.formatSpec() != null ? field.formatSpec().startOffset() : tape.start(field.lastToken());
    }

    /** Appends the text of a field; CPython reads escapes in it and leaves out comments. */
    private void fieldText(int start, int end, boolean raw, int literal, CodePoints text) {
        TokenTape tape = writer.tape();
        int from = start;
        for (int i = firstCommentFrom(start); i < tape.commentCount() && tape.commentStart(i) < end; i++) {
            evaluator.interpolatedText(from, tape.commentStart(i), raw, literal, text);
            from = tape.commentEnd(i);
        }
        evaluator.interpolatedText(from, end, raw, literal, text);
    }

    private int firstCommentFrom(int offset) {
        TokenTape tape = writer.tape();
        int low = 0;
        int high = tape.commentCount();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (tape.commentStart(middle) < offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private void write(List<Piece> pieces, String kind, int start, int end) {
        writer.begin(kind);
        int count = 0;
        for (int i = 0; i < pieces.size(); ) {
            if (pieces.get(i).field != null) {
                separate(count++);
                field(pieces.get(i++).field, kind);
            } else {
                int next = i;
                CodePoints text = new CodePoints();
                while (next < pieces.size() && pieces.get(next).field == null) {
                    append(pieces.get(next++).text, text);
                }
                if (text.length() > 0) {
                    separate(count++);
                    Piece first = pieces.get(i);
                    constant(text, false, first.marked, first.start, pieces.get(next - 1).end);
                }
                i = next;
            }
        }
        if (count > 0) {
            writer.out().put(']');
        }
        writer.end(start, end);
    }

    private static void append(CodePoints text, CodePoints target) {
        for (int i = 0; i < text.length(); i++) {
            target.add(text.get(i));
        }
    }

    private void separate(int index) {
        if (index == 0) {
            writer.field("values");
            writer.out().put('[');
        }
        writer.element(index);
    }

    private void field(FormattedValue n, String kind) {
        boolean template = kind.equals("TemplateStr");
        writer.begin(template ? "Interpolation" : "FormattedValue");
        expressions.field("value", n.value());
        if (template) {
            writer.field("str");
            expressionText(n);
        }
        writer.field("conversion");
        conversion(n);
        if (n.formatSpec() != null) {
            writer.field("format_spec");
            formatSpec(n.formatSpec());
        }
        writer.end(n);
    }

    private void conversion(FormattedValue n) {
        if (n.conversion() != null) {
            writer.out().decimal(writer.source().bytes()[n.conversion().startOffset()]);
        } else if (n.isDebug() && n.formatSpec() == null) {
            writer.out().decimal('r');
        } else {
            writer.out().ascii("-1");
        }
    }

    /** Writes the text of a t-string's expression (PEP 750) without what CPython 3.14 strips from its end. */
    private void expressionText(FormattedValue n) {
        CodePoints text = new CodePoints();
        fieldText(afterBrace(n), expressionEnd(n), true, n.startOffset(), text);
        int length = text.length();
        while (length > 0 && (Character.isWhitespace(text.get(length - 1)) || text.get(length - 1) == '=')) {
            length--;
        }
        CodePoints stripped = new CodePoints();
        for (int i = 0; i < length; i++) {
            stripped.add(text.get(i));
        }
        ReprWriter.string(stripped, writer.out());
    }

    private void formatSpec(FormatSpec spec) {
        List<Piece> pieces = new ArrayList<>();
        // CPython 3.13 reads escapes even in the specifications of raw f-strings.
        addPieces(spec.values(), false, spec.startOffset(), pieces);
        write(pieces, "JoinedStr", spec.startOffset(), spec.endOffset());
    }
}
