package dev.codemod.parser;

import dev.codemod.lexer.TokenKind;
import dev.codemod.source.LanguageLevel;
import dev.codemod.tree.Comprehension;
import dev.codemod.tree.ComprehensionIf;
import dev.codemod.tree.DictComp;
import dev.codemod.tree.DictDisplay;
import dev.codemod.tree.DictUnpacking;
import dev.codemod.tree.EllipsisConstant;
import dev.codemod.tree.Expression;
import dev.codemod.tree.GeneratorExp;
import dev.codemod.tree.KeyValue;
import dev.codemod.tree.ListComp;
import dev.codemod.tree.ListDisplay;
import dev.codemod.tree.NamedExpr;
import dev.codemod.tree.Node;
import dev.codemod.tree.NodeList;
import dev.codemod.tree.Repr;
import dev.codemod.tree.SetComp;
import dev.codemod.tree.SetDisplay;
import dev.codemod.tree.Slice;
import dev.codemod.tree.Starred;
import dev.codemod.tree.Subscript;
import dev.codemod.tree.Tuple;

/** Parses what stands in brackets: groups, tuples, displays, comprehensions and subscripts. */
final class BracketParser {
    private final TokenCursor t;
    private final ExpressionParser expressions;

    BracketParser(TokenCursor t, ExpressionParser expressions) {
        this.t = t;
        this.expressions = expressions;
    }

    /** An atom that starts with a parenthesis. */
    Expression group() {
        int first = t.pos;
        t.advance();
        if (t.kind == TokenKind.RPAR) {
            t.advance();
            return new Tuple(t.origin, first, t.pos - 1, true, NodeList.empty());
        }
        if (t.kind == TokenKind.YIELD) {
            Expression yield = expressions.yieldExpression();
            t.expect(TokenKind.RPAR);
            Node.addParentheses(yield);
            return yield;
        }
        Expression element = expressions.starNamedExpression();
        switch (t.kind) {
            case TokenKind.RPAR:
                return redundantParentheses(element);
            case TokenKind.COMMA:
                return tuple(first, element);
            default:
                return generator(first, element);
        }
    }

    private Expression redundantParentheses(Expression element) {
        // Up to 3.8 the compiler refuses it, not the parser.
        boolean isForbidden = t.python2 || t.level.isAtLeast(LanguageLevel.PY39);
        if (isForbidden && element instanceof Starred && element.parentheses() == 0) {
            throw t.failAt(element, "cannot use starred expression here");
        }
        t.advance();
        Node.addParentheses(element);
        return element;
    }

    private Expression tuple(int first, Expression element) {
        int mark = t.top;
        t.push(element);
        elements(TokenKind.RPAR);
        NodeList<Expression> elements = t.take(mark);
        checkStars(elements, first);
        return new Tuple(t.origin, first, t.pos - 1, true, elements);
    }

    /** Pushes the elements after the first one, and takes the closing bracket. */
    private void elements(byte close) {
        while (t.accept(TokenKind.COMMA) && t.kind != close) {
            t.push(expressions.starNamedExpression());
        }
        t.expect(close);
    }

    private void checkStars(NodeList<Expression> elements, int token) {
        if (t.level.isAtLeast(LanguageLevel.PY35)) {
            return;
        }
        for (int i = 0; i < elements.size(); i++) {
            if (elements.get(i) instanceof Starred) {
                t.since(LanguageLevel.PY30, token, "unpacking with * in a display");
            }
        }
    }

    private Expression generator(int first, Expression element) {
        NodeList<Comprehension> generators = generators(element, false);
        t.expect(TokenKind.RPAR);
        return new GeneratorExp(t.origin, first, t.pos - 1, true, element, generators);
    }

    /** An atom that starts with a square bracket. */
    Expression list() {
        int first = t.pos;
        t.advance();
        if (t.kind == TokenKind.RSQB) {
            t.advance();
            return new ListDisplay(t.origin, first, t.pos - 1, NodeList.empty());
        }
        Expression element = expressions.starNamedExpression();
        if (t.kind != TokenKind.COMMA && t.kind != TokenKind.RSQB) {
            NodeList<Comprehension> generators = generators(element, true);
            t.expect(TokenKind.RSQB);
            return new ListComp(t.origin, first, t.pos - 1, element, generators);
        }
        int mark = t.top;
        t.push(element);
        elements(TokenKind.RSQB);
        NodeList<Expression> elements = t.take(mark);
        checkStars(elements, first);
        return new ListDisplay(t.origin, first, t.pos - 1, elements);
    }

