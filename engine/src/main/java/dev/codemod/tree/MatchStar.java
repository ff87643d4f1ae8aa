// spotless:off
// Generated from engine/src/main/spec/python.nodes by GenerateNodes. Do not edit.
package dev.codemod.tree;

/**
 * *name inside a sequence pattern.
 *
 * <pre>{@code '*' name:Identifier}</pre>
 */
public final class MatchStar extends Pattern {
    private final Identifier name;

    /** Creates a parsed node that covers the tokens first to last; for the parser only. */
    public MatchStar(Origin origin, int first, int last, Identifier name) {
        super(origin, first, last);
        this.name = name;
    }

    private MatchStar(MatchStar from, Identifier name) {
        super(Edit.of(from), from);
        this.name = name;
    }

    /** Returns the name. */
    public Identifier name() {
        return name;
    }

    /** Returns a copy with another name, or this node if it is the same. */
    public MatchStar withName(Identifier name) {
        return copy(name);
    }

    MatchStar copy(Identifier name) {
        java.util.Objects.requireNonNull(name, "name is null");
        return name == this.name ? this : new MatchStar(this, name);
    }

    @Override
    public NodeKind kind() {
        return NodeKind.MATCH_STAR;
    }

    @Override
    public Object slot(int slot) {
        switch (slot) {
            case 0:
                return name;
            default:
                throw new IndexOutOfBoundsException(slot);
        }
    }

    @Override
    public Node withSlots(Object[] slots) {
        return copy((Identifier) slots[0]);
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
