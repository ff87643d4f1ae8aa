// spotless:off
// Generated from engine/src/main/spec/python.nodes by GenerateNodes. Do not edit.
package dev.codemod.tree;

/**
 * A match statement (3.10).
 *
 * <pre>{@code 'match' subject:Expression(star) ':' NEWLINE INDENT cases:MatchCase+ DEDENT}</pre>
 */
public final class Match extends Statement {
    private final Expression subject;
    private final NodeList<MatchCase> cases;

    /** Creates a parsed node that covers the tokens first to last; for the parser only. */
    public Match(Origin origin, int first, int last, Expression subject, NodeList<MatchCase> cases) {
        super(origin, first, last);
        this.subject = subject;
        this.cases = cases;
    }

    private Match(Match from, Expression subject, NodeList<MatchCase> cases) {
        super(Edit.of(from), from);
        this.subject = subject;
        this.cases = cases;
    }

    /** Returns the subject. */
    public Expression subject() {
        return subject;
    }

    /** Returns the cases. */
    public NodeList<MatchCase> cases() {
        return cases;
    }

    /** Returns a copy with another subject, or this node if it is the same. */
    public Match withSubject(Expression subject) {
        return copy(subject, cases);
    }

    /** Returns a copy with another cases, or this node if it is the same. */
    public Match withCases(NodeList<MatchCase> cases) {
        return copy(subject, cases);
    }

    Match copy(Expression subject, NodeList<MatchCase> cases) {
        java.util.Objects.requireNonNull(subject, "subject is null");
        java.util.Objects.requireNonNull(cases, "cases is null");
        return subject == this.subject && cases == this.cases ? this : new Match(this, subject, cases);
    }

    @Override
    public NodeKind kind() {
        return NodeKind.MATCH;
    }

    @Override
    public Object slot(int slot) {
        switch (slot) {
            case 0:
                return subject;
            case 1:
                return cases;
            default:
                throw new IndexOutOfBoundsException(slot);
        }
    }

    @Override
    @SuppressWarnings("unchecked")
    public Node withSlots(Object[] slots) {
        return copy((Expression) slots[0], (NodeList<MatchCase>) slots[1]);
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
