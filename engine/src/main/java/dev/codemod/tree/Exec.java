// spotless:off
// Generated from engine/src/main/spec/python.nodes by GenerateNodes. Do not edit.
package dev.codemod.tree;

/**
 * The exec statement of Python 2.
 *
 * <pre>{@code 'exec' body:Expression(bitor) ('in' globals:Expression)? (',' locals:Expression)?}</pre>
 */
public final class Exec extends Statement {
    private final Expression body;
    private final Expression globals;
    private final Expression locals;

    /** Creates a parsed node that covers the tokens first to last; for the parser only. */
    public Exec(Origin origin, int first, int last, Expression body, Expression globals, Expression locals) {
        super(origin, first, last);
        this.body = body;
        this.globals = globals;
        this.locals = locals;
    }

    private Exec(Exec from, Expression body, Expression globals, Expression locals) {
        super(Edit.of(from), from);
        this.body = body;
        this.globals = globals;
        this.locals = locals;
    }

    /** Returns the body. */
    public Expression body() {
        return body;
    }

    /** Returns the globals, or null if there is none. */
    public Expression globals() {
        return globals;
    }

    /** Returns the locals, or null if there is none. */
    public Expression locals() {
        return locals;
    }

    /** Returns a copy with another body, or this node if it is the same. */
    public Exec withBody(Expression body) {
        return copy(body, globals, locals);
    }

    /** Returns a copy with another globals, or this node if it is the same. */
    public Exec withGlobals(Expression globals) {
        return copy(body, globals, locals);
    }

    /** Returns a copy with another locals, or this node if it is the same. */
    public Exec withLocals(Expression locals) {
        return copy(body, globals, locals);
    }

    Exec copy(Expression body, Expression globals, Expression locals) {
        java.util.Objects.requireNonNull(body, "body is null");
        return body == this.body && globals == this.globals && locals == this.locals ? this : new Exec(this, body, globals, locals);
    }

    @Override
    public NodeKind kind() {
        return NodeKind.EXEC;
    }

    @Override
    public Object slot(int slot) {
        switch (slot) {
            case 0:
                return body;
            case 1:
                return globals;
            case 2:
                return locals;
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
