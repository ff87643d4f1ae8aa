// spotless:off
// Generated from engine/src/main/spec/python.nodes by GenerateNodes. Do not edit.
package dev.codemod.tree;

/**
 * The print statement of Python 2; a trailing comma suppresses the line break.
 *
 * <pre>{@code 'print' destination:PrintDestination? values:Expression,*}</pre>
 */
public final class Print extends Statement {
    private final PrintDestination destination;
    private final NodeList<Expression> values;

    /** Creates a parsed node that covers the tokens first to last; for the parser only. */
    public Print(Origin origin, int first, int last, PrintDestination destination, NodeList<Expression> values) {
        super(origin, first, last);
        this.destination = destination;
        this.values = values;
    }

    private Print(Print from, PrintDestination destination, NodeList<Expression> values) {
        super(Edit.of(from), from);
        this.destination = destination;
        this.values = values;
    }

    /** Returns the destination, or null if there is none. */
    public PrintDestination destination() {
        return destination;
    }

    /** Returns the values. */
    public NodeList<Expression> values() {
        return values;
    }

    /** Returns a copy with another destination, or this node if it is the same. */
    public Print withDestination(PrintDestination destination) {
        return copy(destination, values);
    }

    /** Returns a copy with another values, or this node if it is the same. */
    public Print withValues(NodeList<Expression> values) {
        return copy(destination, values);
    }

    Print copy(PrintDestination destination, NodeList<Expression> values) {
        java.util.Objects.requireNonNull(values, "values is null");
        return destination == this.destination && values == this.values ? this : new Print(this, destination, values);
    }

    @Override
    public NodeKind kind() {
        return NodeKind.PRINT;
    }

    @Override
    public Object slot(int slot) {
        switch (slot) {
            case 0:
                return destination;
            case 1:
                return values;
            default:
                throw new IndexOutOfBoundsException(slot);
        }
    }

    @Override
    @SuppressWarnings("unchecked")
    public Node withSlots(Object[] slots) {
        return copy((PrintDestination) slots[0], (NodeList<Expression>) slots[1]);
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
