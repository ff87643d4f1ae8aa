// spotless:off
// Generated from engine/src/main/spec/python.nodes by GenerateNodes. Do not edit.
package dev.codemod.tree;

/**
 * A module name, or the single name of a from import.
 *
 * <pre>{@code names:Identifier.+}</pre>
 */
public final class DottedName extends Node {
    private final NodeList<Identifier> names;

    /** Creates a parsed node that covers the tokens first to last; for the parser only. */
    public DottedName(Origin origin, int first, int last, NodeList<Identifier> names) {
        super(origin, first, last);
        this.names = names;
    }

    private DottedName(DottedName from, NodeList<Identifier> names) {
        super(Edit.of(from), from);
        this.names = names;
    }

    /** Returns the names. */
    public NodeList<Identifier> names() {
        return names;
    }

    /** Returns a copy with another names, or this node if it is the same. */
    public DottedName withNames(NodeList<Identifier> names) {
        return copy(names);
    }

    DottedName copy(NodeList<Identifier> names) {
        java.util.Objects.requireNonNull(names, "names is null");
        return names == this.names ? this : new DottedName(this, names);
    }

    @Override
    public NodeKind kind() {
        return NodeKind.DOTTED_NAME;
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
