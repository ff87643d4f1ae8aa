package dev.codemod.tree;

/**
 * What a place in the grammar accepts without parentheses, from almost everything to almost nothing.
 *
 * <p>An expression that is put into a place must be at least as tight, or it is put in parentheses.
 */
public enum Place {
    /** Everything that {@link #STAR} accepts, and {@code yield}. */
    YIELD,
    /** A tuple without parentheses, {@code *value}, and everything tighter but walrus. */
    STAR,
    /** {@code name := value} and everything tighter. */
    NAMED,
    /** A conditional or a lambda and everything tighter; the grammar's {@code expression}. */
    TEST,
    /** {@code or} and everything tighter; the grammar's {@code disjunction}. */
    OR,
    /** {@code |} and everything tighter; the operands of comparisons. */
    BITOR,
    /** A call, an attribute, a subscript or an atom. */
    PRIMARY,
    /** Decided by the operator of the parent. */
    OPERATOR
}
