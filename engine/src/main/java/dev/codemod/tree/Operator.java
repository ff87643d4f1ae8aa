package dev.codemod.tree;

/** A binary operator. */
public enum Operator {
    ADD("+", "Add"),
    SUB("-", "Sub"),
    MULT("*", "Mult"),
    MAT_MULT("@", "MatMult"),
    DIV("/", "Div"),
    MOD("%", "Mod"),
    POW("**", "Pow"),
    L_SHIFT("<<", "LShift"),
    R_SHIFT(">>", "RShift"),
    BIT_OR("|", "BitOr"),
    BIT_XOR("^", "BitXor"),
    BIT_AND("&", "BitAnd"),
    FLOOR_DIV("//", "FloorDiv");

    private final String text;
    private final String astName;

    Operator(String text, String astName) {
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
