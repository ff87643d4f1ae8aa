// spotless:off
// Generated from engine/src/main/spec/python.nodes by GenerateNodes. Do not edit.
package dev.codemod.tree;

/**
 * name := value (3.8)
 *
 * <pre>{@code target:Name ':=' value:Expression}</pre>
 */
public final class NamedExpr extends Expression {
    private final Name target;
    private final Expression value;

    /** Creates a parsed node that covers the tokens first to last; for the parser only. */
    public NamedExpr(Origin origin, int first, int last, Name target, Expression value) {
        super(origin, first, last);
        this.target = target;
        this.value = value;
    }

    private NamedExpr(NamedExpr from, Name target, Expression value) {
        super(Edit.of(from), from);
        this.target = target;
        this.value = value;
    }

    /** Returns the target. */
    public Name target() {
        return target;
    }

    /** Returns the value. */
    public Expression value() {
        return value;
    }

    /** Returns a copy with another target, or this node if it is the same. */
    public NamedExpr withTarget(Name target) {
        return copy(target, value);
    }

    /** Returns a copy with another value, or this node if it is the same. */
    public NamedExpr withValue(Expression value) {
        return copy(target, value);
    }

    NamedExpr copy(Name target, Expression value) {
        java.util.Objects.requireNonNull(target, "target is null");
        java.util.Objects.requireNonNull(value, "value is null");
        return target == this.target && value == this.value ? this : new NamedExpr(this, target, value);
    }

    @Override
    public NodeKind kind() {
        return NodeKind.NAMED_EXPR;
    }

    @Override
    public Object slot(int slot) {
        switch (slot) {
            case 0:
                return target;
            case 1:
                return value;
            default:
                throw new IndexOutOfBoundsException(slot);
        }
    }

    @Override
    public Node withSlots(Object[] slots) {
        return copy((Name) slots[0], (Expression) slots[1]);
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
