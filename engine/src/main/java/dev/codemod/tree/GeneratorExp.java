// spotless:off
// Generated from engine/src/main/spec/python.nodes by GenerateNodes. Do not edit.
package dev.codemod.tree;

/**
 * A generator expression; as a call's only argument it may have no parentheses of its own.
 *
 * <pre>{@code parenthesized?'(' element:Expression(named) generators:Comprehension+ parenthesized?')'}</pre>
 */
public final class GeneratorExp extends Expression {
    private final boolean parenthesized;
    private final Expression element;
    private final NodeList<Comprehension> generators;

    /** Creates a parsed node that covers the tokens first to last; for the parser only. */
    public GeneratorExp(Origin origin, int first, int last, boolean parenthesized, Expression element, NodeList<Comprehension> generators) {
        super(origin, first, last);
        this.parenthesized = parenthesized;
        this.element = element;
        this.generators = generators;
    }

    private GeneratorExp(GeneratorExp from, boolean parenthesized, Expression element, NodeList<Comprehension> generators) {
        super(Edit.of(from), from);
        this.parenthesized = parenthesized;
        this.element = element;
        this.generators = generators;
    }

    /** Returns whether {@code (} is there. */
    public boolean isParenthesized() {
        return parenthesized;
    }

    /** Returns the element. */
    public Expression element() {
        return element;
    }

    /** Returns the generators. */
    public NodeList<Comprehension> generators() {
        return generators;
    }

    /** Returns a copy with another parenthesized, or this node if it is the same. */
    public GeneratorExp withParenthesized(boolean parenthesized) {
        return copy(parenthesized, element, generators);
    }

    /** Returns a copy with another element, or this node if it is the same. */
    public GeneratorExp withElement(Expression element) {
        return copy(parenthesized, element, generators);
    }

    /** Returns a copy with another generators, or this node if it is the same. */
    public GeneratorExp withGenerators(NodeList<Comprehension> generators) {
        return copy(parenthesized, element, generators);
    }

    GeneratorExp copy(boolean parenthesized, Expression element, NodeList<Comprehension> generators) {
        java.util.Objects.requireNonNull(element, "element is null");
        java.util.Objects.requireNonNull(generators, "generators is null");
        return parenthesized == this.parenthesized && element == this.element && generators == this.generators ? this : new GeneratorExp(this, parenthesized, element, generators);
    }

    @Override
    public NodeKind kind() {
        return NodeKind.GENERATOR_EXP;
    }

    @Override
    public Object slot(int slot) {
        switch (slot) {
            case 0:
                return parenthesized;
            case 1:
                return element;
            case 2:
                return generators;
            default:
                throw new IndexOutOfBoundsException(slot);
        }
    }

    @Override
    @SuppressWarnings("unchecked")
    public Node withSlots(Object[] slots) {
        return copy((Boolean) slots[0], (Expression) slots[1], (NodeList<Comprehension>) slots[2]);
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
