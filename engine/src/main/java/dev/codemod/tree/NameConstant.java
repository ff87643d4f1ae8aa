// spotless:off
// Generated from engine/src/main/spec/python.nodes by GenerateNodes. Do not edit.
package dev.codemod.tree;

/**
 * True, False or None (Python 3; in Python 2 they are names).
 *
 * <pre>{@code ...}</pre>
 */
public final class NameConstant extends Constant {
    /** Creates a parsed node that covers the tokens first to last; for the parser only. */
    public NameConstant(Origin origin, int first, int last) {
        super(origin, first, last);
    }

    @Override
    public NodeKind kind() {
        return NodeKind.NAME_CONSTANT;
    }

    @Override
    public Object slot(int slot) {
        throw new IndexOutOfBoundsException(slot);
    }

    @Override
    public Node withSlots(Object[] slots) {
        return this;
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
