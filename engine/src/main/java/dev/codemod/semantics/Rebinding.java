package dev.codemod.semantics;

import dev.codemod.tree.Identifier;
import dev.codemod.tree.Node;
import dev.codemod.tree.Statement;

/**
 * Follows one variable from one statement to another: is there a way from the first to the second on which the variable
 * is bound anew?
 */
final class Rebinding extends FlowWalker {
    /** The first statement has not run yet. */
    private static final long BEFORE = 1;
    /** It has run, and the variable has kept its value since. */
    private static final long SAME = 2;
    /** It has run, and the variable was bound since. */
    private static final long CHANGED = 4;

    private final Binding binding;
    private final Symbol[] byToken;
    private final Statement from;
    private final boolean afterFrom;
    private final Statement to;
    private long arrived;

    private Rebinding(Binding binding, Symbol[] byToken, Statement from, boolean afterFrom, Statement to) {
        this.binding = binding;
        this.byToken = byToken;
        this.from = from;
        this.afterFrom = afterFrom;
        this.to = to;
    }

    /**
     * Returns whether the variable may be bound on the way to where the second statement begins.
     *
     * @param code the Module, FunctionDef or ClassDef whose own code holds both statements
     * @param afterFrom whether the way starts where the first statement ends, not where it begins
     */
    static boolean happens(
            Binding binding, Symbol[] byToken, Node code, Statement from, boolean afterFrom, Statement to) {
        Rebinding walk = new Rebinding(binding, byToken, from, afterFrom, to);
        walk.walk(code, BEFORE);
        return (walk.arrived & CHANGED) != 0;
    }

    @Override
    void begin(Statement statement) {
        if (statement == to) {
            arrived |= state;
        }
        if (statement == from && !afterFrom) {
            become(SAME);
        }
    }

    @Override
    void end(Statement statement) {
        if (statement == from && afterFrom) {
            become(SAME);
        }
    }

    @Override
    void name(Node name) {
        Symbol symbol = byToken[name.firstToken()];
        if (symbol != null && symbol.binding() == binding && binds(name) && (state & SAME) != 0) {
            become(state & ~SAME | CHANGED);
        }
    }

    private boolean binds(Node name) {
        for (Definition definition : binding.definitions()) {
            if (definition.name() == name && definition.kind() != BindingKind.DECLARATION) {
                return true;
            }
        }
        return false;
    }

    @Override
    void starImport() {
        if ((state & SAME) != 0) {
            become(state & ~SAME | CHANGED);
        }
    }

    @Override
    void endOfHandler(Identifier name) {
        name(name);
    }
}
