package dev.codemod.parser;

import dev.codemod.lexer.TokenKind;
import dev.codemod.source.LanguageLevel;
import dev.codemod.tree.Expression;
import dev.codemod.tree.Identifier;
import dev.codemod.tree.KeywordOnlyMarker;
import dev.codemod.tree.Node;
import dev.codemod.tree.NodeList;
import dev.codemod.tree.ParamSpec;
import dev.codemod.tree.Parameter;
import dev.codemod.tree.ParameterItem;
import dev.codemod.tree.Parameters;
import dev.codemod.tree.PositionalOnlyMarker;
import dev.codemod.tree.TupleParameter;
import dev.codemod.tree.TypeParam;
import dev.codemod.tree.TypeParams;
import dev.codemod.tree.TypeVar;
import dev.codemod.tree.TypeVarTuple;

/** Parses the parameters of functions and lambdas, and type parameters. */
final class ParameterParser {
    // What a list of parameters has had so far.
    private static final int SLASH = 1;
    private static final int STAR = 2;
    private static final int DEFAULT = 4;

    private final TokenCursor t;
    private final ExpressionParser expressions;

    ParameterParser(TokenCursor t, ExpressionParser expressions) {
        this.t = t;
        this.expressions = expressions;
    }

    /** The parameters of a {@code def}, parentheses included. */
    Parameters functionParameters() {
        int first = t.pos;
        t.expect(TokenKind.LPAR);
        NodeList<ParameterItem> items = items(TokenKind.RPAR);
        t.expect(TokenKind.RPAR);
        return new Parameters(t.origin, first, t.pos - 1, true, items);
    }

    /** The parameters of a lambda, up to the colon. */
    Parameters lambdaParameters() {
        int first = t.pos;
        NodeList<ParameterItem> items = items(TokenKind.COLON);
        return new Parameters(t.origin, first, t.pos - 1, false, items);
    }

    private NodeList<ParameterItem> items(byte close) {
        int mark = t.top;
        int seen = 0;
        while (t.kind != close) {
            seen = item(close, mark, seen);
            if (!t.accept(TokenKind.COMMA)) {
                break;
            }
            if (t.kind == close && (seen & STAR) != 0) {
                checkCommaAfterStar();
            }
        }
        return t.take(mark);
    }

    /** Pushes an item; returns {@code seen} with what it adds to it. */
    private int item(byte close, int mark, int seen) {
        switch (t.kind) {
            case TokenKind.STAR:
                if ((seen & STAR) != 0) {
                    throw t.fail("* argument may appear only once");
                }
                t.push(star(close));
                return seen | STAR;
            case TokenKind.DOUBLESTAR:
                t.push(parameter(close, false, true));
                checkNothingFollows(close);
                return seen;
            case TokenKind.SLASH:
                checkSlash(mark, seen);
                t.push(slash());
                return seen | SLASH;
            default:
                return positional(close, seen);
        }
    }

    private int positional(byte close, int seen) {
        int start = t.pos;
        boolean isKeywordOnly = (seen & STAR) != 0;
        if (isKeywordOnly) {
            t.since(LanguageLevel.PY30, start, "keyword-only parameters");
        }
        if (plain(close)) {
            return seen | DEFAULT;
        }
        if ((seen & DEFAULT) != 0 && !isKeywordOnly) {
            throw t.failAt(start, "parameter without a default follows parameter with a default");
        }
        return seen;
    }

    private ParameterItem star(byte close) {
        byte next = t.peek();
        if (next != TokenKind.COMMA && next != close) {
            return parameter(close, true, false);
        }
        int first = t.pos;
        t.since(LanguageLevel.PY30, first, "keyword-only parameters");
        t.advance();
        byte following = t.kind == TokenKind.COMMA ? t.peek() : t.kind;
        if (following == close || following == TokenKind.DOUBLESTAR) {
            throw t.failAt(first, "named arguments must follow bare *");
        }
        return new KeywordOnlyMarker(t.origin, first, first);
    }

    private PositionalOnlyMarker slash() {
        int first = t.pos;
        t.since(LanguageLevel.PY38, first, "positional-only parameters");
        t.advance();
        if (t.kind == TokenKind.STAR || t.kind == TokenKind.NAME) {
            throw t.kind == TokenKind.STAR ? t.fail("expected comma between / and *") : t.fail();
        }
        return new PositionalOnlyMarker(t.origin, first, first);
    }

    private void checkSlash(int mark, int seen) {
        if ((seen & STAR) != 0) {
            throw t.fail("/ must be ahead of *");
        }
        if ((seen & SLASH) != 0) {
            throw t.fail("/ may appear only once");
        }
        if (t.top == mark) {
            throw t.fail("at least one argument must precede /");
        }
    }

    private void checkNothingFollows(byte close) {
        if (t.kind != TokenKind.COMMA) {
            return;
        }
        byte next = t.peek();
        if (next == close) {
            t.since(LanguageLevel.PY36, t.pos, "a comma after **parameters");
        } else {
            boolean isArgument = next == TokenKind.NAME
                    || next == TokenKind.STAR
                    || next == TokenKind.DOUBLESTAR
                    || next == TokenKind.SLASH;
            throw t.failAt(t.pos + 1, isArgument ? "arguments cannot follow var-keyword argument" : "invalid syntax");
        }
    }

    private void checkCommaAfterStar() {
        Node last = t.pushed(t.top - 1);
        if (last instanceof Parameter parameter && !parameter.isDoubleStar()) {
            t.since(LanguageLevel.PY36, t.pos - 1, "a comma after *parameters or keyword-only parameters");
        }
    }

