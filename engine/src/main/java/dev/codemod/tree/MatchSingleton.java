// spotless:off
// Generated from engine/src/main/spec/python.nodes by GenerateNodes. Do not edit.
package dev.codemod.tree;

/**
 * None, True or False, compared by is.
 *
 * <pre>{@code value:NameConstant}</pre>
 */
public final class MatchSingleton extends Pattern {
    private final NameConstant value;

    /** Creates a parsed node that covers the tokens first to last; for the parser only. */
    public MatchSingleton(Origin origin, int first, int last, NameConstant value) {
        super(origin, first, last);
        this.value = value;
    }

    private MatchSingleton(MatchSingleton from, NameConstant value) {
        super(Edit.of(from), from);
        this.value = value;
    }

    /** Returns the value. */
    public NameConstant value() {
        return value;
    }

    /** Returns a copy with another value, or this node if it is the same. */
    public MatchSingleton withValue(NameConstant value) {
        return copy(value);
    }

    MatchSingleton copy(NameConstant value) {
        java.util.Objects.requireNonNull(value, "value is null");
        return value == this.value ? this : new MatchSingleton(this, value);
    }

    @Override
    public NodeKind kind() {
        return NodeKind.MATCH_SINGLETON;
    }

    @Override
    public Object slot(int slot) {
        switch (slot) {
            case 0:
                return value;
            default:
                throw new IndexOutOfBoundsException(slot);
        }
    }

    @Override
    public Node withSlots(Object[] slots) {
        return copy((NameConstant) slots[0]);
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
