// spotless:off
// Generated from engine/src/main/spec/python.nodes by GenerateNodes. Do not edit.
package dev.codemod.tree;

/**
 * key: pattern
 *
 * <pre>{@code key:Expression(bitor) ':' pattern:Pattern}</pre>
 */
public final class MatchMappingItem extends MatchMappingElement {
    private final Expression key;
    private final Pattern pattern;

    /** Creates a parsed node that covers the tokens first to last; for the parser only. */
    public MatchMappingItem(Origin origin, int first, int last, Expression key, Pattern pattern) {
        super(origin, first, last);
        this.key = key;
        this.pattern = pattern;
    }

    private MatchMappingItem(MatchMappingItem from, Expression key, Pattern pattern) {
        super(Edit.of(from), from);
        this.key = key;
        this.pattern = pattern;
    }

    /** Returns the key. */
    public Expression key() {
        return key;
    }

    /** Returns the pattern. */
    public Pattern pattern() {
        return pattern;
    }

    /** Returns a copy with another key, or this node if it is the same. */
    public MatchMappingItem withKey(Expression key) {
        return copy(key, pattern);
    }

    /** Returns a copy with another pattern, or this node if it is the same. */
    public MatchMappingItem withPattern(Pattern pattern) {
        return copy(key, pattern);
    }

    MatchMappingItem copy(Expression key, Pattern pattern) {
        java.util.Objects.requireNonNull(key, "key is null");
        java.util.Objects.requireNonNull(pattern, "pattern is null");
        return key == this.key && pattern == this.pattern ? this : new MatchMappingItem(this, key, pattern);
    }

    @Override
    public NodeKind kind() {
        return NodeKind.MATCH_MAPPING_ITEM;
    }

    @Override
    public Object slot(int slot) {
        switch (slot) {
            case 0:
                return key;
            case 1:
                return pattern;
            default:
                throw new IndexOutOfBoundsException(slot);
        }
    }

    @Override
    public Node withSlots(Object[] slots) {
        return copy((Expression) slots[0], (Pattern) slots[1]);
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
