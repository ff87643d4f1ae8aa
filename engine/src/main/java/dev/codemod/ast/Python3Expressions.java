package dev.codemod.ast;

import dev.codemod.lexer.TokenKind;
import dev.codemod.tree.Argument;
import dev.codemod.tree.Attribute;
import dev.codemod.tree.Await;
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
import dev.codemod.tree.DictUnpacking;
import dev.codemod.tree.EllipsisConstant;
import dev.codemod.tree.Expression;
import dev.codemod.tree.GeneratorExp;
import dev.codemod.tree.IfExp;
import dev.codemod.tree.JoinedStr;
import dev.codemod.tree.KeyValue;
import dev.codemod.tree.Keyword;
import dev.codemod.tree.Lambda;
import dev.codemod.tree.ListComp;
import dev.codemod.tree.ListDisplay;
import dev.codemod.tree.Name;
import dev.codemod.tree.NameConstant;
import dev.codemod.tree.NamedExpr;
import dev.codemod.tree.NodeList;
import dev.codemod.tree.NumberConstant;
import dev.codemod.tree.Parameters;
import dev.codemod.tree.Repr;
import dev.codemod.tree.SetComp;
import dev.codemod.tree.SetDisplay;
import dev.codemod.tree.Slice;
import dev.codemod.tree.Starred;
import dev.codemod.tree.StringConstant;
import dev.codemod.tree.Subscript;
import dev.codemod.tree.Tuple;
import dev.codemod.tree.UnaryOp;
import dev.codemod.tree.VoidVisitorAdapter;
import dev.codemod.tree.Yield;
import dev.codemod.tree.YieldFrom;
import java.util.ArrayList;
import java.util.List;

/** Writes expressions of Python 3 as CPython 3.13's {@code ast.dump} does. */
final class Python3Expressions extends VoidVisitorAdapter<Context> {
    private static final int MAX_DECIMAL_DIGITS = 4300;

    private final DumpWriter writer;
    private final Python3Strings strings;
    private final StringEvaluator evaluator;

    /** The expressions that are open because the dump of their first child is not complete. */
    private final List<Expression> spine = new ArrayList<>();

