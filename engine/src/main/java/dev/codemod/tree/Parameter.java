// spotless:off
// Generated from engine/src/main/spec/python.nodes by GenerateNodes. Do not edit.
package dev.codemod.tree;

/**
 * A parameter (arg in the ast module); star and doubleStar mark *args and **kwargs.
 *
 * <pre>{@code star?'*' doubleStar?'**' name:Identifier (':' annotation:Expression(star))? ('=' defaultValue:Expression)?}</pre>
 */
public final class Parameter extends ParameterItem {
    private final boolean star;
    private final boolean doubleStar;
    private final Identifier name;
    private final Expression annotation;
    private final Expression defaultValue;

    /** Creates a parsed node that covers the tokens first to last; for the parser only. */
    public Parameter(Origin origin, int first, int last, boolean star, boolean doubleStar, Identifier name, Expression annotation, Expression defaultValue) {
        super(origin, first, last);
        this.star = star;
        this.doubleStar = doubleStar;
        this.name = name;
        this.annotation = annotation;
        this.defaultValue = defaultValue;
    }

    private Parameter(Parameter from, boolean star, boolean doubleStar, Identifier name, Expression annotation, Expression defaultValue) {
        super(Edit.of(from), from);
        this.star = star;
        this.doubleStar = doubleStar;
        this.name = name;
        this.annotation = annotation;
        this.defaultValue = defaultValue;
    }

    /** Returns whether {@code *} is there. */
    public boolean isStar() {
        return star;
    }

    /** Returns whether {@code **} is there. */
    public boolean isDoubleStar() {
        return doubleStar;
    }

    /** Returns the name. */
    public Identifier name() {
        return name;
    }

    /** Returns the annotation, or null if there is none. */
    public Expression annotation() {
        return annotation;
    }

    /** Returns the default value, or null if there is none. */
    public Expression defaultValue() {
        return defaultValue;
    }

    /** Returns a copy with another star, or this node if it is the same. */
    public Parameter withStar(boolean star) {
        return copy(star, doubleStar, name, annotation, defaultValue);
    }

    /** Returns a copy with another double star, or this node if it is the same. */
    public Parameter withDoubleStar(boolean doubleStar) {
        return copy(star, doubleStar, name, annotation, defaultValue);
    }

    /** Returns a copy with another name, or this node if it is the same. */
    public Parameter withName(Identifier name) {
        return copy(star, doubleStar, name, annotation, defaultValue);
    }

    /** Returns a copy with another annotation, or this node if it is the same. */
    public Parameter withAnnotation(Expression annotation) {
        return copy(star, doubleStar, name, annotation, defaultValue);
    }

    /** Returns a copy with another default value, or this node if it is the same. */
    public Parameter withDefaultValue(Expression defaultValue) {
        return copy(star, doubleStar, name, annotation, defaultValue);
    }

    Parameter copy(boolean star, boolean doubleStar, Identifier name, Expression annotation, Expression defaultValue) {
        java.util.Objects.requireNonNull(name, "name is null");
        return star == this.star && doubleStar == this.doubleStar && name == this.name && annotation == this.annotation && defaultValue == this.defaultValue ? this : new Parameter(this, star, doubleStar, name, annotation, defaultValue);
    }

    @Override
    public NodeKind kind() {
        return NodeKind.PARAMETER;
    }

    @Override
    public Object slot(int slot) {
        switch (slot) {
            case 0:
                return star;
            case 1:
                return doubleStar;
            case 2:
                return name;
            case 3:
                return annotation;
            case 4:
                return defaultValue;
            default:
                throw new IndexOutOfBoundsException(slot);
        }
    }

    @Override
    public Node withSlots(Object[] slots) {
        return copy((Boolean) slots[0], (Boolean) slots[1], (Identifier) slots[2], (Expression) slots[3], (Expression) slots[4]);
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
