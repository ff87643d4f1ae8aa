// spotless:off
// Generated from engine/src/main/spec/python.nodes by GenerateNodes. Do not edit.
package dev.codemod.tree;

/**
 * key: value
 *
 * <pre>{@code key:Expression ':' value:Expression}</pre>
 */
public final class KeyValue extends DictItem {
    private final Expression key;
    private final Expression value;

    /** Creates a parsed node that covers the tokens first to last; for the parser only. */
    public KeyValue(Origin origin, int first, int last, Expression key, Expression value) {
        super(origin, first, last);
        this.key = key;
        this.value = value;
    }

    private KeyValue(KeyValue from, Expression key, Expression value) {
        super(Edit.of(from), from);
        this.key = key;
        this.value = value;
    }

    /** Returns the key. */
    public Expression key() {
        return key;
    }

    /** Returns the value. */
    public Expression value() {
        return value;
    }

    /** Returns a copy with another key, or this node if it is the same. */
    public KeyValue withKey(Expression key) {
        return copy(key, value);
    }

    /** Returns a copy with another value, or this node if it is the same. */
    public KeyValue withValue(Expression value) {
        return copy(key, value);
    }

    KeyValue copy(Expression key, Expression value) {
        java.util.Objects.requireNonNull(key, "key is null");
        java.util.Objects.requireNonNull(value, "value is null");
        return key == this.key && value == this.value ? this : new KeyValue(this, key, value);
    }

    @Override
    public NodeKind kind() {
        return NodeKind.KEY_VALUE;
    }

    @Override
    public Object slot(int slot) {
        switch (slot) {
            case 0:
                return key;
            case 1:
                return value;
            default:
                throw new IndexOutOfBoundsException(slot);
        }
    }

    @Override
    public Node withSlots(Object[] slots) {
        return copy((Expression) slots[0], (Expression) slots[1]);
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
