// spotless:off
// Generated from engine/src/main/spec/python.nodes by GenerateNodes. Do not edit.
package dev.codemod.tree;

/**
 * A case clause.
 *
 * <pre>{@code 'case' pattern:Pattern ('if' guard:Expression(named))? ':' body:Block}</pre>
 */
public final class MatchCase extends Clause {
    private final Pattern pattern;
    private final Expression guard;
    private final Block body;

    /** Creates a parsed node that covers the tokens first to last; for the parser only. */
    public MatchCase(Origin origin, int first, int last, Pattern pattern, Expression guard, Block body) {
        super(origin, first, last);
        this.pattern = pattern;
        this.guard = guard;
        this.body = body;
    }

    private MatchCase(MatchCase from, Pattern pattern, Expression guard, Block body) {
        super(Edit.of(from), from);
        this.pattern = pattern;
        this.guard = guard;
        this.body = body;
    }

    /** Returns the pattern. */
    public Pattern pattern() {
        return pattern;
    }

    /** Returns the guard, or null if there is none. */
    public Expression guard() {
        return guard;
    }

    /** Returns the body. */
    public Block body() {
        return body;
    }

    /** Returns a copy with another pattern, or this node if it is the same. */
    public MatchCase withPattern(Pattern pattern) {
        return copy(pattern, guard, body);
    }

    /** Returns a copy with another guard, or this node if it is the same. */
    public MatchCase withGuard(Expression guard) {
        return copy(pattern, guard, body);
    }

    /** Returns a copy with another body, or this node if it is the same. */
    public MatchCase withBody(Block body) {
        return copy(pattern, guard, body);
    }

    MatchCase copy(Pattern pattern, Expression guard, Block body) {
        java.util.Objects.requireNonNull(pattern, "pattern is null");
        java.util.Objects.requireNonNull(body, "body is null");
        return pattern == this.pattern && guard == this.guard && body == this.body ? this : new MatchCase(this, pattern, guard, body);
    }

    @Override
    public NodeKind kind() {
        return NodeKind.MATCH_CASE;
    }

    @Override
    public Object slot(int slot) {
        switch (slot) {
            case 0:
                return pattern;
            case 1:
                return guard;
            case 2:
                return body;
            default:
                throw new IndexOutOfBoundsException(slot);
        }
    }

    @Override
    public Node withSlots(Object[] slots) {
        return copy((Pattern) slots[0], (Expression) slots[1], (Block) slots[2]);
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
