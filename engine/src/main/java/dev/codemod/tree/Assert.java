// spotless:off
// Generated from engine/src/main/spec/python.nodes by GenerateNodes. Do not edit.
package dev.codemod.tree;

/**
 * assert
 *
 * <pre>{@code 'assert' test:Expression (',' message:Expression)?}</pre>
 */
public final class Assert extends Statement {
    private final Expression test;
    private final Expression message;

    /** Creates a parsed node that covers the tokens first to last; for the parser only. */
    public Assert(Origin origin, int first, int last, Expression test, Expression message) {
        super(origin, first, last);
        this.test = test;
        this.message = message;
    }

    private Assert(Assert from, Expression test, Expression message) {
        super(Edit.of(from), from);
        this.test = test;
        this.message = message;
    }

    /** Returns the test. */
    public Expression test() {
        return test;
    }

    /** Returns the message, or null if there is none. */
    public Expression message() {
        return message;
    }

    /** Returns a copy with another test, or this node if it is the same. */
    public Assert withTest(Expression test) {
        return copy(test, message);
    }

    /** Returns a copy with another message, or this node if it is the same. */
    public Assert withMessage(Expression message) {
        return copy(test, message);
    }

    Assert copy(Expression test, Expression message) {
        java.util.Objects.requireNonNull(test, "test is null");
        return test == this.test && message == this.message ? this : new Assert(this, test, message);
    }

    @Override
    public NodeKind kind() {
        return NodeKind.ASSERT;
    }

    @Override
    public Object slot(int slot) {
        switch (slot) {
            case 0:
                return test;
            case 1:
                return message;
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
