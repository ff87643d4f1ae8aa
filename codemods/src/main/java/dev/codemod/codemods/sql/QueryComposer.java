package dev.codemod.codemods.sql;

import dev.codemod.tree.Attribute;
import dev.codemod.tree.BinOp;
import dev.codemod.tree.Call;
import dev.codemod.tree.ConcatenatedString;
import dev.codemod.tree.Expression;
import dev.codemod.tree.FormattedValue;
import dev.codemod.tree.InterpolatedPart;
import dev.codemod.tree.JoinedStr;
import dev.codemod.tree.NodeList;
import dev.codemod.tree.Operator;
import dev.codemod.tree.StringConstant;
import dev.codemod.tree.StringPart;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * Follows how an expression composes text: f-strings, {@code %}, {@code format}, {@code +}, literals side by side,
 * {@code join} of what is written out, {@code string.Template}, and calls that strip or dedent such text.
 */
final class QueryComposer {
    private final Function<Expression, String> constants;
    private final Code code;
    private final TextCalls calls;
    private final List<QueryCharacter> characters = new ArrayList<>();
    private final List<Piece> pieces = new ArrayList<>();
    private final List<Query.Field> fields = new ArrayList<>();
    private int operand;

    private QueryComposer(Function<Expression, String> constants, Code code, TextCalls calls) {
        this.constants = constants;
        this.code = code;
        this.calls = calls;
    }

    /**
     * Returns the text that an expression composes.
     *
     * @param constants gives the text of an expression whose value is a known string, or null
     * @return the query, or null if the expression is not composed of literals
     * @throws CompositionProblem if it is, in a way that cannot be followed
     */
    static Query compose(Expression expression, Function<Expression, String> constants, FileFacts facts) {
        return compose(expression, constants, facts.code(), facts.textCalls());
    }

    /** The same for code that knows less of the file. */
    static Query compose(Expression expression, Function<Expression, String> constants, Code code, TextCalls calls) {
        QueryComposer composer = new QueryComposer(constants, code, calls);
        if (!composer.isText(expression)) {
            return null;
        }
        composer.add(expression);
        return new Query(expression, composer.characters, composer.pieces, composer.fields);
    }

    /** Returns whether an expression is made of at least one literal that is text. */
    private boolean isText(Expression expression) {
        if (expression instanceof StringPart part) {
            return isText(part);
        }
        if (expression instanceof ConcatenatedString concatenated) {
            return concatenated.parts().stream().allMatch(this::isText);
        }
        if (expression instanceof BinOp operation) {
            return operation.op() == Operator.ADD ? isTextSum(operation) : isPercent(operation);
        }
        return formatted(expression) != null
                || template(expression) != null
                || isTextJoin(expression)
                || trimmed(expression) != null;
    }

    private boolean isText(StringPart part) {
        String source = part.sourceText();
        String prefix = source.substring(0, Math.min(3, source.length())).toLowerCase(Locale.ROOT);
        int quote = prefix.indexOf('"') < 0 ? prefix.indexOf('\'') : prefix.indexOf('"');
        String letters = quote < 0 ? prefix : prefix.substring(0, quote);
        return letters.indexOf('t') < 0 && (code.level().isPython2() || letters.indexOf('b') < 0);
    }

    private boolean isTextSum(BinOp sum) {
        for (Expression operand : operands(sum)) {
            if (isText(operand)) {
                return true;
            }
        }
        return false;
    }

    private boolean isPercent(BinOp operation) {
        return operation.op() == Operator.MOD && isText(operation.left());
    }

    /** Returns what {@code format} is called on, or null if the expression is no such call on text. */
    private Expression formatted(Expression expression) {
        return textOrNull(TextCalls.formatted(expression));
    }

    private Expression template(Expression expression) {
        return textOrNull(calls.template(expression));
    }

    private Expression trimmed(Expression expression) {
        return textOrNull(calls.trimmed(expression));
    }

    private Expression textOrNull(Expression expression) {
        return expression != null && isText(expression) ? expression : null;
    }

    private boolean isTextJoin(Expression expression) {
        NodeList<Expression> elements = TextCalls.joined(expression);
        return elements != null && elements.stream().anyMatch(this::isText);
    }

