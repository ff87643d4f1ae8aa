package dev.codemod.rewrite;

import dev.codemod.tree.Alias;
import dev.codemod.tree.AnnAssign;
import dev.codemod.tree.Assign;
import dev.codemod.tree.Attribute;
import dev.codemod.tree.AugAssign;
import dev.codemod.tree.ClassDef;
import dev.codemod.tree.Comprehension;
import dev.codemod.tree.Delete;
import dev.codemod.tree.ExceptHandler;
import dev.codemod.tree.Expression;
import dev.codemod.tree.For;
import dev.codemod.tree.FunctionDef;
import dev.codemod.tree.Global;
import dev.codemod.tree.Identifier;
import dev.codemod.tree.Import;
import dev.codemod.tree.ImportFrom;
import dev.codemod.tree.Lambda;
import dev.codemod.tree.MatchAs;
import dev.codemod.tree.MatchRest;
import dev.codemod.tree.MatchStar;
import dev.codemod.tree.Module;
import dev.codemod.tree.Name;
import dev.codemod.tree.NamedExpr;
import dev.codemod.tree.Node;
import dev.codemod.tree.Nonlocal;
import dev.codemod.tree.Parameter;
import dev.codemod.tree.Statement;
import dev.codemod.tree.Subscript;
import dev.codemod.tree.TypeAlias;
import dev.codemod.tree.VoidVisitorAdapter;
import dev.codemod.tree.WithItem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Every place of a file that binds a name, with the function that it is in.
 *
 * <p>Coarser than the scopes of {@code semantics}, on purpose: enough to know that a name is free, and never wrong in
 * that direction. Names that a comprehension or a class body binds count for what is around them as well.
 */
final class BoundNames extends VoidVisitorAdapter<Node> {
    /**
     * A place that binds a name.
     *
     * @param node the Name or Identifier, or the DottedName of an import
     * @param function the innermost FunctionDef or Lambda around, or null
     * @param statement the statement if it is an import, else null
     * @param alias the imported name if the statement is an import, else null
     */
    record Binding(Node node, Node function, Statement statement, Alias alias) {}

    private final Map<String, List<Binding>> bindings = new HashMap<>();
    private boolean hasStarImport;

    private BoundNames() {}

    static BoundNames of(Module module) {
        BoundNames names = new BoundNames();
        module.accept(names, null);
        return names;
    }

    List<Binding> of(String name) {
        return bindings.getOrDefault(name, List.of());
    }

    /** Returns whether a {@code from m import *} binds names that nobody knows. */
    boolean hasStarImport() {
        return hasStarImport;
    }

    private void add(Node name, Node function, Statement statement, Alias alias) {
        bindings.computeIfAbsent(name.sourceText(), key -> new ArrayList<>())
                .add(new Binding(name, function, statement, alias));
    }

    private void add(Node name, Node function) {
        if (name != null) {
            add(name, function, null, null);
        }
    }

    /** Adds the names of a target; what stands before a dot or a bracket is read, not bound. */
    private void addTarget(Expression target, Node function) {
        if (target instanceof Name) {
            add(target, function);
        } else if (!(target instanceof Attribute) && !(target instanceof Subscript)) {
            for (Node child : target.children()) {
                if (child instanceof Expression expression) {
                    addTarget(expression, function);
                }
            }
        }
    }

    @Override
    public void visit(FunctionDef n, Node function) {
        add(n.name(), function);
        n.decorators().forEach(decorator -> decorator.accept(this, function));
        n.parameters().accept(this, n);
        if (n.returns() != null) {
            n.returns().accept(this, function);
        }
        n.body().accept(this, n);
    }

    @Override
    public void visit(Lambda n, Node function) {
        super.visit(n, n);
    }

    @Override
    public void visit(ClassDef n, Node function) {
        add(n.name(), function);
        super.visit(n, function);
    }

    @Override
    public void visit(Parameter n, Node function) {
        add(n.name(), function);
        super.visit(n, function);
    }

    @Override
    public void visit(Import n, Node function) {
        for (Alias alias : n.names()) {
            Identifier bound = alias.asName() != null
                    ? alias.asName()
                    : alias.name().names().first();
            add(bound, function, n, alias);
        }
    }

    @Override
    public void visit(ImportFrom n, Node function) {
        hasStarImport |= n.isStar();
        for (Alias alias : n.names()) {
            Identifier bound = alias.asName() != null
                    ? alias.asName()
                    : alias.name().names().first();
            add(bound, function, n, alias);
        }
    }

    @Override
    public void visit(Assign n, Node function) {
        n.targets().forEach(target -> addTarget(target, function));
        super.visit(n, function);
    }

    @Override
    public void visit(AugAssign n, Node function) {
        addTarget(n.target(), function);
        super.visit(n, function);
    }

    @Override
    public void visit(AnnAssign n, Node function) {
        addTarget(n.target(), function);
        super.visit(n, function);
    }

    @Override
    public void visit(For n, Node function) {
        addTarget(n.target(), function);
        super.visit(n, function);
    }

    @Override
    public void visit(Comprehension n, Node function) {
        addTarget(n.target(), function);
        super.visit(n, function);
    }

    @Override
    public void visit(WithItem n, Node function) {
        if (n.target() != null) {
            addTarget(n.target(), function);
        }
        super.visit(n, function);
    }

    @Override
    public void visit(Delete n, Node function) {
        n.targets().forEach(target -> addTarget(target, function));
        super.visit(n, function);
    }

    @Override
    public void visit(NamedExpr n, Node function) {
        addTarget(n.target(), function);
        super.visit(n, function);
    }

    @Override
    public void visit(ExceptHandler n, Node function) {
        add(n.name(), function);
        if (n.target() != null) {
            addTarget(n.target(), function);
        }
        super.visit(n, function);
    }

    @Override
    public void visit(TypeAlias n, Node function) {
        add(n.name(), function);
        super.visit(n, function);
    }

    @Override
    public void visit(MatchAs n, Node function) {
        add(n.name(), function);
        super.visit(n, function);
    }

    @Override
    public void visit(MatchStar n, Node function) {
        add(n.name(), function);
    }

    @Override
    public void visit(MatchRest n, Node function) {
        add(n.name(), function);
    }

    /** A declaration makes the function bind a name of the module: it counts there. */
    @Override
    public void visit(Global n, Node function) {
        n.names().forEach(name -> add(name, null));
    }

    @Override
    public void visit(Nonlocal n, Node function) {
        n.names().forEach(name -> add(name, function));
    }
}
