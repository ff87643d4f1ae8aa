package dev.codemod.parser;

import dev.codemod.lexer.TokenKind;
import dev.codemod.tree.Attribute;
import dev.codemod.tree.BinOp;
import dev.codemod.tree.Expression;
import dev.codemod.tree.Identifier;
import dev.codemod.tree.MatchAs;
import dev.codemod.tree.MatchClass;
import dev.codemod.tree.MatchKeyword;
import dev.codemod.tree.MatchMapping;
import dev.codemod.tree.MatchMappingElement;
import dev.codemod.tree.MatchMappingItem;
import dev.codemod.tree.MatchOr;
import dev.codemod.tree.MatchRest;
import dev.codemod.tree.MatchSequence;
import dev.codemod.tree.MatchSingleton;
import dev.codemod.tree.MatchStar;
import dev.codemod.tree.MatchValue;
import dev.codemod.tree.Name;
import dev.codemod.tree.NameConstant;
import dev.codemod.tree.Node;
import dev.codemod.tree.NodeList;
import dev.codemod.tree.NumberConstant;
import dev.codemod.tree.Operator;
import dev.codemod.tree.Pattern;
import dev.codemod.tree.UnaryOp;
import dev.codemod.tree.UnaryOperator;

/** Parses the patterns of case clauses (PEP 634). */
final class PatternParser {
    private final TokenCursor t;
    private final ExpressionParser expressions;

    PatternParser(TokenCursor t, ExpressionParser expressions) {
        this.t = t;
        this.expressions = expressions;
    }

    /** {@code patterns}: a pattern, or a sequence pattern without brackets. */
    Pattern patterns() {
        int first = t.pos;
        Pattern pattern = maybeStarPattern();
        if (t.kind != TokenKind.COMMA) {
            if (pattern instanceof MatchStar) {
                throw t.fail();
            }
            return pattern;
        }
        int mark = t.top;
        t.push(pattern);
        while (t.accept(TokenKind.COMMA) && t.kind != TokenKind.COLON && t.kind != TokenKind.IF) {
            t.push(maybeStarPattern());
        }
        return new MatchSequence(t.origin, first, t.pos - 1, false, false, t.take(mark));
    }

    private Pattern maybeStarPattern() {
        return t.kind == TokenKind.STAR ? starPattern() : pattern();
    }

    private MatchStar starPattern() {
        int first = t.pos;
        t.advance();
        Identifier name = t.identifier();
        return new MatchStar(t.origin, first, t.pos - 1, name);
    }

    /** {@code pattern}: alternatives, with or without {@code as}. */
    Pattern pattern() {
        int first = t.pos;
        t.enter();
        Pattern pattern = orPattern(first);
        if (t.kind == TokenKind.AS) {
            t.advance();
            if (t.atWord("_")) {
                throw t.fail("cannot use '_' as a target");
            }
            if (t.kind != TokenKind.NAME || isValueContinued(t.peek())) {
                throw t.fail("invalid pattern target");
            }
            Identifier name = t.identifier();
            pattern = new MatchAs(t.origin, first, t.pos - 1, pattern, name);
        }
        t.depth--;
        return pattern;
    }

    private static boolean isValueContinued(byte kind) {
        return kind == TokenKind.DOT || kind == TokenKind.LPAR;
    }

    private Pattern orPattern(int first) {
        Pattern pattern = closedPattern();
        if (t.kind != TokenKind.VBAR) {
            return pattern;
        }
        int mark = t.top;
        t.push(pattern);
        while (t.accept(TokenKind.VBAR)) {
            t.push(closedPattern());
        }
        return new MatchOr(t.origin, first, t.pos - 1, t.take(mark));
    }

    private Pattern closedPattern() {
        int first = t.pos;
        switch (t.kind) {
            case TokenKind.NAME:
                return namePattern(first);
            case TokenKind.NUMBER:
            case TokenKind.MINUS:
                Expression number = number();
                return new MatchValue(t.origin, first, t.pos - 1, number);
            default:
                return closedPattern(first);
        }
    }

    private Pattern closedPattern(int first) {
        switch (t.kind) {
            case TokenKind.STRING:
            case TokenKind.FSTRING_START:
                Expression string = expressions.strings().strings();
                return new MatchValue(t.origin, first, t.pos - 1, string);
            case TokenKind.NONE:
            case TokenKind.TRUE:
            case TokenKind.FALSE:
                t.advance();
                return new MatchSingleton(t.origin, first, first, new NameConstant(t.origin, first, first));
            case TokenKind.LPAR:
                return group(first);
            case TokenKind.LSQB:
                return sequence(first);
            case TokenKind.LBRACE:
                return mapping(first);
            default:
                throw t.fail();
        }
    }

    // ---------------------------------------------------------------- literals and names

    /** {@code signed_number} or {@code complex_number}. */
    private Expression number() {
        int first = t.pos;
        Expression real = signedNumber();
        if (t.kind != TokenKind.PLUS && t.kind != TokenKind.MINUS) {
            return real;
        }
        Operator operator = t.kind == TokenKind.PLUS ? Operator.ADD : Operator.SUB;
        if (isImaginary(t.pos - 1)) {
            throw t.failAt(first, "real number required in complex literal");
        }
        t.advance();
        Expression imaginary = plainNumber();
        if (!isImaginary(t.pos - 1)) {
            throw t.failAt(t.pos - 1, "imaginary number required in complex literal");
        }
        return new BinOp(t.origin, first, t.pos - 1, real, operator, imaginary);
    }

