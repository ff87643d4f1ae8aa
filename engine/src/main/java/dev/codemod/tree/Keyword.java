// spotless:off
// Generated from engine/src/main/spec/python.nodes by GenerateNodes. Do not edit.
package dev.codemod.tree;

/**
 * A keyword argument; without a name it is **value.
 *
 * <pre>{@code (name:Identifier '=')? doubleStar?'**' value:Expression}</pre>
 */
public final class Keyword extends Argument {
    private final Identifier name;
    private final boolean doubleStar;
    private final Expression value;

    /** Creates a parsed node that covers the tokens first to last; for the parser only. */
    public Keyword(Origin origin, int first, int last, Identifier name, boolean doubleStar, Expression value) {
        super(origin, first, last);
        this.name = name;
        this.doubleStar = doubleStar;
        this.value = value;
    }

    private Keyword(Keyword from, Identifier name, boolean doubleStar, Expression value) {
        super(Edit.of(from), from);
        this.name = name;
        this.doubleStar = doubleStar;
        this.value = value;
    }

    /** Returns the name, or null if there is none. */
    public Identifier name() {
        return name;
    }

    /** Returns whether {@code **} is there. */
    public boolean isDoubleStar() {
        return doubleStar;
    }

    /** Returns the value. */
    public Expression value() {
        return value;
    }

    /** Returns a copy with another name, or this node if it is the same. */
    public Keyword withName(Identifier name) {
        return copy(name, doubleStar, value);
    }

    /** Returns a copy with another double star, or this node if it is the same. */
    public Keyword withDoubleStar(boolean doubleStar) {
        return copy(name, doubleStar, value);
    }

    /** Returns a copy with another value, or this node if it is the same. */
    public Keyword withValue(Expression value) {
        return copy(name, doubleStar, value);
    }

    Keyword copy(Identifier name, boolean doubleStar, Expression value) {
        java.util.Objects.requireNonNull(value, "value is null");
        return name == this.name && doubleStar == this.doubleStar && value == this.value ? this : new Keyword(this, name, doubleStar, value);
    }

    @Override
    public NodeKind kind() {
        return NodeKind.KEYWORD;
    }

    @Override
    public Object slot(int slot) {
        switch (slot) {
            case 0:
                return name;
            case 1:
                return doubleStar;
            case 2:
                return value;
            default:
                throw new IndexOutOfBoundsException(slot);
        }
    }

    @Override
    public Node withSlots(Object[] slots) {
        return copy((Identifier) slots[0], (Boolean) slots[1], (Expression) slots[2]);
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
