// spotless:off
// Generated from engine/src/main/spec/python.nodes by GenerateNodes. Do not edit.
package dev.codemod.tree;

/**
 * A class pattern.
 *
 * <pre>{@code cls:Expression(primary) '(' patterns:Pattern,* ')'}</pre>
 */
public final class MatchClass extends Pattern {
    private final Expression cls;
    private final NodeList<Pattern> patterns;

    /** Creates a parsed node that covers the tokens first to last; for the parser only. */
    public MatchClass(Origin origin, int first, int last, Expression cls, NodeList<Pattern> patterns) {
        super(origin, first, last);
        this.cls = cls;
        this.patterns = patterns;
    }

    private MatchClass(MatchClass from, Expression cls, NodeList<Pattern> patterns) {
        super(Edit.of(from), from);
        this.cls = cls;
        this.patterns = patterns;
    }

    /** Returns the cls. */
    public Expression cls() {
        return cls;
    }

    /** Returns the patterns. */
    public NodeList<Pattern> patterns() {
        return patterns;
    }

    /** Returns a copy with another cls, or this node if it is the same. */
    public MatchClass withCls(Expression cls) {
        return copy(cls, patterns);
    }

    /** Returns a copy with another patterns, or this node if it is the same. */
    public MatchClass withPatterns(NodeList<Pattern> patterns) {
        return copy(cls, patterns);
    }

    MatchClass copy(Expression cls, NodeList<Pattern> patterns) {
        java.util.Objects.requireNonNull(cls, "cls is null");
        java.util.Objects.requireNonNull(patterns, "patterns is null");
        return cls == this.cls && patterns == this.patterns ? this : new MatchClass(this, cls, patterns);
    }

    @Override
    public NodeKind kind() {
        return NodeKind.MATCH_CLASS;
    }

    @Override
    public Object slot(int slot) {
        switch (slot) {
            case 0:
                return cls;
            case 1:
                return patterns;
            default:
                throw new IndexOutOfBoundsException(slot);
        }
    }

    @Override
    @SuppressWarnings("unchecked")
    public Node withSlots(Object[] slots) {
        return copy((Expression) slots[0], (NodeList<Pattern>) slots[1]);
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