    /** Returns the operands of a chain of {@code +}, without recursion down its left side. */
    static List<Expression> operands(BinOp sum) {
        Deque<Expression> operands = new ArrayDeque<>();
        Expression left = sum;
        while (left instanceof BinOp operation && operation.op() == Operator.ADD) {
            operands.push(operation.right());
            left = operation.left();
        }
        operands.push(left);
        return new ArrayList<>(operands);
    }

    private void add(Expression expression) {
        operand++;
        if (!isText(expression)) {
            addOperand(expression);
        } else if (expression instanceof BinOp operation && operation.op() == Operator.ADD) {
            operands(operation).forEach(this::add);
        } else if (expression instanceof BinOp operation) {
            PercentArguments arguments = PercentArguments.of(operation, code);
            for (StringPart part : literals(operation.left(), operation)) {
                addPercent(new Piece(part, Layer.PERCENT, operation, operand), arguments);
            }
            arguments.checkAllUsed();
        } else if (formatted(expression) != null) {
            FormatArguments arguments = new FormatArguments((Call) expression, code);
            for (StringPart part : literals(formatted(expression), expression)) {
                addFormat(new Piece(part, Layer.FORMAT, expression, operand), arguments);
            }
        } else if (expression instanceof ConcatenatedString concatenated) {
            concatenated.parts().forEach(this::addLiteral);
        } else if (expression instanceof Call call) {
            addCall(call);
        } else {
            addLiteral((StringPart) expression);
        }
    }

    private void addCall(Call call) {
        if (isTextJoin(call)) {
            addJoined(call);
        } else if (template(call) != null) {
            TemplateArguments arguments = new TemplateArguments(call);
            for (StringPart part : literals(template(call), call)) {
                addTemplate(new Piece(part, Layer.TEMPLATE, call, operand), arguments);
            }
        } else {
            add(trimmed(call));
        }
    }

    private void addJoined(Call call) {
        String separator = Constants.text(((Attribute) call.func()).value());
        boolean isFirst = true;
        for (Expression element : TextCalls.joined(call)) {
            if (!isFirst) {
                addConstant(separator);
            }
            isFirst = false;
            add(element);
        }
    }

    private void addConstant(String text) {
        for (int i = 0; i < text.length(); i++) {
            characters.add(new QueryCharacter(text.charAt(i), null, 0, 0, null));
        }
    }

    private void addOperand(Expression operand) {
        Value value = new Value(Value.Kind.OPERAND, operand, '\0', "", operand, false);
        addField(value, null, 0, 0);
    }

    private void addField(Value value, Piece piece, int start, int end) {
        String constant = value.isPlain() ? constants.apply(value.expression()) : null;
        fields.add(new Query.Field(value, piece, start, end, constant != null));
        if (constant == null) {
            characters.add(new QueryCharacter(SqlLexer.HOLE, piece, start, end, value));
            return;
        }
        addConstant(constant);
    }

    /** Returns the literals that an operation formats; sums of literals are taken apart. */
    private List<StringPart> literals(Expression formatted, Expression operation) {
        Expression text = formatted;
        while (trimmed(text) != null) {
            text = trimmed(text);
        }
        List<StringPart> literals = new ArrayList<>();
        List<Expression> operands = text instanceof BinOp sum ? operands(sum) : List.of(text);
        for (Expression operand : operands) {
            if (operand instanceof ConcatenatedString concatenated) {
                literals.addAll(concatenated.parts());
            } else if (operand instanceof StringPart part) {
                literals.add(part);
            } else {
                throw mixed(operation);
            }
        }
        for (StringPart literal : literals) {
            if (literal instanceof JoinedStr joined
                    && joined.values().stream().anyMatch(part -> part instanceof FormattedValue)) {
                throw mixed(operation);
            }
        }
        return literals;
    }

    private static CompositionProblem mixed(Expression operation) {
        return new CompositionProblem(
                operation,
                "mixed-formatting",
                "the text that is formatted is itself composed of values, whose own text would be formatted; "
                        + "compose the query in one way");
    }

    private void addLiteral(StringPart part) {
        Piece piece = new Piece(part, part instanceof StringConstant ? Layer.NONE : Layer.FIELDS, null, operand);
        pieces.add(piece);
        if (!(part instanceof JoinedStr joined)) {
            characters.addAll(LiteralReader.read(piece, piece.bodyStart(), piece.bodyEnd()));
            return;
        }
        int position = piece.bodyStart();
        for (InterpolatedPart element : joined.values()) {
            if (element instanceof FormattedValue field) {
                int start = piece.index(field.startOffset());
                addUndoubled(LiteralReader.read(piece, position, start), piece);
                position = piece.index(field.endOffset());
                addFormattedValue(field, piece, start, position);
            }
        }
        addUndoubled(LiteralReader.read(piece, position, piece.bodyEnd()), piece);
    }

