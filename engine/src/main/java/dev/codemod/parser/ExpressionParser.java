package dev.codemod.parser;

import dev.codemod.lexer.TokenKind;
import dev.codemod.source.LanguageLevel;
import dev.codemod.tree.Attribute;
import dev.codemod.tree.Await;
import dev.codemod.tree.BinOp;
import dev.codemod.tree.BoolOp;
import dev.codemod.tree.BoolOperator;
import dev.codemod.tree.Compare;
import dev.codemod.tree.CompareOperator;
import dev.codemod.tree.Comparison;
import dev.codemod.tree.EllipsisConstant;
import dev.codemod.tree.Expression;
import dev.codemod.tree.Identifier;
import dev.codemod.tree.IfExp;
import dev.codemod.tree.Lambda;
import dev.codemod.tree.Name;
import dev.codemod.tree.NameConstant;
import dev.codemod.tree.NamedExpr;
import dev.codemod.tree.NumberConstant;
import dev.codemod.tree.Operator;
import dev.codemod.tree.Parameters;
import dev.codemod.tree.Starred;
import dev.codemod.tree.Tuple;
import dev.codemod.tree.UnaryOp;
import dev.codemod.tree.UnaryOperator;
import dev.codemod.tree.Yield;
import dev.codemod.tree.YieldFrom;

/**
 * Parses expressions: one loop by precedence for binary operators, and recursive descent for the rest.
 *
 * <p>Chains that grow to the left ({@code a + b + c}, {@code a.b().c}), comparisons and boolean operations of any
 * length are loops; so are runs of unary operators. What recurses is counted ({@link TokenCursor#enter}).
 *
 * <p>The methods are named after the rules of CPython's grammar; every one starts at the first token of what it
 * returns and leaves the cursor after the last one.
 */
final class ExpressionParser {
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
    private final BracketParser brackets;
    private final ArgumentParser arguments;
    private final ParameterParser parameters;
    private final StringParser strings;

    ExpressionParser(TokenCursor t) {
        this.t = t;
        this.brackets = new BracketParser(t, this);
        this.arguments = new ArgumentParser(t, this, brackets);
        this.parameters = new ParameterParser(t, this);
        this.strings = new StringParser(t, this);
    }

    private static void define(byte kind, int precedence, Operator operator) {
        PRECEDENCE[kind] = (byte) precedence;
        OPERATORS[kind] = operator;
    }

    ArgumentParser arguments() {
        return arguments;
    }

    ParameterParser parameters() {
        return parameters;
    }

    StringParser strings() {
        return strings;
    }

    // ---------------------------------------------------------------- lists and statements' expressions

    /** {@code yield_expr | star_expressions}: the right side of an assignment. */
    Expression yieldOrStarExpressions() {
        return t.kind == TokenKind.YIELD ? yieldExpression() : starExpressions();
    }

    /** {@code star_expressions}: an expression, or several with commas as a tuple without parentheses. */
    Expression starExpressions() {
        int first = t.pos;
        Expression expression = starExpression();
        return t.kind == TokenKind.COMMA ? bareTuple(first, expression) : expression;
    }

    /** {@code star_expression}, an element of star_expressions. */
    Expression starExpression() {
        return t.kind == TokenKind.STAR ? starred(BITOR) : expression();
    }

    private Expression bareTuple(int first, Expression element) {
        int mark = t.top;
        t.push(element);
        while (t.accept(TokenKind.COMMA) && startsExpression(t.kind)) {
            t.push(starExpression());
        }
        return new Tuple(t.origin, first, t.pos - 1, false, t.take(mark));
    }

    /** {@code star_targets}: as star_expressions, but {@code in} ends them. */
    Expression targets() {
        int first = t.pos;
        Expression expression = target();
        if (t.kind != TokenKind.COMMA) {
            return expression;
        }
        int mark = t.top;
        t.push(expression);
        while (t.accept(TokenKind.COMMA) && startsExpression(t.kind)) {
            t.push(target());
        }
        return new Tuple(t.origin, first, t.pos - 1, false, t.take(mark));
    }

    /** One element of star_targets. */
    Expression target() {
        return t.kind == TokenKind.STAR ? starred(BITOR) : binary(BITOR);
    }

