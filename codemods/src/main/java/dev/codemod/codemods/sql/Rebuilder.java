package dev.codemod.codemods.sql;

import dev.codemod.tree.Argument;
import dev.codemod.tree.Attribute;
import dev.codemod.tree.BinOp;
import dev.codemod.tree.Call;
import dev.codemod.tree.ConcatenatedString;
import dev.codemod.tree.DictDisplay;
import dev.codemod.tree.DictItem;
import dev.codemod.tree.Expression;
import dev.codemod.tree.KeyValue;
import dev.codemod.tree.Keyword;
import dev.codemod.tree.NodeList;
import dev.codemod.tree.Operator;
import dev.codemod.tree.StringPart;
import dev.codemod.tree.Tuple;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes the expression of a query anew, with placeholders where values were bound; everything else stays. */
final class Rebuilder {
    private final Query query;
    private final Map<Value, Treatment> treatments;
    private final PieceTexts texts;
    private final Code code;
    private final Set<Expression> dropped = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Map<Expression, Value> operands = new IdentityHashMap<>();

    /**
     * Creates the writer.
     *
     * @param treatments what becomes of every value that is no constant
     */
    Rebuilder(Query query, Map<Value, Treatment> treatments, PieceTexts texts, Code code) {
        this.query = query;
        this.treatments = treatments;
        this.texts = texts;
        this.code = code;
        for (Query.Field field : query.fields()) {
            if (field.value().kind() == Value.Kind.OPERAND) {
                operands.put(field.value().argument(), field.value());
            }
        }
    }

    /** Returns the new form of the expression of the query, or of one of several. */
    Expression rebuild(Expression root) {
        placeOperands(root);
        return rebuilt(root);
    }

    /** Puts the placeholders of operands of {@code +} into the literals beside them, and joins what then is one. */
    private void placeOperands(Expression expression) {
        if (!(expression instanceof BinOp sum) || sum.op() != Operator.ADD) {
            return;
        }
        List<Expression> all = QueryComposer.operands(sum);
        StringPart left = null;
        boolean hasGap = false;
        for (int i = 0; i < all.size(); i++) {
            Expression operand = all.get(i);
            placeOperands(operand);
            Value value = operands.get(operand);
            Treatment treatment = value == null ? null : treatments.get(value);
            if (treatment != null && treatment.isBound()) {
                place(operand, treatment.placeholder(), left, all, i);
                hasGap = true;
                continue;
            }
            if (hasGap && left != null && isMerged(left, all.get(i - 1), operand)) {
                hasGap = false;
                continue;
            }
            hasGap = false;
            if (i > 0 && operand instanceof StringPart part && texts.isEmptied(part)) {
                dropped.add(operand);
                continue;
            }
            left = lastLiteral(operand);
        }
    }

    private void place(Expression operand, String placeholder, StringPart left, List<Expression> all, int index) {
        dropped.add(operand);
        if (left != null) {
            texts.append(left, placeholder);
            return;
        }
        StringPart right = index + 1 < all.size() ? firstLiteral(all.get(index + 1)) : null;
        if (right == null || index == 0) {
            throw new CompositionProblem(
                    operand, "no-literal-beside", "no literal beside the value can take a placeholder");
        }
        texts.prepend(right, placeholder);
    }

    private static StringPart lastLiteral(Expression operand) {
        if (operand instanceof ConcatenatedString concatenated) {
            return concatenated.parts().last();
        }
        return operand instanceof StringPart part ? part : null;
    }

    private static StringPart firstLiteral(Expression operand) {
        if (operand instanceof ConcatenatedString concatenated) {
            return concatenated.parts().first();
        }
        return operand instanceof StringPart part ? part : null;
    }

