package dev.codemod.parser;

import dev.codemod.lexer.TokenKind;
import dev.codemod.source.LanguageLevel;
import dev.codemod.tree.BinOp;
import dev.codemod.tree.BoolOp;
import dev.codemod.tree.BoolOperator;
import dev.codemod.tree.Compare;
import dev.codemod.tree.CompareOperator;
import dev.codemod.tree.Comparison;
import dev.codemod.tree.Expression;
import dev.codemod.tree.Operator;
import dev.codemod.tree.UnaryOp;
import dev.codemod.tree.UnaryOperator;

/**
 * Parses operators: one loop by precedence for the binary ones, and loops for comparisons, boolean operations and runs
 * of unary operators. What recurses is counted ({@link TokenCursor#enter}).
 */
final class OperatorParser {
    static final int OR = 1;
    static final int AND = 2;
    static final int NOT = 3;
    static final int COMPARE = 4;
    static final int BITOR = 5;
    private static final int BITXOR = 6;
    private static final int BITAND = 7;
    private static final int SHIFT = 8;
    private static final int SUM = 9;
    private static final int TERM = 10;

    /** Precedence of each kind of token as a binary operator, 0 for none; {@code **} is {@link #power}'s. */
    private static final byte[] PRECEDENCE = new byte[TokenKind.COUNT];

    private static final Operator[] OPERATORS = new Operator[TokenKind.COUNT];

    static {
        PRECEDENCE[TokenKind.OR] = OR;
        PRECEDENCE[TokenKind.AND] = AND;
        for (byte kind = TokenKind.LESS; kind <= TokenKind.GREATEREQUAL; kind++) {
            PRECEDENCE[kind] = COMPARE;
        }
        PRECEDENCE[TokenKind.IN] = COMPARE;
        PRECEDENCE[TokenKind.IS] = COMPARE;
        PRECEDENCE[TokenKind.NOT] = COMPARE;
        define(TokenKind.VBAR, BITOR, Operator.BIT_OR);
        define(TokenKind.CIRCUMFLEX, BITXOR, Operator.BIT_XOR);
        define(TokenKind.AMPER, BITAND, Operator.BIT_AND);
        define(TokenKind.LEFTSHIFT, SHIFT, Operator.L_SHIFT);
        define(TokenKind.RIGHTSHIFT, SHIFT, Operator.R_SHIFT);
        define(TokenKind.PLUS, SUM, Operator.ADD);
        define(TokenKind.MINUS, SUM, Operator.SUB);
        define(TokenKind.STAR, TERM, Operator.MULT);
        define(TokenKind.SLASH, TERM, Operator.DIV);
        define(TokenKind.DOUBLESLASH, TERM, Operator.FLOOR_DIV);
        define(TokenKind.PERCENT, TERM, Operator.MOD);
        define(TokenKind.AT, TERM, Operator.MAT_MULT);
    }

    private final TokenCursor t;
    private final ExpressionParser expressions;

    OperatorParser(TokenCursor t, ExpressionParser expressions) {
        this.t = t;
        this.expressions = expressions;
    }

    private static void define(byte kind, int precedence, Operator operator) {
        PRECEDENCE[kind] = (byte) precedence;
        OPERATORS[kind] = operator;
    }

    /** Anything of at least a precedence: {@code disjunction} with {@link #OR}, {@code bitwise_or} with {@link #BITOR}. */
    Expression binary(int lowest) {
        int first = t.pos;
        Expression left = t.kind == TokenKind.NOT ? not(lowest) : operand();
        while (true) {
            int precedence = PRECEDENCE[t.kind];
            if (precedence < lowest) {
                return left;
            }
            if (precedence > COMPARE) {
                left = arithmetic(first, left, precedence);
            } else if (precedence == COMPARE) {
                left = comparison(first, left);
            } else {
                left = booleanOperation(first, left, precedence);
            }
        }
    }

    private Expression arithmetic(int first, Expression left, int precedence) {
        byte operator = t.kind;
        if (operator == TokenKind.AT) {
            t.since(LanguageLevel.PY35, t.pos, "the operator @");
        }
        t.advance();
        Expression right = binary(precedence + 1);
        return new BinOp(t.origin, first, t.pos - 1, left, OPERATORS[operator], right);
    }

