package dev.codemod.ast;

import dev.codemod.lexer.TokenKind;
import dev.codemod.tree.Argument;
import dev.codemod.tree.Comprehension;
import dev.codemod.tree.ConcatenatedString;
import dev.codemod.tree.DictDisplay;
import dev.codemod.tree.DictItem;
import dev.codemod.tree.EllipsisConstant;
import dev.codemod.tree.Expression;
import dev.codemod.tree.KeyValue;
import dev.codemod.tree.Keyword;
import dev.codemod.tree.NodeList;
import dev.codemod.tree.NumberConstant;
import dev.codemod.tree.Parameter;
import dev.codemod.tree.ParameterItem;
import dev.codemod.tree.Parameters;
import dev.codemod.tree.Repr;
import dev.codemod.tree.Slice;
import dev.codemod.tree.Starred;
import dev.codemod.tree.StringConstant;
import dev.codemod.tree.StringPart;
import dev.codemod.tree.Tuple;
import dev.codemod.tree.TupleParameter;
import dev.codemod.tree.UnaryOp;
import dev.codemod.tree.UnaryOperator;
import java.util.ArrayList;
import java.util.List;

/** Writes expressions of Python 2 as CPython 2.7's {@code ast.dump} does: every field, no positions. */
final class Python2Expressions extends ExpressionDump {
    private final CodePoints scratch = new CodePoints();

    Python2Expressions(DumpWriter writer, StringEvaluator evaluator) {
        super(writer, evaluator);
    }

    @Override
    void arguments(NodeList<Argument> arguments) {
        List<Expression> positional = new ArrayList<>();
        List<Keyword> keywords = new ArrayList<>();
        Expression star = null;
        Expression doubleStar = null;
        for (Argument argument : arguments) {
            if (argument instanceof Starred starred) {
                star = starred.value();
            } else if (argument instanceof Keyword keyword) {
                if (keyword.name() == null) {
                    doubleStar = keyword.value();
                } else {
                    keywords.add(keyword);
                }
            } else {
                positional.add((Expression) argument);
            }
        }
        fields("args", positional, Context.LOAD);
        writer.field("keywords");
        writer.out().put('[');
        for (int i = 0; i < keywords.size(); i++) {
            writer.element(i);
            writer.begin("keyword");
            writer.field("arg", keywords.get(i).name());
            field("value", keywords.get(i).value());
            writer.end();
        }
        writer.out().put(']');
        field("starargs", star);
        field("kwargs", doubleStar);
    }

    /** Several subscripts are an index that is a tuple, unless one of them is a slice or an ellipsis. */
    @Override
    void slice(Expression subscript) {
        if (!(subscript instanceof Tuple tuple) || tuple.isParenthesized() || !hasSlices(tuple)) {
            index(subscript);
            return;
        }
        writer.begin("ExtSlice");
        writer.field("dims");
        writer.out().put('[');
        for (int i = 0; i < tuple.elements().size(); i++) {
            writer.element(i);
            index(tuple.elements().get(i));
        }
        writer.out().put(']');
        writer.end();
    }

    private static boolean hasSlices(Tuple tuple) {
        for (Expression element : tuple.elements()) {
            if (element instanceof Slice || element instanceof EllipsisConstant) {
                return true;
            }
        }
        return false;
    }

    private void index(Expression slice) {
        if (slice instanceof Slice || slice instanceof EllipsisConstant) {
            slice.accept(this, Context.LOAD);
        } else {
            writer.begin("Index");
            field("value", slice);
            writer.end();
        }
    }

    @Override
    public void visit(Slice n, Context context) {
        writer.begin("Slice");
        field("lower", n.lower());
        field("upper", n.upper());
        if (n.step() == null && n.isSecondColon()) {
            // CPython 2.7 fills a[::] up with the name None.
            writer.field("step", "Name(id='None', ctx=Load())");
        } else {
            field("step", n.step());
        }
        writer.end();
    }

    @Override
    public void visit(EllipsisConstant n, Context context) {
        writer.begin("Ellipsis");
        writer.end();
    }

    @Override
    public void visit(NumberConstant n, Context context) {
        number(n, false);
    }

    private void number(NumberConstant n, boolean negative) {
        writer.begin("Num");
        writer.field("n", NumberValue.of(n).repr2(negative));
        writer.end();
    }

