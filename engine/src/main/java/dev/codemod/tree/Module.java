// spotless:off
// Generated from engine/src/main/spec/python.nodes by GenerateNodes. Do not edit.
package dev.codemod.tree;

/**
 * A whole file.
 *
 * <pre>{@code statements:Statement;* EOF}</pre>
 */
public final class Module extends Node {
    private final NodeList<Statement> statements;

    /** Creates a parsed node that covers the tokens first to last; for the parser only. */
    public Module(Origin origin, int first, int last, NodeList<Statement> statements) {
        super(origin, first, last);
        this.statements = statements;
    }

    private Module(Module from, NodeList<Statement> statements) {
        super(Edit.of(from), from);
        this.statements = statements;
    }

    /** Returns the statements. */
    public NodeList<Statement> statements() {
        return statements;
    }

    /** Returns a copy with another statements, or this node if it is the same. */
    public Module withStatements(NodeList<Statement> statements) {
        return copy(statements);
    }

    Module copy(NodeList<Statement> statements) {
        java.util.Objects.requireNonNull(statements, "statements is null");
        return statements == this.statements ? this : new Module(this, statements);
    }

    @Override
    public NodeKind kind() {
        return NodeKind.MODULE;
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
