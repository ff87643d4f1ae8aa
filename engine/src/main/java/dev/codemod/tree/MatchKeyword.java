// spotless:off
// Generated from engine/src/main/spec/python.nodes by GenerateNodes. Do not edit.
package dev.codemod.tree;

/**
 * name=pattern inside a class pattern.
 *
 * <pre>{@code name:Identifier '=' pattern:Pattern}</pre>
 */
public final class MatchKeyword extends Pattern {
    private final Identifier name;
    private final Pattern pattern;

    /** Creates a parsed node that covers the tokens first to last; for the parser only. */
    public MatchKeyword(Origin origin, int first, int last, Identifier name, Pattern pattern) {
        super(origin, first, last);
        this.name = name;
        this.pattern = pattern;
    }

    private MatchKeyword(MatchKeyword from, Identifier name, Pattern pattern) {
        super(Edit.of(from), from);
        this.name = name;
        this.pattern = pattern;
    }

    /** Returns the name. */
    public Identifier name() {
        return name;
    }

    /** Returns the pattern. */
    public Pattern pattern() {
        return pattern;
    }

    /** Returns a copy with another name, or this node if it is the same. */
    public MatchKeyword withName(Identifier name) {
        return copy(name, pattern);
    }

    /** Returns a copy with another pattern, or this node if it is the same. */
    public MatchKeyword withPattern(Pattern pattern) {
        return copy(name, pattern);
    }

    MatchKeyword copy(Identifier name, Pattern pattern) {
        java.util.Objects.requireNonNull(name, "name is null");
        java.util.Objects.requireNonNull(pattern, "pattern is null");
        return name == this.name && pattern == this.pattern ? this : new MatchKeyword(this, name, pattern);
    }

    @Override
    public NodeKind kind() {
        return NodeKind.MATCH_KEYWORD;
    }

    @Override
    public Object slot(int slot) {
        switch (slot) {
            case 0:
                return name;
            case 1:
                return pattern;
            default:
                throw new IndexOutOfBoundsException(slot);
        }
    }

    @Override
    public Node withSlots(Object[] slots) {
        return copy((Identifier) slots[0], (Pattern) slots[1]);
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
