// spotless:off
// Generated from engine/src/main/spec/python.nodes by GenerateNodes. Do not edit.
package dev.codemod.tree;

/**
 * Alternatives.
 *
 * <pre>{@code patterns:Pattern|+}</pre>
 */
public final class MatchOr extends Pattern {
    private final NodeList<Pattern> patterns;

    /** Creates a parsed node that covers the tokens first to last; for the parser only. */
    public MatchOr(Origin origin, int first, int last, NodeList<Pattern> patterns) {
        super(origin, first, last);
        this.patterns = patterns;
    }

    private MatchOr(MatchOr from, NodeList<Pattern> patterns) {
        super(Edit.of(from), from);
        this.patterns = patterns;
    }

    /** Returns the patterns. */
    public NodeList<Pattern> patterns() {
        return patterns;
    }

    /** Returns a copy with another patterns, or this node if it is the same. */
    public MatchOr withPatterns(NodeList<Pattern> patterns) {
        return copy(patterns);
    }

    MatchOr copy(NodeList<Pattern> patterns) {
        java.util.Objects.requireNonNull(patterns, "patterns is null");
        return patterns == this.patterns ? this : new MatchOr(this, patterns);
    }

    @Override
    public NodeKind kind() {
        return NodeKind.MATCH_OR;
    }

    @Override
    public Object slot(int slot) {
        switch (slot) {
            case 0:
                return patterns;
            default:
                throw new IndexOutOfBoundsException(slot);
        }
    }

    @Override
    @SuppressWarnings("unchecked")
    public Node withSlots(Object[] slots) {
        return copy((NodeList<Pattern>) slots[0]);
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
