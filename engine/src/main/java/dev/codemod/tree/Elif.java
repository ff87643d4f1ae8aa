// spotless:off
// Generated from engine/src/main/spec/python.nodes by GenerateNodes. Do not edit.
package dev.codemod.tree;

/**
 * An elif clause.
 *
 * <pre>{@code 'elif' test:Expression(named) ':' body:Block}</pre>
 */
public final class Elif extends Clause {
    private final Expression test;
    private final Block body;

    /** Creates a parsed node that covers the tokens first to last; for the parser only. */
    public Elif(Origin origin, int first, int last, Expression test, Block body) {
        super(origin, first, last);
        this.test = test;
        this.body = body;
    }

    private Elif(Elif from, Expression test, Block body) {
        super(Edit.of(from), from);
        this.test = test;
        this.body = body;
    }

    /** Returns the test. */
    public Expression test() {
        return test;
    }

    /** Returns the body. */
    public Block body() {
        return body;
    }

    /** Returns a copy with another test, or this node if it is the same. */
    public Elif withTest(Expression test) {
        return copy(test, body);
    }

    /** Returns a copy with another body, or this node if it is the same. */
    public Elif withBody(Block body) {
        return copy(test, body);
    }

    Elif copy(Expression test, Block body) {
        java.util.Objects.requireNonNull(test, "test is null");
        java.util.Objects.requireNonNull(body, "body is null");
        return test == this.test && body == this.body ? this : new Elif(this, test, body);
    }

    @Override
    public NodeKind kind() {
        return NodeKind.ELIF;
    }

    @Override
    public Object slot(int slot) {
        switch (slot) {
            case 0:
                return test;
            case 1:
                return body;
            default:
                throw new IndexOutOfBoundsException(slot);
        }
    }

    @Override
    public Node withSlots(Object[] slots) {
        return copy((Expression) slots[0], (Block) slots[1]);
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
