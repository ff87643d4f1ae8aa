package dev.codemod.ast;

import dev.codemod.tree.AnnAssign;
import dev.codemod.tree.ClassDef;
import dev.codemod.tree.Decorator;
import dev.codemod.tree.ExceptHandler;
import dev.codemod.tree.For;
import dev.codemod.tree.FunctionDef;
import dev.codemod.tree.Identifier;
import dev.codemod.tree.Match;
import dev.codemod.tree.MatchCase;
import dev.codemod.tree.Name;
import dev.codemod.tree.NodeList;
import dev.codemod.tree.Nonlocal;
import dev.codemod.tree.ParamSpec;
import dev.codemod.tree.Raise;
import dev.codemod.tree.Statement;
import dev.codemod.tree.Try;
import dev.codemod.tree.TypeAlias;
import dev.codemod.tree.TypeParams;
import dev.codemod.tree.TypeVar;
import dev.codemod.tree.TypeVarTuple;
import dev.codemod.tree.With;

/** Writes statements of Python 3 as CPython 3.13's {@code ast.dump} does. */
final class Python3Statements extends StatementDump {
    private final Python3Expressions expressions;
    private final Python3Patterns patterns;

    Python3Statements(DumpWriter writer, StringEvaluator evaluator) {
        this(writer, evaluator, new Python3Expressions(writer, evaluator));
    }

    private Python3Statements(DumpWriter writer, StringEvaluator evaluator, Python3Expressions expressions) {
        super(writer, evaluator, expressions);
        this.expressions = expressions;
        patterns = new Python3Patterns(writer, expressions);
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
    public void visit(Nonlocal n, Void arg) {
        writer.begin("Nonlocal");
        writer.names("names", n.names());
        writer.end(n);
    }
}
