// spotless:off
// Generated from engine/src/main/spec/python.nodes by GenerateNodes. Do not edit.
package dev.codemod.tree;

/**
 * The parameters of a def, parentheses included, or of a lambda, without.
 *
 * <pre>{@code parenthesized?'(' items:ParameterItem,* parenthesized?')'}</pre>
 */
public final class Parameters extends Node {
    private final boolean parenthesized;
    private final NodeList<ParameterItem> items;

    /** Creates a parsed node that covers the tokens first to last; for the parser only. */
    public Parameters(Origin origin, int first, int last, boolean parenthesized, NodeList<ParameterItem> items) {
        super(origin, first, last);
        this.parenthesized = parenthesized;
        this.items = items;
    }

    private Parameters(Parameters from, boolean parenthesized, NodeList<ParameterItem> items) {
        super(Edit.of(from), from);
        this.parenthesized = parenthesized;
        this.items = items;
    }

    /** Returns whether {@code (} is there. */
    public boolean isParenthesized() {
        return parenthesized;
    }

    /** Returns the items. */
    public NodeList<ParameterItem> items() {
        return items;
    }

    /** Returns a copy with another parenthesized, or this node if it is the same. */
    public Parameters withParenthesized(boolean parenthesized) {
        return copy(parenthesized, items);
    }

    /** Returns a copy with another items, or this node if it is the same. */
    public Parameters withItems(NodeList<ParameterItem> items) {
        return copy(parenthesized, items);
    }

    Parameters copy(boolean parenthesized, NodeList<ParameterItem> items) {
        java.util.Objects.requireNonNull(items, "items is null");
        return parenthesized == this.parenthesized && items == this.items ? this : new Parameters(this, parenthesized, items);
    }

    @Override
    public NodeKind kind() {
        return NodeKind.PARAMETERS;
    }

    @Override
    public Object slot(int slot) {
        switch (slot) {
            case 0:
                return parenthesized;
            case 1:
                return items;
            default:
                throw new IndexOutOfBoundsException(slot);
        }
    }

    @Override
    @SuppressWarnings("unchecked")
    public Node withSlots(Object[] slots) {
        return copy((Boolean) slots[0], (NodeList<ParameterItem>) slots[1]);
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