    /** Pushes a parameter without stars; returns whether it has a default value. */
    private boolean plain(byte close) {
        if (t.kind == TokenKind.LPAR) {
            return parenthesized(close);
        }
        Parameter parameter = parameter(close, false, false);
        t.push(parameter);
        return parameter.defaultValue() != null;
    }

    private Parameter parameter(byte close, boolean star, boolean doubleStar) {
        int first = t.pos;
        if (star || doubleStar) {
            t.advance();
        }
        Identifier name = t.bindingIdentifier();
        Expression annotation = null;
        if (close == TokenKind.RPAR && t.kind == TokenKind.COLON) {
            annotation = annotation(star);
        }
        Expression defaultValue = null;
        if (t.kind == TokenKind.EQUAL) {
            if (star || doubleStar) {
                throw t.fail((star ? "var-positional" : "var-keyword") + " argument cannot have default value");
            }
            defaultValue = defaultValue(close);
        }
        return new Parameter(t.origin, first, t.pos - 1, star, doubleStar, name, annotation, defaultValue);
    }

    private Expression annotation(boolean star) {
        t.since(LanguageLevel.PY30, t.pos, "annotations");
        t.advance();
        if (star && t.kind == TokenKind.STAR) {
            t.since(LanguageLevel.PY311, t.pos, "unpacking with * in an annotation");
            return expressions.starred(OperatorParser.BITOR);
        }
        return expressions.expression();
    }

    private Expression defaultValue(byte close) {
        int equal = t.pos;
        t.advance();
        if (t.kind == close || t.kind == TokenKind.COMMA) {
            throw t.failAt(equal, "expected default value expression");
        }
        return expressions.expression();
    }

    // ---------------------------------------------------------------- Python 2

    /** {@code (a, b)}, or {@code (a)}, which is {@code a}; returns whether it has a default value. */
    private boolean parenthesized(byte close) {
        if (!t.python2) {
            throw t.failAt(
                    t.pos,
                    close == TokenKind.RPAR
                            ? "Function parameters cannot be parenthesized"
                            : "Lambda expression parameters cannot be parenthesized");
        }
        ParameterItem item = tuple();
        if (t.kind == TokenKind.EQUAL) {
            Expression defaultValue = defaultValue(close);
            item = withDefault(item, defaultValue);
            t.push(item);
            return true;
        }
        t.push(item);
        return false;
    }

    private ParameterItem withDefault(ParameterItem item, Expression defaultValue) {
        int last = t.pos - 1;
        if (item instanceof TupleParameter tuple && item.parentheses() == 0) {
            return new TupleParameter(t.origin, tuple.firstToken(), last, tuple.items(), defaultValue);
        }
        // 2.7's compiler rejects ((a, b))=1 and (a)=1 alike: "parenthesized arg with default".
        throw t.failAt(item, "parenthesized arg with default");
    }

    private ParameterItem tuple() {
        int first = t.pos;
        t.enter();
        t.advance();
        int mark = t.top;
        boolean hasComma = false;
        do {
            if (t.kind == TokenKind.LPAR) {
                t.push(tuple());
            } else {
                Identifier name = t.bindingIdentifier();
                int token = name.firstToken();
                t.push(new Parameter(t.origin, token, token, false, false, name, null, null));
            }
            if (t.kind != TokenKind.COMMA) {
                break;
            }
            t.advance();
            hasComma = true;
        } while (t.kind != TokenKind.RPAR);
        t.expect(TokenKind.RPAR);
        t.depth--;
        NodeList<ParameterItem> items = t.take(mark);
        if (!hasComma) {
            Node.addParentheses(items.first());
            return items.first();
        }
        return new TupleParameter(t.origin, first, t.pos - 1, items, null);
    }

    // ---------------------------------------------------------------- type parameters

    /** {@code [T: int, *Ts, **P]}, or null if the cursor is not at a bracket. */
    TypeParams typeParams() {
        if (t.kind != TokenKind.LSQB) {
            return null;
        }
        int first = t.pos;
        t.since(LanguageLevel.PY312, first, "type parameters");
        t.advance();
        if (t.kind == TokenKind.RSQB) {
            throw t.fail("Type parameter list cannot be empty");
        }
        int mark = t.top;
        do {
            t.push(typeParam());
        } while (t.accept(TokenKind.COMMA) && t.kind != TokenKind.RSQB);
        t.expect(TokenKind.RSQB);
        return new TypeParams(t.origin, first, t.pos - 1, t.take(mark));
    }

    private TypeParam typeParam() {
        int first = t.pos;
        boolean star = t.accept(TokenKind.STAR);
        boolean doubleStar = !star && t.accept(TokenKind.DOUBLESTAR);
        Identifier name = t.identifier();
        Expression bound = null;
        if (t.kind == TokenKind.COLON) {
            if (star || doubleStar) {
                throw t.fail("cannot use bound with " + (star ? "TypeVarTuple" : "ParamSpec"));
            }
            t.advance();
            bound = expressions.expression();
        }
        Expression defaultValue = null;
        if (t.kind == TokenKind.EQUAL) {
            t.since(LanguageLevel.PY313, t.pos, "defaults of type parameters");
            t.advance();
            defaultValue = star ? expressions.starExpression() : expressions.expression();
        }
        if (star) {
            return new TypeVarTuple(t.origin, first, t.pos - 1, name, defaultValue);
        }
        if (doubleStar) {
            return new ParamSpec(t.origin, first, t.pos - 1, name, defaultValue);
        }
        return new TypeVar(t.origin, first, t.pos - 1, name, bound, defaultValue);
    }
}
