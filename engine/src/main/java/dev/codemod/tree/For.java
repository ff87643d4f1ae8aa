// spotless:off
// Generated from engine/src/main/spec/python.nodes by GenerateNodes. Do not edit.
package dev.codemod.tree;

/**
 * A for loop, async or not.
 *
 * <pre>{@code async?'async' 'for' target:Expression(star) 'in' iter:Expression(star) ':' body:Block orElse:Else?}</pre>
 */
public final class For extends Statement {
    private final boolean async;
    private final Expression target;
    private final Expression iter;
    private final Block body;
    private final Else orElse;

    /** Creates a parsed node that covers the tokens first to last; for the parser only. */
    public For(Origin origin, int first, int last, boolean async, Expression target, Expression iter, Block body, Else orElse) {
        super(origin, first, last);
        this.async = async;
        this.target = target;
        this.iter = iter;
        this.body = body;
        this.orElse = orElse;
    }

    private For(For from, boolean async, Expression target, Expression iter, Block body, Else orElse) {
        super(Edit.of(from), from);
        this.async = async;
        this.target = target;
        this.iter = iter;
        this.body = body;
        this.orElse = orElse;
    }

    /** Returns whether {@code async} is there. */
    public boolean isAsync() {
        return async;
    }

    /** Returns the target. */
    public Expression target() {
        return target;
    }

    /** Returns the iter. */
    public Expression iter() {
        return iter;
    }

    /** Returns the body. */
    public Block body() {
        return body;
    }

    /** Returns the or else, or null if there is none. */
    public Else orElse() {
        return orElse;
    }

    /** Returns a copy with another async, or this node if it is the same. */
    public For withAsync(boolean async) {
        return copy(async, target, iter, body, orElse);
    }

    /** Returns a copy with another target, or this node if it is the same. */
    public For withTarget(Expression target) {
        return copy(async, target, iter, body, orElse);
    }

    /** Returns a copy with another iter, or this node if it is the same. */
    public For withIter(Expression iter) {
        return copy(async, target, iter, body, orElse);
    }

    /** Returns a copy with another body, or this node if it is the same. */
    public For withBody(Block body) {
        return copy(async, target, iter, body, orElse);
    }

    /** Returns a copy with another or else, or this node if it is the same. */
    public For withOrElse(Else orElse) {
        return copy(async, target, iter, body, orElse);
    }

    For copy(boolean async, Expression target, Expression iter, Block body, Else orElse) {
        java.util.Objects.requireNonNull(target, "target is null");
        java.util.Objects.requireNonNull(iter, "iter is null");
        java.util.Objects.requireNonNull(body, "body is null");
        return async == this.async && target == this.target && iter == this.iter && body == this.body && orElse == this.orElse ? this : new For(this, async, target, iter, body, orElse);
    }

    @Override
    public NodeKind kind() {
        return NodeKind.FOR;
    }

    @Override
    public Object slot(int slot) {
        switch (slot) {
            case 0:
                return async;
            case 1:
                return target;
            case 2:
                return iter;
            case 3:
                return body;
            case 4:
                return orElse;
            default:
                throw new IndexOutOfBoundsException(slot);
        }
    }

    @Override
    public Node withSlots(Object[] slots) {
        return copy((Boolean) slots[0], (Expression) slots[1], (Expression) slots[2], (Block) slots[3], (Else) slots[4]);
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
