// spotless:off
// Generated from engine/src/main/spec/python.nodes by GenerateNodes. Do not edit.
package dev.codemod.tree;

/**
 * The format specification of a replacement field, its colon included.
 *
 * <pre>{@code ':' values:InterpolatedPart*}</pre>
 */
public final class FormatSpec extends Node {
    private final NodeList<InterpolatedPart> values;

    /** Creates a parsed node that covers the tokens first to last; for the parser only. */
    public FormatSpec(Origin origin, int first, int last, NodeList<InterpolatedPart> values) {
        super(origin, first, last);
        this.values = values;
    }

    private FormatSpec(FormatSpec from, NodeList<InterpolatedPart> values) {
        super(Edit.of(from), from);
        this.values = values;
    }

    /** Returns the values. */
    public NodeList<InterpolatedPart> values() {
        return values;
    }

    /** Returns a copy with another values, or this node if it is the same. */
    public FormatSpec withValues(NodeList<InterpolatedPart> values) {
        return copy(values);
    }

    FormatSpec copy(NodeList<InterpolatedPart> values) {
        java.util.Objects.requireNonNull(values, "values is null");
        return values == this.values ? this : new FormatSpec(this, values);
    }

    @Override
    public NodeKind kind() {
        return NodeKind.FORMAT_SPEC;
    }

    @Override
    public Object slot(int slot) {
        switch (slot) {
            case 0:
                return values;
            default:
                throw new IndexOutOfBoundsException(slot);
        }
    }

    @Override
    @SuppressWarnings("unchecked")
    public Node withSlots(Object[] slots) {
        return copy((NodeList<InterpolatedPart>) slots[0]);
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
