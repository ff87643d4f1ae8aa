// spotless:off
// Generated from engine/src/main/spec/python.nodes by GenerateNodes. Do not edit.
package dev.codemod.tree;

/**
 * A call.
 *
 * <pre>{@code func:Expression(primary) '(' arguments:Argument,* ')'}</pre>
 */
public final class Call extends Expression {
    private final Expression func;
    private final NodeList<Argument> arguments;

    /** Creates a parsed node that covers the tokens first to last; for the parser only. */
    public Call(Origin origin, int first, int last, Expression func, NodeList<Argument> arguments) {
        super(origin, first, last);
        this.func = func;
        this.arguments = arguments;
    }

    private Call(Call from, Expression func, NodeList<Argument> arguments) {
        super(Edit.of(from), from);
        this.func = func;
        this.arguments = arguments;
    }

    /** Returns the func. */
    public Expression func() {
        return func;
    }

    /** Returns the arguments. */
    public NodeList<Argument> arguments() {
        return arguments;
    }

    /** Returns a copy with another func, or this node if it is the same. */
    public Call withFunc(Expression func) {
        return copy(func, arguments);
    }

    /** Returns a copy with another arguments, or this node if it is the same. */
    public Call withArguments(NodeList<Argument> arguments) {
        return copy(func, arguments);
    }

    Call copy(Expression func, NodeList<Argument> arguments) {
        java.util.Objects.requireNonNull(func, "func is null");
        java.util.Objects.requireNonNull(arguments, "arguments is null");
        return func == this.func && arguments == this.arguments ? this : new Call(this, func, arguments);
    }

    @Override
    public NodeKind kind() {
        return NodeKind.CALL;
    }

    @Override
    public Object slot(int slot) {
        switch (slot) {
            case 0:
                return func;
            case 1:
                return arguments;
            default:
                throw new IndexOutOfBoundsException(slot);
        }
    }

    @Override
    @SuppressWarnings("unchecked")
    public Node withSlots(Object[] slots) {
        return copy((Expression) slots[0], (NodeList<Argument>) slots[1]);
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