    /** {@code '*' bitwise_or} with {@link #BITOR}, {@code '*' expression} with {@link #OR}. */
    Starred starred(int precedence) {
        int first = t.pos;
        t.since(LanguageLevel.PY30, first, "unpacking with *");
        t.advance();
        Expression value = precedence == OR ? expression() : binary(precedence);
        return new Starred(t.origin, first, t.pos - 1, value);
    }

    /** {@code star_named_expression}: an element of a display. */
    Expression starNamedExpression() {
        return t.kind == TokenKind.STAR ? starred(BITOR) : namedExpression();
    }

    /** Returns whether an expression, starred or not, can start with a kind of token. */
    static boolean startsExpression(byte kind) {
        switch (kind) {
            case TokenKind.NAME:
            case TokenKind.NUMBER:
            case TokenKind.STRING:
            case TokenKind.FSTRING_START:
            case TokenKind.LPAR:
            case TokenKind.LSQB:
            case TokenKind.LBRACE:
            case TokenKind.ELLIPSIS:
            case TokenKind.BACKQUOTE:
            case TokenKind.PLUS:
            case TokenKind.MINUS:
            case TokenKind.TILDE:
            case TokenKind.STAR:
            case TokenKind.FALSE:
            case TokenKind.NONE:
            case TokenKind.TRUE:
            case TokenKind.AWAIT:
            case TokenKind.LAMBDA:
            case TokenKind.NOT:
                return true;
            default:
                return false;
        }
    }

    /** {@code yield_expr}. */
    Expression yieldExpression() {
        int first = t.pos;
        t.advance();
        if (t.kind == TokenKind.FROM) {
            t.since(LanguageLevel.PY33, first, "yield from");
            t.advance();
            Expression value = expression();
            return new YieldFrom(t.origin, first, t.pos - 1, value);
        }
        Expression value = startsExpression(t.kind) ? starExpressions() : null;
        if (value != null && VersionChecks.isBareTupleWithStar(value)) {
            t.since(LanguageLevel.PY38, first, "unpacking in yield without parentheses");
        }
        return new Yield(t.origin, first, t.pos - 1, value);
    }

    // ---------------------------------------------------------------- expressions

    /** {@code named_expression}: an expression or {@code name := expression}. */
    Expression namedExpression() {
        int first = t.pos;
        Expression expression = expression();
        switch (t.kind) {
            case TokenKind.COLONEQUAL:
                return walrus(first, expression);
            case TokenKind.EQUAL:
                throw TargetChecker.strayEqual(t, expression);
            default:
                return expression;
        }
    }

    /** The rest of {@code name := expression}, the cursor at the operator. */
    Expression walrus(int first, Expression target) {
        if (!(target instanceof Name) || target.parentheses() > 0) {
            throw t.failAt(target, "cannot use assignment expressions with " + TargetChecker.describe(target));
        }
        t.since(LanguageLevel.PY38, t.pos, "assignment expressions");
        t.advance();
        Expression value = expression();
        return new NamedExpr(t.origin, first, t.pos - 1, (Name) target, value);
    }

    /** {@code expression}: a conditional expression, a lambda, or anything that binds tighter. */
    Expression expression() {
        t.enter();
        Expression expression;
        if (t.kind == TokenKind.LAMBDA) {
            expression = lambda(false);
        } else {
            int first = t.pos;
            expression = binary(OR);
            t.disjunctionStart = first;
            t.disjunctionEnd = t.pos;
            if (t.kind == TokenKind.IF) {
                expression = conditional(first, expression);
            }
        }
        t.depth--;
        return expression;
    }

    private Expression conditional(int first, Expression body) {
        t.advance();
        Expression test = binary(OR);
        if (t.kind != TokenKind.ELSE) {
            throw t.kind == TokenKind.COLON ? t.fail() : t.failAt(first, "expected 'else' after 'if' expression");
        }
        t.advance();
        Expression orElse = expression();
        return new IfExp(t.origin, first, t.pos - 1, body, test, orElse);
    }

