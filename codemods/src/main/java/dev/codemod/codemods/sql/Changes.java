package dev.codemod.codemods.sql;

import dev.codemod.tree.AnnAssign;
import dev.codemod.tree.Assign;
import dev.codemod.tree.AugAssign;
import dev.codemod.tree.Block;
import dev.codemod.tree.Call;
import dev.codemod.tree.Expression;
import dev.codemod.tree.FunctionDef;
import dev.codemod.tree.ModifierVisitor;
import dev.codemod.tree.Module;
import dev.codemod.tree.NamedExpr;
import dev.codemod.tree.Node;
import dev.codemod.tree.NodeList;
import dev.codemod.tree.Parameters;
import dev.codemod.tree.Return;
import dev.codemod.tree.Statement;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** The changes of one file, collected while its tree is read and made together. */
final class Changes extends ModifierVisitor<Void> {
    private final Map<Call, Call> calls = new IdentityHashMap<>();
    private final Map<Node, Expression> values = new IdentityHashMap<>();
    private final Map<FunctionDef, Parameters> parameters = new IdentityHashMap<>();
    private final Map<Assign, Expression> targets = new IdentityHashMap<>();
    private final Map<Return, Expression> results = new IdentityHashMap<>();
    private final Map<FunctionDef, Expression> annotations = new IdentityHashMap<>();
    private final Map<Statement, List<Statement>> added = new IdentityHashMap<>();

    /** Puts a call in the place of another. */
    void replace(Call call, Call replacement) {
        calls.put(call, replacement);
    }

    /** Gives a function other parameters. */
    void replace(FunctionDef function, Parameters replacement) {
        parameters.put(function, replacement);
    }

    /** Changes the value of an assignment of any kind, {@code :=} included. */
    void assign(Node assignment, Expression value) {
        values.put(assignment, value);
    }

    /** Changes what an assignment with one target assigns to. */
    void retarget(Assign assignment, Expression target) {
        targets.put(assignment, target);
    }

    /** Changes what a statement returns. */
    void giveBack(Return statement, Expression value) {
        results.put(statement, value);
    }

    /** Changes the annotation of what a function returns. */
    void annotate(FunctionDef function, Expression returns) {
        annotations.put(function, returns);
    }

    /** Puts statements after another. */
    void addAfter(Statement statement, List<? extends Statement> next) {
        added.put(statement, List.copyOf(next));
    }

    boolean isEmpty() {
        return calls.isEmpty() && values.isEmpty() && parameters.isEmpty() && targets.isEmpty() && results.isEmpty();
    }

    @Override
    public Node visit(Call call, Void arg) {
        Call replacement = calls.get(call);
        // Values that moved may hold calls that change themselves.
        return super.visit(replacement == null ? call : replacement, arg);
    }

    @Override
    public Node visit(FunctionDef function, Void arg) {
        Parameters replacement = parameters.get(function);
        FunctionDef changed = replacement == null ? function : function.withParameters(replacement);
        Expression returns = annotations.get(function);
        return super.visit(returns == null ? changed : changed.withReturns(returns), arg);
    }

    @Override
    public Node visit(Assign assignment, Void arg) {
        Expression value = values.get(assignment);
        Expression target = targets.get(assignment);
        Assign changed = target == null ? assignment : assignment.withTargets(NodeList.of(target));
        return super.visit(value == null ? changed : changed.withValue(value), arg);
    }

    @Override
    public Node visit(Return statement, Void arg) {
        Expression value = results.get(statement);
        return super.visit(value == null ? statement : statement.withValue(value), arg);
    }

    @Override
    public Node visit(AnnAssign assignment, Void arg) {
        Expression value = values.get(assignment);
        return super.visit(value == null ? assignment : assignment.withValue(value), arg);
    }

    @Override
    public Node visit(AugAssign assignment, Void arg) {
        Expression value = values.get(assignment);
        return super.visit(value == null ? assignment : assignment.withValue(value), arg);
    }

    @Override
    public Node visit(NamedExpr assignment, Void arg) {
        Expression value = values.get(assignment);
        return super.visit(value == null ? assignment : assignment.withValue(value), arg);
    }

    @Override
    public Node visit(Block block, Void arg) {
        Block visited = (Block) super.visit(block, arg);
        return visited.withStatements(withAdded(block.statements(), visited.statements()));
    }

    @Override
    public Node visit(Module module, Void arg) {
        Module visited = (Module) super.visit(module, arg);
        return visited.withStatements(withAdded(module.statements(), visited.statements()));
    }

    private NodeList<Statement> withAdded(NodeList<Statement> old, NodeList<Statement> visited) {
        NodeList<Statement> result = visited;
        int index = 0;
        for (Statement statement : old) {
            index++;
            for (Statement next : added.getOrDefault(statement, List.of())) {
                result = result.insert(index++, next);
            }
        }
        return result;
    }
}
