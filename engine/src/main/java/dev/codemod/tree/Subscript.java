// spotless:off
// Generated from engine/src/main/spec/python.nodes by GenerateNodes. Do not edit.
package dev.codemod.tree;

/**
 * value[slice]; several indices are a Tuple without parentheses.
 *
 * <pre>{@code value:Expression(primary) '[' slice:Expression(star) ']'}</pre>
 */
public final class Subscript extends Expression {
    private final Expression value;
    private final Expression slice;

    /** Creates a parsed node that covers the tokens first to last; for the parser only. */
    public Subscript(Origin origin, int first, int last, Expression value, Expression slice) {
        super(origin, first, last);
        this.value = value;
        this.slice = slice;
    }

    private Subscript(Subscript from, Expression value, Expression slice) {
        super(Edit.of(from), from);
        this.value = value;
        this.slice = slice;
    }

    /** Returns the value. */
    public Expression value() {
        return value;
    }

    /** Returns the slice. */
    public Expression slice() {
        return slice;
    }

    /** Returns a copy with another value, or this node if it is the same. */
    public Subscript withValue(Expression value) {
        return copy(value, slice);
    }

    /** Returns a copy with another slice, or this node if it is the same. */
    public Subscript withSlice(Expression slice) {
        return copy(value, slice);
    }

    Subscript copy(Expression value, Expression slice) {
        java.util.Objects.requireNonNull(value, "value is null");
        java.util.Objects.requireNonNull(slice, "slice is null");
        return value == this.value && slice == this.slice ? this : new Subscript(this, value, slice);
    }

    @Override
    public NodeKind kind() {
        return NodeKind.SUBSCRIPT;
    }

    @Override
    public Object slot(int slot) {
        switch (slot) {
            case 0:
                return value;
            case 1:
                return slice;
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
