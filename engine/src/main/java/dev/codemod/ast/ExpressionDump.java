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
import dev.codemod.tree.DictComp;
import dev.codemod.tree.Expression;
import dev.codemod.tree.GeneratorExp;
import dev.codemod.tree.IfExp;
import dev.codemod.tree.Lambda;
import dev.codemod.tree.ListComp;
import dev.codemod.tree.ListDisplay;
import dev.codemod.tree.Name;
import dev.codemod.tree.NodeList;
import dev.codemod.tree.Parameters;
import dev.codemod.tree.SetComp;
import dev.codemod.tree.SetDisplay;
import dev.codemod.tree.Subscript;
import dev.codemod.tree.Tuple;
import dev.codemod.tree.VoidVisitorAdapter;
import dev.codemod.tree.Yield;
import java.util.ArrayList;
import java.util.List;

/** Writes the expressions that {@code ast.dump} shows in the same way at all levels. */
abstract class ExpressionDump extends VoidVisitorAdapter<Context> {
    final DumpWriter writer;
    final StringEvaluator evaluator;

    /** The expressions that are open because the dump of their first child is not complete. */
    private final List<Expression> spine = new ArrayList<>();

    ExpressionDump(DumpWriter writer, StringEvaluator evaluator) {
        this.writer = writer;
        this.evaluator = evaluator;
    }

    /** Writes the fields of a call that are its arguments. */
    abstract void arguments(NodeList<Argument> arguments);

    /** Writes what is between the brackets of a subscript. */
    abstract void slice(Expression slice);

    /** Writes field {@code args}; null are the parameters of a lambda without any. */
    abstract void parameters(Parameters parameters);

    /** Writes the end of a comprehension's node after the fields that all levels have. */
    abstract void endComprehension(Comprehension comprehension);

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
            slice(subscript.slice());
            writer.field("ctx", context.dump());
        } else if (node instanceof Compare compare) {
            comparisons(compare.comparisons());
        }
        writer.end(node);
    }

    /** Writes a field that is an expression; one that is null as the level shows fields without a value. */
    void field(String name, Expression value) {
        field(name, value, Context.LOAD);
    }

    void field(String name, Expression value, Context context) {
        if (value != null) {
            writer.field(name);
            write(value, context);
        } else {
            writer.missing(name);
        }
    }

    /** Writes a field that is a list of expressions; an empty one as the level shows fields without a value. */
    void fields(String name, List<? extends Expression> values, Context context) {
        if (values.isEmpty() && !writer.hasEmptyFields()) {
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

    @Override
    public void visit(Name n, Context context) {
        writer.begin("Name");
        writer.field("id");
        writer.name(n.firstToken());
        writer.field("ctx", context.dump());
        writer.end(n);
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
            List<Expression> conditions = new ArrayList<>(generator.ifs().size());
            for (ComprehensionIf condition : generator.ifs()) {
                conditions.add(condition.test());
            }
            fields("ifs", conditions, Context.LOAD);
            endComprehension(generator);
        }
        writer.out().put(']');
    }

    @Override
    public void visit(BoolOp n, Context context) {
        writer.begin("BoolOp");
        writer.operator("op", n.op().astName());
        fields("values", n.values(), Context.LOAD);
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

    @Override
    public void visit(Yield n, Context context) {
        writer.begin("Yield");
        field("value", n.value());
        writer.end(n);
    }
}
