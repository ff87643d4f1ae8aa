package dev.codemod.parser;

import dev.codemod.lexer.TokenKind;
import dev.codemod.source.LanguageLevel;
import dev.codemod.tree.Attribute;
import dev.codemod.tree.Await;
import dev.codemod.tree.EllipsisConstant;
import dev.codemod.tree.Expression;
import dev.codemod.tree.Identifier;
import dev.codemod.tree.IfExp;
import dev.codemod.tree.Lambda;
import dev.codemod.tree.Name;
import dev.codemod.tree.NameConstant;
import dev.codemod.tree.NamedExpr;
import dev.codemod.tree.NumberConstant;
import dev.codemod.tree.Parameters;
import dev.codemod.tree.Starred;
import dev.codemod.tree.Tuple;
import dev.codemod.tree.Yield;
import dev.codemod.tree.YieldFrom;

/**
 * Parses expressions: operators by precedence ({@link OperatorParser}), and the rest by recursive descent.
 *
 * <p>Chains that grow to the left ({@code a + b + c}, {@code a.b().c}) are loops, whatever their length. What recurses
 * is counted ({@link TokenCursor#enter}).
 *
 * <p>The methods are named after the rules of CPython's grammar; every one starts at the first token of what it
 * returns and leaves the cursor after the last one.
 */
final class ExpressionParser {
    private final TokenCursor t;
    private final OperatorParser operators;
    private final BracketParser brackets;
    private final ArgumentParser arguments;
    private final ParameterParser parameters;
    private final StringParser strings;

    ExpressionParser(TokenCursor t) {
        this.t = t;
        this.operators = new OperatorParser(t, this);
        this.brackets = new BracketParser(t, this);
        this.arguments = new ArgumentParser(t, this, brackets);
        this.parameters = new ParameterParser(t, this);
        this.strings = new StringParser(t, this);
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
        return t.kind == TokenKind.STAR ? starred(OperatorParser.BITOR) : expression();
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
        return t.kind == TokenKind.STAR ? starred(OperatorParser.BITOR) : binary(OperatorParser.BITOR);
    }

    /** {@code '*' bitwise_or} with {@link OperatorParser#BITOR}, {@code '*' expression} with {@link OperatorParser#OR}. */
    Starred starred(int precedence) {
        int first = t.pos;
        t.since(LanguageLevel.PY30, first, "unpacking with *");
        t.advance();
        Expression value = precedence == OperatorParser.OR ? expression() : binary(precedence);
        return new Starred(t.origin, first, t.pos - 1, value);
    }

    /** {@code star_named_expression}: an element of a display. */
    Expression starNamedExpression() {
        return t.kind == TokenKind.STAR ? starred(OperatorParser.BITOR) : namedExpression();
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
            expression = binary(OperatorParser.OR);
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
        Expression test = binary(OperatorParser.OR);
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

    /**
     * Anything of at least a precedence: {@code disjunction} with {@link OperatorParser#OR}, {@code bitwise_or} with
     * {@link OperatorParser#BITOR}.
     */
    Expression binary(int lowest) {
        return operators.binary(lowest);
    }

    /** {@code disjunction}, or up to 3.8 a lambda without parentheses: a condition of a comprehension. */
    Expression condition() {
        if (t.kind != TokenKind.LAMBDA) {
            return binary(OperatorParser.OR);
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

    // ---------------------------------------------------------------- primaries and atoms

    /** {@code await_primary}: an atom with its attributes, calls and subscripts. */
    Expression primary() {
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