    /** An atom that starts with a brace. */
    Expression braces() {
        int first = t.pos;
        t.advance();
        if (t.kind == TokenKind.RBRACE) {
            t.advance();
            return new DictDisplay(t.origin, first, t.pos - 1, NodeList.empty());
        }
        if (t.kind == TokenKind.DOUBLESTAR) {
            return dict(first, null);
        }
        Expression element = expressions.starNamedExpression();
        if (t.kind == TokenKind.COLON) {
            return dict(first, element);
        }
        checkSetElement(element);
        if (t.kind != TokenKind.COMMA && t.kind != TokenKind.RBRACE) {
            NodeList<Comprehension> generators = generators(element, false);
            t.expect(TokenKind.RBRACE);
            return new SetComp(t.origin, first, t.pos - 1, element, generators);
        }
        return set(first, element);
    }

    private Expression set(int first, Expression element) {
        int mark = t.top;
        t.push(element);
        while (t.accept(TokenKind.COMMA) && t.kind != TokenKind.RBRACE) {
            Expression next = expressions.starNamedExpression();
            checkSetElement(next);
            t.push(next);
        }
        t.expect(TokenKind.RBRACE);
        return new SetDisplay(t.origin, first, t.pos - 1, t.take(mark));
    }

    private void checkSetElement(Expression element) {
        if (element instanceof NamedExpr && element.parentheses() == 0) {
            t.since(LanguageLevel.PY39, element.firstToken(), "an assignment expression without parentheses in a set");
        } else if (element instanceof Starred) {
            t.since(LanguageLevel.PY35, element.firstToken(), "unpacking with * in a set");
        }
    }

    /** A dict display or comprehension; {@code key} has been read, or is null where {@code **} stands. */
    private Expression dict(int first, Expression key) {
        int mark = t.top;
        if (key == null) {
            t.push(unpacking());
        } else {
            int keyToken = key.outerFirstToken();
            Expression value = valueOf(key);
            if (startsComprehension()) {
                NodeList<Comprehension> generators = generators(value, false);
                t.expect(TokenKind.RBRACE);
                return new DictComp(t.origin, first, t.pos - 1, key, value, generators);
            }
            t.push(new KeyValue(t.origin, keyToken, t.pos - 1, key, value));
        }
        while (t.accept(TokenKind.COMMA) && t.kind != TokenKind.RBRACE) {
            t.push(t.kind == TokenKind.DOUBLESTAR ? unpacking() : keyValue());
        }
        t.expect(TokenKind.RBRACE);
        return new DictDisplay(t.origin, first, t.pos - 1, t.take(mark));
    }

    private KeyValue keyValue() {
        int first = t.pos;
        Expression key = expressions.expression();
        Expression value = valueOf(key);
        return new KeyValue(t.origin, first, t.pos - 1, key, value);
    }

    private Expression valueOf(Expression key) {
        if (t.kind != TokenKind.COLON) {
            throw t.kind == TokenKind.COMMA || t.kind == TokenKind.RBRACE
                    ? t.failAt(t.pos - 1, "':' expected after dictionary key")
                    : t.fail();
        }
        if (key instanceof Starred || key instanceof NamedExpr && key.parentheses() == 0) {
            throw t.fail();
        }
        t.advance();
        switch (t.kind) {
            case TokenKind.COMMA:
            case TokenKind.RBRACE:
                throw t.failAt(t.pos - 1, "expression expected after dictionary key and ':'");
            case TokenKind.STAR:
                throw t.fail("cannot use a starred expression in a dictionary value");
            default:
                return expressions.expression();
        }
    }

    private DictUnpacking unpacking() {
        int first = t.pos;
        t.since(LanguageLevel.PY35, first, "unpacking with ** in a dict");
        t.advance();
        Expression value = expressions.binary(OperatorParser.BITOR);
        if (startsComprehension()) {
            throw t.failAt(first, "dict unpacking cannot be used in dict comprehension");
        }
        return new DictUnpacking(t.origin, first, t.pos - 1, value);
    }

    /** Backquotes of 2.7. */
    Expression repr() {
        int first = t.pos;
        t.enter();
        t.advance();
        Expression value = expressions.starExpressions();
        t.expect(TokenKind.BACKQUOTE);
        t.depth--;
        return new Repr(t.origin, first, t.pos - 1, value);
    }

    // ---------------------------------------------------------------- comprehensions

    /** Returns whether the clauses of a comprehension start here. */
    boolean startsComprehension() {
        switch (t.kind) {
            case TokenKind.FOR:
                return true;
            case TokenKind.ASYNC:
                return t.peek() == TokenKind.FOR;
            case TokenKind.NAME:
                return t.asyncIsName && t.peek() == TokenKind.FOR && t.is(t.pos, "async");
            default:
                return false;
        }
    }

    /**
     * The clauses of a comprehension.
     *
     * @param element what stands before them
     * @param isList whether the iterable may be a tuple without parentheses in 2.7
     */
    NodeList<Comprehension> generators(Expression element, boolean isList) {
        if (!startsComprehension()) {
            throw t.fail();
        }
        if (element instanceof Starred) {
            throw t.failAt(element, "iterable unpacking cannot be used in comprehension");
        }
        int mark = t.top;
        do {
            t.push(comprehension(isList));
        } while (startsComprehension());
        return t.take(mark);
    }