    private void addFormattedValue(FormattedValue field, Piece piece, int start, int end) {
        if (field.isDebug()) {
            throw new CompositionProblem(
                    field, "debug-field", "a field with = puts source code into the query; remove the = first");
        }
        char conversion =
                field.conversion() == null ? 0 : field.conversion().sourceText().charAt(0);
        String spec = field.formatSpec() == null
                ? ""
                : field.formatSpec().sourceText().substring(1).strip();
        addField(new Value(Value.Kind.FIELD, field.value(), conversion, spec, field.value(), false), piece, start, end);
    }

    /** Adds text in which braces are doubled. */
    private void addUndoubled(List<QueryCharacter> text, Piece piece) {
        for (int i = 0; i < text.size(); i++) {
            QueryCharacter character = text.get(i);
            char c = character.character();
            if ((c == '{' || c == '}') && i + 1 < text.size() && text.get(i + 1).character() == c) {
                i++;
                characters.add(new QueryCharacter(
                        c, piece, character.start(), text.get(i).end(), null));
            } else {
                characters.add(character);
            }
        }
    }

    private void addPercent(Piece piece, PercentArguments arguments) {
        pieces.add(piece);
        List<QueryCharacter> text = LiteralReader.read(piece, piece.bodyStart(), piece.bodyEnd());
        String plain = plain(text);
        int i = 0;
        while (i < text.size()) {
            if (text.get(i).character() != '%') {
                characters.add(text.get(i++));
                continue;
            }
            PercentDirective directive = PercentDirective.at(plain, i);
            if (directive == null) {
                throw new CompositionProblem(
                        piece.node(), "percent-directive", "a % in the text is no directive that Python knows");
            }
            int start = text.get(i).start();
            int end = text.get(directive.end() - 1).end();
            i = directive.end();
            if (directive.type() == '%') {
                characters.add(new QueryCharacter('%', piece, start, end, null));
            } else {
                addField(arguments.value(directive), piece, start, end);
            }
        }
    }

    private void addTemplate(Piece piece, TemplateArguments arguments) {
        pieces.add(piece);
        List<QueryCharacter> text = LiteralReader.read(piece, piece.bodyStart(), piece.bodyEnd());
        String plain = plain(text);
        int i = 0;
        while (i < text.size()) {
            TemplateField field = plain.charAt(i) == '$' ? TemplateField.at(plain, i) : null;
            if (field == null) {
                characters.add(text.get(i++));
                continue;
            }
            int start = text.get(i).start();
            int end = text.get(field.end() - 1).end();
            Value value = field.name() == null ? null : arguments.value(field);
            if (value != null) {
                addField(value, piece, start, end);
            } else if (field.name() == null) {
                characters.add(new QueryCharacter('$', piece, start, end, null));
            } else {
                characters.addAll(text.subList(i, field.end()));
            }
            i = field.end();
        }
    }

    private static String plain(List<QueryCharacter> text) {
        StringBuilder plain = new StringBuilder(text.size());
        text.forEach(character -> plain.append(character.character()));
        return plain.toString();
    }

    private void addFormat(Piece piece, FormatArguments arguments) {
        pieces.add(piece);
        List<QueryCharacter> text = LiteralReader.read(piece, piece.bodyStart(), piece.bodyEnd());
        String plain = plain(text);
        int i = 0;
        while (i < text.size()) {
            char c = plain.charAt(i);
            boolean isBrace = c == '{' || c == '}';
            if (isBrace && i + 1 < plain.length() && plain.charAt(i + 1) == c) {
                characters.add(new QueryCharacter(
                        c, piece, text.get(i).start(), text.get(i + 1).end(), null));
                i += 2;
            } else if (isBrace) {
                FormatField field = c == '}' ? null : FormatField.at(plain, i);
                if (field == null) {
                    throw new CompositionProblem(
                            piece.node(), "format-field", "a brace in the text is no field that can be followed");
                }
                int start = text.get(i).start();
                i = field.end();
                addField(arguments.value(field), piece, start, text.get(i - 1).end());
            } else {
                characters.add(text.get(i++));
            }
        }
    }
}
