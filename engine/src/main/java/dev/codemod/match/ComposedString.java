package dev.codemod.match;

import dev.codemod.ast.StringValue;
import dev.codemod.rewrite.Snippet;
import dev.codemod.source.LanguageLevel;
import dev.codemod.tree.Attribute;
import dev.codemod.tree.BinOp;
import dev.codemod.tree.Call;
import dev.codemod.tree.Compare;
import dev.codemod.tree.ConcatenatedString;
import dev.codemod.tree.Constant;
import dev.codemod.tree.DictDisplay;
import dev.codemod.tree.Expression;
import dev.codemod.tree.FormattedValue;
import dev.codemod.tree.InterpolatedPart;
import dev.codemod.tree.InterpolatedText;
import dev.codemod.tree.JoinedStr;
import dev.codemod.tree.Operator;
import dev.codemod.tree.StringConstant;
import dev.codemod.tree.StringPart;
import dev.codemod.tree.Tuple;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * A text that an expression composes, as a list of literal texts and values: an f-string, a literal with {@code %} or
 * {@code .format()}, a sum with a literal in it, or a plain literal, which has one part. Immutable.
 *
 * <p>Only what can be followed for certain is one: values stand in the order in which they are evaluated, each once, and
 * nothing is computed by the formatting (widths from arguments, attributes in format fields, {@code {x=}}).
 */
public final class ComposedString {
    /** A literal text or a value. */
    public sealed interface Part permits Text, Value {}

    /**
     * Literal text.
     *
     * @param text what it means, escapes read
     */
    public record Text(String text) implements Part {}

    /**
     * A value that is put into the text.
     *
     * @param expression the value, a node of the file
     * @param conversion {@code r}, {@code s}, {@code a}, or 0
     * @param format how it is formatted, as written, empty for {@code str}; a directive such as {@code %05d} keeps its %
     */
    public record Value(Expression expression, char conversion, String format) implements Part {
        /** Returns whether the text of the value is what {@code str} makes of it. */
        public boolean isPlain() {
            return format.isEmpty() && (conversion == 0 || conversion == 's');
        }
    }

    private final List<Part> parts;
    private final boolean isCertain;

    private ComposedString(List<Part> parts, boolean isCertain) {
        this.parts = List.copyOf(joined(parts));
        this.isCertain = isCertain;
    }

    /** Returns the text that an expression composes, or null if it composes none or not for certain. */
    public static ComposedString of(Expression expression) {
        List<Part> parts = parts(expression);
        return parts == null ? null : new ComposedString(parts, !hasDoubtfulOperand(expression));
    }

    /** Returns the literal texts and values in order; texts that touch are one, and none is empty. */
    public List<Part> parts() {
        return parts;
    }

    /**
     * Returns whether the values are those for certain: the only operand of a {@code %} may be a tuple that holds them,
     * unless its form says that it is none.
     */
    public boolean isCertain() {
        return isCertain;
    }

    private static boolean hasDoubtfulOperand(Expression expression) {
        Expression left = expression;
        while (left instanceof BinOp operation) {
            if (operation.op() == Operator.MOD) {
                return mayBeTuple(operation.right());
            }
            if (hasDoubtfulOperand(operation.right())) {
                return true;
            }
            left = operation.left();
        }
        return false;
    }

    private static boolean mayBeTuple(Expression operand) {
        return !(operand instanceof Tuple
                || operand instanceof DictDisplay
                || operand instanceof Constant
                || operand instanceof Compare
                || operand instanceof BinOp && of(operand) != null);
    }

    /** Returns the values in order. */
    public List<Value> values() {
        List<Value> values = new ArrayList<>();
        for (Part part : parts) {
            if (part instanceof Value value) {
                values.add(value);
            }
        }
        return values;
    }

    /**
     * Returns the text as one f-string.
     *
     * @throws IllegalArgumentException if the level has none, or a value cannot stand in one as it is
     */
    public Expression toFString(LanguageLevel level) {
        if (!level.isAtLeast(LanguageLevel.parse("3.6"))) {
            throw new IllegalArgumentException("Python " + level + " has no f-strings");
        }
        boolean nestsFreely = level.isAtLeast(LanguageLevel.parse("3.12"));
        StringBuilder template = new StringBuilder("f\"");
        List<Expression> values = new ArrayList<>();
        for (Part part : parts) {
            if (part instanceof Text text) {
                template.append(escaped(text.text()).replace("{", "{{").replace("}", "}}"));
                continue;
            }
            Value value = (Value) part;
            checkField(value, nestsFreely);
            template.append("{$v").append(values.size());
            template.append(value.conversion() == 0 ? "" : "!" + value.conversion());
            template.append(value.format().isEmpty() ? "" : ":" + value.format())
                    .append('}');
            values.add(value.expression());
        }
        Snippet<Expression> snippet = Snippet.expression(template.append('"').toString(), level);
        for (int i = 0; i < values.size(); i++) {
            snippet = snippet.bind("v" + i, values.get(i));
        }
        return snippet.build();
    }

    private static void checkField(Value value, boolean nestsFreely) {
        if (value.format().startsWith("%")) {
            throw new IllegalArgumentException("the directive " + value.format() + " has no equal in an f-string");
        }
        String code = value.expression().sourceText();
        boolean isPlain =
                code.indexOf('"') < 0 && code.indexOf('\\') < 0 && code.indexOf('\n') < 0 && code.indexOf('#') < 0;
        if (!isPlain && !nestsFreely) {
            throw new IllegalArgumentException("before Python 3.12 no f-string can hold " + code);
        }
    }

    /** Returns a literal in double quotes that means a text. */
    public static String literal(String text) {
        return '"' + escaped(text) + '"';
    }