    private Comprehension comprehension(boolean isList) {
        int first = t.pos;
        boolean isAsync = t.kind != TokenKind.FOR;
        if (isAsync) {
            t.since(LanguageLevel.PY36, first, "asynchronous comprehensions");
            if (!t.inAsyncFunction) {
                t.since(LanguageLevel.PY37, first, "asynchronous comprehensions outside an async function");
            }
            t.advance();
        }
        t.advance();
        Expression target = expressions.targets();
        if (t.kind != TokenKind.IN) {
            throw t.fail("'in' expected after for-loop variables");
        }
        TargetChecker.checkFor(t, target);
        t.advance();
        Expression iter = isList && t.python2 ? python2Iterable() : expressions.binary(OperatorParser.OR);
        int mark = t.top;
        while (t.kind == TokenKind.IF) {
            t.push(condition());
        }
        NodeList<ComprehensionIf> ifs = t.take(mark);
        return new Comprehension(t.origin, first, t.pos - 1, isAsync, target, iter, ifs);
    }

    private ComprehensionIf condition() {
        int first = t.pos;
        t.advance();
        Expression test = expressions.condition();
        return new ComprehensionIf(t.origin, first, t.pos - 1, test);
    }

    /** {@code testlist_safe} of 2.7: two or more elements need no parentheses, and lambdas are fine. */
    private Expression python2Iterable() {
        int first = t.pos;
        Expression iter = expressions.condition();
        if (t.kind != TokenKind.COMMA || !ExpressionParser.startsExpression(t.peek())) {
            return iter;
        }
        int mark = t.top;
        t.push(iter);
        while (t.accept(TokenKind.COMMA) && ExpressionParser.startsExpression(t.kind)) {
            t.push(expressions.condition());
        }
        return new Tuple(t.origin, first, t.pos - 1, false, t.take(mark));
    }

    // ---------------------------------------------------------------- subscripts

    /** {@code value[...]}, the cursor at the bracket. */
    Expression subscript(int first, Expression value) {
        t.advance();
        int start = t.pos;
        Expression slice = slice();
        if (t.kind == TokenKind.COMMA) {
            slice = indices(start, slice);
        } else if (slice instanceof Starred) {
            t.since(LanguageLevel.PY311, start, "unpacking with * in a subscript");
            // a[*b] is a[(*b,)]: the tuple has one element and no comma.
            int mark = t.top;
            t.push(slice);
            slice = new Tuple(t.origin, start, t.pos - 1, false, t.take(mark));
        }
        t.expect(TokenKind.RSQB);
        return new Subscript(t.origin, first, t.pos - 1, value, slice);
    }

    private Expression indices(int start, Expression index) {
        int mark = t.top;
        t.push(index);
        checkIndex(index);
        while (t.accept(TokenKind.COMMA) && t.kind != TokenKind.RSQB) {
            Expression next = slice();
            checkIndex(next);
            t.push(next);
        }
        return new Tuple(t.origin, start, t.pos - 1, false, t.take(mark));
    }

    private void checkIndex(Expression index) {
        if (index instanceof Starred) {
            t.since(LanguageLevel.PY311, index.firstToken(), "unpacking with * in a subscript");
        }
    }

    private Expression slice() {
        int first = t.pos;
        Expression lower = null;
        if (t.kind == TokenKind.DOT && t.python2) {
            return python2Ellipsis(first);
        }
        if (t.kind != TokenKind.COLON) {
            lower = t.kind == TokenKind.STAR ? expressions.starred(OperatorParser.OR) : expressions.namedExpression();
            if (t.kind != TokenKind.COLON) {
                checkNamedIndex(lower);
                return lower;
            }
            if (lower instanceof Starred || lower instanceof NamedExpr && lower.parentheses() == 0) {
                throw t.fail();
            }
        }
        t.advance();
        Expression upper = bound();
        boolean secondColon = t.accept(TokenKind.COLON);
        Expression step = secondColon ? bound() : null;
        return new Slice(t.origin, first, t.pos - 1, lower, upper, secondColon, step);
    }

    /** The tokenizer of 2.7 knows no ellipsis: it is three dots, and an element of a subscript. */
    private Expression python2Ellipsis(int first) {
        for (int i = 0; i < 3; i++) {
            t.expect(TokenKind.DOT);
        }
        return new EllipsisConstant(t.origin, first, first + 2);
    }

    private Expression bound() {
        switch (t.kind) {
            case TokenKind.COLON:
            case TokenKind.COMMA:
            case TokenKind.RSQB:
                return null;
            default:
                return expressions.expression();
        }
    }

    private void checkNamedIndex(Expression index) {
        if (index instanceof NamedExpr && index.parentheses() == 0) {
            t.since(
                    LanguageLevel.PY310,
                    index.firstToken(),
                    "an assignment expression without parentheses in a subscript");
        }
    }
}
