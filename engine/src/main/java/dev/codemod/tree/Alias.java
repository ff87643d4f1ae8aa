// spotless:off
// Generated from engine/src/main/spec/python.nodes by GenerateNodes. Do not edit.
package dev.codemod.tree;

/**
 * An imported name.
 *
 * <pre>{@code name:DottedName ('as' asName:Identifier)?}</pre>
 */
public final class Alias extends Node {
    private final DottedName name;
    private final Identifier asName;

    /** Creates a parsed node that covers the tokens first to last; for the parser only. */
    public Alias(Origin origin, int first, int last, DottedName name, Identifier asName) {
        super(origin, first, last);
        this.name = name;
        this.asName = asName;
    }

    private Alias(Alias from, DottedName name, Identifier asName) {
        super(Edit.of(from), from);
        this.name = name;
        this.asName = asName;
    }

    /** Returns the name. */
    public DottedName name() {
        return name;
    }

    /** Returns the as name, or null if there is none. */
    public Identifier asName() {
        return asName;
    }

    /** Returns a copy with another name, or this node if it is the same. */
    public Alias withName(DottedName name) {
        return copy(name, asName);
    }

    /** Returns a copy with another as name, or this node if it is the same. */
    public Alias withAsName(Identifier asName) {
        return copy(name, asName);
    }

    Alias copy(DottedName name, Identifier asName) {
        java.util.Objects.requireNonNull(name, "name is null");
        return name == this.name && asName == this.asName ? this : new Alias(this, name, asName);
    }

    @Override
    public NodeKind kind() {
        return NodeKind.ALIAS;
    }

    @Override
    public Object slot(int slot) {
        switch (slot) {
            case 0:
                return name;
            case 1:
                return asName;
            default:
                throw new IndexOutOfBoundsException(slot);
        }
    }

    @Override
    public Node withSlots(Object[] slots) {
        return copy((DottedName) slots[0], (Identifier) slots[1]);
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
