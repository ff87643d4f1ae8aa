// spotless:off
// Generated from engine/src/main/spec/python.nodes by GenerateNodes. Do not edit.
package dev.codemod.tree;

/**
 * Two or more string literals side by side.
 *
 * <pre>{@code parts:StringPart+}</pre>
 */
public final class ConcatenatedString extends Constant {
    private final NodeList<StringPart> parts;

    /** Creates a parsed node that covers the tokens first to last; for the parser only. */
    public ConcatenatedString(Origin origin, int first, int last, NodeList<StringPart> parts) {
        super(origin, first, last);
        this.parts = parts;
    }

    private ConcatenatedString(ConcatenatedString from, NodeList<StringPart> parts) {
        super(Edit.of(from), from);
        this.parts = parts;
    }

    /** Returns the parts. */
    public NodeList<StringPart> parts() {
        return parts;
    }

    /** Returns a copy with another parts, or this node if it is the same. */
    public ConcatenatedString withParts(NodeList<StringPart> parts) {
        return copy(parts);
    }

    ConcatenatedString copy(NodeList<StringPart> parts) {
        java.util.Objects.requireNonNull(parts, "parts is null");
        return parts == this.parts ? this : new ConcatenatedString(this, parts);
    }

    @Override
    public NodeKind kind() {
        return NodeKind.CONCATENATED_STRING;
    }

    @Override
    public Object slot(int slot) {
        switch (slot) {
            case 0:
                return parts;
            default:
                throw new IndexOutOfBoundsException(slot);
        }
    }

    @Override
    @SuppressWarnings("unchecked")
    public Node withSlots(Object[] slots) {
        return copy((NodeList<StringPart>) slots[0]);
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