    private Expression signedNumber() {
        int first = t.pos;
        if (!t.accept(TokenKind.MINUS)) {
            return plainNumber();
        }
        Expression operand = plainNumber();
        return new UnaryOp(t.origin, first, t.pos - 1, UnaryOperator.U_SUB, operand);
    }

    private Expression plainNumber() {
        int first = t.pos;
        if (t.kind != TokenKind.NUMBER) {
            throw t.fail();
        }
        VersionChecks.number(t, first);
        t.advance();
        return new NumberConstant(t.origin, first, first);
    }

    private boolean isImaginary(int token) {
        return (t.bytes[t.tape.end(token) - 1] | 0x20) == 'j';
    }

    /** A capture, the wildcard, a dotted name, or a class pattern. */
    private Pattern namePattern(int first) {
        byte next = t.peek();
        if (!isValueContinued(next)) {
            return new MatchAs(t.origin, first, first, null, t.identifier());
        }
        Expression value = dottedName();
        if (t.kind == TokenKind.LPAR) {
            return classPattern(first, value);
        }
        return new MatchValue(t.origin, first, t.pos - 1, value);
    }

    private Expression dottedName() {
        int first = t.pos;
        if (t.kind != TokenKind.NAME) {
            throw t.fail();
        }
        t.advance();
        Expression value = new Name(t.origin, first, first);
        while (t.accept(TokenKind.DOT)) {
            Identifier attr = t.identifier();
            value = new Attribute(t.origin, first, t.pos - 1, value, attr);
        }
        return value;
    }

    // ---------------------------------------------------------------- brackets

    /** {@code group_pattern} or {@code sequence_pattern} in parentheses. */
    private Pattern group(int first) {
        t.advance();
        if (t.accept(TokenKind.RPAR)) {
            return new MatchSequence(t.origin, first, t.pos - 1, false, true, NodeList.empty());
        }
        Pattern pattern = maybeStarPattern();
        if (t.kind == TokenKind.RPAR && !(pattern instanceof MatchStar)) {
            t.advance();
            Node.addParentheses(pattern);
            return pattern;
        }
        int mark = t.top;
        t.push(pattern);
        patternsUpTo(TokenKind.RPAR);
        return new MatchSequence(t.origin, first, t.pos - 1, false, true, t.take(mark));
    }

    private Pattern sequence(int first) {
        t.advance();
        int mark = t.top;
        if (t.kind != TokenKind.RSQB) {
            t.push(maybeStarPattern());
        }
        patternsUpTo(TokenKind.RSQB);
        return new MatchSequence(t.origin, first, t.pos - 1, true, false, t.take(mark));
    }

    /** Pushes the patterns after the first one, and takes the closing bracket; {@code (*a)} needs a comma. */
    private void patternsUpTo(byte close) {
        if (close == TokenKind.RPAR && t.kind == close) {
            throw t.fail();
        }
        while (t.kind != close) {
            t.expect(TokenKind.COMMA);
            if (t.kind != close) {
                t.push(maybeStarPattern());
            }
        }
        t.advance();
    }

    private Pattern mapping(int first) {
        t.advance();
        int mark = t.top;
        while (t.kind != TokenKind.RBRACE) {
            MatchMappingElement element = mappingElement();
            t.push(element);
            if (!t.accept(TokenKind.COMMA)) {
                break;
            }
            if (element instanceof MatchRest && t.kind != TokenKind.RBRACE) {
                throw t.fail();
            }
        }
        t.expect(TokenKind.RBRACE);
        return new MatchMapping(t.origin, first, t.pos - 1, t.take(mark));
    }

    private MatchMappingElement mappingElement() {
        int first = t.pos;
        if (t.accept(TokenKind.DOUBLESTAR)) {
            if (t.atWord("_")) {
                throw t.fail();
            }
            Identifier rest = t.identifier();
            return new MatchRest(t.origin, first, t.pos - 1, rest);
        }
        Expression key = key();
        t.expect(TokenKind.COLON);
        Pattern pattern = pattern();
        return new MatchMappingItem(t.origin, first, t.pos - 1, key, pattern);
    }

    private Expression key() {
        int first = t.pos;
        switch (t.kind) {
            case TokenKind.NUMBER:
            case TokenKind.MINUS:
                return number();
            case TokenKind.STRING:
            case TokenKind.FSTRING_START:
                return expressions.strings().strings();
            case TokenKind.NONE:
            case TokenKind.TRUE:
            case TokenKind.FALSE:
                t.advance();
                return new NameConstant(t.origin, first, first);
            default:
                Expression name = dottedName();
                if (name instanceof Name) {
                    throw t.fail();
                }
                return name;
        }
    }

    private Pattern classPattern(int first, Expression cls) {
        t.advance();
        int mark = t.top;
        boolean keywords = false;
        while (t.kind != TokenKind.RPAR) {
            int start = t.pos;
            boolean isKeyword = t.kind == TokenKind.NAME && t.peek() == TokenKind.EQUAL;
            if (keywords && !isKeyword) {
                pattern();
                throw t.failAt(start, "positional patterns follow keyword patterns");
            }
            keywords = isKeyword;
            t.push(isKeyword ? keyword() : pattern());
            if (!t.accept(TokenKind.COMMA)) {
                break;
            }
        }
        t.expect(TokenKind.RPAR);
        return new MatchClass(t.origin, first, t.pos - 1, cls, t.take(mark));
    }

    private MatchKeyword keyword() {
        int first = t.pos;
        Identifier name = t.identifier();
        t.advance();
        Pattern pattern = pattern();
        return new MatchKeyword(t.origin, first, t.pos - 1, name, pattern);
    }
}
