package dev.codemod.tree;

/** A unary operator. */
public enum UnaryOperator {
    INVERT("~", "Invert"),
    NOT("not", "Not"),
    U_ADD("+", "UAdd"),
    U_SUB("-", "USub");

    private final String text;
    private final String astName;

    UnaryOperator(String text, String astName) {
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
