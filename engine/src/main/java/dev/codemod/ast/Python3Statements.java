package dev.codemod.ast;

import dev.codemod.tree.Alias;
import dev.codemod.tree.AnnAssign;
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
import dev.codemod.tree.Expression;
import dev.codemod.tree.ExpressionStatement;
import dev.codemod.tree.For;
import dev.codemod.tree.FunctionDef;
import dev.codemod.tree.Global;
import dev.codemod.tree.Identifier;
import dev.codemod.tree.If;
import dev.codemod.tree.Import;
import dev.codemod.tree.ImportFrom;
import dev.codemod.tree.Match;
import dev.codemod.tree.MatchCase;
import dev.codemod.tree.Module;
import dev.codemod.tree.Name;
import dev.codemod.tree.NodeList;
import dev.codemod.tree.Nonlocal;
import dev.codemod.tree.ParamSpec;
import dev.codemod.tree.Pass;
import dev.codemod.tree.Raise;
import dev.codemod.tree.Return;
import dev.codemod.tree.Statement;
import dev.codemod.tree.Try;
import dev.codemod.tree.TypeAlias;
import dev.codemod.tree.TypeParams;
import dev.codemod.tree.TypeVar;
import dev.codemod.tree.TypeVarTuple;
import dev.codemod.tree.VoidVisitorAdapter;
import dev.codemod.tree.While;
import dev.codemod.tree.With;

/** Writes statements of Python 3 as CPython 3.13's {@code ast.dump} does. */
final class Python3Statements extends VoidVisitorAdapter<Void> {
    private final DumpWriter writer;
    private final StringEvaluator evaluator;
    private final Python3Expressions expressions;
    private final Python3Patterns patterns;

    Python3Statements(DumpWriter writer, StringEvaluator evaluator) {
        this.writer = writer;
        this.evaluator = evaluator;
        expressions = new Python3Expressions(writer, evaluator);
        patterns = new Python3Patterns(writer, expressions);
    }

    @Override
    public void visit(Module n, Void arg) {
        writer.begin("Module");
        statements("body", n.statements());
        writer.end();
    }

