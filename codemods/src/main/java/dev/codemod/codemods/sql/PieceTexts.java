package dev.codemod.codemods.sql;

import dev.codemod.tree.Argument;
import dev.codemod.tree.Call;
import dev.codemod.tree.Expression;
import dev.codemod.tree.Keyword;
import dev.codemod.tree.StringPart;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The new text of the literals of a query.
 *
 * <p>A character that nothing is done to keeps its spelling. Percent signs and braces are doubled or not as the
 * formatting that is left, and the driver, need it.
 */
final class PieceTexts {
    /** The new text of a literal. */
    private static final class Text {
        final Piece piece;
        String prefix;
        String body;
        Layer layer;
        boolean isChanged;
        boolean isEmptied;

        Text(Piece piece) {
            this.piece = piece;
        }
    }

    private final Query query;
    private final Map<Value, Treatment> treatments;
    private final Set<Integer> deleted;
    private final boolean isPercentDoubled;
    private final Map<StringPart, Text> texts = new IdentityHashMap<>();

    /**
     * Creates the texts.
     *
     * @param deleted indices of the characters of the query that go, holes of bound values excluded
     * @param isPercentDoubled whether the driver reads {@code %%} where it read {@code %} before
     */
    PieceTexts(Query query, Map<Value, Treatment> treatments, Set<Integer> deleted, boolean isPercentDoubled) {
        this.query = query;
        this.treatments = treatments;
        this.deleted = deleted;
        this.isPercentDoubled = isPercentDoubled;
        for (Piece piece : query.pieces()) {
            texts.put(piece.node(), rewritten(piece));
        }
    }

    /** Returns whether a field is still there afterwards. */
    static boolean isKept(Query.Field field, Map<Value, Treatment> treatments) {
        Treatment treatment = treatments.get(field.value());
        return treatment == null || !treatment.isBound();
    }

    /** Returns the new source of a literal, or null if it does not change. */
    String of(StringPart part) {
        Text text = texts.get(part);
        return text.isChanged ? text.prefix + text.piece.quote() + text.body + text.piece.quote() : null;
    }

    /** Adds a placeholder at the end of a literal. */
    void append(StringPart part, String placeholder) {
        Text text = texts.get(part);
        text.body += encoded(placeholder, text.layer);
        text.isChanged = true;
        text.isEmptied = false;
    }

    /** Adds a placeholder at the start of a literal. */
    void prepend(StringPart part, String placeholder) {
        Text text = texts.get(part);
        text.body = encoded(placeholder, text.layer) + text.body;
        text.isChanged = true;
        text.isEmptied = false;
    }

    /** Returns whether nothing is left of a literal that held something. */
    boolean isEmptied(StringPart part) {
        return texts.get(part).isEmptied;
    }

    /**
     * Returns whether two literals can become one: written in the same way, and the right one on the line on which the
     * operand between them ends.
     */
    boolean canJoin(StringPart left, Expression between, StringPart right) {
        Text first = texts.get(left);
        Text second = texts.get(right);
        return first.prefix.equals(second.prefix)
                && first.piece.quote().equals(second.piece.quote())
                && first.layer == Layer.NONE
                && second.layer == Layer.NONE
                && between.parsed().source().line(between.outerEndOffset()) == right.line();
    }

    /** Appends the text of the right literal to that of the left one. */
    void join(StringPart left, StringPart right) {
        Text first = texts.get(left);
        first.body += texts.get(right).body;
        first.isChanged = true;
    }

    private Text rewritten(Piece piece) {
        Text text = new Text(piece);
        text.layer = isLayerKept(piece) ? piece.layer() : Layer.NONE;
        text.prefix = text.layer == Layer.NONE ? piece.plainPrefix() : piece.prefix();
        String old = piece.source().substring(piece.bodyStart(), piece.bodyEnd());
        text.body = body(piece, text.layer);
        text.isChanged = !text.body.equals(old) || !text.prefix.equals(piece.prefix());
        text.isEmptied = text.body.isEmpty() && !old.isEmpty();
        return text;
    }

