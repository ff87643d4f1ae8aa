// spotless:off
// Generated from engine/src/main/spec/python.nodes by GenerateNodes. Do not edit.
package dev.codemod.tree;

/**
 * A with statement, async or not.
 *
 * <pre>{@code async?'async' 'with' parenthesized?'(' items:WithItem,+ parenthesized?')' ':' body:Block}</pre>
 */
public final class With extends Statement {
    private final boolean async;
    private final boolean parenthesized;
    private final NodeList<WithItem> items;
    private final Block body;

    /** Creates a parsed node that covers the tokens first to last; for the parser only. */
    public With(Origin origin, int first, int last, boolean async, boolean parenthesized, NodeList<WithItem> items, Block body) {
        super(origin, first, last);
        this.async = async;
        this.parenthesized = parenthesized;
        this.items = items;
        this.body = body;
    }

    private With(With from, boolean async, boolean parenthesized, NodeList<WithItem> items, Block body) {
        super(Edit.of(from), from);
        this.async = async;
        this.parenthesized = parenthesized;
        this.items = items;
        this.body = body;
    }

    /** Returns whether {@code async} is there. */
    public boolean isAsync() {
        return async;
    }

    /** Returns whether {@code (} is there. */
    public boolean isParenthesized() {
        return parenthesized;
    }

    /** Returns the items. */
    public NodeList<WithItem> items() {
        return items;
    }

    /** Returns the body. */
    public Block body() {
        return body;
    }

    /** Returns a copy with another async, or this node if it is the same. */
    public With withAsync(boolean async) {
        return copy(async, parenthesized, items, body);
    }

    /** Returns a copy with another parenthesized, or this node if it is the same. */
    public With withParenthesized(boolean parenthesized) {
        return copy(async, parenthesized, items, body);
    }

    /** Returns a copy with another items, or this node if it is the same. */
    public With withItems(NodeList<WithItem> items) {
        return copy(async, parenthesized, items, body);
    }

    /** Returns a copy with another body, or this node if it is the same. */
    public With withBody(Block body) {
        return copy(async, parenthesized, items, body);
    }

    With copy(boolean async, boolean parenthesized, NodeList<WithItem> items, Block body) {
        java.util.Objects.requireNonNull(items, "items is null");
        java.util.Objects.requireNonNull(body, "body is null");
        return async == this.async && parenthesized == this.parenthesized && items == this.items && body == this.body ? this : new With(this, async, parenthesized, items, body);
    }

    @Override
    public NodeKind kind() {
        return NodeKind.WITH;
    }

    @Override
    public Object slot(int slot) {
        switch (slot) {
            case 0:
                return async;
            case 1:
                return parenthesized;
            case 2:
                return items;
            case 3:
                return body;
            default:
                throw new IndexOutOfBoundsException(slot);
        }
    }

    @Override
    @SuppressWarnings("unchecked")
    public Node withSlots(Object[] slots) {
        return copy((Boolean) slots[0], (Boolean) slots[1], (NodeList<WithItem>) slots[2], (Block) slots[3]);
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
