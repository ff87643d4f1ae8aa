package dev.codemod.ast;

import dev.codemod.lexer.TokenKind;
import dev.codemod.tree.Argument;
import dev.codemod.tree.Attribute;
import dev.codemod.tree.BinOp;
import dev.codemod.tree.BoolOp;
import dev.codemod.tree.Call;
import dev.codemod.tree.Compare;
import dev.codemod.tree.Comparison;
import dev.codemod.tree.Comprehension;
import dev.codemod.tree.ComprehensionIf;
import dev.codemod.tree.ConcatenatedString;
import dev.codemod.tree.DictComp;
import dev.codemod.tree.DictDisplay;
import dev.codemod.tree.DictItem;
import dev.codemod.tree.EllipsisConstant;
import dev.codemod.tree.Expression;
import dev.codemod.tree.GeneratorExp;
import dev.codemod.tree.IfExp;
import dev.codemod.tree.KeyValue;
import dev.codemod.tree.Keyword;
import dev.codemod.tree.Lambda;
import dev.codemod.tree.ListComp;
import dev.codemod.tree.ListDisplay;
import dev.codemod.tree.Name;
import dev.codemod.tree.NodeList;
import dev.codemod.tree.NumberConstant;
import dev.codemod.tree.Parameter;
import dev.codemod.tree.ParameterItem;
import dev.codemod.tree.Parameters;
import dev.codemod.tree.Repr;
import dev.codemod.tree.SetComp;
import dev.codemod.tree.SetDisplay;
import dev.codemod.tree.Slice;
import dev.codemod.tree.Starred;
import dev.codemod.tree.StringConstant;
import dev.codemod.tree.StringPart;
import dev.codemod.tree.Subscript;
import dev.codemod.tree.Tuple;
import dev.codemod.tree.TupleParameter;
import dev.codemod.tree.UnaryOp;
import dev.codemod.tree.UnaryOperator;
import dev.codemod.tree.VoidVisitorAdapter;
import dev.codemod.tree.Yield;
import java.util.ArrayList;
import java.util.List;

/** Writes expressions of Python 2 as CPython 2.7's {@code ast.dump} does: every field, no positions. */
final class Python2Expressions extends VoidVisitorAdapter<Context> {
    private final DumpWriter writer;
    private final StringEvaluator evaluator;
    private final CodePoints scratch = new CodePoints();

    /** The expressions that are open because the dump of their first child is not complete. */
    private final List<Expression> spine = new ArrayList<>();

    Python2Expressions(DumpWriter writer, StringEvaluator evaluator) {
        this.writer = writer;
        this.evaluator = evaluator;
    }

    /** Writes an expression. Chains like {@code 1+1+...} and {@code a.b().c()...} are a loop, not a recursion. */
    void write(Expression expression, Context context) {
        int base = spine.size();
        Expression node = expression;
        Expression next = begin(node);
        while (next != null) {
            spine.add(node);
            node = next;
            next = begin(node);
        }
        node.accept(this, spine.size() == base ? context : Context.LOAD);
        for (int i = spine.size() - 1; i >= base; i--) {
            Expression open = spine.remove(i);
            finish(open, i == base ? context : Context.LOAD);
        }
    }

    /** Writes the start of an expression whose dump starts with a child; returns that child, or null for other kinds. */
    private Expression begin(Expression node) {
        if (node instanceof Attribute attribute) {
            return begin("Attribute", "value", attribute.value());
        }
        if (node instanceof Call call) {
            return begin("Call", "func", call.func());
        }
        if (node instanceof BinOp binary) {
            return begin("BinOp", "left", binary.left());
        }
        if (node instanceof Subscript subscript) {
            return begin("Subscript", "value", subscript.value());
        }
        if (node instanceof Compare compare) {
            return begin("Compare", "left", compare.left());
        }
        return null;
    }

    private Expression begin(String kind, String field, Expression child) {
        writer.begin(kind);
        writer.field(field);
        return child;
    }

    private void finish(Expression node, Context context) {
        if (node instanceof Attribute attribute) {
            writer.field("attr", attribute.attr());
            writer.field("ctx", context.dump());
        } else if (node instanceof Call call) {
            arguments(call.arguments());
        } else if (node instanceof BinOp binary) {
            writer.operator("op", binary.op().astName());
            field("right", binary.right());
        } else if (node instanceof Subscript subscript) {
            writer.field("slice");
            slices(subscript.slice());
            writer.field("ctx", context.dump());
        } else if (node instanceof Compare compare) {
            comparisons(compare.comparisons());
        }
        writer.end();
    }

    /** Writes a field that is an expression, {@code None} if it is null. */
    void field(String name, Expression value) {
        field(name, value, Context.LOAD);
    }

