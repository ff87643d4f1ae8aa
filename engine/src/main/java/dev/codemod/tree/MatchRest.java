// spotless:off
// Generated from engine/src/main/spec/python.nodes by GenerateNodes. Do not edit.
package dev.codemod.tree;

/**
 * **rest
 *
 * <pre>{@code '**' name:Identifier}</pre>
 */
public final class MatchRest extends MatchMappingElement {
    private final Identifier name;

    /** Creates a parsed node that covers the tokens first to last; for the parser only. */
    public MatchRest(Origin origin, int first, int last, Identifier name) {
        super(origin, first, last);
        this.name = name;
    }

    private MatchRest(MatchRest from, Identifier name) {
        super(Edit.of(from), from);
        this.name = name;
    }

    /** Returns the name. */
    public Identifier name() {
        return name;
    }

    /** Returns a copy with another name, or this node if it is the same. */
    public MatchRest withName(Identifier name) {
        return copy(name);
    }

    MatchRest copy(Identifier name) {
        java.util.Objects.requireNonNull(name, "name is null");
        return name == this.name ? this : new MatchRest(this, name);
    }

    @Override
    public NodeKind kind() {
        return NodeKind.MATCH_REST;
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
