// spotless:off
// Generated from engine/src/main/spec/python.nodes by GenerateNodes. Do not edit.
package dev.codemod.tree;

/**
 * A condition of a comprehension.
 *
 * <pre>{@code 'if' test:Expression(or)}</pre>
 */
public final class ComprehensionIf extends Node {
    private final Expression test;

    /** Creates a parsed node that covers the tokens first to last; for the parser only. */
    public ComprehensionIf(Origin origin, int first, int last, Expression test) {
        super(origin, first, last);
        this.test = test;
    }

    private ComprehensionIf(ComprehensionIf from, Expression test) {
        super(Edit.of(from), from);
        this.test = test;
    }

    /** Returns the test. */
    public Expression test() {
        return test;
    }

    /** Returns a copy with another test, or this node if it is the same. */
    public ComprehensionIf withTest(Expression test) {
        return copy(test);
    }

    ComprehensionIf copy(Expression test) {
        java.util.Objects.requireNonNull(test, "test is null");
        return test == this.test ? this : new ComprehensionIf(this, test);
    }

    @Override
    public NodeKind kind() {
        return NodeKind.COMPREHENSION_IF;
    }

    @Override
    public Object slot(int slot) {
        switch (slot) {
            case 0:
                return test;
            default:
                throw new IndexOutOfBoundsException(slot);
        }
    }

    @Override
    public Node withSlots(Object[] slots) {
        return copy((Expression) slots[0]);
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
