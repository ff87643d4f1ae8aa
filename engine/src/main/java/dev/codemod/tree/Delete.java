// spotless:off
// Generated from engine/src/main/spec/python.nodes by GenerateNodes. Do not edit.
package dev.codemod.tree;

/**
 * del
 *
 * <pre>{@code 'del' targets:Expression(bitor),+}</pre>
 */
public final class Delete extends Statement {
    private final NodeList<Expression> targets;

    /** Creates a parsed node that covers the tokens first to last; for the parser only. */
    public Delete(Origin origin, int first, int last, NodeList<Expression> targets) {
        super(origin, first, last);
        this.targets = targets;
    }

    private Delete(Delete from, NodeList<Expression> targets) {
        super(Edit.of(from), from);
        this.targets = targets;
    }

    /** Returns the targets. */
    public NodeList<Expression> targets() {
        return targets;
    }

    /** Returns a copy with another targets, or this node if it is the same. */
    public Delete withTargets(NodeList<Expression> targets) {
        return copy(targets);
    }

    Delete copy(NodeList<Expression> targets) {
        java.util.Objects.requireNonNull(targets, "targets is null");
        return targets == this.targets ? this : new Delete(this, targets);
    }

    @Override
    public NodeKind kind() {
        return NodeKind.DELETE;
    }

    @Override
    public Object slot(int slot) {
        switch (slot) {
            case 0:
                return targets;
            default:
                throw new IndexOutOfBoundsException(slot);
        }
    }

    @Override
    @SuppressWarnings("unchecked")
    public Node withSlots(Object[] slots) {
        return copy((NodeList<Expression>) slots[0]);
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
