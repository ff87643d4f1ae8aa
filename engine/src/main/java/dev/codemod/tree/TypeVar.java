// spotless:off
// Generated from engine/src/main/spec/python.nodes by GenerateNodes. Do not edit.
package dev.codemod.tree;

/**
 * A type variable.
 *
 * <pre>{@code name:Identifier (':' bound:Expression)? ('=' defaultValue:Expression)?}</pre>
 */
public final class TypeVar extends TypeParam {
    private final Identifier name;
    private final Expression bound;
    private final Expression defaultValue;

    /** Creates a parsed node that covers the tokens first to last; for the parser only. */
    public TypeVar(Origin origin, int first, int last, Identifier name, Expression bound, Expression defaultValue) {
        super(origin, first, last);
        this.name = name;
        this.bound = bound;
        this.defaultValue = defaultValue;
    }

    private TypeVar(TypeVar from, Identifier name, Expression bound, Expression defaultValue) {
        super(Edit.of(from), from);
        this.name = name;
        this.bound = bound;
        this.defaultValue = defaultValue;
    }

    /** Returns the name. */
    public Identifier name() {
        return name;
    }

    /** Returns the bound, or null if there is none. */
    public Expression bound() {
        return bound;
    }

    /** Returns the default value, or null if there is none. */
    public Expression defaultValue() {
        return defaultValue;
    }

    /** Returns a copy with another name, or this node if it is the same. */
    public TypeVar withName(Identifier name) {
        return copy(name, bound, defaultValue);
    }

    /** Returns a copy with another bound, or this node if it is the same. */
    public TypeVar withBound(Expression bound) {
        return copy(name, bound, defaultValue);
    }

    /** Returns a copy with another default value, or this node if it is the same. */
    public TypeVar withDefaultValue(Expression defaultValue) {
        return copy(name, bound, defaultValue);
    }

    TypeVar copy(Identifier name, Expression bound, Expression defaultValue) {
        java.util.Objects.requireNonNull(name, "name is null");
        return name == this.name && bound == this.bound && defaultValue == this.defaultValue ? this : new TypeVar(this, name, bound, defaultValue);
    }

    @Override
    public NodeKind kind() {
        return NodeKind.TYPE_VAR;
    }

    @Override
    public Object slot(int slot) {
        switch (slot) {
            case 0:
                return name;
            case 1:
                return bound;
            case 2:
                return defaultValue;
            default:
                throw new IndexOutOfBoundsException(slot);
        }
    }

    @Override
    public Node withSlots(Object[] slots) {
        return copy((Identifier) slots[0], (Expression) slots[1], (Expression) slots[2]);
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
