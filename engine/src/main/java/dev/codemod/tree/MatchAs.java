// spotless:off
// Generated from engine/src/main/spec/python.nodes by GenerateNodes. Do not edit.
package dev.codemod.tree;

/**
 * A capture (name only), the wildcard _, or `pattern as name`.
 *
 * <pre>{@code (pattern:Pattern 'as')? name:Identifier}</pre>
 */
public final class MatchAs extends Pattern {
    private final Pattern pattern;
    private final Identifier name;

    /** Creates a parsed node that covers the tokens first to last; for the parser only. */
    public MatchAs(Origin origin, int first, int last, Pattern pattern, Identifier name) {
        super(origin, first, last);
        this.pattern = pattern;
        this.name = name;
    }

    private MatchAs(MatchAs from, Pattern pattern, Identifier name) {
        super(Edit.of(from), from);
        this.pattern = pattern;
        this.name = name;
    }

    /** Returns the pattern, or null if there is none. */
    public Pattern pattern() {
        return pattern;
    }

    /** Returns the name. */
    public Identifier name() {
        return name;
    }

    /** Returns a copy with another pattern, or this node if it is the same. */
    public MatchAs withPattern(Pattern pattern) {
        return copy(pattern, name);
    }

    /** Returns a copy with another name, or this node if it is the same. */
    public MatchAs withName(Identifier name) {
        return copy(pattern, name);
    }

    MatchAs copy(Pattern pattern, Identifier name) {
        java.util.Objects.requireNonNull(name, "name is null");
        return pattern == this.pattern && name == this.name ? this : new MatchAs(this, pattern, name);
    }

    @Override
    public NodeKind kind() {
        return NodeKind.MATCH_AS;
    }

    @Override
    public Object slot(int slot) {
        switch (slot) {
            case 0:
                return pattern;
            case 1:
                return name;
            default:
                throw new IndexOutOfBoundsException(slot);
        }
    }

    @Override
    public Node withSlots(Object[] slots) {
        return copy((Pattern) slots[0], (Identifier) slots[1]);
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
