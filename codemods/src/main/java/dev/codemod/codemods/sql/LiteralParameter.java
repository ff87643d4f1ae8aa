package dev.codemod.codemods.sql;

import dev.codemod.tree.Attribute;
import dev.codemod.tree.Call;
import dev.codemod.tree.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Writes the text of an SQL literal as the value of a parameter: {@code '%{x}%'} becomes {@code f"%{x}%"}, in the style
 * of formatting that the query has there.
 */
final class LiteralParameter {
    private final Query query;
    private final Map<Value, Expression> cleaned;
    private final boolean isPercentDoubled;
    private final Code code;

    /** A run of text and values within one operand of {@code +}. */
    private static final class Term {
        final int operand;
        final List<Slice> slices = new ArrayList<>();
        final List<Value> values = new ArrayList<>();
        Expression alone;

        Term(int operand) {
            this.operand = operand;
        }
    }

    /** A part of one literal. */
    private static final class Slice {
        final Piece piece;
        final List<Object> content = new ArrayList<>();

        Slice(Piece piece) {
            this.piece = piece;
        }

        boolean hasField() {
            return content.stream().anyMatch(element -> element instanceof Query.Field);
        }
    }

    /**
     * Creates the writer.
     *
     * @param isPercentDoubled whether {@code %%} in the text is one percent sign for the database
     * @param cleaned what is bound for a value if it is not the expression itself
     */
    LiteralParameter(Query query, Map<Value, Expression> cleaned, boolean isPercentDoubled, Code code) {
        this.query = query;
        this.cleaned = cleaned;
        this.isPercentDoubled = isPercentDoubled;
        this.code = code;
    }

    /** Returns the value of the characters {@code from} to {@code to - 1} of the query, which stand in one literal. */
    Expression write(int from, int to, char quote) {
        Expression result = null;
        for (Term term : terms(from, to, quote)) {
            Expression expression = term(term);
            result = result == null ? expression : code.sum(result, expression);
        }
        return result;
    }

    private List<Term> terms(int from, int to, char quote) {
        List<Term> terms = new ArrayList<>();
        for (int i = from; i < to; i++) {
            QueryCharacter character = query.characters().get(i);
            if (character.piece() == null) {
                Term term = new Term(-1);
                term.alone = cleaned.getOrDefault(
                        character.value(), character.value().expression());
                terms.add(term);
                continue;
            }
            Slice slice = sliceFor(character.piece(), terms);
            if (character.value() == null) {
                slice.content.add(character);
            } else {
                slice.content.add(fieldOf(character));
                terms.get(terms.size() - 1).values.add(character.value());
            }
            boolean isDoubled = character.character() == quote
                    || isPercentDoubled
                            && character.character() == '%'
                            && i + 1 < to
                            && query.characters().get(i + 1).character() == '%';
            if (isDoubled && i + 1 < to) {
                i++;
            }
        }
        return terms;
    }

    private Query.Field fieldOf(QueryCharacter character) {
        for (Query.Field field : query.fields()) {
            if (field.value() == character.value()) {
                return field;
            }
        }
        throw new IllegalStateException("a value without a place");
    }

    private static Slice sliceFor(Piece piece, List<Term> terms) {
        Term term = terms.isEmpty() ? null : terms.get(terms.size() - 1);
        if (term == null || term.operand != piece.operand()) {
            term = new Term(piece.operand());
            terms.add(term);
        }
        if (term.slices.isEmpty() || term.slices.get(term.slices.size() - 1).piece != piece) {
            term.slices.add(new Slice(piece));
        }
        return term.slices.get(term.slices.size() - 1);
    }

