// spotless:off
// Generated from engine/src/main/spec/python.nodes by GenerateNodes. Do not edit.
package dev.codemod.tree;

/**
 * One context manager of a with statement.
 *
 * <pre>{@code context:Expression ('as' target:Expression(star))?}</pre>
 */
public final class WithItem extends Node {
    private final Expression context;
    private final Expression target;

    /** Creates a parsed node that covers the tokens first to last; for the parser only. */
    public WithItem(Origin origin, int first, int last, Expression context, Expression target) {
        super(origin, first, last);
        this.context = context;
        this.target = target;
    }

    private WithItem(WithItem from, Expression context, Expression target) {
        super(Edit.of(from), from);
        this.context = context;
        this.target = target;
    }

    /** Returns the context. */
    public Expression context() {
        return context;
    }

    /** Returns the target, or null if there is none. */
    public Expression target() {
        return target;
    }

    /** Returns a copy with another context, or this node if it is the same. */
    public WithItem withContext(Expression context) {
        return copy(context, target);
    }

    /** Returns a copy with another target, or this node if it is the same. */
    public WithItem withTarget(Expression target) {
        return copy(context, target);
    }

    WithItem copy(Expression context, Expression target) {
        java.util.Objects.requireNonNull(context, "context is null");
        return context == this.context && target == this.target ? this : new WithItem(this, context, target);
    }

    @Override
    public NodeKind kind() {
        return NodeKind.WITH_ITEM;
    }

    @Override
    public Object slot(int slot) {
        switch (slot) {
            case 0:
                return context;
            case 1:
                return target;
            default:
                throw new IndexOutOfBoundsException(slot);
        }
    }

    @Override
    public Node withSlots(Object[] slots) {
        return copy((Expression) slots[0], (Expression) slots[1]);
    }

    @Override
    public <R, A> R accept(GenericVisitor<R, A> visitor, A arg) {
        return visitor.visit(this, arg);
    }

    @Override
    public <A> void accept(VoidVisitor<A> visitor, A arg) {
        visitor.visit(this, arg);
    }
}
// spotless:on
