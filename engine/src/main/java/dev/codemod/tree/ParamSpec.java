// spotless:off
// Generated from engine/src/main/spec/python.nodes by GenerateNodes. Do not edit.
package dev.codemod.tree;

/**
 * A parameter specification.
 *
 * <pre>{@code '**' name:Identifier ('=' defaultValue:Expression)?}</pre>
 */
public final class ParamSpec extends TypeParam {
    private final Identifier name;
    private final Expression defaultValue;

    /** Creates a parsed node that covers the tokens first to last; for the parser only. */
    public ParamSpec(Origin origin, int first, int last, Identifier name, Expression defaultValue) {
        super(origin, first, last);
        this.name = name;
        this.defaultValue = defaultValue;
    }

    private ParamSpec(ParamSpec from, Identifier name, Expression defaultValue) {
        super(Edit.of(from), from);
        this.name = name;
        this.defaultValue = defaultValue;
    }

    /** Returns the name. */
    public Identifier name() {
        return name;
    }

    /** Returns the default value, or null if there is none. */
    public Expression defaultValue() {
        return defaultValue;
    }

    /** Returns a copy with another name, or this node if it is the same. */
    public ParamSpec withName(Identifier name) {
        return copy(name, defaultValue);
    }

    /** Returns a copy with another default value, or this node if it is the same. */
    public ParamSpec withDefaultValue(Expression defaultValue) {
        return copy(name, defaultValue);
    }

    ParamSpec copy(Identifier name, Expression defaultValue) {
        java.util.Objects.requireNonNull(name, "name is null");
        return name == this.name && defaultValue == this.defaultValue ? this : new ParamSpec(this, name, defaultValue);
    }

    @Override
    public NodeKind kind() {
        return NodeKind.PARAM_SPEC;
    }

    @Override
    public Object slot(int slot) {
        switch (slot) {
            case 0:
                return name;
            case 1:
                return defaultValue;
            default:
                throw new IndexOutOfBoundsException(slot);
        }
    }

    @Override
    public Node withSlots(Object[] slots) {
        return copy((Identifier) slots[0], (Expression) slots[1]);
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
