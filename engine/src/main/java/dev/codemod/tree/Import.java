// spotless:off
// Generated from engine/src/main/spec/python.nodes by GenerateNodes. Do not edit.
package dev.codemod.tree;

/**
 * import
 *
 * <pre>{@code 'import' names:Alias,+}</pre>
 */
public final class Import extends Statement {
    private final NodeList<Alias> names;

    /** Creates a parsed node that covers the tokens first to last; for the parser only. */
    public Import(Origin origin, int first, int last, NodeList<Alias> names) {
        super(origin, first, last);
        this.names = names;
    }

    private Import(Import from, NodeList<Alias> names) {
        super(Edit.of(from), from);
        this.names = names;
    }

    /** Returns the names. */
    public NodeList<Alias> names() {
        return names;
    }

    /** Returns a copy with another names, or this node if it is the same. */
    public Import withNames(NodeList<Alias> names) {
        return copy(names);
    }

    Import copy(NodeList<Alias> names) {
        java.util.Objects.requireNonNull(names, "names is null");
        return names == this.names ? this : new Import(this, names);
    }

    @Override
    public NodeKind kind() {
        return NodeKind.IMPORT;
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
        return copy((NodeList<Alias>) slots[0]);
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
