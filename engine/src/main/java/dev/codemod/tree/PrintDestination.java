// spotless:off
// Generated from engine/src/main/spec/python.nodes by GenerateNodes. Do not edit.
package dev.codemod.tree;

/**
 * The file of a Python 2 print statement.
 *
 * <pre>{@code '>>' target:Expression comma?','}</pre>
 */
public final class PrintDestination extends Node {
    private final Expression target;
    private final boolean comma;

    /** Creates a parsed node that covers the tokens first to last; for the parser only. */
    public PrintDestination(Origin origin, int first, int last, Expression target, boolean comma) {
        super(origin, first, last);
        this.target = target;
        this.comma = comma;
    }

    private PrintDestination(PrintDestination from, Expression target, boolean comma) {
        super(Edit.of(from), from);
        this.target = target;
        this.comma = comma;
    }

    /** Returns the target. */
    public Expression target() {
        return target;
    }

    /** Returns whether {@code ,} is there. */
    public boolean isComma() {
        return comma;
    }

    /** Returns a copy with another target, or this node if it is the same. */
    public PrintDestination withTarget(Expression target) {
        return copy(target, comma);
    }

    /** Returns a copy with another comma, or this node if it is the same. */
    public PrintDestination withComma(boolean comma) {
        return copy(target, comma);
    }

    PrintDestination copy(Expression target, boolean comma) {
        java.util.Objects.requireNonNull(target, "target is null");
        return target == this.target && comma == this.comma ? this : new PrintDestination(this, target, comma);
    }

    @Override
    public NodeKind kind() {
        return NodeKind.PRINT_DESTINATION;
    }

    @Override
    public Object slot(int slot) {
        switch (slot) {
            case 0:
                return target;
            case 1:
                return comma;
            default:
                throw new IndexOutOfBoundsException(slot);
        }
    }

    @Override
    public Node withSlots(Object[] slots) {
        return copy((Expression) slots[0], (Boolean) slots[1]);
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
