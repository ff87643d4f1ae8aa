// spotless:off
// Generated from engine/src/main/spec/python.nodes by GenerateNodes. Do not edit.
package dev.codemod.tree;

/**
 * A comparison or a chain of them.
 *
 * <pre>{@code left:Expression(bitor) comparisons:Comparison+}</pre>
 */
public final class Compare extends Expression {
    private final Expression left;
    private final NodeList<Comparison> comparisons;

    /** Creates a parsed node that covers the tokens first to last; for the parser only. */
    public Compare(Origin origin, int first, int last, Expression left, NodeList<Comparison> comparisons) {
        super(origin, first, last);
        this.left = left;
        this.comparisons = comparisons;
    }

    private Compare(Compare from, Expression left, NodeList<Comparison> comparisons) {
        super(Edit.of(from), from);
        this.left = left;
        this.comparisons = comparisons;
    }

    /** Returns the left. */
    public Expression left() {
        return left;
    }

    /** Returns the comparisons. */
    public NodeList<Comparison> comparisons() {
        return comparisons;
    }

    /** Returns a copy with another left, or this node if it is the same. */
    public Compare withLeft(Expression left) {
        return copy(left, comparisons);
    }

    /** Returns a copy with another comparisons, or this node if it is the same. */
    public Compare withComparisons(NodeList<Comparison> comparisons) {
        return copy(left, comparisons);
    }

    Compare copy(Expression left, NodeList<Comparison> comparisons) {
        java.util.Objects.requireNonNull(left, "left is null");
        java.util.Objects.requireNonNull(comparisons, "comparisons is null");
        return left == this.left && comparisons == this.comparisons ? this : new Compare(this, left, comparisons);
    }

    @Override
    public NodeKind kind() {
        return NodeKind.COMPARE;
    }

    @Override
    public Object slot(int slot) {
        switch (slot) {
            case 0:
                return left;
            case 1:
                return comparisons;
            default:
                throw new IndexOutOfBoundsException(slot);
        }
    }

    @Override
    @SuppressWarnings("unchecked")
    public Node withSlots(Object[] slots) {
        return copy((Expression) slots[0], (NodeList<Comparison>) slots[1]);
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
