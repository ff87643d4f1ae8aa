package dev.codemod.ast;

import dev.codemod.lexer.TokenKind;
import dev.codemod.tree.Alias;
import dev.codemod.tree.Argument;
import dev.codemod.tree.Assert;
import dev.codemod.tree.Assign;
import dev.codemod.tree.AugAssign;
import dev.codemod.tree.Block;
import dev.codemod.tree.Break;
import dev.codemod.tree.ClassDef;
import dev.codemod.tree.Continue;
import dev.codemod.tree.Decorator;
import dev.codemod.tree.Delete;
import dev.codemod.tree.Elif;
import dev.codemod.tree.Else;
import dev.codemod.tree.ErrorStatement;
import dev.codemod.tree.ExceptHandler;
import dev.codemod.tree.Exec;
import dev.codemod.tree.Expression;
import dev.codemod.tree.ExpressionStatement;
import dev.codemod.tree.For;
import dev.codemod.tree.FunctionDef;
import dev.codemod.tree.Global;
import dev.codemod.tree.If;
import dev.codemod.tree.Import;
import dev.codemod.tree.ImportFrom;
import dev.codemod.tree.Module;
import dev.codemod.tree.NodeList;
import dev.codemod.tree.Pass;
import dev.codemod.tree.Print;
import dev.codemod.tree.Raise;
import dev.codemod.tree.Return;
import dev.codemod.tree.Statement;
import dev.codemod.tree.Try;
import dev.codemod.tree.Tuple;
import dev.codemod.tree.VoidVisitorAdapter;
import dev.codemod.tree.While;
import dev.codemod.tree.With;
import dev.codemod.tree.WithItem;
import java.util.List;

/** Writes statements of Python 2 as CPython 2.7's {@code ast.dump} does: every field, no positions. */
final class Python2Statements extends VoidVisitorAdapter<Void> {
    private final DumpWriter writer;
    private final StringEvaluator evaluator;
    private final Python2Expressions expressions;

    Python2Statements(DumpWriter writer, StringEvaluator evaluator) {
        this.writer = writer;
        this.evaluator = evaluator;
        expressions = new Python2Expressions(writer, evaluator);
    }

    @Override
    public void visit(Module n, Void arg) {
        writer.begin("Module");
        statements("body", n.statements());
        writer.end();
    }

    private void statements(String field, List<Statement> statements) {
        writer.field(field);
        writer.out().put('[');
        for (int i = 0; i < statements.size(); i++) {
            writer.element(i);
            statements.get(i).accept(this, null);
        }
        writer.out().put(']');
    }

    private void body(Block block) {
        statements("body", block.statements());
    }

    private void orElse(Else clause) {
        statements("orelse", clause == null ? List.of() : clause.body().statements());
    }

    @Override
    public void visit(ErrorStatement n, Void arg) {
        evaluator.report(n.startOffset(), "invalid syntax");
        writer.out().ascii("None");
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

    private void decorators(NodeList<Decorator> decorators) {
        writer.field("decorator_list");
        writer.out().put('[');
        for (int i = 0; i < decorators.size(); i++) {
            writer.element(i);
            expressions.write(decorators.get(i).expression(), Context.LOAD);
        }
        writer.out().put(']');
    }

    @Override
    public void visit(Return n, Void arg) {
        writer.begin("Return");
        expressions.field("value", n.value());
        writer.end();
    }

    @Override
    public void visit(Delete n, Void arg) {
        writer.begin("Delete");
        expressions.fields("targets", n.targets(), Context.DEL);
        writer.end();
    }

    @Override
    public void visit(Assign n, Void arg) {
        writer.begin("Assign");
        expressions.fields("targets", n.targets(), Context.STORE);
        expressions.field("value", n.value());
        writer.end();
    }

    @Override
    public void visit(AugAssign n, Void arg) {
        writer.begin("AugAssign");
        expressions.field("target", n.target(), Context.STORE);
        writer.operator("op", n.op().operator().astName());
        expressions.field("value", n.value());
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

    @Override
    public void visit(While n, Void arg) {
        writer.begin("While");
        expressions.field("test", n.test());
        body(n.body());
        orElse(n.orElse());
        writer.end();
    }

    /** Every elif is an If in the orelse of the one before. */
    @Override
    public void visit(If n, Void arg) {
        condition(n.test(), n.body());
        for (Elif elif : n.elifs()) {
            writer.field("orelse");
            writer.out().put('[');
            condition(elif.test(), elif.body());
        }
        orElse(n.orElse());
        for (int i = 0; i < n.elifs().size(); i++) {
            writer.end();
            writer.out().put(']');
        }
        writer.end();
    }

    private void condition(Expression test, Block body) {
        writer.begin("If");
        expressions.field("test", test);
        body(body);
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

    @Override
    public void visit(Assert n, Void arg) {
        writer.begin("Assert");
        expressions.field("test", n.test());
        expressions.field("msg", n.message());
        writer.end();
    }

    @Override
    public void visit(Import n, Void arg) {
        writer.begin("Import");
        aliases(n.names());
        writer.end();
    }

    @Override
    public void visit(ImportFrom n, Void arg) {
        writer.begin("ImportFrom");
        writer.field("module");
        if (n.module() == null) {
            writer.out().ascii("None");
        } else {
            writer.dottedName(n.module());
        }
        if (n.isStar()) {
            writer.field("names", "[alias(name='*', asname=None)]");
        } else {
            aliases(n.names());
        }
        writer.field("level", n.level());
        writer.end();
    }

    private void aliases(NodeList<Alias> aliases) {
        writer.field("names");
        writer.out().put('[');
        for (int i = 0; i < aliases.size(); i++) {
            Alias alias = aliases.get(i);
            writer.element(i);
            writer.begin("alias");
            writer.field("name");
            writer.dottedName(alias.name());
            if (alias.asName() == null) {
                writer.field("asname", "None");
            } else {
                writer.field("asname", alias.asName());
            }
            writer.end();
        }
        writer.out().put(']');
    }

    @Override
    public void visit(Global n, Void arg) {
        writer.begin("Global");
        writer.names("names", n.names());
        writer.end();
    }

    @Override
    public void visit(ExpressionStatement n, Void arg) {
        writer.begin("Expr");
        expressions.field("value", n.value());
        writer.end();
    }

    @Override
    public void visit(Pass n, Void arg) {
        writer.begin("Pass");
        writer.end();
    }

    @Override
    public void visit(Break n, Void arg) {
        writer.begin("Break");
        writer.end();
    }

    @Override
    public void visit(Continue n, Void arg) {
        writer.begin("Continue");
        writer.end();
    }
}