    private static String escaped(String text) {
        StringBuilder result = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int known = "\\\"\n\r\t".indexOf(c);
            if (known >= 0) {
                result.append('\\').append("\\\"nrt".charAt(known));
            } else if (c < ' ' || c == 0x7f) {
                result.append(String.format("\\x%02x", (int) c));
            } else {
                result.append(c);
            }
        }
        return result.toString();
    }

    // ---------------------------------------------------------------- reading

    private static List<Part> joined(List<Part> parts) {
        List<Part> result = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (Part part : parts) {
            if (part instanceof Text literal) {
                text.append(literal.text());
                continue;
            }
            addText(text, result);
            result.add(part);
        }
        addText(text, result);
        return result;
    }

    private static void addText(StringBuilder text, List<Part> parts) {
        if (text.length() > 0) {
            parts.add(new Text(text.toString()));
            text.setLength(0);
        }
    }

    private static List<Part> parts(Expression expression) {
        if (expression instanceof StringPart || expression instanceof ConcatenatedString) {
            return literalParts((Constant) expression);
        }
        if (expression instanceof BinOp operation && operation.op() == Operator.ADD) {
            return sumParts(operation);
        }
        if (expression instanceof BinOp operation && operation.op() == Operator.MOD) {
            String text = plainText(operation.left());
            return text == null ? null : new FormatReader(text).percent(operation.right());
        }
        if (expression instanceof Call call
                && call.func() instanceof Attribute attribute
                && attribute.attr().is("format")) {
            String text = plainText(attribute.value());
            return text == null ? null : new FormatReader(text).format(call);
        }
        return null;
    }

    private static List<Part> sumParts(BinOp sum) {
        Deque<Expression> operands = new ArrayDeque<>();
        Expression left = sum;
        while (left instanceof BinOp operation
                && operation.op() == Operator.ADD
                && (left == sum || left.parentheses() == 0)) {
            operands.push(operation.right());
            left = operation.left();
        }
        operands.push(left);
        List<Part> parts = new ArrayList<>();
        boolean isText = false;
        for (Expression operand : operands) {
            List<Part> ofOperand = parts(operand);
            if (ofOperand == null && (operand instanceof Constant || isFormatting(operand))) {
                return null;
            }
            isText |= ofOperand != null;
            parts.addAll(ofOperand == null ? List.of(new Value(operand, (char) 0, "")) : ofOperand);
        }
        return isText ? parts : null;
    }

    /** What formats a literal in a way that cannot be followed is no plain value. */
    private static boolean isFormatting(Expression operand) {
        if (operand instanceof BinOp operation && operation.op() == Operator.MOD) {
            return plainText(operation.left()) != null;
        }
        return operand instanceof Call call
                && call.func() instanceof Attribute attribute
                && attribute.value() instanceof Constant;
    }

    /** Returns the meaning of a literal that is plain text, or null. */
    static String plainText(Expression expression) {
        if (!(expression instanceof StringConstant) && !(expression instanceof ConcatenatedString)) {
            return null;
        }
        StringValue value = StringValue.of((Constant) expression);
        if (value == null) {
            return null;
        }
        if (!value.isBytes()) {
            return value.text();
        }
        return expression.parsed().level().isPython2() ? ascii(value.bytes()) : null;
    }

    /** A string of Python 2 is text if nothing in it depends on an encoding. */
    private static String ascii(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        for (byte b : bytes) {
            if (b < 0) {
                return null;
            }
            text.append((char) b);
        }
        return text.toString();
    }

    private static List<Part> literalParts(Constant literal) {
        String text = plainText(literal);
        if (text != null) {
            return List.of(new Text(text));
        }
        List<? extends StringPart> pieces =
                literal instanceof ConcatenatedString several ? several.parts() : List.of((StringPart) literal);
        List<Part> parts = new ArrayList<>();
        for (StringPart piece : pieces) {
            List<Part> ofPiece = piece instanceof JoinedStr joined ? fieldParts(joined) : null;
            String plain = ofPiece == null ? plainText(piece) : null;
            if (ofPiece == null && plain == null) {
                return null;
            }
            parts.addAll(ofPiece == null ? List.of(new Text(plain)) : ofPiece);
        }
        return parts;
    }

    private static List<Part> fieldParts(JoinedStr literal) {
        if (isTemplate(literal)) {
            return null;
        }
        List<Part> parts = new ArrayList<>();
        for (InterpolatedPart part : literal.values()) {
            if (part instanceof InterpolatedText text) {
                StringValue value = StringValue.of(literal, text);
                if (value == null) {
                    return null;
                }
                parts.add(new Text(value.text()));
                continue;
            }
            FormattedValue field = (FormattedValue) part;
            boolean isSimple = field.formatSpec() == null
                    || field.formatSpec().values().stream().allMatch(InterpolatedText.class::isInstance);
            if (field.isDebug() || !isSimple) {
                return null;
            }
            char conversion = field.conversion() == null
                    ? 0
                    : field.conversion().sourceText().charAt(0);
            String format = field.formatSpec() == null
                    ? ""
                    : field.formatSpec().sourceText().substring(1);
            parts.add(new Value(field.value(), conversion, format));
        }
        return parts;
    }

    /** Returns whether a literal is a t-string, which is no text. */
    static boolean isTemplate(JoinedStr literal) {
        String text = literal.sourceText();
        int quote = 0;
        while (text.charAt(quote) != '"' && text.charAt(quote) != '\'') {
            if (Character.toLowerCase(text.charAt(quote)) == 't') {
                return true;
            }
            quote++;
        }
        return false;
    }
}
