package dev.codemod.tree;

/** {@code and} or {@code or}. */
public enum BoolOperator {
    AND("and", "And"),
    OR("or", "Or");

    private final String text;
    private final String astName;

    BoolOperator(String text, String astName) {
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
}
