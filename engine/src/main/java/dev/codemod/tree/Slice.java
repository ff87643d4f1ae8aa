// spotless:off
// Generated from engine/src/main/spec/python.nodes by GenerateNodes. Do not edit.
package dev.codemod.tree;

/**
 * lower:upper:step inside a subscript.
 *
 * <pre>{@code lower:Expression? ':' upper:Expression? secondColon?':' step:Expression?}</pre>
 */
public final class Slice extends Expression {
    private final Expression lower;
    private final Expression upper;
    private final boolean secondColon;
    private final Expression step;

    /** Creates a parsed node that covers the tokens first to last; for the parser only. */
    public Slice(Origin origin, int first, int last, Expression lower, Expression upper, boolean secondColon, Expression step) {
        super(origin, first, last);
        this.lower = lower;
        this.upper = upper;
        this.secondColon = secondColon;
        this.step = step;
    }

    private Slice(Slice from, Expression lower, Expression upper, boolean secondColon, Expression step) {
        super(Edit.of(from), from);
        this.lower = lower;
        this.upper = upper;
        this.secondColon = secondColon;
        this.step = step;
    }

    /** Returns the lower, or null if there is none. */
    public Expression lower() {
        return lower;
    }

    /** Returns the upper, or null if there is none. */
    public Expression upper() {
        return upper;
    }

    /** Returns whether {@code :} is there. */
    public boolean isSecondColon() {
        return secondColon;
    }

    /** Returns the step, or null if there is none. */
    public Expression step() {
        return step;
    }

    /** Returns a copy with another lower, or this node if it is the same. */
    public Slice withLower(Expression lower) {
        return copy(lower, upper, secondColon, step);
    }

    /** Returns a copy with another upper, or this node if it is the same. */
    public Slice withUpper(Expression upper) {
        return copy(lower, upper, secondColon, step);
    }

    /** Returns a copy with another second colon, or this node if it is the same. */
    public Slice withSecondColon(boolean secondColon) {
        return copy(lower, upper, secondColon, step);
    }

    /** Returns a copy with another step, or this node if it is the same. */
    public Slice withStep(Expression step) {
        return copy(lower, upper, secondColon, step);
    }

    Slice copy(Expression lower, Expression upper, boolean secondColon, Expression step) {
        return lower == this.lower && upper == this.upper && secondColon == this.secondColon && step == this.step ? this : new Slice(this, lower, upper, secondColon, step);
    }

    @Override
    public NodeKind kind() {
        return NodeKind.SLICE;
    }

    @Override
    public Object slot(int slot) {
        switch (slot) {
            case 0:
                return lower;
            case 1:
                return upper;
            case 2:
                return secondColon;
            case 3:
                return step;
            default:
                throw new IndexOutOfBoundsException(slot);
        }
    }

    @Override
    public Node withSlots(Object[] slots) {
        return copy((Expression) slots[0], (Expression) slots[1], (Boolean) slots[2], (Expression) slots[3]);
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
