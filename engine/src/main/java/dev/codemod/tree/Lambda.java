// spotless:off
// Generated from engine/src/main/spec/python.nodes by GenerateNodes. Do not edit.
package dev.codemod.tree;

/**
 * A lambda.
 *
 * <pre>{@code 'lambda' parameters:Parameters? ':' body:Expression}</pre>
 */
public final class Lambda extends Expression {
    private final Parameters parameters;
    private final Expression body;

    /** Creates a parsed node that covers the tokens first to last; for the parser only. */
    public Lambda(Origin origin, int first, int last, Parameters parameters, Expression body) {
        super(origin, first, last);
        this.parameters = parameters;
        this.body = body;
    }

    private Lambda(Lambda from, Parameters parameters, Expression body) {
        super(Edit.of(from), from);
        this.parameters = parameters;
        this.body = body;
    }

    /** Returns the parameters, or null if there is none. */
    public Parameters parameters() {
        return parameters;
    }

    /** Returns the body. */
    public Expression body() {
        return body;
    }

    /** Returns a copy with another parameters, or this node if it is the same. */
    public Lambda withParameters(Parameters parameters) {
        return copy(parameters, body);
    }

    /** Returns a copy with another body, or this node if it is the same. */
    public Lambda withBody(Expression body) {
        return copy(parameters, body);
    }

    Lambda copy(Parameters parameters, Expression body) {
        java.util.Objects.requireNonNull(body, "body is null");
        return parameters == this.parameters && body == this.body ? this : new Lambda(this, parameters, body);
    }

    @Override
    public NodeKind kind() {
        return NodeKind.LAMBDA;
    }

    @Override
    public Object slot(int slot) {
        switch (slot) {
            case 0:
                return parameters;
            case 1:
                return body;
            default:
                throw new IndexOutOfBoundsException(slot);
        }
    }

    @Override
    public Node withSlots(Object[] slots) {
        return copy((Parameters) slots[0], (Expression) slots[1]);
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
