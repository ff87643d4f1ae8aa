package dev.codemod.parser;

import dev.codemod.lexer.TokenKind;
import dev.codemod.source.LanguageLevel;
import dev.codemod.tree.Argument;
import dev.codemod.tree.ArgumentList;
import dev.codemod.tree.Call;
import dev.codemod.tree.Comprehension;
import dev.codemod.tree.Expression;
import dev.codemod.tree.GeneratorExp;
import dev.codemod.tree.Identifier;
import dev.codemod.tree.Keyword;
import dev.codemod.tree.Name;
import dev.codemod.tree.NamedExpr;
import dev.codemod.tree.Node;
import dev.codemod.tree.NodeList;
import dev.codemod.tree.Starred;

/** Parses the arguments of calls and of class statements. */
final class ArgumentParser {
    // What a list of arguments has had so far.
    private static final int KEYWORD = 1;
    private static final int ITERABLE = 2;
    private static final int MAPPING = 4;
    private static final int AFTER_KEYWORD = 8;
    private static final int AFTER_MAPPING = 16;
    private static final int MISPLACED = AFTER_KEYWORD | AFTER_MAPPING;

    private final TokenCursor t;
    private final ExpressionParser expressions;
    private final BracketParser brackets;

    ArgumentParser(TokenCursor t, ExpressionParser expressions, BracketParser brackets) {
        this.t = t;
        this.expressions = expressions;
        this.brackets = brackets;
    }

    /** {@code func(...)}, the cursor at the parenthesis. */
    Call call(int first, Expression func) {
        NodeList<Argument> arguments = arguments(false);
        return new Call(t.origin, first, t.pos - 1, func, arguments);
    }

    /** The parenthesised arguments of a class statement. */
    ArgumentList classArguments() {
        int first = t.pos;
        NodeList<Argument> arguments = arguments(true);
        return new ArgumentList(t.origin, first, t.pos - 1, arguments);
    }

    private NodeList<Argument> arguments(boolean isClass) {
        t.advance();
        if (t.accept(TokenKind.RPAR)) {
            return NodeList.empty();
        }
        int mark = t.top;
        int seen = 0;
        do {
            if (t.kind == TokenKind.RPAR) {
                checkTrailingComma(seen);
                break;
            }
            int start = t.pos;
            Argument argument = argument(isClass, mark);
            if (t.kind != TokenKind.COMMA && t.kind != TokenKind.RPAR) {
                throw t.fail();
            }
            t.push(argument);
            if (seen != 0 || !(argument instanceof Expression) || argument instanceof Starred) {
                seen = checkOrder(argument, start, seen);
            }
        } while (t.accept(TokenKind.COMMA));
        if ((seen & MISPLACED) != 0) {
            throw t.fail("positional argument follows keyword argument"
                    + ((seen & MISPLACED) == AFTER_MAPPING ? " unpacking" : ""));
        }
        t.expect(TokenKind.RPAR);
        NodeList<Argument> arguments = t.take(mark);
        if ((seen & KEYWORD) != 0 && !t.level.isAtLeast(LanguageLevel.PY39)) {
            VersionChecks.repeatedKeywords(t, arguments);
        }
        return arguments;
    }

    private Argument argument(boolean isClass, int mark) {
        int first = t.pos;
        switch (t.kind) {
            case TokenKind.STAR:
                return star(isClass);
            case TokenKind.DOUBLESTAR:
                if (isClass) {
                    t.since(LanguageLevel.PY30, first, "keyword arguments of a class");
                }
                t.advance();
                Expression mapping = expressions.expression();
                return new Keyword(t.origin, first, t.pos - 1, null, true, mapping);
            case TokenKind.NAME:
                if (t.peek() == TokenKind.EQUAL) {
                    return keyword(isClass);
                }
                break;
            default:
                break;
        }
        Expression value = expressions.expression();
        switch (t.kind) {
            case TokenKind.COMMA:
            case TokenKind.RPAR:
                return value;
            default:
                return specialArgument(first, value, isClass, mark);
        }
    }

    private Argument star(boolean isClass) {
        int first = t.pos;
        if (isClass) {
            t.since(LanguageLevel.PY30, first, "unpacking with * in a class statement");
        }
        t.advance();
        if (!ExpressionParser.startsExpression(t.kind) || t.kind == TokenKind.STAR) {
            throw t.fail("Invalid star expression");
        }
        Expression value = expressions.expression();
        return new Starred(t.origin, first, t.pos - 1, value);
    }

