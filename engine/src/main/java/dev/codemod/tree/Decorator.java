// spotless:off
// Generated from engine/src/main/spec/python.nodes by GenerateNodes. Do not edit.
package dev.codemod.tree;

/**
 * A decorator, its line break included.
 *
 * <pre>{@code '{@literal @}' expression:Expression(named) NEWLINE}</pre>
 */
public final class Decorator extends Node {
    private final Expression expression;

    /** Creates a parsed node that covers the tokens first to last; for the parser only. */
    public Decorator(Origin origin, int first, int last, Expression expression) {
        super(origin, first, last);
        this.expression = expression;
    }

    private Decorator(Decorator from, Expression expression) {
        super(Edit.of(from), from);
        this.expression = expression;
    }

    /** Returns the expression. */
    public Expression expression() {
        return expression;
    }

    /** Returns a copy with another expression, or this node if it is the same. */
    public Decorator withExpression(Expression expression) {
        return copy(expression);
    }

    Decorator copy(Expression expression) {
        java.util.Objects.requireNonNull(expression, "expression is null");
        return expression == this.expression ? this : new Decorator(this, expression);
    }

    @Override
    public NodeKind kind() {
        return NodeKind.DECORATOR;
    }

    @Override
    public Object slot(int slot) {
        switch (slot) {
            case 0:
                return expression;
            default:
                throw new IndexOutOfBoundsException(slot);
        }
    }

    @Override
    public Node withSlots(Object[] slots) {
        return copy((Expression) slots[0]);
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
