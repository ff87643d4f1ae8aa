// spotless:off
// Generated from engine/src/main/spec/python.nodes by GenerateNodes. Do not edit.
package dev.codemod.tree;

/**
 * An else clause of if, for, while or try.
 *
 * <pre>{@code 'else' ':' body:Block}</pre>
 */
public final class Else extends Clause {
    private final Block body;

    /** Creates a parsed node that covers the tokens first to last; for the parser only. */
    public Else(Origin origin, int first, int last, Block body) {
        super(origin, first, last);
        this.body = body;
    }

    private Else(Else from, Block body) {
        super(Edit.of(from), from);
        this.body = body;
    }

    /** Returns the body. */
    public Block body() {
        return body;
    }

    /** Returns a copy with another body, or this node if it is the same. */
    public Else withBody(Block body) {
        return copy(body);
    }

    Else copy(Block body) {
        java.util.Objects.requireNonNull(body, "body is null");
        return body == this.body ? this : new Else(this, body);
    }

    @Override
    public NodeKind kind() {
        return NodeKind.ELSE;
    }

    @Override
    public Object slot(int slot) {
        switch (slot) {
            case 0:
                return body;
            default:
                throw new IndexOutOfBoundsException(slot);
        }
    }

    @Override
    public Node withSlots(Object[] slots) {
        return copy((Block) slots[0]);
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
