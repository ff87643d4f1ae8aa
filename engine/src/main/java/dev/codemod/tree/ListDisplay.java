// spotless:off
// Generated from engine/src/main/spec/python.nodes by GenerateNodes. Do not edit.
package dev.codemod.tree;

/**
 * A list display (List in the ast module).
 *
 * <pre>{@code '[' elements:Expression(named),* ']'}</pre>
 */
public final class ListDisplay extends Expression {
    private final NodeList<Expression> elements;

    /** Creates a parsed node that covers the tokens first to last; for the parser only. */
    public ListDisplay(Origin origin, int first, int last, NodeList<Expression> elements) {
        super(origin, first, last);
        this.elements = elements;
    }

    private ListDisplay(ListDisplay from, NodeList<Expression> elements) {
        super(Edit.of(from), from);
        this.elements = elements;
    }

    /** Returns the elements. */
    public NodeList<Expression> elements() {
        return elements;
    }

    /** Returns a copy with another elements, or this node if it is the same. */
    public ListDisplay withElements(NodeList<Expression> elements) {
        return copy(elements);
    }

    ListDisplay copy(NodeList<Expression> elements) {
        java.util.Objects.requireNonNull(elements, "elements is null");
        return elements == this.elements ? this : new ListDisplay(this, elements);
    }

    @Override
    public NodeKind kind() {
        return NodeKind.LIST_DISPLAY;
    }

    @Override
    public Object slot(int slot) {
        switch (slot) {
            case 0:
                return elements;
            default:
                throw new IndexOutOfBoundsException(slot);
        }
    }

    @Override
    @SuppressWarnings("unchecked")
    public Node withSlots(Object[] slots) {
        return copy((NodeList<Expression>) slots[0]);
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
