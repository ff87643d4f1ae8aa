package dev.codemod.rewrite;

import dev.codemod.tree.BinOp;
import dev.codemod.tree.BoolOp;
import dev.codemod.tree.BoolOperator;
import dev.codemod.tree.Expression;
import dev.codemod.tree.GeneratorExp;
import dev.codemod.tree.Operator;
import dev.codemod.tree.Tuple;
import dev.codemod.tree.UnaryOp;
import dev.codemod.tree.UnaryOperator;

/** How tightly an expression binds, weakest first: 21 levels, of which the grammar names most. */
enum Precedence {
    /** A tuple or generator without its parentheses. */
    NONE,
    YIELD,
    ASSIGN,
    STARRED,
    LAMBDA,
    IF_ELSE,
    OR,
    AND,
    NOT,
    COMPARISON,
    BIT_OR,
    BIT_XOR,
    BIT_AND,
    SHIFT,
    ADD,
    MULTIPLY,
    UNARY,
    EXPONENT,
    AWAIT,
    CALL,
    ATOM;

    boolean isAtLeast(Precedence other) {
        return compareTo(other) >= 0;
    }

    /** Returns the next tighter level. */
    Precedence tighter() {
        return values()[ordinal() + 1];
    }

    /** Returns the level of an expression, the parentheses around it disregarded. */
    static Precedence of(Expression expression) {
        switch (expression.kind()) {
            case TUPLE:
                return ((Tuple) expression).isParenthesized() ? ATOM : NONE;
            case GENERATOR_EXP:
                return ((GeneratorExp) expression).isParenthesized() ? ATOM : NONE;
            case YIELD:
            case YIELD_FROM:
                return YIELD;
            case NAMED_EXPR:
                return ASSIGN;
            case STARRED:
                return STARRED;
            case LAMBDA:
                return LAMBDA;
            case IF_EXP:
                return IF_ELSE;
            case BOOL_OP:
                return of(((BoolOp) expression).op());
            case UNARY_OP:
                return of(((UnaryOp) expression).op());
            case COMPARE:
                return COMPARISON;
            case BIN_OP:
                return of(((BinOp) expression).op());
            case AWAIT:
                return AWAIT;
            case CALL:
            case ATTRIBUTE:
            case SUBSCRIPT:
                return CALL;
            default:
                return ATOM;
        }
    }

    static Precedence of(BoolOperator operator) {
        return operator == BoolOperator.OR ? OR : AND;
    }

    static Precedence of(UnaryOperator operator) {
        return operator == UnaryOperator.NOT ? NOT : UNARY;
    }

    static Precedence of(Operator operator) {
        return switch (operator) {
            case BIT_OR -> BIT_OR;
            case BIT_XOR -> BIT_XOR;
            case BIT_AND -> BIT_AND;
            case L_SHIFT, R_SHIFT -> SHIFT;
            case ADD, SUB -> ADD;
            case MULT, MAT_MULT, DIV, FLOOR_DIV, MOD -> MULTIPLY;
            case POW -> EXPONENT;
        };
    }
}
