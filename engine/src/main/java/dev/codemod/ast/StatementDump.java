package dev.codemod.ast;

import dev.codemod.tree.Alias;
import dev.codemod.tree.Assert;
import dev.codemod.tree.Assign;
import dev.codemod.tree.AugAssign;
import dev.codemod.tree.Block;
import dev.codemod.tree.Break;
import dev.codemod.tree.Continue;
import dev.codemod.tree.Decorator;
import dev.codemod.tree.Delete;
import dev.codemod.tree.Elif;
import dev.codemod.tree.Else;
import dev.codemod.tree.ErrorStatement;
import dev.codemod.tree.Expression;
import dev.codemod.tree.ExpressionStatement;
import dev.codemod.tree.Global;
import dev.codemod.tree.If;
import dev.codemod.tree.Import;
import dev.codemod.tree.ImportFrom;
import dev.codemod.tree.Module;
import dev.codemod.tree.NodeList;
import dev.codemod.tree.Pass;
import dev.codemod.tree.Return;
import dev.codemod.tree.Statement;
import dev.codemod.tree.VoidVisitorAdapter;
import dev.codemod.tree.While;
import java.util.List;

/** Writes the statements that {@code ast.dump} shows in the same way at all levels. */
abstract class StatementDump extends VoidVisitorAdapter<Void> {
    final DumpWriter writer;
    private final StringEvaluator evaluator;
    private final ExpressionDump expressions;

    StatementDump(DumpWriter writer, StringEvaluator evaluator, ExpressionDump expressions) {
        this.writer = writer;
        this.evaluator = evaluator;
        this.expressions = expressions;
    }

    @Override
    public void visit(Module n, Void arg) {
        writer.begin("Module");
        statements("body", n.statements());
        writer.end();
    }

    void statements(String field, List<Statement> statements) {
        if (statements.isEmpty() && !writer.hasEmptyFields()) {
            return;
        }
        writer.field(field);
        writer.out().put('[');
        for (int i = 0; i < statements.size(); i++) {
            writer.element(i);
            statements.get(i).accept(this, null);
        }
        writer.out().put(']');
    }

    void body(Block block) {
        statements("body", block.statements());
    }

    void orElse(Else clause) {
        statements("orelse", clause == null ? List.of() : clause.body().statements());
    }

    @Override
    public void visit(ErrorStatement n, Void arg) {
        evaluator.report(n.startOffset(), "invalid syntax");
        writer.out().ascii("None");
    }

    void decorators(NodeList<Decorator> decorators) {
        if (decorators.isEmpty() && !writer.hasEmptyFields()) {
            return;
        }
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
        writer.end(n);
    }

    @Override
    public void visit(Delete n, Void arg) {
        writer.begin("Delete");
        expressions.fields("targets", n.targets(), Context.DEL);
        writer.end(n);
    }

    @Override
    public void visit(Assign n, Void arg) {
        writer.begin("Assign");
        expressions.fields("targets", n.targets(), Context.STORE);
        expressions.field("value", n.value());
        writer.end(n);
    }

    @Override
    public void visit(AugAssign n, Void arg) {
        writer.begin("AugAssign");
        expressions.field("target", n.target(), Context.STORE);
        writer.operator("op", n.op().operator().astName());
        expressions.field("value", n.value());
        writer.end(n);
    }

    @Override
    public void visit(While n, Void arg) {
        writer.begin("While");
        expressions.field("test", n.test());
        body(n.body());
        orElse(n.orElse());
        writer.end(n);
    }

    /** Every elif is an If in the orelse of the one before; all of them end where the statement ends. */
    @Override
    public void visit(If n, Void arg) {
        NodeList<Elif> elifs = n.elifs();
        condition(n.test(), n.body());
        for (Elif elif : elifs) {
            writer.field("orelse");
            writer.out().put('[');
            condition(elif.test(), elif.body());
        }
        orElse(n.orElse());
        for (int i = elifs.size() - 1; i >= 0; i--) {
            writer.endTokens(elifs.get(i).firstToken(), n.lastToken());
            writer.out().put(']');
        }
        writer.end(n);
    }

    private void condition(Expression test, Block body) {
        writer.begin("If");
        expressions.field("test", test);
        body(body);
    }

    @Override
    public void visit(Assert n, Void arg) {
        writer.begin("Assert");
        expressions.field("test", n.test());
        expressions.field("msg", n.message());
        writer.end(n);
    }

    @Override
    public void visit(Import n, Void arg) {
        writer.begin("Import");
        aliases(n.names());
        writer.end(n);
    }

    @Override
    public void visit(ImportFrom n, Void arg) {
        writer.begin("ImportFrom");
        if (n.module() != null) {
            writer.field("module");
            writer.dottedName(n.module());
        } else {
            writer.missing("module");
        }
        if (n.isStar()) {
            writer.field("names");
            writer.out().put('[');
            writer.begin("alias");
            writer.field("name", "'*'");
            writer.missing("asname");
            writer.endTokens(n.lastToken(), n.lastToken());
            writer.out().put(']');
        } else {
            aliases(n.names());
        }
        writer.field("level", n.level());
        writer.end(n);
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
            if (alias.asName() != null) {
                writer.field("asname", alias.asName());
            } else {
                writer.missing("asname");
            }
            writer.end(alias);
        }
        writer.out().put(']');
    }

    @Override
    public void visit(Global n, Void arg) {
        writer.begin("Global");
        writer.names("names", n.names());
        writer.end(n);
    }

    @Override
    public void visit(ExpressionStatement n, Void arg) {
        writer.begin("Expr");
        expressions.field("value", n.value());
        writer.end(n);
    }

    @Override
    public void visit(Pass n, Void arg) {
        writer.begin("Pass");
        writer.end(n);
    }

    @Override
    public void visit(Break n, Void arg) {
        writer.begin("Break");
        writer.end(n);
    }

    @Override
    public void visit(Continue n, Void arg) {
        writer.begin("Continue");
        writer.end(n);
    }
}
