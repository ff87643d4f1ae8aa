package dev.codemod.tree;

/** The operator of an augmented assignment. */
public enum AugOperator {
    ADD(Operator.ADD),
    SUB(Operator.SUB),
    MULT(Operator.MULT),
    MAT_MULT(Operator.MAT_MULT),
    DIV(Operator.DIV),
    MOD(Operator.MOD),
    POW(Operator.POW),
    L_SHIFT(Operator.L_SHIFT),
    R_SHIFT(Operator.R_SHIFT),
    BIT_OR(Operator.BIT_OR),
    BIT_XOR(Operator.BIT_XOR),
    BIT_AND(Operator.BIT_AND),
    FLOOR_DIV(Operator.FLOOR_DIV);

    private final Operator operator;

    AugOperator(Operator operator) {
        this.operator = operator;
    }

    /** Returns the binary operator that is applied. */
    public Operator operator() {
        return operator;
    }

    /** Returns the operator as it is written, {@code =} included. */
    public String text() {
        return operator.text() + "=";
    }
}
