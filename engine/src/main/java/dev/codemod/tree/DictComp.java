// spotless:off
// Generated from engine/src/main/spec/python.nodes by GenerateNodes. Do not edit.
package dev.codemod.tree;

/**
 * A dict comprehension.
 *
 * <pre>{@code '{' key:Expression ':' value:Expression generators:Comprehension+ '}'}</pre>
 */
public final class DictComp extends Expression {
    private final Expression key;
    private final Expression value;
    private final NodeList<Comprehension> generators;

    /** Creates a parsed node that covers the tokens first to last; for the parser only. */
    public DictComp(Origin origin, int first, int last, Expression key, Expression value, NodeList<Comprehension> generators) {
        super(origin, first, last);
        this.key = key;
        this.value = value;
        this.generators = generators;
    }

    private DictComp(DictComp from, Expression key, Expression value, NodeList<Comprehension> generators) {
        super(Edit.of(from), from);
        this.key = key;
        this.value = value;
        this.generators = generators;
    }

    /** Returns the key. */
    public Expression key() {
        return key;
    }

    /** Returns the value. */
    public Expression value() {
        return value;
    }

    /** Returns the generators. */
    public NodeList<Comprehension> generators() {
        return generators;
    }

    /** Returns a copy with another key, or this node if it is the same. */
    public DictComp withKey(Expression key) {
        return copy(key, value, generators);
    }

    /** Returns a copy with another value, or this node if it is the same. */
    public DictComp withValue(Expression value) {
        return copy(key, value, generators);
    }

    /** Returns a copy with another generators, or this node if it is the same. */
    public DictComp withGenerators(NodeList<Comprehension> generators) {
        return copy(key, value, generators);
    }

    DictComp copy(Expression key, Expression value, NodeList<Comprehension> generators) {
        java.util.Objects.requireNonNull(key, "key is null");
        java.util.Objects.requireNonNull(value, "value is null");
        java.util.Objects.requireNonNull(generators, "generators is null");
        return key == this.key && value == this.value && generators == this.generators ? this : new DictComp(this, key, value, generators);
    }

    @Override
    public NodeKind kind() {
        return NodeKind.DICT_COMP;
    }

    @Override
    public Object slot(int slot) {
        switch (slot) {
            case 0:
                return key;
            case 1:
                return value;
            case 2:
                return generators;
            default:
                throw new IndexOutOfBoundsException(slot);
        }
    }

    @Override
    @SuppressWarnings("unchecked")
    public Node withSlots(Object[] slots) {
        return copy((Expression) slots[0], (Expression) slots[1], (NodeList<Comprehension>) slots[2]);
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