    /** Joins the literal right of a value that was bound with the one left of it, if that is what a person would do. */
    private boolean isMerged(StringPart left, Expression between, Expression operand) {
        if (!(operand instanceof StringPart right)) {
            return false;
        }
        boolean isMerged = texts.isEmptied(right) || texts.canJoin(left, between, right);
        if (isMerged) {
            texts.join(left, right);
            dropped.add(operand);
        }
        return isMerged;
    }

    private Expression rebuilt(Expression expression) {
        if (expression instanceof StringPart part) {
            return literal(part);
        }
        if (expression instanceof ConcatenatedString concatenated) {
            return concatenation(concatenated);
        }
        Value value = operands.get(expression);
        if (value != null) {
            Treatment treatment = treatments.get(value);
            return treatment == null || treatment.replacement() == null ? expression : treatment.replacement();
        }
        if (expression instanceof BinOp operation) {
            return operation.op() == Operator.ADD ? sum(operation) : percent(operation);
        }
        return expression instanceof Call call ? call(call) : expression;
    }

    private Expression call(Call call) {
        NodeList<Expression> joined = TextCalls.joined(call);
        if (joined != null) {
            return TextCalls.withJoined(call, joined.stream().map(this::element).toList());
        }
        for (Piece piece : query.pieces()) {
            if (piece.operation() == call) {
                return piece.layer() == Layer.TEMPLATE ? template(call) : format(call);
            }
        }
        Expression text = call.arguments().isEmpty()
                ? ((Attribute) call.func()).value()
                : (Expression) call.arguments().get(0);
        return TextCalls.withTrimmed(call, rebuild(text));
    }

    /** Returns the new form of an element that is joined: its placeholder is a literal of its own. */
    private Expression element(Expression element) {
        Value value = operands.get(element);
        Treatment treatment = value == null ? null : treatments.get(value);
        boolean isBound = treatment != null && treatment.isBound();
        return isBound ? code.expression('"' + treatment.placeholder() + '"') : rebuild(element);
    }

    private Expression literal(StringPart part) {
        String text = texts.of(part);
        return text == null ? part : code.expression(text);
    }

    private Expression concatenation(ConcatenatedString concatenated) {
        List<StringPart> parts = new ArrayList<>();
        boolean isChanged = false;
        for (StringPart part : concatenated.parts()) {
            if (texts.isEmptied(part)) {
                isChanged = true;
                continue;
            }
            StringPart rebuilt = (StringPart) literal(part);
            isChanged |= rebuilt != part;
            parts.add(rebuilt);
        }
        if (parts.size() == 1) {
            return parts.get(0);
        }
        return isChanged ? concatenated.withParts(NodeList.copyOf(parts)) : concatenated;
    }

    private Expression sum(BinOp sum) {
        List<BinOp> operations = new ArrayList<>();
        Expression left = sum;
        while (left instanceof BinOp operation && operation.op() == Operator.ADD) {
            operations.add(0, operation);
            left = operation.left();
        }
        Expression result = rebuilt(left);
        for (BinOp operation : operations) {
            if (!dropped.contains(operation.right())) {
                result = operation.withLeft(result).withRight(rebuilt(operation.right()));
            }
        }
        return result;
    }

    private Expression percent(BinOp operation) {
        Expression left = rebuilt(operation.left());
        List<Query.Field> kept = new ArrayList<>();
        boolean hasFields = false;
        for (Query.Field field : fieldsOf(operation)) {
            hasFields = true;
            if (isKept(field)) {
                kept.add(field);
            }
        }
        if (kept.isEmpty() && hasFields) {
            return left;
        }
        BinOp rebuilt = operation.withLeft(left);
        if (operation.right() instanceof Tuple tuple) {
            return rebuilt.withRight(tuple.withElements(keptArguments(tuple.elements(), kept)));
        }
        if (operation.right() instanceof DictDisplay dict) {
            return rebuilt.withRight(dict.withItems(keptItems(dict.items(), kept)));
        }
        Expression replacement = kept.isEmpty() ? null : replacement(operation.right(), kept);
        return replacement == null ? rebuilt : rebuilt.withRight(replacement);
    }