    /** Returns whether formatting stays: some of its fields do, or it had none and is none of our business. */
    private boolean isLayerKept(Piece piece) {
        boolean hadFields = false;
        for (Query.Field field : query.fields()) {
            boolean isSame = piece.operation() == null
                    ? field.piece() == piece
                    : field.piece() != null && field.piece().operation() == piece.operation();
            if (isSame) {
                hadFields = true;
                if (isKept(field, treatments)) {
                    return true;
                }
            }
        }
        return !hadFields;
    }

    private String body(Piece piece, Layer layer) {
        StringBuilder body = new StringBuilder();
        int position = piece.bodyStart();
        for (Element element : elements(piece)) {
            body.append(piece.source(), position, element.start());
            if (element.field() != null) {
                body.append(field(element.field(), layer));
            } else if (!deleted.contains(element.index())) {
                body.append(spelling(query.characters().get(element.index()), layer));
            }
            position = element.end();
        }
        return body.append(piece.source(), position, piece.bodyEnd()).toString();
    }

    /** A character or a field of a literal. */
    private record Element(int start, int end, int index, Query.Field field) {}

    private List<Element> elements(Piece piece) {
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < query.characters().size(); i++) {
            QueryCharacter character = query.characters().get(i);
            if (character.piece() == piece && character.value() == null) {
                elements.add(new Element(character.start(), character.end(), i, null));
            }
        }
        for (Query.Field field : query.fields()) {
            if (field.piece() == piece) {
                elements.add(new Element(field.start(), field.end(), -1, field));
            }
        }
        elements.sort(Comparator.comparingInt(Element::start).thenComparingInt(Element::end));
        return elements;
    }

    private String spelling(QueryCharacter character, Layer layer) {
        char c = character.character();
        if ("%{}$".indexOf(c) < 0) {
            return character.spelling();
        }
        int wanted = layer.count(c) * (c == '%' && isPercentDoubled ? 2 : 1);
        boolean isLiteral = character.spelling().chars().allMatch(each -> each == c);
        int present = isLiteral ? character.spelling().length() : 1;
        return wanted == present ? character.spelling() : String.valueOf(c).repeat(wanted);
    }

    private static String encoded(String placeholder, Layer layer) {
        return layer == Layer.PERCENT ? placeholder.replace("%", "%%") : placeholder;
    }

    private String field(Query.Field field, Layer layer) {
        Treatment treatment = treatments.getOrDefault(field.value(), Treatment.KEPT);
        if (treatment.isBound()) {
            return encoded(treatment.placeholder(), layer);
        }
        String source = field.piece().source().substring(field.start(), field.end());
        if (field.value().kind() == Value.Kind.FIELD && treatment.replacement() != null) {
            source = "{" + treatment.replacement().sourceText() + "}";
        } else if (field.value().kind() == Value.Kind.FORMAT) {
            source = renumbered(source, field);
        }
        return treatment.isParenthesized() ? "(" + source + ")" : source;
    }

    /** Returns a field of {@code format} with the index that its argument has when those of bound values are gone. */
    private String renumbered(String source, Query.Field field) {
        if (source.length() < 2 || !Character.isDigit(source.charAt(1))) {
            return source;
        }
        int digits = 1;
        while (Character.isDigit(source.charAt(digits))) {
            digits++;
        }
        int index = 0;
        Call call = (Call) field.piece().operation();
        for (Argument argument : call.arguments()) {
            if (argument == field.value().argument()) {
                break;
            }
            if (!(argument instanceof Keyword) && isArgumentKept((Expression) argument, call)) {
                index++;
            }
        }
        return "{" + index + source.substring(digits);
    }

    private boolean isArgumentKept(Expression argument, Expression operation) {
        boolean isUsed = false;
        for (Query.Field field : query.fields()) {
            if (field.piece() != null
                    && field.piece().operation() == operation
                    && field.value().argument() == argument) {
                isUsed = true;
                if (isKept(field, treatments)) {
                    return true;
                }
            }
        }
        return !isUsed;
    }
}
