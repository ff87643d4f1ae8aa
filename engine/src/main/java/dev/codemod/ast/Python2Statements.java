package dev.codemod.ast;

import dev.codemod.lexer.TokenKind;
import dev.codemod.tree.Argument;
import dev.codemod.tree.ClassDef;
import dev.codemod.tree.ExceptHandler;
import dev.codemod.tree.Exec;
import dev.codemod.tree.Expression;
import dev.codemod.tree.For;
import dev.codemod.tree.FunctionDef;
import dev.codemod.tree.Print;
import dev.codemod.tree.Raise;
import dev.codemod.tree.Try;
import dev.codemod.tree.Tuple;
import dev.codemod.tree.With;
import dev.codemod.tree.WithItem;

/** Writes statements of Python 2 as CPython 2.7's {@code ast.dump} does: every field, no positions. */
final class Python2Statements extends StatementDump {
    private final Python2Expressions expressions;

    Python2Statements(DumpWriter writer, StringEvaluator evaluator) {
        this(writer, evaluator, new Python2Expressions(writer, evaluator));
    }

    private Python2Statements(DumpWriter writer, StringEvaluator evaluator, Python2Expressions expressions) {
        super(writer, evaluator, expressions);
        this.expressions = expressions;
    }

    @Override
    public void visit(FunctionDef n, Void arg) {
        writer.begin("FunctionDef");
        writer.field("name", n.name());
        expressions.parameters(n.parameters());
        body(n.body());
        decorators(n.decorators());
        writer.end();
    }

    @Override
    public void visit(ClassDef n, Void arg) {
        writer.begin("ClassDef");
        writer.field("name", n.name());
        writer.field("bases");
        writer.out().put('[');
        if (n.arguments() != null) {
            int index = 0;
            for (Argument base : n.arguments().arguments()) {
                if (base instanceof Expression expression) {
                    writer.element(index++);
                    expressions.write(expression, Context.LOAD);
                }
            }
        }
        writer.out().put(']');
        body(n.body());
        decorators(n.decorators());
        writer.end();
    }

    @Override
    public void visit(Print n, Void arg) {
        writer.begin("Print");
        expressions.field(
                "dest", n.destination() == null ? null : n.destination().target());
        expressions.fields("values", n.values(), Context.LOAD);
        boolean trailingComma = !n.values().isEmpty() && writer.tape().kind(n.lastToken()) == TokenKind.COMMA;
        writer.field("nl", trailingComma ? "False" : "True");
        writer.end();
    }

    /** {@code exec(code, globals, locals)} is the tuple form of the statement. */
    @Override
    public void visit(Exec n, Void arg) {
        Expression body = n.body();
        Expression globals = n.globals();
        Expression locals = n.locals();
        if (globals == null && body instanceof Tuple tuple) {
            int size = tuple.elements().size();
            if (size == 2 || size == 3) {
                body = tuple.elements().get(0);
                globals = tuple.elements().get(1);
                locals = size == 3 ? tuple.elements().get(2) : null;
            }
        }
        writer.begin("Exec");
        expressions.field("body", body);
        expressions.field("globals", globals);
        expressions.field("locals", locals);
        writer.end();
    }

    @Override
    public void visit(For n, Void arg) {
        writer.begin("For");
        expressions.field("target", n.target(), Context.STORE);
        expressions.field("iter", n.iter());
        body(n.body());
        orElse(n.orElse());
        writer.end();
    }

    /** Every further item is a With in the body of the one before. */
    @Override
    public void visit(With n, Void arg) {
        int last = n.items().size() - 1;
        for (int i = 0; i <= last; i++) {
            WithItem item = n.items().get(i);
            writer.begin("With");
            expressions.field("context_expr", item.context());
            expressions.field("optional_vars", item.target(), Context.STORE);
            if (i < last) {
                writer.field("body");
                writer.out().put('[');
            } else {
                body(n.body());
            }
        }
        for (int i = 0; i < last; i++) {
            writer.end();
            writer.out().put(']');
        }
        writer.end();
    }

    @Override
    public void visit(Raise n, Void arg) {
        writer.begin("Raise");
        expressions.field("type", n.exc());
        expressions.field("inst", n.value());
        expressions.field("tback", n.traceback());
        writer.end();
    }

    /** A try with handlers and a finally is a TryExcept inside a TryFinally. */
    @Override
    public void visit(Try n, Void arg) {
        boolean handled = !n.handlers().isEmpty();
        if (n.finalBody() == null) {
            tryExcept(n);
            return;
        }
        writer.begin("TryFinally");
        if (handled) {
            writer.field("body");
            writer.out().put('[');
            tryExcept(n);
            writer.out().put(']');
        } else {
            body(n.body());
        }
        statements("finalbody", n.finalBody().body().statements());
        writer.end();
    }

    private void tryExcept(Try n) {
        writer.begin("TryExcept");
        body(n.body());
        writer.field("handlers");
        writer.out().put('[');
        for (int i = 0; i < n.handlers().size(); i++) {
            writer.element(i);
            n.handlers().get(i).accept(this, null);
        }
        writer.out().put(']');
        orElse(n.orElse());
        writer.end();
    }

    @Override
    public void visit(ExceptHandler n, Void arg) {
        writer.begin("ExceptHandler");
        expressions.field("type", n.type());
        if (n.name() != null) {
            writer.field("name");
            writer.begin("Name");
            writer.field("id", n.name());
            writer.field("ctx", Context.STORE.dump());
            writer.end();
        } else {
            expressions.field("name", n.target(), Context.STORE);
        }
        body(n.body());
        writer.end();
    }
}
