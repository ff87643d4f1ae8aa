// spotless:off
// Generated from engine/src/main/spec/python.nodes by GenerateNodes. Do not edit.
package dev.codemod.tree;

/**
 * A tuple parameter of Python 2.
 *
 * <pre>{@code '(' items:ParameterItem,+ ')' ('=' defaultValue:Expression)?}</pre>
 */
public final class TupleParameter extends ParameterItem {
    private final NodeList<ParameterItem> items;
    private final Expression defaultValue;

    /** Creates a parsed node that covers the tokens first to last; for the parser only. */
    public TupleParameter(Origin origin, int first, int last, NodeList<ParameterItem> items, Expression defaultValue) {
        super(origin, first, last);
        this.items = items;
        this.defaultValue = defaultValue;
    }

    private TupleParameter(TupleParameter from, NodeList<ParameterItem> items, Expression defaultValue) {
        super(Edit.of(from), from);
        this.items = items;
        this.defaultValue = defaultValue;
    }

    /** Returns the items. */
    public NodeList<ParameterItem> items() {
        return items;
    }

    /** Returns the default value, or null if there is none. */
    public Expression defaultValue() {
        return defaultValue;
    }

    /** Returns a copy with another items, or this node if it is the same. */
    public TupleParameter withItems(NodeList<ParameterItem> items) {
        return copy(items, defaultValue);
    }

    /** Returns a copy with another default value, or this node if it is the same. */
    public TupleParameter withDefaultValue(Expression defaultValue) {
        return copy(items, defaultValue);
    }

    TupleParameter copy(NodeList<ParameterItem> items, Expression defaultValue) {
        java.util.Objects.requireNonNull(items, "items is null");
        return items == this.items && defaultValue == this.defaultValue ? this : new TupleParameter(this, items, defaultValue);
    }

    @Override
    public NodeKind kind() {
        return NodeKind.TUPLE_PARAMETER;
    }

    @Override
    public Object slot(int slot) {
        switch (slot) {
            case 0:
                return items;
            case 1:
                return defaultValue;
            default:
                throw new IndexOutOfBoundsException(slot);
        }
    }

    @Override
    @SuppressWarnings("unchecked")
    public Node withSlots(Object[] slots) {
        return copy((NodeList<ParameterItem>) slots[0], (Expression) slots[1]);
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
