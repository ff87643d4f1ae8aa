// spotless:off
// Generated from engine/src/main/spec/python.nodes by GenerateNodes. Do not edit.
package dev.codemod.tree;

/**
 * A list comprehension.
 *
 * <pre>{@code '[' element:Expression(named) generators:Comprehension+ ']'}</pre>
 */
public final class ListComp extends Expression {
    private final Expression element;
    private final NodeList<Comprehension> generators;

    /** Creates a parsed node that covers the tokens first to last; for the parser only. */
    public ListComp(Origin origin, int first, int last, Expression element, NodeList<Comprehension> generators) {
        super(origin, first, last);
        this.element = element;
        this.generators = generators;
    }

    private ListComp(ListComp from, Expression element, NodeList<Comprehension> generators) {
        super(Edit.of(from), from);
        this.element = element;
        this.generators = generators;
    }

    /** Returns the element. */
    public Expression element() {
        return element;
    }

    /** Returns the generators. */
    public NodeList<Comprehension> generators() {
        return generators;
    }

    /** Returns a copy with another element, or this node if it is the same. */
    public ListComp withElement(Expression element) {
        return copy(element, generators);
    }

    /** Returns a copy with another generators, or this node if it is the same. */
    public ListComp withGenerators(NodeList<Comprehension> generators) {
        return copy(element, generators);
    }

    ListComp copy(Expression element, NodeList<Comprehension> generators) {
        java.util.Objects.requireNonNull(element, "element is null");
        java.util.Objects.requireNonNull(generators, "generators is null");
        return element == this.element && generators == this.generators ? this : new ListComp(this, element, generators);
    }

    @Override
    public NodeKind kind() {
        return NodeKind.LIST_COMP;
    }

    @Override
    public Object slot(int slot) {
        switch (slot) {
            case 0:
                return element;
            case 1:
                return generators;
            default:
                throw new IndexOutOfBoundsException(slot);
        }
    }

    @Override
    @SuppressWarnings("unchecked")
    public Node withSlots(Object[] slots) {
        return copy((Expression) slots[0], (NodeList<Comprehension>) slots[1]);
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
