// spotless:off
// Generated from engine/src/main/spec/python.nodes by GenerateNodes. Do not edit.
package dev.codemod.tree;

/**
 * A replacement field (Interpolation in a t-string).
 *
 * <pre>{@code '{' value:Expression(yield) debug?'=' ('!' conversion:Identifier)? formatSpec:FormatSpec? '}'}</pre>
 */
public final class FormattedValue extends InterpolatedPart {
    private final Expression value;
    private final boolean debug;
    private final Identifier conversion;
    private final FormatSpec formatSpec;

    /** Creates a parsed node that covers the tokens first to last; for the parser only. */
    public FormattedValue(Origin origin, int first, int last, Expression value, boolean debug, Identifier conversion, FormatSpec formatSpec) {
        super(origin, first, last);
        this.value = value;
        this.debug = debug;
        this.conversion = conversion;
        this.formatSpec = formatSpec;
    }

    private FormattedValue(FormattedValue from, Expression value, boolean debug, Identifier conversion, FormatSpec formatSpec) {
        super(Edit.of(from), from);
        this.value = value;
        this.debug = debug;
        this.conversion = conversion;
        this.formatSpec = formatSpec;
    }

    /** Returns the value. */
    public Expression value() {
        return value;
    }

    /** Returns whether {@code =} is there. */
    public boolean isDebug() {
        return debug;
    }

    /** Returns the conversion, or null if there is none. */
    public Identifier conversion() {
        return conversion;
    }

    /** Returns the format spec, or null if there is none. */
    public FormatSpec formatSpec() {
        return formatSpec;
    }

    /** Returns a copy with another value, or this node if it is the same. */
    public FormattedValue withValue(Expression value) {
        return copy(value, debug, conversion, formatSpec);
    }

    /** Returns a copy with another debug, or this node if it is the same. */
    public FormattedValue withDebug(boolean debug) {
        return copy(value, debug, conversion, formatSpec);
    }

    /** Returns a copy with another conversion, or this node if it is the same. */
    public FormattedValue withConversion(Identifier conversion) {
        return copy(value, debug, conversion, formatSpec);
    }

    /** Returns a copy with another format spec, or this node if it is the same. */
    public FormattedValue withFormatSpec(FormatSpec formatSpec) {
        return copy(value, debug, conversion, formatSpec);
    }

    FormattedValue copy(Expression value, boolean debug, Identifier conversion, FormatSpec formatSpec) {
        java.util.Objects.requireNonNull(value, "value is null");
        return value == this.value && debug == this.debug && conversion == this.conversion && formatSpec == this.formatSpec ? this : new FormattedValue(this, value, debug, conversion, formatSpec);
    }

    @Override
    public NodeKind kind() {
        return NodeKind.FORMATTED_VALUE;
    }

    @Override
    public Object slot(int slot) {
        switch (slot) {
            case 0:
                return value;
            case 1:
                return debug;
            case 2:
                return conversion;
            case 3:
                return formatSpec;
            default:
                throw new IndexOutOfBoundsException(slot);
        }
    }

    @Override
    public Node withSlots(Object[] slots) {
        return copy((Expression) slots[0], (Boolean) slots[1], (Identifier) slots[2], (FormatSpec) slots[3]);
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
