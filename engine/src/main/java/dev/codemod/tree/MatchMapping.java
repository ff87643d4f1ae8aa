// spotless:off
// Generated from engine/src/main/spec/python.nodes by GenerateNodes. Do not edit.
package dev.codemod.tree;

/**
 * A mapping pattern.
 *
 * <pre>{@code '{' items:MatchMappingElement,* '}'}</pre>
 */
public final class MatchMapping extends Pattern {
    private final NodeList<MatchMappingElement> items;

    /** Creates a parsed node that covers the tokens first to last; for the parser only. */
    public MatchMapping(Origin origin, int first, int last, NodeList<MatchMappingElement> items) {
        super(origin, first, last);
        this.items = items;
    }

    private MatchMapping(MatchMapping from, NodeList<MatchMappingElement> items) {
        super(Edit.of(from), from);
        this.items = items;
    }

    /** Returns the items. */
    public NodeList<MatchMappingElement> items() {
        return items;
    }

    /** Returns a copy with another items, or this node if it is the same. */
    public MatchMapping withItems(NodeList<MatchMappingElement> items) {
        return copy(items);
    }

    MatchMapping copy(NodeList<MatchMappingElement> items) {
        java.util.Objects.requireNonNull(items, "items is null");
        return items == this.items ? this : new MatchMapping(this, items);
    }

    @Override
    public NodeKind kind() {
        return NodeKind.MATCH_MAPPING;
    }

    @Override
    public Object slot(int slot) {
        switch (slot) {
            case 0:
                return items;
            default:
                throw new IndexOutOfBoundsException(slot);
        }
    }

    @Override
    @SuppressWarnings("unchecked")
    public Node withSlots(Object[] slots) {
        return copy((NodeList<MatchMappingElement>) slots[0]);
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