    private Keyword keyword(boolean isClass) {
        int first = t.pos;
        if (isClass) {
            t.since(LanguageLevel.PY30, first, "keyword arguments of a class");
        }
        Identifier name = t.bindingIdentifier();
        t.advance();
        if (t.kind == TokenKind.COMMA || t.kind == TokenKind.RPAR) {
            throw t.failAt(first, "expected argument value expression");
        }
        Expression value = expressions.expression();
        if (brackets.startsComprehension()) {
            throw t.failAt(first, "invalid syntax. Maybe you meant '==' or ':=' instead of '='?");
        }
        return new Keyword(t.origin, first, t.pos - 1, name, false, value);
    }

    /** An argument that is followed neither by a comma nor by the closing parenthesis. */
    private Argument specialArgument(int first, Expression value, boolean isClass, int mark) {
        Expression argument = value;
        if (t.kind == TokenKind.COLONEQUAL) {
            argument = expressions.walrus(first, value);
        } else if (t.kind == TokenKind.EQUAL) {
            return parenthesizedKeyword(first, value);
        }
        if (!brackets.startsComprehension()) {
            return argument;
        }
        return generator(first, argument, isClass, mark);
    }

    /** {@code f((a)=1)}, which CPython let pass up to 3.7. */
    private Keyword parenthesizedKeyword(int first, Expression name) {
        if (!(name instanceof Name) || t.level.isAtLeast(LanguageLevel.PY38)) {
            throw TargetChecker.invalidKeyword(t, first, name);
        }
        Identifier identifier = new Identifier(t.origin, name.firstToken(), name.lastToken());
        for (int i = 0; i < name.parentheses(); i++) {
            Node.addParentheses(identifier);
        }
        t.advance();
        Expression value = expressions.expression();
        return new Keyword(t.origin, first, t.pos - 1, identifier, false, value);
    }

    /** A generator expression without parentheses of its own, which has to be the only argument. */
    private GeneratorExp generator(int first, Expression element, boolean isClass, int mark) {
        if (element instanceof NamedExpr && element.parentheses() == 0) {
            t.since(LanguageLevel.PY39, first, "an assignment expression without parentheses in a generator argument");
        }
        NodeList<Comprehension> generators = brackets.generators(element, false);
        int last = t.pos - 1;
        if (t.top != mark || t.kind == TokenKind.COMMA && t.peek() != TokenKind.RPAR) {
            throw t.failAt(first, "Generator expression must be parenthesized");
        }
        if (t.kind == TokenKind.COMMA && t.level.isAtLeast(LanguageLevel.PY37)) {
            throw t.failAt(first, "Generator expression must be parenthesized");
        }
        if (isClass && (t.level.isAtLeast(LanguageLevel.PY37) || t.python2)) {
            throw t.failAt(first, "invalid syntax");
        }
        return new GeneratorExp(t.origin, first, last, false, element, generators);
    }

    // ---------------------------------------------------------------- order

    /** Returns {@code seen} with what an argument adds to it. */
    private int checkOrder(Argument argument, int start, int seen) {
        if (argument instanceof Keyword keyword) {
            if ((seen & MAPPING) != 0) {
                t.since(LanguageLevel.PY35, start, "an argument after **");
            }
            return seen | (keyword.isDoubleStar() ? MAPPING : KEYWORD);
        }
        if (argument instanceof Starred) {
            if ((seen & MAPPING) != 0) {
                throw t.failAt(start - 1, "iterable argument unpacking follows keyword argument unpacking");
            }
            if ((seen & ITERABLE) != 0) {
                t.since(LanguageLevel.PY35, start, "more than one * argument");
            }
            return seen | ITERABLE;
        }
        if ((seen & (KEYWORD | MAPPING)) != 0) {
            boolean isFirst = (seen & MISPLACED) == 0;
            return isFirst ? seen | ((seen & MAPPING) != 0 ? AFTER_MAPPING : AFTER_KEYWORD) : seen;
        }
        if ((seen & ITERABLE) != 0) {
            t.since(LanguageLevel.PY35, start, "a positional argument after *");
        }
        return seen;
    }

    private void checkTrailingComma(int seen) {
        if ((seen & (ITERABLE | MAPPING)) != 0) {
            t.since(LanguageLevel.PY35, t.pos - 1, "a comma after * or ** arguments");
        }
    }
}
