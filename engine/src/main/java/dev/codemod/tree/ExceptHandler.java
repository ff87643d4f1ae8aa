// spotless:off
// Generated from engine/src/main/spec/python.nodes by GenerateNodes. Do not edit.
package dev.codemod.tree;

/**
 * An except clause; target is Python 2's `except T, target`, name is `except T as name`.
 *
 * <pre>{@code 'except' star?'*' type:Expression(star)? ('as' name:Identifier)? (',' target:Expression)? ':' body:Block}</pre>
 */
public final class ExceptHandler extends Clause {
    private final boolean star;
    private final Expression type;
    private final Identifier name;
    private final Expression target;
    private final Block body;

    /** Creates a parsed node that covers the tokens first to last; for the parser only. */
    public ExceptHandler(Origin origin, int first, int last, boolean star, Expression type, Identifier name, Expression target, Block body) {
        super(origin, first, last);
        this.star = star;
        this.type = type;
        this.name = name;
        this.target = target;
        this.body = body;
    }

    private ExceptHandler(ExceptHandler from, boolean star, Expression type, Identifier name, Expression target, Block body) {
        super(Edit.of(from), from);
        this.star = star;
        this.type = type;
        this.name = name;
        this.target = target;
        this.body = body;
    }

    /** Returns whether {@code *} is there. */
    public boolean isStar() {
        return star;
    }

    /** Returns the type, or null if there is none. */
    public Expression type() {
        return type;
    }

    /** Returns the name, or null if there is none. */
    public Identifier name() {
        return name;
    }

    /** Returns the target, or null if there is none. */
    public Expression target() {
        return target;
    }

    /** Returns the body. */
    public Block body() {
        return body;
    }

    /** Returns a copy with another star, or this node if it is the same. */
    public ExceptHandler withStar(boolean star) {
        return copy(star, type, name, target, body);
    }

    /** Returns a copy with another type, or this node if it is the same. */
    public ExceptHandler withType(Expression type) {
        return copy(star, type, name, target, body);
    }

    /** Returns a copy with another name, or this node if it is the same. */
    public ExceptHandler withName(Identifier name) {
        return copy(star, type, name, target, body);
    }

    /** Returns a copy with another target, or this node if it is the same. */
    public ExceptHandler withTarget(Expression target) {
        return copy(star, type, name, target, body);
    }

    /** Returns a copy with another body, or this node if it is the same. */
    public ExceptHandler withBody(Block body) {
        return copy(star, type, name, target, body);
    }

    ExceptHandler copy(boolean star, Expression type, Identifier name, Expression target, Block body) {
        java.util.Objects.requireNonNull(body, "body is null");
        return star == this.star && type == this.type && name == this.name && target == this.target && body == this.body ? this : new ExceptHandler(this, star, type, name, target, body);
    }

    @Override
    public NodeKind kind() {
        return NodeKind.EXCEPT_HANDLER;
    }

    @Override
    public Object slot(int slot) {
        switch (slot) {
            case 0:
                return star;
            case 1:
                return type;
            case 2:
                return name;
            case 3:
                return target;
            case 4:
                return body;
            default:
                throw new IndexOutOfBoundsException(slot);
        }
    }

    @Override
    public Node withSlots(Object[] slots) {
        return copy((Boolean) slots[0], (Expression) slots[1], (Identifier) slots[2], (Expression) slots[3], (Block) slots[4]);
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