    Python3Expressions(DumpWriter writer, StringEvaluator evaluator) {
        this.writer = writer;
        this.evaluator = evaluator;
        this.strings = new Python3Strings(writer, evaluator, this);
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
            arguments("args", call.arguments());
        } else if (node instanceof BinOp binary) {
            writer.operator("op", binary.op().astName());
            field("right", binary.right());
        } else if (node instanceof Subscript subscript) {
            writer.field("slice");
            slice(subscript.slice());
            writer.field("ctx", context.dump());
        } else if (node instanceof Compare compare) {
            comparisons(compare.comparisons());
        }
        writer.end(node);
    }

    /** Writes a field that is an expression, or nothing if it is null. */
    void field(String name, Expression value) {
        field(name, value, Context.LOAD);
    }

    void field(String name, Expression value, Context context) {
        if (value != null) {
            writer.field(name);
            write(value, context);
        }
    }

    /** Writes a field that is a list of expressions, or nothing if it is empty. */
    void fields(String name, List<? extends Expression> values, Context context) {
        if (values.isEmpty()) {
            return;
        }
        writer.field(name);
        writer.out().put('[');
        for (int i = 0; i < values.size(); i++) {
            writer.element(i);
            write(values.get(i), context);
        }
        writer.out().put(']');
    }

    /** Writes positional arguments as field {@code name} and the others as {@code keywords}. */
    void arguments(String name, NodeList<Argument> arguments) {
        int index = 0;
        for (Argument argument : arguments) {
            if (argument instanceof Expression expression) {
                startOrContinue(name, index++);
                write(expression, Context.LOAD);
            }
        }
        close(index);
        index = 0;
        for (Argument argument : arguments) {
            if (argument instanceof Keyword keyword) {
                startOrContinue("keywords", index++);
                keyword(keyword);
            }
        }
        close(index);
    }

    private void startOrContinue(String name, int index) {
        if (index == 0) {
            writer.field(name);
            writer.out().put('[');
        }
        writer.element(index);
    }

    private void close(int count) {
        if (count > 0) {
            writer.out().put(']');
        }
    }

    private void keyword(Keyword keyword) {
        writer.begin("keyword");
        if (keyword.name() != null) {
            writer.field("arg", keyword.name());
        }
        field("value", keyword.value());
        writer.end(keyword);
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
        writer.field("comparators");
        writer.out().put('[');
        for (int i = 0; i < comparisons.size(); i++) {
            writer.element(i);
            write(comparisons.get(i).right(), Context.LOAD);
        }
        writer.out().put(']');
    }

    /** {@code a[*b]} is a tuple of one element in the ast module. */
    private void slice(Expression slice) {
        if (slice instanceof Starred) {
            writer.begin("Tuple");
            fields("elts", List.of(slice), Context.LOAD);
            writer.field("ctx", "Load()");
            writer.end(slice);
        } else {
            write(slice, Context.LOAD);
        }
    }

    @Override
    public void visit(Name n, Context context) {
        writer.begin("Name");
        writer.field("id");
        writer.name(n.firstToken());
        writer.field("ctx", context.dump());
        writer.end(n);
    }

    @Override
    public void visit(NumberConstant n, Context context) {
        writer.begin("Constant");
        writer.field("value");
        number(n);
        writer.end(n);
    }

    private void number(NumberConstant n) {
        byte[] bytes = writer.source().bytes();
        int start = n.startOffset();
        int end = n.endOffset();
        boolean digitsOnly = bytes[start] != '0' || end - start == 1;
        int digits = 0;
        for (int i = start; i < end; i++) {
            boolean digit = bytes[i] >= '0' && bytes[i] <= '9';
            digitsOnly &= digit;
            digits += digit ? 1 : 0;
        }
        if (digits > MAX_DECIMAL_DIGITS && isDecimalInteger(n)) {
            evaluator.report(
                    start,
                    "Exceeds the limit (4300 digits) for integer string conversion: value has " + digits
                            + " digits; use sys.set_int_max_str_digits() to increase the limit"
                            + " - Consider hexadecimal for huge integer literals to avoid decimal conversion limits.");
            writer.out().put('0');
        } else if (digitsOnly) {
            writer.out().utf8(bytes, start, end);
        } else {
            writer.out().ascii(NumberValue.of(n).repr());
        }
    }

    private boolean isDecimalInteger(NumberConstant n) {
        byte[] bytes = writer.source().bytes();
        for (int i = n.startOffset(); i < n.endOffset(); i++) {
            if ((bytes[i] < '0' || bytes[i] > '9') && bytes[i] != '_') {
                return false;
            }
        }
        return true;
    }

    @Override
    public void visit(NameConstant n, Context context) {
        constant(n);
    }

    /** Writes a Constant that reads as it is written: True, False or None. */
    private void constant(NameConstant n) {
        writer.begin("Constant");
        writer.field("value");
        writer.out().utf8(writer.source().bytes(), n.startOffset(), n.endOffset());
        writer.end(n);
    }

    @Override
    public void visit(EllipsisConstant n, Context context) {
        writer.begin("Constant");
        writer.field("value", "Ellipsis");
        writer.end(n);
    }

    @Override
    public void visit(StringConstant n, Context context) {
        strings.constant(n);
    }

    @Override
    public void visit(JoinedStr n, Context context) {
        strings.joined(n);
    }

    @Override
    public void visit(ConcatenatedString n, Context context) {
        strings.concatenated(n);
    }

    @Override
    public void visit(Tuple n, Context context) {
        sequence("Tuple", n.elements(), context);
        writer.end(n);
    }

    @Override
    public void visit(ListDisplay n, Context context) {
        sequence("List", n.elements(), context);
        writer.end(n);
    }

    private void sequence(String kind, NodeList<Expression> elements, Context context) {
        writer.begin(kind);
        fields("elts", elements, context);
        writer.field("ctx", context.dump());
    }

    @Override
    public void visit(SetDisplay n, Context context) {
        writer.begin("Set");
        fields("elts", n.elements(), Context.LOAD);
        writer.end(n);
    }

    @Override
    public void visit(DictDisplay n, Context context) {
        writer.begin("Dict");
        NodeList<DictItem> items = n.items();
        if (!items.isEmpty()) {
            writer.field("keys");
            writer.out().put('[');
            for (int i = 0; i < items.size(); i++) {
                writer.element(i);
                if (items.get(i) instanceof KeyValue item) {
                    write(item.key(), Context.LOAD);
                } else {
                    writer.out().ascii("None");
                }
            }
            writer.out().put(']');
            writer.field("values");
            writer.out().put('[');
            for (int i = 0; i < items.size(); i++) {
                writer.element(i);
                DictItem item = items.get(i);
                write(item instanceof KeyValue pair ? pair.value() : ((DictUnpacking) item).value(), Context.LOAD);
            }
            writer.out().put(']');
        }
        writer.end(n);
    }

    @Override
    public void visit(ListComp n, Context context) {
        comprehension("ListComp", n.element(), n.generators());
        writer.end(n);
    }

    @Override
    public void visit(SetComp n, Context context) {
        comprehension("SetComp", n.element(), n.generators());
        writer.end(n);
    }

    @Override
    public void visit(GeneratorExp n, Context context) {
        comprehension("GeneratorExp", n.element(), n.generators());
        if (n.isParenthesized()) {
            writer.end(n);
        } else {
            // The only argument of a call: the call's parentheses count.
            int after = n.lastToken() + 1;
            boolean closed = writer.tape().kind(after) == TokenKind.RPAR;
            writer.endTokens(n.firstToken() - 1, closed ? after : n.lastToken());
        }
    }

    @Override
    public void visit(DictComp n, Context context) {
        writer.begin("DictComp");
        field("key", n.key());
        field("value", n.value());
        generators(n.generators());
        writer.end(n);
    }

    private void comprehension(String kind, Expression element, NodeList<Comprehension> generators) {
        writer.begin(kind);
        field("elt", element);
        generators(generators);
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
            conditions(generator.ifs());
            writer.field("is_async", generator.isAsync() ? 1 : 0);
            writer.end();
        }
        writer.out().put(']');
    }

    private void conditions(NodeList<ComprehensionIf> ifs) {
        for (int i = 0; i < ifs.size(); i++) {
            startOrContinue("ifs", i);
            write(ifs.get(i).test(), Context.LOAD);
        }
        close(ifs.size());
    }

    @Override
    public void visit(BoolOp n, Context context) {
        writer.begin("BoolOp");
        writer.operator("op", n.op().astName());
        fields("values", n.values(), Context.LOAD);
        writer.end(n);
    }

    @Override
    public void visit(UnaryOp n, Context context) {
        writer.begin("UnaryOp");
        writer.operator("op", n.op().astName());
        field("operand", n.operand());
        writer.end(n);
    }

    @Override
    public void visit(NamedExpr n, Context context) {
        writer.begin("NamedExpr");
        field("target", n.target(), Context.STORE);
        field("value", n.value());
        writer.end(n);
    }

    @Override
    public void visit(IfExp n, Context context) {
        writer.begin("IfExp");
        field("test", n.test());
        field("body", n.body());
        field("orelse", n.orElse());
        writer.end(n);
    }

    @Override
    public void visit(Lambda n, Context context) {
        writer.begin("Lambda");
        parameters(n.parameters());
        field("body", n.body());
        writer.end(n);
    }

    /** Writes field {@code args}. */
    void parameters(Parameters parameters) {
        writer.field("args");
        new Python3Parameters(writer, this).write(parameters);
    }

    @Override
    public void visit(Await n, Context context) {
        wrapper("Await", n.value(), n);
    }

    @Override
    public void visit(Yield n, Context context) {
        wrapper("Yield", n.value(), n);
    }

    @Override
    public void visit(YieldFrom n, Context context) {
        wrapper("YieldFrom", n.value(), n);
    }

    private void wrapper(String kind, Expression value, Expression n) {
        writer.begin(kind);
        field("value", value);
        writer.end(n);
    }

    @Override
    public void visit(Starred n, Context context) {
        writer.begin("Starred");
        field("value", n.value(), context);
        writer.field("ctx", context.dump());
        writer.end(n);
    }

    @Override
    public void visit(Slice n, Context context) {
        writer.begin("Slice");
        field("lower", n.lower());
        field("upper", n.upper());
        field("step", n.step());
        writer.end(n);
    }

    @Override
    public void visit(Repr n, Context context) {
        evaluator.report(n.startOffset(), "invalid syntax");
        writer.out().ascii("None");
    }
}