    private Expression booleanOperation(int first, Expression left, int precedence) {
        byte operator = t.kind;
        int mark = t.top;
        t.push(left);
        while (t.kind == operator) {
            t.advance();
            t.push(binary(precedence + 1));
        }
        BoolOperator op = operator == TokenKind.OR ? BoolOperator.OR : BoolOperator.AND;
        return new BoolOp(t.origin, first, t.pos - 1, op, t.take(mark));
    }

    private Expression comparison(int first, Expression left) {
        int mark = t.top;
        while (PRECEDENCE[t.kind] == COMPARE) {
            int start = t.pos;
            CompareOperator operator = compareOperator();
            Expression right = binary(BITOR);
            t.push(new Comparison(t.origin, start, t.pos - 1, operator, right));
        }
        return new Compare(t.origin, first, t.pos - 1, left, t.take(mark));
    }

    private CompareOperator compareOperator() {
        byte operator = t.kind;
        t.advance();
        switch (operator) {
            case TokenKind.LESS:
                return CompareOperator.LT;
            case TokenKind.GREATER:
                return CompareOperator.GT;
            case TokenKind.EQEQUAL:
                return CompareOperator.EQ;
            case TokenKind.NOTEQUAL:
                return CompareOperator.NOT_EQ;
            case TokenKind.LESSEQUAL:
                return CompareOperator.LT_E;
            case TokenKind.GREATEREQUAL:
                return CompareOperator.GT_E;
            case TokenKind.IN:
                return CompareOperator.IN;
            case TokenKind.NOT:
                t.expect(TokenKind.IN);
                return CompareOperator.NOT_IN;
            default:
                return t.accept(TokenKind.NOT) ? CompareOperator.IS_NOT : CompareOperator.IS;
        }
    }

    private Expression not(int lowest) {
        if (lowest > NOT) {
            throw lowest > SUM && ExpressionParser.startsExpression(t.peek()) ? notAfterOperator() : t.fail();
        }
        int first = t.pos;
        while (t.kind == TokenKind.NOT) {
            t.advance();
        }
        int innermost = t.pos - 1;
        if (innermost - first + t.depth >= TokenCursor.MAX_DEPTH) {
            throw t.tooDeep();
        }
        Expression operand = binary(COMPARE);
        for (int i = innermost; i >= first; i--) {
            operand = new UnaryOp(t.origin, i, t.pos - 1, UnaryOperator.NOT, operand);
        }
        return operand;
    }

    private SyntaxFailure notAfterOperator() {
        return t.fail("'not' after an operator must be parenthesized");
    }

    /** {@code factor}: an operand of a binary operator, with its unary operators and its {@code **}. */
    private Expression operand() {
        byte kind = t.kind;
        if (kind == TokenKind.MINUS || kind == TokenKind.PLUS || kind == TokenKind.TILDE) {
            return unary();
        }
        int first = t.pos;
        Expression operand = expressions.primary();
        return t.kind == TokenKind.DOUBLESTAR ? power(first, operand) : operand;
    }

    private Expression unary() {
        int first = t.pos;
        while (t.kind == TokenKind.MINUS || t.kind == TokenKind.PLUS || t.kind == TokenKind.TILDE) {
            t.advance();
        }
        int innermost = t.pos - 1;
        if (innermost - first + t.depth >= TokenCursor.MAX_DEPTH) {
            throw t.tooDeep();
        }
        if (t.kind == TokenKind.NOT && ExpressionParser.startsExpression(t.peek())) {
            throw notAfterOperator();
        }
        Expression operand = operand();
        for (int i = innermost; i >= first; i--) {
            operand = new UnaryOp(t.origin, i, t.pos - 1, unaryOperator(t.tape.kind(i)), operand);
        }
        return operand;
    }

    private static UnaryOperator unaryOperator(byte kind) {
        if (kind == TokenKind.MINUS) {
            return UnaryOperator.U_SUB;
        }
        return kind == TokenKind.PLUS ? UnaryOperator.U_ADD : UnaryOperator.INVERT;
    }

    /** The right operand of {@code **} may have unary operators, the left one may not. */
    private Expression power(int first, Expression left) {
        t.enter();
        t.advance();
        Expression right = operand();
        t.depth--;
        return new BinOp(t.origin, first, t.pos - 1, left, Operator.POW, right);
    }
}
