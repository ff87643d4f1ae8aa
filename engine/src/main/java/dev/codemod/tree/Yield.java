// spotless:off
// Generated from engine/src/main/spec/python.nodes by GenerateNodes. Do not edit.
package dev.codemod.tree;

/**
 * yield
 *
 * <pre>{@code 'yield' value:Expression(star)?}</pre>
 */
public final class Yield extends Expression {
    private final Expression value;

    /** Creates a parsed node that covers the tokens first to last; for the parser only. */
    public Yield(Origin origin, int first, int last, Expression value) {
        super(origin, first, last);
        this.value = value;
    }

    private Yield(Yield from, Expression value) {
        super(Edit.of(from), from);
        this.value = value;
    }

    /** Returns the value, or null if there is none. */
    public Expression value() {
        return value;
    }

    /** Returns a copy with another value, or this node if it is the same. */
    public Yield withValue(Expression value) {
        return copy(value);
    }

    Yield copy(Expression value) {
        return value == this.value ? this : new Yield(this, value);
    }

    @Override
    public NodeKind kind() {
        return NodeKind.YIELD;
    }

    @Override
    public Object slot(int slot) {
        switch (slot) {
            case 0:
                return value;
            default:
                throw new IndexOutOfBoundsException(slot);
        }
    }

    @Override
    public Node withSlots(Object[] slots) {
        return copy((Expression) slots[0]);
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
