// spotless:off
// Generated from engine/src/main/spec/python.nodes by GenerateNodes. Do not edit.
package dev.codemod.tree;

/**
 * A type statement (3.12).
 *
 * <pre>{@code 'type' name:Name typeParams:TypeParams? '=' value:Expression}</pre>
 */
public final class TypeAlias extends Statement {
    private final Name name;
    private final TypeParams typeParams;
    private final Expression value;

    /** Creates a parsed node that covers the tokens first to last; for the parser only. */
    public TypeAlias(Origin origin, int first, int last, Name name, TypeParams typeParams, Expression value) {
        super(origin, first, last);
        this.name = name;
        this.typeParams = typeParams;
        this.value = value;
    }

    private TypeAlias(TypeAlias from, Name name, TypeParams typeParams, Expression value) {
        super(Edit.of(from), from);
        this.name = name;
        this.typeParams = typeParams;
        this.value = value;
    }

    /** Returns the name. */
    public Name name() {
        return name;
    }

    /** Returns the type params, or null if there is none. */
    public TypeParams typeParams() {
        return typeParams;
    }

    /** Returns the value. */
    public Expression value() {
        return value;
    }

    /** Returns a copy with another name, or this node if it is the same. */
    public TypeAlias withName(Name name) {
        return copy(name, typeParams, value);
    }

    /** Returns a copy with another type params, or this node if it is the same. */
    public TypeAlias withTypeParams(TypeParams typeParams) {
        return copy(name, typeParams, value);
    }

    /** Returns a copy with another value, or this node if it is the same. */
    public TypeAlias withValue(Expression value) {
        return copy(name, typeParams, value);
    }

    TypeAlias copy(Name name, TypeParams typeParams, Expression value) {
        java.util.Objects.requireNonNull(name, "name is null");
        java.util.Objects.requireNonNull(value, "value is null");
        return name == this.name && typeParams == this.typeParams && value == this.value ? this : new TypeAlias(this, name, typeParams, value);
    }

    @Override
    public NodeKind kind() {
        return NodeKind.TYPE_ALIAS;
    }

    @Override
    public Object slot(int slot) {
        switch (slot) {
            case 0:
                return name;
            case 1:
                return typeParams;
            case 2:
                return value;
            default:
                throw new IndexOutOfBoundsException(slot);
        }
    }

    @Override
    public Node withSlots(Object[] slots) {
        return copy((Name) slots[0], (TypeParams) slots[1], (Expression) slots[2]);
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
