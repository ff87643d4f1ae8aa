package dev.codemod.ast;

import dev.codemod.tree.Argument;
import dev.codemod.tree.Await;
import dev.codemod.tree.Comprehension;
import dev.codemod.tree.ConcatenatedString;
import dev.codemod.tree.DictDisplay;
import dev.codemod.tree.DictItem;
import dev.codemod.tree.DictUnpacking;
import dev.codemod.tree.EllipsisConstant;
import dev.codemod.tree.Expression;
import dev.codemod.tree.JoinedStr;
import dev.codemod.tree.KeyValue;
import dev.codemod.tree.Keyword;
import dev.codemod.tree.NameConstant;
import dev.codemod.tree.NamedExpr;
import dev.codemod.tree.NodeList;
import dev.codemod.tree.NumberConstant;
import dev.codemod.tree.Parameters;
import dev.codemod.tree.Repr;
import dev.codemod.tree.Slice;
import dev.codemod.tree.Starred;
import dev.codemod.tree.StringConstant;
import dev.codemod.tree.UnaryOp;
import dev.codemod.tree.YieldFrom;
import java.util.List;

/** Writes expressions of Python 3 as CPython 3.13's {@code ast.dump} does. */
final class Python3Expressions extends ExpressionDump {
    private static final int MAX_DECIMAL_DIGITS = 4300;

    private final Python3Strings strings;

    Python3Expressions(DumpWriter writer, StringEvaluator evaluator) {
        super(writer, evaluator);
        this.strings = new Python3Strings(writer, evaluator, this);
    }

    @Override
    void arguments(NodeList<Argument> arguments) {
        arguments("args", arguments);
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

    /** {@code a[*b]} is a tuple of one element in the ast module. */
    @Override
    void slice(Expression slice) {
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
    void endComprehension(Comprehension comprehension) {
        writer.field("is_async", comprehension.isAsync() ? 1 : 0);
        writer.end();
    }

    @Override
    void parameters(Parameters parameters) {
        writer.field("args");
        new Python3Parameters(writer, this).write(parameters);
    }

    @Override
    public void visit(Await n, Context context) {
        wrapper("Await", n.value(), n);
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
