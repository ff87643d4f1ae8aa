// spotless:off
// Generated from engine/src/main/spec/python.nodes by GenerateNodes. Do not edit.
package dev.codemod.tree;

/**
 * nonlocal
 *
 * <pre>{@code 'nonlocal' names:Identifier,+}</pre>
 */
public final class Nonlocal extends Statement {
    private final NodeList<Identifier> names;

    /** Creates a parsed node that covers the tokens first to last; for the parser only. */
    public Nonlocal(Origin origin, int first, int last, NodeList<Identifier> names) {
        super(origin, first, last);
        this.names = names;
    }

    private Nonlocal(Nonlocal from, NodeList<Identifier> names) {
        super(Edit.of(from), from);
        this.names = names;
    }

    /** Returns the names. */
    public NodeList<Identifier> names() {
        return names;
    }

    /** Returns a copy with another names, or this node if it is the same. */
    public Nonlocal withNames(NodeList<Identifier> names) {
        return copy(names);
    }

    Nonlocal copy(NodeList<Identifier> names) {
        java.util.Objects.requireNonNull(names, "names is null");
        return names == this.names ? this : new Nonlocal(this, names);
    }

    @Override
    public NodeKind kind() {
        return NodeKind.NONLOCAL;
    }

    @Override
    public Object slot(int slot) {
        switch (slot) {
            case 0:
                return names;
            default:
                throw new IndexOutOfBoundsException(slot);
        }
    }

    @Override
    @SuppressWarnings("unchecked")
    public Node withSlots(Object[] slots) {
        return copy((NodeList<Identifier>) slots[0]);
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
