// spotless:off
// Generated from engine/src/main/spec/python.nodes by GenerateNodes. Do not edit.
package dev.codemod.tree;

/**
 * A variable annotation, with or without a value.
 *
 * <pre>{@code target:Expression(primary) ':' annotation:Expression ('=' value:Expression(yield))?}</pre>
 */
public final class AnnAssign extends Statement {
    private final Expression target;
    private final Expression annotation;
    private final Expression value;

    /** Creates a parsed node that covers the tokens first to last; for the parser only. */
    public AnnAssign(Origin origin, int first, int last, Expression target, Expression annotation, Expression value) {
        super(origin, first, last);
        this.target = target;
        this.annotation = annotation;
        this.value = value;
    }

    private AnnAssign(AnnAssign from, Expression target, Expression annotation, Expression value) {
        super(Edit.of(from), from);
        this.target = target;
        this.annotation = annotation;
        this.value = value;
    }

    /** Returns the target. */
    public Expression target() {
        return target;
    }

    /** Returns the annotation. */
    public Expression annotation() {
        return annotation;
    }

    /** Returns the value, or null if there is none. */
    public Expression value() {
        return value;
    }

    /** Returns a copy with another target, or this node if it is the same. */
    public AnnAssign withTarget(Expression target) {
        return copy(target, annotation, value);
    }

    /** Returns a copy with another annotation, or this node if it is the same. */
    public AnnAssign withAnnotation(Expression annotation) {
        return copy(target, annotation, value);
    }

    /** Returns a copy with another value, or this node if it is the same. */
    public AnnAssign withValue(Expression value) {
        return copy(target, annotation, value);
    }

    AnnAssign copy(Expression target, Expression annotation, Expression value) {
        java.util.Objects.requireNonNull(target, "target is null");
        java.util.Objects.requireNonNull(annotation, "annotation is null");
        return target == this.target && annotation == this.annotation && value == this.value ? this : new AnnAssign(this, target, annotation, value);
    }

    @Override
    public NodeKind kind() {
        return NodeKind.ANN_ASSIGN;
    }

    @Override
    public Object slot(int slot) {
        switch (slot) {
            case 0:
                return target;
            case 1:
                return annotation;
            case 2:
                return value;
            default:
                throw new IndexOutOfBoundsException(slot);
        }
    }

    @Override
    public Node withSlots(Object[] slots) {
        return copy((Expression) slots[0], (Expression) slots[1], (Expression) slots[2]);
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