    void field(String name, Expression value, Context context) {
        writer.field(name);
        if (value == null) {
            writer.out().ascii("None");
        } else {
            write(value, context);
        }
    }

    /** Writes a field that is a list of expressions. */
    void fields(String name, List<? extends Expression> values, Context context) {
        writer.field(name);
        writer.out().put('[');
        for (int i = 0; i < values.size(); i++) {
            writer.element(i);
            write(values.get(i), context);
        }
        writer.out().put(']');
    }

    private void arguments(NodeList<Argument> arguments) {
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

    private void comparisons(NodeList<Comparison> comparisons) {
        writer.field("ops");
        writer.out().put('[');
        for (int i = 0; i < comparisons.size(); i++) {
            writer.element(i);
            writer.out().ascii(comparisons.get(i).op().astName());
            writer.out().ascii("()");
        }
        writer.out().put(']');
        List<Expression> operands = new ArrayList<>(comparisons.size());
        for (Comparison comparison : comparisons) {
            operands.add(comparison.right());
        }
        fields("comparators", operands, Context.LOAD);
    }

    /** Several subscripts are an index that is a tuple, unless one of them is a slice or an ellipsis. */
    private void slices(Expression subscript) {
        if (!(subscript instanceof Tuple tuple) || tuple.isParenthesized() || !hasSlices(tuple)) {
            slice(subscript);
            return;
        }
        writer.begin("ExtSlice");
        writer.field("dims");
        writer.out().put('[');
        for (int i = 0; i < tuple.elements().size(); i++) {
            writer.element(i);
            slice(tuple.elements().get(i));
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

    private void slice(Expression slice) {
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
    public void visit(Name n, Context context) {
        writer.begin("Name");
        writer.field("id");
        writer.name(n.firstToken());
        writer.field("ctx", context.dump());
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
    public void visit(Tuple n, Context context) {
        sequence("Tuple", n.elements(), context);
    }

    @Override
    public void visit(ListDisplay n, Context context) {
        sequence("List", n.elements(), context);
    }

    private void sequence(String kind, NodeList<Expression> elements, Context context) {
        writer.begin(kind);
        fields("elts", elements, context);
        writer.field("ctx", context.dump());
        writer.end();
    }

    @Override
    public void visit(SetDisplay n, Context context) {
        writer.begin("Set");
        fields("elts", n.elements(), Context.LOAD);
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
    public void visit(ListComp n, Context context) {
        comprehension("ListComp", n.element(), n.generators());
    }

    @Override
    public void visit(SetComp n, Context context) {
        comprehension("SetComp", n.element(), n.generators());
    }

    @Override
    public void visit(GeneratorExp n, Context context) {
        comprehension("GeneratorExp", n.element(), n.generators());
    }

    private void comprehension(String kind, Expression element, NodeList<Comprehension> generators) {
        writer.begin(kind);
        field("elt", element);
        generators(generators);
        writer.end();
    }

    @Override
    public void visit(DictComp n, Context context) {
        writer.begin("DictComp");
        field("key", n.key());
        field("value", n.value());
        generators(n.generators());
        writer.end();
    }

    private void generators(NodeList<Comprehension> generators) {
        writer.field("generators");
        writer.out().put('[');
        for (int i = 0; i < generators.size(); i++) {
            Comprehension generator = generators.get(i);
            writer.element(i);
            writer.begin("comprehension");
            field("target", generator.target(), Context.STORE);
            field("iter", generator.iter());
            List<Expression> conditions = new ArrayList<>();
            for (ComprehensionIf condition : generator.ifs()) {
                conditions.add(condition.test());
            }
            fields("ifs", conditions, Context.LOAD);
            writer.end();
        }
        writer.out().put(']');
    }

    @Override
    public void visit(BoolOp n, Context context) {
        writer.begin("BoolOp");
        writer.operator("op", n.op().astName());
        fields("values", n.values(), Context.LOAD);
        writer.end();
    }

    @Override
    public void visit(IfExp n, Context context) {
        writer.begin("IfExp");
        field("test", n.test());
        field("body", n.body());
        field("orelse", n.orElse());
        writer.end();
    }

    @Override
    public void visit(Yield n, Context context) {
        writer.begin("Yield");
        field("value", n.value());
        writer.end();
    }

    @Override
    public void visit(Repr n, Context context) {
        writer.begin("Repr");
        field("value", n.value());
        writer.end();
    }

    @Override
    public void visit(Lambda n, Context context) {
        writer.begin("Lambda");
        parameters(n.parameters());
        field("body", n.body());
        writer.end();
    }

    /** Writes field {@code args}; null are the parameters of a lambda without any. */
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