    private void statements(String field, NodeList<Statement> statements) {
        if (statements.isEmpty()) {
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

    private void body(Block block) {
        statements("body", block.statements());
    }

    private void orElse(Else clause) {
        if (clause != null) {
            statements("orelse", clause.body().statements());
        }
    }

    @Override
    public void visit(ErrorStatement n, Void arg) {
        evaluator.report(n.startOffset(), "invalid syntax");
        writer.out().ascii("None");
    }

    @Override
    public void visit(FunctionDef n, Void arg) {
        writer.begin(n.isAsync() ? "AsyncFunctionDef" : "FunctionDef");
        writer.field("name", n.name());
        expressions.parameters(n.parameters());
        body(n.body());
        decorators(n.decorators());
        expressions.field("returns", n.returns());
        typeParams(n.typeParams());
        writer.endTokens(afterDecorators(n, n.decorators()), n.lastToken());
    }

    @Override
    public void visit(ClassDef n, Void arg) {
        writer.begin("ClassDef");
        writer.field("name", n.name());
        if (n.arguments() != null) {
            expressions.arguments("bases", n.arguments().arguments());
        }
        body(n.body());
        decorators(n.decorators());
        typeParams(n.typeParams());
        writer.endTokens(afterDecorators(n, n.decorators()), n.lastToken());
    }

    /** Since 3.8 the position of a definition is that of {@code def} or {@code class}. */
    private static int afterDecorators(Statement n, NodeList<Decorator> decorators) {
        return decorators.isEmpty() ? n.firstToken() : decorators.last().lastToken() + 1;
    }

    private void decorators(NodeList<Decorator> decorators) {
        if (decorators.isEmpty()) {
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

    private void typeParams(TypeParams typeParams) {
        if (typeParams == null) {
            return;
        }
        writer.field("type_params");
        writer.out().put('[');
        for (int i = 0; i < typeParams.params().size(); i++) {
            writer.element(i);
            typeParams.params().get(i).accept(this, null);
        }
        writer.out().put(']');
    }

    @Override
    public void visit(TypeVar n, Void arg) {
        typeParam("TypeVar", n.name());
        expressions.field("bound", n.bound());
        expressions.field("default_value", n.defaultValue());
        writer.end(n);
    }

    @Override
    public void visit(TypeVarTuple n, Void arg) {
        typeParam("TypeVarTuple", n.name());
        expressions.field("default_value", n.defaultValue());
        writer.end(n);
    }

    @Override
    public void visit(ParamSpec n, Void arg) {
        typeParam("ParamSpec", n.name());
        expressions.field("default_value", n.defaultValue());
        writer.end(n);
    }

    private void typeParam(String kind, Identifier name) {
        writer.begin(kind);
        writer.field("name", name);
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
    public void visit(AnnAssign n, Void arg) {
        writer.begin("AnnAssign");
        expressions.field("target", n.target(), Context.STORE);
        expressions.field("annotation", n.annotation());
        expressions.field("value", n.value());
        boolean simple = n.target() instanceof Name && n.target().parentheses() == 0;
        writer.field("simple", simple ? 1 : 0);
        writer.end(n);
    }

    @Override
    public void visit(TypeAlias n, Void arg) {
        writer.begin("TypeAlias");
        expressions.field("name", n.name(), Context.STORE);
        typeParams(n.typeParams());
        expressions.field("value", n.value());
        writer.end(n);
    }

    @Override
    public void visit(For n, Void arg) {
        writer.begin(n.isAsync() ? "AsyncFor" : "For");
        expressions.field("target", n.target(), Context.STORE);
        expressions.field("iter", n.iter());
        body(n.body());
        orElse(n.orElse());
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
    public void visit(With n, Void arg) {
        writer.begin(n.isAsync() ? "AsyncWith" : "With");
        writer.field("items");
        writer.out().put('[');
        for (int i = 0; i < n.items().size(); i++) {
            writer.element(i);
            writer.begin("withitem");
            expressions.field("context_expr", n.items().get(i).context());
            expressions.field("optional_vars", n.items().get(i).target(), Context.STORE);
            writer.end();
        }
        writer.out().put(']');
        body(n.body());
        writer.end(n);
    }

    @Override
    public void visit(Match n, Void arg) {
        writer.begin("Match");
        expressions.field("subject", n.subject());
        writer.field("cases");
        writer.out().put('[');
        for (int i = 0; i < n.cases().size(); i++) {
            MatchCase matchCase = n.cases().get(i);
            writer.element(i);
            writer.begin("match_case");
            writer.field("pattern");
            matchCase.pattern().accept(patterns, null);
            expressions.field("guard", matchCase.guard());
            body(matchCase.body());
            writer.end();
        }
        writer.out().put(']');
        writer.end(n);
    }

    @Override
    public void visit(Raise n, Void arg) {
        writer.begin("Raise");
        expressions.field("exc", n.exc());
        expressions.field("cause", n.cause());
        writer.end(n);
    }

    @Override
    public void visit(Try n, Void arg) {
        boolean star = !n.handlers().isEmpty() && n.handlers().first().isStar();
        writer.begin(star ? "TryStar" : "Try");
        body(n.body());
        if (!n.handlers().isEmpty()) {
            writer.field("handlers");
            writer.out().put('[');
            for (int i = 0; i < n.handlers().size(); i++) {
                writer.element(i);
                n.handlers().get(i).accept(this, null);
            }
            writer.out().put(']');
        }
        orElse(n.orElse());
        if (n.finalBody() != null) {
            statements("finalbody", n.finalBody().body().statements());
        }
        writer.end(n);
    }

    @Override
    public void visit(ExceptHandler n, Void arg) {
        writer.begin("ExceptHandler");
        expressions.field("type", n.type());
        if (n.name() != null) {
            writer.field("name", n.name());
        }
        body(n.body());
        writer.end(n);
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
        }
        if (n.isStar()) {
            writer.field("names");
            writer.out().put('[');
            writer.begin("alias");
            writer.field("name", "'*'");
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
    public void visit(Nonlocal n, Void arg) {
        writer.begin("Nonlocal");
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
