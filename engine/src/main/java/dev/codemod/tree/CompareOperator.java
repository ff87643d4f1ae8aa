package dev.codemod.tree;

/** A comparison operator; {@link #IS_NOT} and {@link #NOT_IN} are two tokens each. */
public enum CompareOperator {
    EQ("==", "Eq"),
    /** {@code !=}; Python 2's other spelling {@code <>} is this operator too. */
    NOT_EQ("!=", "NotEq"),
    LT("<", "Lt"),
    LT_E("<=", "LtE"),
    GT(">", "Gt"),
    GT_E(">=", "GtE"),
    IS("is", "Is"),
    IS_NOT("is not", "IsNot"),
    IN("in", "In"),
    NOT_IN("not in", "NotIn");

    private final String text;
    private final String astName;

    CompareOperator(String text, String astName) {
        this.text = text;
        this.astName = astName;
    }

    /** Returns the operator as it is written. */
    public String text() {
        return text;
    }

    /** Returns the name of the operator's class in CPython's {@code ast} module. */
    public String astName() {
        return astName;
    }

    /** Returns the number of tokens the operator is made of, 1 or 2. */
    public int tokenCount() {
        return this == IS_NOT || this == NOT_IN ? 2 : 1;
    }
}
