// spotless:off
// Generated from engine/src/main/spec/python.nodes by GenerateNodes. Do not edit.
package dev.codemod.tree;

/**
 * A sequence pattern in brackets, parentheses or neither.
 *
 * <pre>{@code bracketed?'[' parenthesized?'(' patterns:Pattern,* parenthesized?')' bracketed?']'}</pre>
 */
public final class MatchSequence extends Pattern {
    private final boolean bracketed;
    private final boolean parenthesized;
    private final NodeList<Pattern> patterns;

    /** Creates a parsed node that covers the tokens first to last; for the parser only. */
    public MatchSequence(Origin origin, int first, int last, boolean bracketed, boolean parenthesized, NodeList<Pattern> patterns) {
        super(origin, first, last);
        this.bracketed = bracketed;
        this.parenthesized = parenthesized;
        this.patterns = patterns;
    }

    private MatchSequence(MatchSequence from, boolean bracketed, boolean parenthesized, NodeList<Pattern> patterns) {
        super(Edit.of(from), from);
        this.bracketed = bracketed;
        this.parenthesized = parenthesized;
        this.patterns = patterns;
    }

    /** Returns whether {@code [} is there. */
    public boolean isBracketed() {
        return bracketed;
    }

    /** Returns whether {@code (} is there. */
    public boolean isParenthesized() {
        return parenthesized;
    }

    /** Returns the patterns. */
    public NodeList<Pattern> patterns() {
        return patterns;
    }

    /** Returns a copy with another bracketed, or this node if it is the same. */
    public MatchSequence withBracketed(boolean bracketed) {
        return copy(bracketed, parenthesized, patterns);
    }

    /** Returns a copy with another parenthesized, or this node if it is the same. */
    public MatchSequence withParenthesized(boolean parenthesized) {
        return copy(bracketed, parenthesized, patterns);
    }

    /** Returns a copy with another patterns, or this node if it is the same. */
    public MatchSequence withPatterns(NodeList<Pattern> patterns) {
        return copy(bracketed, parenthesized, patterns);
    }

    MatchSequence copy(boolean bracketed, boolean parenthesized, NodeList<Pattern> patterns) {
        java.util.Objects.requireNonNull(patterns, "patterns is null");
        return bracketed == this.bracketed && parenthesized == this.parenthesized && patterns == this.patterns ? this : new MatchSequence(this, bracketed, parenthesized, patterns);
    }

    @Override
    public NodeKind kind() {
        return NodeKind.MATCH_SEQUENCE;
    }

    @Override
    public Object slot(int slot) {
        switch (slot) {
            case 0:
                return bracketed;
            case 1:
                return parenthesized;
            case 2:
                return patterns;
            default:
                throw new IndexOutOfBoundsException(slot);
        }
    }

    @Override
    @SuppressWarnings("unchecked")
    public Node withSlots(Object[] slots) {
        return copy((Boolean) slots[0], (Boolean) slots[1], (NodeList<Pattern>) slots[2]);
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
