// spotless:off
// Generated from engine/src/main/spec/python.nodes by GenerateNodes. Do not edit.
package dev.codemod.tree;

/**
 * A dict display (Dict in the ast module).
 *
 * <pre>{@code '{' items:DictItem,* '}'}</pre>
 */
public final class DictDisplay extends Expression {
    private final NodeList<DictItem> items;

    /** Creates a parsed node that covers the tokens first to last; for the parser only. */
    public DictDisplay(Origin origin, int first, int last, NodeList<DictItem> items) {
        super(origin, first, last);
        this.items = items;
    }

    private DictDisplay(DictDisplay from, NodeList<DictItem> items) {
        super(Edit.of(from), from);
        this.items = items;
    }

    /** Returns the items. */
    public NodeList<DictItem> items() {
        return items;
    }

    /** Returns a copy with another items, or this node if it is the same. */
    public DictDisplay withItems(NodeList<DictItem> items) {
        return copy(items);
    }

    DictDisplay copy(NodeList<DictItem> items) {
        java.util.Objects.requireNonNull(items, "items is null");
        return items == this.items ? this : new DictDisplay(this, items);
    }

    @Override
    public NodeKind kind() {
        return NodeKind.DICT_DISPLAY;
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
        return copy((NodeList<DictItem>) slots[0]);
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