    private Expression term(Term term) {
        if (term.alone != null) {
            return term.alone;
        }
        boolean hasValues = !term.values.isEmpty();
        StringBuilder text = new StringBuilder();
        for (Slice slice : term.slices) {
            if (text.length() > 0) {
                text.append(' ');
            }
            Layer old = slice.piece.layer();
            boolean isLayered = old == Layer.FIELDS ? slice.hasField() : hasValues;
            text.append(literal(slice, isLayered ? old : Layer.NONE));
        }
        Expression literal = code.expression(text.toString());
        if (!hasValues) {
            return literal;
        }
        switch (term.slices.get(0).piece.layer()) {
            case PERCENT:
                return code.percent(literal, percentOperand(term.values));
            case FORMAT:
                return code.methodCall(literal, "format", arguments(term.values));
            case TEMPLATE:
                return template(literal, term);
            default:
                return literal;
        }
    }

    private Expression template(Expression literal, Term term) {
        Call call = (Call) term.slices.get(0).piece.operation();
        Attribute method = (Attribute) call.func();
        Call template = (Call) method.value();
        Call filtered = TemplateArguments.filtered(
                call,
                argument -> term.values.stream().anyMatch(value -> value.argument() == argument),
                argument -> cleanedOf(argument, term.values));
        // The layout of the old call is that of a longer text.
        return filtered.withFunc(method.withValue(code.call(template.func().sourceText(), List.of(literal))));
    }

    private Expression cleanedOf(Expression argument, List<Value> values) {
        for (Value value : values) {
            if (value.argument() == argument && cleaned.containsKey(value)) {
                return cleaned.get(value);
            }
        }
        return argument;
    }

    private List<Expression> arguments(List<Value> values) {
        List<Expression> arguments = new ArrayList<>();
        for (Value value : values) {
            arguments.add(cleaned.getOrDefault(value, value.expression()));
        }
        return arguments;
    }

    private Expression percentOperand(List<Value> values) {
        List<Expression> arguments = arguments(values);
        boolean isOperand = values.size() == 1
                && values.get(0).isFromOperand()
                && arguments.get(0) == values.get(0).argument();
        return isOperand ? arguments.get(0) : code.tuple(arguments);
    }

    private String literal(Slice slice, Layer layer) {
        StringBuilder body = new StringBuilder();
        for (Object element : slice.content) {
            body.append(
                    element instanceof Query.Field field ? field(field) : spelling((QueryCharacter) element, layer));
        }
        Piece piece = slice.piece;
        String prefix = layer == Layer.NONE ? piece.plainPrefix() : piece.prefix();
        String quote = quoteFor(piece, body);
        return prefix + quote + body + quote;
    }

    /** Returns one quote for three where the text is on one line and has no such quote in it. */
    private static String quoteFor(Piece piece, CharSequence body) {
        String quote = piece.quote();
        String text = body.toString();
        boolean isShort = quote.length() == 3
                && text.indexOf(quote.charAt(0)) < 0
                && text.indexOf('\n') < 0
                && text.indexOf('\r') < 0;
        return isShort ? quote.substring(1, 2) : quote;
    }

    private static String spelling(QueryCharacter character, Layer layer) {
        char c = character.character();
        if ("%{}$".indexOf(c) < 0) {
            return character.spelling();
        }
        int wanted = layer.count(c);
        boolean isLiteral = character.spelling().chars().allMatch(each -> each == c);
        int present = isLiteral ? character.spelling().length() : 1;
        return wanted == present ? character.spelling() : String.valueOf(c).repeat(wanted);
    }

    private String field(Query.Field field) {
        Value value = field.value();
        String source = field.piece().source().substring(field.start(), field.end());
        switch (value.kind()) {
            case TEMPLATE:
                return source;
            case PERCENT:
                int close = source.startsWith("%(") ? source.indexOf(')') : -1;
                return close < 0 ? source : "%" + source.substring(close + 1);
            case FORMAT:
                int end = 1;
                while (source.charAt(end) != '!' && source.charAt(end) != ':' && source.charAt(end) != '}') {
                    end++;
                }
                return "{" + source.substring(end);
            default:
                Expression clean = cleaned.get(value);
                return clean == null
                        ? source
                        : source.replace(value.expression().sourceText(), clean.sourceText());
        }
    }
}
