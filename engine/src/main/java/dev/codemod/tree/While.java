// spotless:off
// Generated from engine/src/main/spec/python.nodes by GenerateNodes. Do not edit.
package dev.codemod.tree;

/**
 * A while loop.
 *
 * <pre>{@code 'while' test:Expression(named) ':' body:Block orElse:Else?}</pre>
 */
public final class While extends Statement {
    private final Expression test;
    private final Block body;
    private final Else orElse;

    /** Creates a parsed node that covers the tokens first to last; for the parser only. */
    public While(Origin origin, int first, int last, Expression test, Block body, Else orElse) {
        super(origin, first, last);
        this.test = test;
        this.body = body;
        this.orElse = orElse;
    }

    private While(While from, Expression test, Block body, Else orElse) {
        super(Edit.of(from), from);
        this.test = test;
        this.body = body;
        this.orElse = orElse;
    }

    /** Returns the test. */
    public Expression test() {
        return test;
    }

    /** Returns the body. */
    public Block body() {
        return body;
    }

    /** Returns the or else, or null if there is none. */
    public Else orElse() {
        return orElse;
    }

    /** Returns a copy with another test, or this node if it is the same. */
    public While withTest(Expression test) {
        return copy(test, body, orElse);
    }

    /** Returns a copy with another body, or this node if it is the same. */
    public While withBody(Block body) {
        return copy(test, body, orElse);
    }

    /** Returns a copy with another or else, or this node if it is the same. */
    public While withOrElse(Else orElse) {
        return copy(test, body, orElse);
    }

    While copy(Expression test, Block body, Else orElse) {
        java.util.Objects.requireNonNull(test, "test is null");
        java.util.Objects.requireNonNull(body, "body is null");
        return test == this.test && body == this.body && orElse == this.orElse ? this : new While(this, test, body, orElse);
    }

    @Override
    public NodeKind kind() {
        return NodeKind.WHILE;
    }

    @Override
    public Object slot(int slot) {
        switch (slot) {
            case 0:
                return test;
            case 1:
                return body;
            case 2:
                return orElse;
            default:
                throw new IndexOutOfBoundsException(slot);
        }
    }

    @Override
    public Node withSlots(Object[] slots) {
        return copy((Expression) slots[0], (Block) slots[1], (Else) slots[2]);
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