    private List<Query.Field> fieldsOf(Expression operation) {
        return query.fields().stream()
                .filter(field -> field.piece() != null && field.piece().operation() == operation)
                .toList();
    }

    private boolean isKept(Query.Field field) {
        return PieceTexts.isKept(field, treatments);
    }

    /** Returns what takes the place of an argument in the fields that stay, or null if it stays itself. */
    private Expression replacement(Expression argument, List<Query.Field> kept) {
        for (Query.Field field : kept) {
            Treatment treatment = treatments.get(field.value());
            if (field.value().argument() == argument && treatment != null && treatment.replacement() != null) {
                return treatment.replacement();
            }
        }
        return null;
    }

    private NodeList<Expression> keptArguments(NodeList<Expression> all, List<Query.Field> kept) {
        List<Expression> arguments = new ArrayList<>();
        for (Expression argument : all) {
            if (kept.stream().anyMatch(field -> field.value().argument() == argument)) {
                Expression replacement = replacement(argument, kept);
                arguments.add(replacement == null ? argument : replacement);
            }
        }
        return NodeList.copyOf(arguments);
    }

    private NodeList<DictItem> keptItems(NodeList<DictItem> all, List<Query.Field> kept) {
        List<DictItem> items = new ArrayList<>();
        for (DictItem item : all) {
            Expression value = ((KeyValue) item).value();
            boolean isUsed =
                    query.fields().stream().anyMatch(field -> field.value().argument() == value);
            if (!isUsed) {
                items.add(item);
            } else if (kept.stream().anyMatch(field -> field.value().argument() == value)) {
                Expression replacement = replacement(value, kept);
                items.add(replacement == null ? item : ((KeyValue) item).withValue(replacement));
            }
        }
        return NodeList.copyOf(items);
    }

    private Expression template(Call call) {
        Attribute method = (Attribute) call.func();
        Call template = (Call) method.value();
        Expression text = rebuilt((Expression) template.arguments().get(0));
        List<Query.Field> fields = fieldsOf(call);
        List<Query.Field> kept = fields.stream().filter(this::isKept).toList();
        if (kept.isEmpty() && !fields.isEmpty()) {
            return text;
        }
        Call filtered = TemplateArguments.filtered(
                call,
                argument -> kept.stream().anyMatch(field -> field.value().argument() == argument)
                        || fields.stream().noneMatch(field -> field.value().argument() == argument),
                argument -> replacementOr(argument, kept));
        return filtered.withFunc(
                method.withValue(template.withArguments(template.arguments().with(0, text))));
    }

    private Expression replacementOr(Expression argument, List<Query.Field> kept) {
        Expression replacement = replacement(argument, kept);
        return replacement == null ? argument : replacement;
    }

    private Expression format(Call call) {
        Attribute method = (Attribute) call.func();
        Expression text = rebuilt(method.value());
        List<Query.Field> fields = fieldsOf(call);
        List<Query.Field> kept = fields.stream().filter(this::isKept).toList();
        if (kept.isEmpty() && !fields.isEmpty()) {
            return text;
        }
        List<Argument> arguments = new ArrayList<>();
        for (Argument argument : call.arguments()) {
            Expression value = argument instanceof Keyword keyword ? keyword.value() : (Expression) argument;
            boolean isUsed = fields.stream().anyMatch(field -> field.value().argument() == value);
            if (!isUsed) {
                arguments.add(argument);
            } else if (kept.stream().anyMatch(field -> field.value().argument() == value)) {
                Expression replacement = replacement(value, kept);
                arguments.add(
                        replacement == null
                                ? argument
                                : argument instanceof Keyword keyword ? keyword.withValue(replacement) : replacement);
            }
        }
        return call.withFunc(method.withValue(text)).withArguments(NodeList.copyOf(arguments));
    }
}
