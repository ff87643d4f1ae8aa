// spotless:off
// Generated from engine/src/main/spec/python.nodes by GenerateNodes. Do not edit.
package dev.codemod.tree;

/**
 * A tuple; its own parentheses belong to it.
 *
 * <pre>{@code parenthesized?'(' elements:Expression(named),* parenthesized?')'}</pre>
 */
public final class Tuple extends Expression {
    private final boolean parenthesized;
    private final NodeList<Expression> elements;

    /** Creates a parsed node that covers the tokens first to last; for the parser only. */
    public Tuple(Origin origin, int first, int last, boolean parenthesized, NodeList<Expression> elements) {
        super(origin, first, last);
        this.parenthesized = parenthesized;
        this.elements = elements;
    }

    private Tuple(Tuple from, boolean parenthesized, NodeList<Expression> elements) {
        super(Edit.of(from), from);
        this.parenthesized = parenthesized;
        this.elements = elements;
    }

    /** Returns whether {@code (} is there. */
    public boolean isParenthesized() {
        return parenthesized;
    }

    /** Returns the elements. */
    public NodeList<Expression> elements() {
        return elements;
    }

    /** Returns a copy with another parenthesized, or this node if it is the same. */
    public Tuple withParenthesized(boolean parenthesized) {
        return copy(parenthesized, elements);
    }

    /** Returns a copy with another elements, or this node if it is the same. */
    public Tuple withElements(NodeList<Expression> elements) {
        return copy(parenthesized, elements);
    }

    Tuple copy(boolean parenthesized, NodeList<Expression> elements) {
        java.util.Objects.requireNonNull(elements, "elements is null");
        return parenthesized == this.parenthesized && elements == this.elements ? this : new Tuple(this, parenthesized, elements);
    }

    @Override
    public NodeKind kind() {
        return NodeKind.TUPLE;
    }

    @Override
    public Object slot(int slot) {
        switch (slot) {
            case 0:
                return parenthesized;
            case 1:
                return elements;
            default:
                throw new IndexOutOfBoundsException(slot);
        }
    }

    @Override
    @SuppressWarnings("unchecked")
    public Node withSlots(Object[] slots) {
        return copy((Boolean) slots[0], (NodeList<Expression>) slots[1]);
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