    /**
     * {@code lambdef}.
     *
     * @param isCondition whether this is a condition of a comprehension (up to 3.8), whose body is no conditional
     *     expression
     */
    Expression lambda(boolean isCondition) {
        int first = t.pos;
        t.advance();
        Parameters params = t.kind == TokenKind.COLON ? null : parameters.lambdaParameters();
        if (t.field >= 0 && isDirectlyInField()) {
            throw t.failAt(first, "f-string: lambda expressions are not allowed without parentheses");
        }
        t.expect(TokenKind.COLON);
        Expression body = isCondition ? condition() : expression();
        return new Lambda(t.origin, first, t.pos - 1, params, body);
    }

    /** {@code disjunction}, or up to 3.8 a lambda without parentheses: a condition of a comprehension. */
    Expression condition() {
        if (t.kind != TokenKind.LAMBDA) {
            return binary(OR);
        }
        t.between(
                LanguageLevel.PY27,
                LanguageLevel.PY38,
                t.pos,
                "a lambda without parentheses as a condition of a comprehension");
        t.enter();
        Expression lambda = lambda(true);
        t.depth--;
        return lambda;
    }

    /** The colon of a lambda directly inside a replacement field would begin its format specification. */
    private boolean isDirectlyInField() {
        int token = t.field + 1;
        while (token < t.pos) {
            int partner = t.tape.partner(token);
            token = Math.max(partner, token) + 1;
        }
        return token == t.pos;
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
            throw lowest > SUM && startsExpression(t.peek()) ? notAfterOperator() : t.fail();
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
        Expression operand = primary();
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
        if (t.kind == TokenKind.NOT && startsExpression(t.peek())) {
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

    // ---------------------------------------------------------------- primaries and atoms

    /** {@code await_primary}: an atom with its attributes, calls and subscripts. */
    private Expression primary() {
        int first = t.pos;
        if (t.kind == TokenKind.AWAIT) {
            return await(first);
        }
        Expression primary = atom();
        while (true) {
            switch (t.kind) {
                case TokenKind.DOT:
                    primary = attribute(first, primary);
                    break;
                case TokenKind.LPAR:
                    primary = arguments.call(first, primary);
                    break;
                case TokenKind.LSQB:
                    primary = brackets.subscript(first, primary);
                    break;
                default:
                    return primary;
            }
        }
    }

    private Expression await(int first) {
        t.since(LanguageLevel.PY35, first, "await");
        if (t.asyncIsName && t.field >= 0) {
            t.since(LanguageLevel.PY37, first, "await in an f-string");
        }
        t.advance();
        if (t.kind == TokenKind.AWAIT || isOldAwait()) {
            throw t.fail();
        }
        Expression value = primary();
        return new Await(t.origin, first, t.pos - 1, value);
    }

    private Expression attribute(int first, Expression value) {
        t.advance();
        Identifier attr = t.identifier();
        return new Attribute(t.origin, first, t.pos - 1, value, attr);
    }

    private Expression atom() {
        int first = t.pos;
        switch (t.kind) {
            case TokenKind.NAME:
                return name();
            case TokenKind.NUMBER:
                return number();
            case TokenKind.STRING:
            case TokenKind.FSTRING_START:
                return strings.strings();
            case TokenKind.LPAR:
                return brackets.group();
            case TokenKind.LSQB:
                return brackets.list();
            case TokenKind.LBRACE:
                return brackets.braces();
            case TokenKind.NONE:
            case TokenKind.TRUE:
            case TokenKind.FALSE:
                t.advance();
                return new NameConstant(t.origin, first, first);
            case TokenKind.ELLIPSIS:
                t.advance();
                return new EllipsisConstant(t.origin, first, first);
            case TokenKind.BACKQUOTE:
                return brackets.repr();
            default:
                throw t.fail();
        }
    }

    private Expression name() {
        int first = t.pos;
        if (t.asyncIsName) {
            if (isOldAwait()) {
                return await(first);
            }
            t.checkOldName();
        }
        t.advance();
        return new Name(t.origin, first, first);
    }

    /** Returns whether the current token is the word await where it is a keyword up to 3.6. */
    private boolean isOldAwait() {
        return t.inAsyncFunction && t.asyncIsName && t.atWord("await");
    }

    private Expression number() {
        int first = t.pos;
        VersionChecks.number(t, first);
        t.advance();
        return new NumberConstant(t.origin, first, first);
    }
}
