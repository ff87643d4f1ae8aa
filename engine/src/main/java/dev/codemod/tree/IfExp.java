// spotless:off
// Generated from engine/src/main/spec/python.nodes by GenerateNodes. Do not edit.
package dev.codemod.tree;

/**
 * body if test else orElse
 *
 * <pre>{@code body:Expression(or) 'if' test:Expression(or) 'else' orElse:Expression}</pre>
 */
public final class IfExp extends Expression {
    private final Expression body;
    private final Expression test;
    private final Expression orElse;

    /** Creates a parsed node that covers the tokens first to last; for the parser only. */
    public IfExp(Origin origin, int first, int last, Expression body, Expression test, Expression orElse) {
        super(origin, first, last);
        this.body = body;
        this.test = test;
        this.orElse = orElse;
    }

    private IfExp(IfExp from, Expression body, Expression test, Expression orElse) {
        super(Edit.of(from), from);
        this.body = body;
        this.test = test;
        this.orElse = orElse;
    }

    /** Returns the body. */
    public Expression body() {
        return body;
    }

    /** Returns the test. */
    public Expression test() {
        return test;
    }

    /** Returns the or else. */
    public Expression orElse() {
        return orElse;
    }

    /** Returns a copy with another body, or this node if it is the same. */
    public IfExp withBody(Expression body) {
        return copy(body, test, orElse);
    }

    /** Returns a copy with another test, or this node if it is the same. */
    public IfExp withTest(Expression test) {
        return copy(body, test, orElse);
    }

    /** Returns a copy with another or else, or this node if it is the same. */
    public IfExp withOrElse(Expression orElse) {
        return copy(body, test, orElse);
    }

    IfExp copy(Expression body, Expression test, Expression orElse) {
        java.util.Objects.requireNonNull(body, "body is null");
        java.util.Objects.requireNonNull(test, "test is null");
        java.util.Objects.requireNonNull(orElse, "orElse is null");
        return body == this.body && test == this.test && orElse == this.orElse ? this : new IfExp(this, body, test, orElse);
    }

    @Override
    public NodeKind kind() {
        return NodeKind.IF_EXP;
    }

    @Override
    public Object slot(int slot) {
        switch (slot) {
            case 0:
                return body;
            case 1:
                return test;
            case 2:
                return orElse;
            default:
                throw new IndexOutOfBoundsException(slot);
        }
    }

    @Override
    public Node withSlots(Object[] slots) {
        return copy((Expression) slots[0], (Expression) slots[1], (Expression) slots[2]);
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
