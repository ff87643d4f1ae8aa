// spotless:off
// Generated from engine/src/main/spec/python.nodes by GenerateNodes. Do not edit.
package dev.codemod.tree;

/**
 * A try statement.
 *
 * <pre>{@code 'try' ':' body:Block handlers:ExceptHandler* orElse:Else? finalBody:Finally?}</pre>
 */
public final class Try extends Statement {
    private final Block body;
    private final NodeList<ExceptHandler> handlers;
    private final Else orElse;
    private final Finally finalBody;

    /** Creates a parsed node that covers the tokens first to last; for the parser only. */
    public Try(Origin origin, int first, int last, Block body, NodeList<ExceptHandler> handlers, Else orElse, Finally finalBody) {
        super(origin, first, last);
        this.body = body;
        this.handlers = handlers;
        this.orElse = orElse;
        this.finalBody = finalBody;
    }

    private Try(Try from, Block body, NodeList<ExceptHandler> handlers, Else orElse, Finally finalBody) {
        super(Edit.of(from), from);
        this.body = body;
        this.handlers = handlers;
        this.orElse = orElse;
        this.finalBody = finalBody;
    }

    /** Returns the body. */
    public Block body() {
        return body;
    }

    /** Returns the handlers. */
    public NodeList<ExceptHandler> handlers() {
        return handlers;
    }

    /** Returns the or else, or null if there is none. */
    public Else orElse() {
        return orElse;
    }

    /** Returns the final body, or null if there is none. */
    public Finally finalBody() {
        return finalBody;
    }

    /** Returns a copy with another body, or this node if it is the same. */
    public Try withBody(Block body) {
        return copy(body, handlers, orElse, finalBody);
    }

    /** Returns a copy with another handlers, or this node if it is the same. */
    public Try withHandlers(NodeList<ExceptHandler> handlers) {
        return copy(body, handlers, orElse, finalBody);
    }

    /** Returns a copy with another or else, or this node if it is the same. */
    public Try withOrElse(Else orElse) {
        return copy(body, handlers, orElse, finalBody);
    }

    /** Returns a copy with another final body, or this node if it is the same. */
    public Try withFinalBody(Finally finalBody) {
        return copy(body, handlers, orElse, finalBody);
    }

    Try copy(Block body, NodeList<ExceptHandler> handlers, Else orElse, Finally finalBody) {
        java.util.Objects.requireNonNull(body, "body is null");
        java.util.Objects.requireNonNull(handlers, "handlers is null");
        return body == this.body && handlers == this.handlers && orElse == this.orElse && finalBody == this.finalBody ? this : new Try(this, body, handlers, orElse, finalBody);
    }

    @Override
    public NodeKind kind() {
        return NodeKind.TRY;
    }

    @Override
    public Object slot(int slot) {
        switch (slot) {
            case 0:
                return body;
            case 1:
                return handlers;
            case 2:
                return orElse;
            case 3:
                return finalBody;
            default:
                throw new IndexOutOfBoundsException(slot);
        }
    }

    @Override
    @SuppressWarnings("unchecked")
    public Node withSlots(Object[] slots) {
        return copy((Block) slots[0], (NodeList<ExceptHandler>) slots[1], (Else) slots[2], (Finally) slots[3]);
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
