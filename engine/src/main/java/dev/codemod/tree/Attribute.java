// spotless:off
// Generated from engine/src/main/spec/python.nodes by GenerateNodes. Do not edit.
package dev.codemod.tree;

/**
 * value.attr
 *
 * <pre>{@code value:Expression(primary) '.' attr:Identifier}</pre>
 */
public final class Attribute extends Expression {
    private final Expression value;
    private final Identifier attr;

    /** Creates a parsed node that covers the tokens first to last; for the parser only. */
    public Attribute(Origin origin, int first, int last, Expression value, Identifier attr) {
        super(origin, first, last);
        this.value = value;
        this.attr = attr;
    }

    private Attribute(Attribute from, Expression value, Identifier attr) {
        super(Edit.of(from), from);
        this.value = value;
        this.attr = attr;
    }

    /** Returns the value. */
    public Expression value() {
        return value;
    }

    /** Returns the attr. */
    public Identifier attr() {
        return attr;
    }

    /** Returns a copy with another value, or this node if it is the same. */
    public Attribute withValue(Expression value) {
        return copy(value, attr);
    }

    /** Returns a copy with another attr, or this node if it is the same. */
    public Attribute withAttr(Identifier attr) {
        return copy(value, attr);
    }

    Attribute copy(Expression value, Identifier attr) {
        java.util.Objects.requireNonNull(value, "value is null");
        java.util.Objects.requireNonNull(attr, "attr is null");
        return value == this.value && attr == this.attr ? this : new Attribute(this, value, attr);
    }

    @Override
    public NodeKind kind() {
        return NodeKind.ATTRIBUTE;
    }

    @Override
    public Object slot(int slot) {
        switch (slot) {
            case 0:
                return value;
            case 1:
                return attr;
            default:
                throw new IndexOutOfBoundsException(slot);
        }
    }

    @Override
    public Node withSlots(Object[] slots) {
        return copy((Expression) slots[0], (Identifier) slots[1]);
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
