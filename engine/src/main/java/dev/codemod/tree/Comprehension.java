// spotless:off
// Generated from engine/src/main/spec/python.nodes by GenerateNodes. Do not edit.
package dev.codemod.tree;

/**
 * A for clause of a comprehension and its conditions.
 *
 * <pre>{@code async?'async' 'for' target:Expression(star) 'in' iter:Expression(or) ifs:ComprehensionIf*}</pre>
 */
public final class Comprehension extends Node {
    private final boolean async;
    private final Expression target;
    private final Expression iter;
    private final NodeList<ComprehensionIf> ifs;

    /** Creates a parsed node that covers the tokens first to last; for the parser only. */
    public Comprehension(Origin origin, int first, int last, boolean async, Expression target, Expression iter, NodeList<ComprehensionIf> ifs) {
        super(origin, first, last);
        this.async = async;
        this.target = target;
        this.iter = iter;
        this.ifs = ifs;
    }

    private Comprehension(Comprehension from, boolean async, Expression target, Expression iter, NodeList<ComprehensionIf> ifs) {
        super(Edit.of(from), from);
        this.async = async;
        this.target = target;
        this.iter = iter;
        this.ifs = ifs;
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

    /** Returns the ifs. */
    public NodeList<ComprehensionIf> ifs() {
        return ifs;
    }

    /** Returns a copy with another async, or this node if it is the same. */
    public Comprehension withAsync(boolean async) {
        return copy(async, target, iter, ifs);
    }

    /** Returns a copy with another target, or this node if it is the same. */
    public Comprehension withTarget(Expression target) {
        return copy(async, target, iter, ifs);
    }

    /** Returns a copy with another iter, or this node if it is the same. */
    public Comprehension withIter(Expression iter) {
        return copy(async, target, iter, ifs);
    }

    /** Returns a copy with another ifs, or this node if it is the same. */
    public Comprehension withIfs(NodeList<ComprehensionIf> ifs) {
        return copy(async, target, iter, ifs);
    }

    Comprehension copy(boolean async, Expression target, Expression iter, NodeList<ComprehensionIf> ifs) {
        java.util.Objects.requireNonNull(target, "target is null");
        java.util.Objects.requireNonNull(iter, "iter is null");
        java.util.Objects.requireNonNull(ifs, "ifs is null");
        return async == this.async && target == this.target && iter == this.iter && ifs == this.ifs ? this : new Comprehension(this, async, target, iter, ifs);
    }

    @Override
    public NodeKind kind() {
        return NodeKind.COMPREHENSION;
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
                return ifs;
            default:
                throw new IndexOutOfBoundsException(slot);
        }
    }

    @Override
    @SuppressWarnings("unchecked")
    public Node withSlots(Object[] slots) {
        return copy((Boolean) slots[0], (Expression) slots[1], (Expression) slots[2], (NodeList<ComprehensionIf>) slots[3]);
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
