// spotless:off
// Generated from engine/src/main/spec/python.nodes by GenerateNodes. Do not edit.
package dev.codemod.tree;

/**
 * The body of a compound statement: an indented block, or simple statements on the line of the colon.
 *
 * <pre>{@code statements:Statement;+}</pre>
 */
public final class Block extends Node {
    private final NodeList<Statement> statements;

    /** Creates a parsed node that covers the tokens first to last; for the parser only. */
    public Block(Origin origin, int first, int last, NodeList<Statement> statements) {
        super(origin, first, last);
        this.statements = statements;
    }

    private Block(Block from, NodeList<Statement> statements) {
        super(Edit.of(from), from);
        this.statements = statements;
    }

    /** Returns the statements. */
    public NodeList<Statement> statements() {
        return statements;
    }

    /** Returns a copy with another statements, or this node if it is the same. */
    public Block withStatements(NodeList<Statement> statements) {
        return copy(statements);
    }

    Block copy(NodeList<Statement> statements) {
        java.util.Objects.requireNonNull(statements, "statements is null");
        return statements == this.statements ? this : new Block(this, statements);
    }

    @Override
    public NodeKind kind() {
        return NodeKind.BLOCK;
    }

    @Override
    public Object slot(int slot) {
        switch (slot) {
            case 0:
                return statements;
            default:
                throw new IndexOutOfBoundsException(slot);
        }
    }

    @Override
    @SuppressWarnings("unchecked")
    public Node withSlots(Object[] slots) {
        return copy((NodeList<Statement>) slots[0]);
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
