// spotless:off
// Generated from engine/src/main/spec/python.nodes by GenerateNodes. Do not edit.
package dev.codemod.tree;

/**
 * raise, with a cause in Python 3 or a value and a traceback in Python 2.
 *
 * <pre>{@code 'raise' exc:Expression? ('from' cause:Expression)? (',' value:Expression)? (',' traceback:Expression)?}</pre>
 */
public final class Raise extends Statement {
    private final Expression exc;
    private final Expression cause;
    private final Expression value;
    private final Expression traceback;

    /** Creates a parsed node that covers the tokens first to last; for the parser only. */
    public Raise(Origin origin, int first, int last, Expression exc, Expression cause, Expression value, Expression traceback) {
        super(origin, first, last);
        this.exc = exc;
        this.cause = cause;
        this.value = value;
        this.traceback = traceback;
    }

    private Raise(Raise from, Expression exc, Expression cause, Expression value, Expression traceback) {
        super(Edit.of(from), from);
        this.exc = exc;
        this.cause = cause;
        this.value = value;
        this.traceback = traceback;
    }

    /** Returns the exc, or null if there is none. */
    public Expression exc() {
        return exc;
    }

    /** Returns the cause, or null if there is none. */
    public Expression cause() {
        return cause;
    }

    /** Returns the value, or null if there is none. */
    public Expression value() {
        return value;
    }

    /** Returns the traceback, or null if there is none. */
    public Expression traceback() {
        return traceback;
    }

    /** Returns a copy with another exc, or this node if it is the same. */
    public Raise withExc(Expression exc) {
        return copy(exc, cause, value, traceback);
    }

    /** Returns a copy with another cause, or this node if it is the same. */
    public Raise withCause(Expression cause) {
        return copy(exc, cause, value, traceback);
    }

    /** Returns a copy with another value, or this node if it is the same. */
    public Raise withValue(Expression value) {
        return copy(exc, cause, value, traceback);
    }

    /** Returns a copy with another traceback, or this node if it is the same. */
    public Raise withTraceback(Expression traceback) {
        return copy(exc, cause, value, traceback);
    }

    Raise copy(Expression exc, Expression cause, Expression value, Expression traceback) {
        return exc == this.exc && cause == this.cause && value == this.value && traceback == this.traceback ? this : new Raise(this, exc, cause, value, traceback);
    }

    @Override
    public NodeKind kind() {
        return NodeKind.RAISE;
    }

    @Override
    public Object slot(int slot) {
        switch (slot) {
            case 0:
                return exc;
            case 1:
                return cause;
            case 2:
                return value;
            case 3:
                return traceback;
            default:
                throw new IndexOutOfBoundsException(slot);
        }
    }

    @Override
    public Node withSlots(Object[] slots) {
        return copy((Expression) slots[0], (Expression) slots[1], (Expression) slots[2], (Expression) slots[3]);
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
