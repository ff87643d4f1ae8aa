// spotless:off
// Generated from engine/src/main/spec/python.nodes by GenerateNodes. Do not edit.
package dev.codemod.tree;

/**
 * One or more targets and a value.
 *
 * <pre>{@code targets:Expression(star)=+ value:Expression(yield)}</pre>
 */
public final class Assign extends Statement {
    private final NodeList<Expression> targets;
    private final Expression value;

    /** Creates a parsed node that covers the tokens first to last; for the parser only. */
    public Assign(Origin origin, int first, int last, NodeList<Expression> targets, Expression value) {
        super(origin, first, last);
        this.targets = targets;
        this.value = value;
    }

    private Assign(Assign from, NodeList<Expression> targets, Expression value) {
        super(Edit.of(from), from);
        this.targets = targets;
        this.value = value;
    }

    /** Returns the targets. */
    public NodeList<Expression> targets() {
        return targets;
    }

    /** Returns the value. */
    public Expression value() {
        return value;
    }

    /** Returns a copy with another targets, or this node if it is the same. */
    public Assign withTargets(NodeList<Expression> targets) {
        return copy(targets, value);
    }

    /** Returns a copy with another value, or this node if it is the same. */
    public Assign withValue(Expression value) {
        return copy(targets, value);
    }

    Assign copy(NodeList<Expression> targets, Expression value) {
        java.util.Objects.requireNonNull(targets, "targets is null");
        java.util.Objects.requireNonNull(value, "value is null");
        return targets == this.targets && value == this.value ? this : new Assign(this, targets, value);
    }

    @Override
    public NodeKind kind() {
        return NodeKind.ASSIGN;
    }

    @Override
    public Object slot(int slot) {
        switch (slot) {
            case 0:
                return targets;
            case 1:
                return value;
            default:
                throw new IndexOutOfBoundsException(slot);
        }
    }

    @Override
    @SuppressWarnings("unchecked")
    public Node withSlots(Object[] slots) {
        return copy((NodeList<Expression>) slots[0], (Expression) slots[1]);
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
