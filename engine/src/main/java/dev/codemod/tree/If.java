// spotless:off
// Generated from engine/src/main/spec/python.nodes by GenerateNodes. Do not edit.
package dev.codemod.tree;

/**
 * An if statement; its elif clauses are a flat list.
 *
 * <pre>{@code 'if' test:Expression(named) ':' body:Block elifs:Elif* orElse:Else?}</pre>
 */
public final class If extends Statement {
    private final Expression test;
    private final Block body;
    private final NodeList<Elif> elifs;
    private final Else orElse;

    /** Creates a parsed node that covers the tokens first to last; for the parser only. */
    public If(Origin origin, int first, int last, Expression test, Block body, NodeList<Elif> elifs, Else orElse) {
        super(origin, first, last);
        this.test = test;
        this.body = body;
        this.elifs = elifs;
        this.orElse = orElse;
    }

    private If(If from, Expression test, Block body, NodeList<Elif> elifs, Else orElse) {
        super(Edit.of(from), from);
        this.test = test;
        this.body = body;
        this.elifs = elifs;
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

    /** Returns the elifs. */
    public NodeList<Elif> elifs() {
        return elifs;
    }

    /** Returns the or else, or null if there is none. */
    public Else orElse() {
        return orElse;
    }

    /** Returns a copy with another test, or this node if it is the same. */
    public If withTest(Expression test) {
        return copy(test, body, elifs, orElse);
    }

    /** Returns a copy with another body, or this node if it is the same. */
    public If withBody(Block body) {
        return copy(test, body, elifs, orElse);
    }

    /** Returns a copy with another elifs, or this node if it is the same. */
    public If withElifs(NodeList<Elif> elifs) {
        return copy(test, body, elifs, orElse);
    }

    /** Returns a copy with another or else, or this node if it is the same. */
    public If withOrElse(Else orElse) {
        return copy(test, body, elifs, orElse);
    }

    If copy(Expression test, Block body, NodeList<Elif> elifs, Else orElse) {
        java.util.Objects.requireNonNull(test, "test is null");
        java.util.Objects.requireNonNull(body, "body is null");
        java.util.Objects.requireNonNull(elifs, "elifs is null");
        return test == this.test && body == this.body && elifs == this.elifs && orElse == this.orElse ? this : new If(this, test, body, elifs, orElse);
    }

    @Override
    public NodeKind kind() {
        return NodeKind.IF;
    }

    @Override
    public Object slot(int slot) {
        switch (slot) {
            case 0:
                return test;
            case 1:
                return body;
            case 2:
                return elifs;
            case 3:
                return orElse;
            default:
                throw new IndexOutOfBoundsException(slot);
        }
    }

    @Override
    @SuppressWarnings("unchecked")
    public Node withSlots(Object[] slots) {
        return copy((Expression) slots[0], (Block) slots[1], (NodeList<Elif>) slots[2], (Else) slots[3]);
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
