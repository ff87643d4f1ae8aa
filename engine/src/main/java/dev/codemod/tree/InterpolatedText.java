// spotless:off
// Generated from engine/src/main/spec/python.nodes by GenerateNodes. Do not edit.
package dev.codemod.tree;

/**
 * Literal text, escapes and doubled braces as written.
 *
 * <pre>{@code FSTRING_MIDDLE}</pre>
 */
public final class InterpolatedText extends InterpolatedPart {
    /** Creates a parsed node that covers the tokens first to last; for the parser only. */
    public InterpolatedText(Origin origin, int first, int last) {
        super(origin, first, last);
    }

    @Override
    public NodeKind kind() {
        return NodeKind.INTERPOLATED_TEXT;
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