    @Override
    public void visit(UnaryOp n, Context context) {
        if (n.op() == UnaryOperator.U_SUB
                && n.operand() instanceof NumberConstant number
                && number.parentheses() == 0) {
            number(number, true);
            return;
        }
        writer.begin("UnaryOp");
        writer.operator("op", n.op().astName());
        field("operand", n.operand());
        writer.end();
    }

    @Override
    public void visit(StringConstant n, Context context) {
        scratch.clear();
        evaluator.literal(n.firstToken(), scratch);
        string(!evaluator.isBytes(n.firstToken()));
    }

    @Override
    public void visit(ConcatenatedString n, Context context) {
        boolean unicode = false;
        for (StringPart part : n.parts()) {
            unicode |= !evaluator.isBytes(part.firstToken());
        }
        scratch.clear();
        for (StringPart part : n.parts()) {
            int from = scratch.length();
            evaluator.literal(part.firstToken(), scratch);
            if (unicode && evaluator.isBytes(part.firstToken())) {
                requireAscii(from, n.startOffset());
            }
        }
        string(unicode);
    }

    private void requireAscii(int from, int offset) {
        for (int i = from; i < scratch.length(); i++) {
            if (scratch.get(i) >= 0x80) {
                evaluator.report(offset, "(unicode error) 'ascii' codec can't decode bytes");
            }
        }
    }

    private void string(boolean unicode) {
        writer.begin("Str");
        writer.field("s");
        if (unicode) {
            ReprWriter.unicode2(scratch, writer.out());
        } else {
            ReprWriter.bytes(scratch, "", writer.out());
        }
        writer.end();
    }

    @Override
    public void visit(DictDisplay n, Context context) {
        List<Expression> keys = new ArrayList<>(n.items().size());
        List<Expression> values = new ArrayList<>(n.items().size());
        for (DictItem item : n.items()) {
            if (item instanceof KeyValue pair) {
                keys.add(pair.key());
                values.add(pair.value());
            }
        }
        writer.begin("Dict");
        fields("keys", keys, Context.LOAD);
        fields("values", values, Context.LOAD);
        writer.end();
    }

    @Override
    public void visit(Repr n, Context context) {
        writer.begin("Repr");
        field("value", n.value());
        writer.end();
    }

    @Override
    void endComprehension(Comprehension comprehension) {
        writer.end();
    }

    @Override
    void parameters(Parameters parameters) {
        NodeList<ParameterItem> items = parameters == null ? NodeList.empty() : parameters.items();
        List<Expression> defaults = new ArrayList<>();
        Parameter star = null;
        Parameter doubleStar = null;
        writer.field("args");
        writer.begin("arguments");
        writer.field("args");
        writer.out().put('[');
        int index = 0;
        for (ParameterItem item : items) {
            if (item instanceof Parameter parameter && parameter.isStar()) {
                star = parameter;
            } else if (item instanceof Parameter parameter && parameter.isDoubleStar()) {
                doubleStar = parameter;
            } else {
                writer.element(index++);
                parameter(item, Context.PARAM);
                addDefault(item, defaults);
            }
        }
        writer.out().put(']');
        name("vararg", star);
        name("kwarg", doubleStar);
        fields("defaults", defaults, Context.LOAD);
        writer.end();
    }

    private static void addDefault(ParameterItem item, List<Expression> defaults) {
        Expression value =
                item instanceof Parameter parameter ? parameter.defaultValue() : ((TupleParameter) item).defaultValue();
        if (value != null) {
            defaults.add(value);
        }
    }

    private void name(String field, Parameter parameter) {
        if (parameter == null) {
            writer.field(field, "None");
        } else {
            writer.field(field, parameter.name());
        }
    }

    private void parameter(ParameterItem item, Context context) {
        if (item instanceof Parameter parameter) {
            writer.begin("Name");
            writer.field("id", parameter.name());
            writer.field("ctx", context.dump());
            writer.end();
            return;
        }
        TupleParameter tuple = (TupleParameter) item;
        int close = writer.tape().partner(tuple.firstToken());
        if (tuple.items().size() == 1 && writer.tape().kind(close - 1) != TokenKind.COMMA) {
            parameter(tuple.items().first(), context);
            return;
        }
        writer.begin("Tuple");
        writer.field("elts");
        writer.out().put('[');
        for (int i = 0; i < tuple.items().size(); i++) {
            writer.element(i);
            parameter(tuple.items().get(i), Context.STORE);
        }
        writer.out().put(']');
        writer.field("ctx", Context.STORE.dump());
        writer.end();
    }
}
