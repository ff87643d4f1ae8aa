package dev.codemod.codemods.sql;

import dev.codemod.semantics.Binding;
import dev.codemod.semantics.BindingKind;
import dev.codemod.semantics.Definition;
import dev.codemod.semantics.Reaching;
import dev.codemod.semantics.ScopeKind;
import dev.codemod.semantics.Semantics;
import dev.codemod.tree.AnnAssign;
import dev.codemod.tree.Assign;
import dev.codemod.tree.Attribute;
import dev.codemod.tree.Block;
import dev.codemod.tree.Call;
import dev.codemod.tree.Expression;
import dev.codemod.tree.For;
import dev.codemod.tree.Module;
import dev.codemod.tree.Name;
import dev.codemod.tree.NamedExpr;
import dev.codemod.tree.Node;
import dev.codemod.tree.NodeList;
import dev.codemod.tree.Path;
import dev.codemod.tree.Statement;
import dev.codemod.tree.While;
import java.util.ArrayList;
import java.util.List;

/** A query that is assigned to a variable before the call that hands it to the database. */
final class QueryVariable {
    private final Semantics semantics;
    private final Definition definition;
    private final boolean isAlsoLogged;

    private QueryVariable(Semantics semantics, Definition definition, boolean isAlsoLogged) {
        this.semantics = semantics;
        this.definition = definition;
        this.isAlsoLogged = isAlsoLogged;
    }

    /** Returns the definitions that may have given a variable its value, or none if that is not known. */
    static List<Definition> definitions(Name use, Semantics semantics) {
        Reaching reaching = semantics.reaching(use);
        return reaching == null ? List.of() : reaching.definitions();
    }

    /**
     * Returns the variable if its definition and its use can be rewritten together.
     *
     * @throws CompositionProblem if they cannot
     */
    static QueryVariable of(Name use, Semantics semantics) {
        Reaching reaching = semantics.reaching(use);
        Binding binding = semantics.bindingOf(use);
        if (semantics.symbolOf(use).scope() != binding.scope()
                || reaching.definitions().stream().anyMatch(each -> each.scope() != binding.scope())
                || binding.scope().kind() == ScopeKind.CLASS
                || !binding.declarations().isEmpty()) {
            throw new CompositionProblem(
                    use,
                    "query-in-other-scope",
                    "the query is assigned in another scope than the one that executes it");
        }
        Definition only = reaching.only();
        if (only == null || only.kind() == BindingKind.AUGMENTED_ASSIGNMENT) {
            throw new CompositionProblem(
                    use,
                    "query-built-in-steps",
                    "the query is put together by several statements; collect its parameters in a list beside it");
        }
        boolean isAssigned = only.site() instanceof AnnAssign
                || only.site() instanceof NamedExpr
                || only.site() instanceof Assign assign
                        && assign.targets().size() == 1
                        && assign.targets().get(0) == only.name();
        if (!isAssigned || reaching.mayBeUnbound()) {
            throw new CompositionProblem(
                    use, "query-variable", "the query is assigned in a way that cannot be rewritten; assign it alone");
        }
        return new QueryVariable(semantics, only, hasOtherUses(use, only, binding, semantics));
    }

    /**
     * Returns the variable that an argument of a call assigns besides, or null if nobody reads it.
     *
     * @throws CompositionProblem if something else reads the text
     */
    static QueryVariable assignedIn(NamedExpr named, Call sink, Semantics semantics) {
        Name target = named.target();
        Binding binding = semantics.bindingOf(target);
        for (Definition definition : binding.definitions()) {
            if (definition.name() == target) {
                return new QueryVariable(semantics, definition, hasOtherUses(sink, definition, binding, semantics));
            }
        }
        throw new IllegalStateException("a target that is not bound");
    }

    /** Returns whether the text is also logged; any other use is a problem. */
    private static boolean hasOtherUses(Node use, Definition only, Binding binding, Semantics semantics) {
        boolean isLogged = false;
        for (Name reference : binding.references()) {
            Reaching reaching = semantics.reaching(reference);
            boolean isSame = reaching == null || reaching.definitions().contains(only);
            if (reference == use || !isSame) {
                continue;
            }
            if (TextReads.isTest(reference, semantics)) {
                continue;
            }
            if (!TextReads.isLogging(reference, semantics)) {
                throw new CompositionProblem(
                        use,
                        "query-used-elsewhere",
                        "the text of the query is also used in line " + reference.line()
                                + ", which would see placeholders; execute it from one place");
            }
            isLogged = true;
        }
        return isLogged;
    }

    Definition definition() {
        return definition;
    }

    /** Returns what assigns the query: a statement, or {@code :=}. */
    Node assignment() {
        return definition.site();
    }

    boolean isAlsoLogged() {
        return isAlsoLogged;
    }

    /** Returns whether values can be read where the query is used instead of where it is composed. */
    boolean canReadLater(List<Expression> values, Call sink, Purity purity) {
        boolean isArgument =
                sink.firstToken() <= assignment().firstToken() && assignment().lastToken() <= sink.lastToken();
        if (isArgument || isNext(sink)) {
            return true;
        }
        if (isInOtherLoop(sink)) {
            return false;
        }
        for (Expression value : values) {
            if (!isStable(value, sink, purity)) {
                return false;
            }
        }
        return true;
    }

    /** Returns whether the sink is in the next statement of the same block, before anything else is evaluated. */
    private boolean isNext(Call sink) {
        Statement statement = semantics.path(sink).statement();
        Node parent = semantics.path(assignment()).parent();
        NodeList<Statement> siblings = parent instanceof Block block
                ? block.statements()
                : parent instanceof Module module ? module.statements() : NodeList.empty();
        int index = siblings.indexOfNode(assignment());
        return index >= 0
                && index + 1 < siblings.size()
                && siblings.get(index + 1) == statement
                && !(statement instanceof For)
                && !(statement instanceof While)
                && Purity.isVariable(sink.func());
    }

    private boolean isInOtherLoop(Call sink) {
        Path path = semantics.path(sink);
        for (int i = 1; path.ancestor(i) != null; i++) {
            Node ancestor = path.ancestor(i);
            boolean isLoop = ancestor instanceof For || ancestor instanceof While;
            if (isLoop
                    && !(ancestor.firstToken() <= assignment().firstToken()
                            && assignment().lastToken() <= ancestor.lastToken())) {
                return true;
            }
        }
        return false;
    }

    private boolean isStable(Expression value, Call sink, Purity purity) {
        if (value.parsed() != semantics.module().parsed() || !purity.isPure(value)) {
            return false;
        }
        List<Node> open = new ArrayList<>(List.of(value));
        while (!open.isEmpty()) {
            Node node = open.remove(open.size() - 1);
            if (node instanceof Attribute
                    || node instanceof dev.codemod.tree.Subscript
                    || node instanceof Call call && !(call.func() instanceof Name)) {
                return false;
            }
            if (node instanceof Name name && isRebound(name, sink)) {
                return false;
            }
            node.addChildrenTo(open);
        }
        return true;
    }

    private boolean isRebound(Name name, Call sink) {
        Binding binding = semantics.bindingOf(name);
        return binding != null && semantics.isReboundBetween(binding, definition.name(), sink);
    }
}
