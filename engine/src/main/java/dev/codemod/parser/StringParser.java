package dev.codemod.parser;

import dev.codemod.lexer.TokenKind;
import dev.codemod.source.LanguageLevel;
import dev.codemod.tree.ConcatenatedString;
import dev.codemod.tree.Expression;
import dev.codemod.tree.FormatSpec;
import dev.codemod.tree.FormattedValue;
import dev.codemod.tree.Identifier;
import dev.codemod.tree.InterpolatedPart;
import dev.codemod.tree.InterpolatedText;
import dev.codemod.tree.JoinedStr;
import dev.codemod.tree.Node;
import dev.codemod.tree.NodeList;
import dev.codemod.tree.Starred;
import dev.codemod.tree.StringConstant;
import dev.codemod.tree.StringPart;

/** Parses string literals, their concatenation, and the fields of f-strings and t-strings. */
final class StringParser {
    private static final int TEXT = 0;
    private static final int BYTES = 1;
    private static final int TEMPLATE = 2;

    private final TokenCursor t;
    private final ExpressionParser expressions;
    private final StringEscapes escapes;

    StringParser(TokenCursor t, ExpressionParser expressions) {
        this.t = t;
        this.expressions = expressions;
        this.escapes = new StringEscapes(t);
    }

    /** One literal or several side by side. */
    Expression strings() {
        int first = t.pos;
        StringPart part = part();
        if (!atString()) {
            return part;
        }
        int mark = t.top;
        t.push(part);
        do {
            t.push(part());
        } while (atString());
        NodeList<StringPart> parts = t.take(mark);
        if (!t.python2) {
            checkMixture(parts);
        }
        return new ConcatenatedString(t.origin, first, t.pos - 1, parts);
    }

    private boolean atString() {
        return t.kind == TokenKind.STRING || t.kind == TokenKind.FSTRING_START;
    }

    private StringPart part() {
        int first = t.pos;
        if (t.kind == TokenKind.FSTRING_START) {
            return interpolated(first);
        }
        escapes.checkLiteral(first);
        t.advance();
        return new StringConstant(t.origin, first, first);
    }

    private void checkMixture(NodeList<StringPart> parts) {
        int kind = kindOf(parts.get(0));
        for (int i = 1; i < parts.size(); i++) {
            int other = kindOf(parts.get(i));
            if (kind != other) {
                throw t.fail(
                        kind == TEMPLATE || other == TEMPLATE
                                ? "cannot mix t-string literals with string or bytes literals"
                                : "cannot mix bytes and nonbytes literals");
            }
        }
    }

    private int kindOf(Node part) {
        int p = t.tape.start(part.firstToken());
        for (byte b = t.bytes[p]; b != '"' && b != '\''; b = t.bytes[++p]) {
            if ((b | 0x20) == 'b') {
                return BYTES;
            }
            if ((b | 0x20) == 't') {
                return TEMPLATE;
            }
        }
        return TEXT;
    }

    // ---------------------------------------------------------------- f-strings and t-strings

    private JoinedStr interpolated(int first) {
        if (kindOf(first) == TEMPLATE) {
            t.since(LanguageLevel.PY314, first, "t-strings");
        } else {
            t.since(LanguageLevel.PY36, first, "f-strings");
        }
        if (t.field < 0 && !t.level.isAtLeast(LanguageLevel.PY312)) {
            InterpolationChecks.checkBefore312(t, first);
        }
        boolean raw = isRaw(first);
        t.advance();
        int mark = t.top;
        while (t.kind != TokenKind.FSTRING_END) {
            t.push(part(raw, 0));
        }
        t.advance();
        return new JoinedStr(t.origin, first, t.pos - 1, t.take(mark));
    }

    private int kindOf(int token) {
        int p = t.tape.start(token);
        return (t.bytes[p] | 0x20) == 't' || (t.bytes[p + 1] | 0x20) == 't' ? TEMPLATE : TEXT;
    }

    private boolean isRaw(int token) {
        int p = t.tape.start(token);
        return (t.bytes[p] | 0x20) == 'r' || (t.bytes[p + 1] | 0x20) == 'r';
    }

    /** Text or a field, {@code depth} format specifications deep. */
    private InterpolatedPart part(boolean raw, int depth) {
        int first = t.pos;
        switch (t.kind) {
            case TokenKind.FSTRING_MIDDLE:
                if (!raw) {
                    escapes.checkText(first);
                }
                t.advance();
                return new InterpolatedText(t.origin, first, first);
            case TokenKind.LBRACE:
                return field(raw, depth);
            default:
                throw t.fail();
        }
    }

    private FormattedValue field(boolean raw, int depth) {
        int first = t.pos;
        int outer = t.field;
        t.enter();
        t.field = first;
        if (depth == 2) {
            t.since(LanguageLevel.PY312, first, "replacement fields nested more than two deep");
        }
        t.advance();
        checkNotEmpty();
        Expression value = expressions.yieldOrStarExpressions();
        if (value instanceof Starred && value.parentheses() == 0 && t.level.isAtLeast(LanguageLevel.PY39)) {
            // Up to 3.8 the field was read as if in parentheses, with a comma understood.
            t.since(LanguageLevel.PY312, value.firstToken(), "a starred expression alone in a replacement field");
        }
        boolean debug = t.kind == TokenKind.EQUAL;
        if (debug) {
            t.since(LanguageLevel.PY38, t.pos, "= in a replacement field");
            t.advance();
        }
        Identifier conversion = t.kind == TokenKind.EXCLAMATION ? conversion() : null;
        FormatSpec formatSpec = t.kind == TokenKind.COLON ? formatSpec(raw, depth) : null;
        if (t.kind != TokenKind.RBRACE) {
            throw t.fail(kindName() + expectation(debug, conversion));
        }
        t.advance();
        t.field = outer;
        t.depth--;
        return new FormattedValue(t.origin, first, t.pos - 1, value, debug, conversion, formatSpec);
    }

    private static String expectation(boolean debug, Identifier conversion) {
        if (conversion != null) {
            return ": expecting ':' or '}'";
        }
        return debug ? ": expecting '!', or ':', or '}'" : ": expecting '=', or '!', or ':', or '}'";
    }

    private void checkNotEmpty() {
        switch (t.kind) {
            case TokenKind.RBRACE:
            case TokenKind.EQUAL:
            case TokenKind.EXCLAMATION:
            case TokenKind.COLON:
                String token = TokenKind.name(t.kind);
                throw t.fail(kindName() + ": valid expression required before '" + token + "'");
            default:
                break;
        }
    }

    private Identifier conversion() {
        int mark = t.pos;
        t.advance();
        if (t.kind != TokenKind.NAME) {
            boolean isMissing = t.kind == TokenKind.COLON || t.kind == TokenKind.RBRACE;
            throw t.fail(
                    kindName() + (isMissing ? ": missing conversion character" : ": invalid conversion character"));
        }
        if (t.tape.end(mark) != t.tape.start(t.pos)) {
            throw t.fail(kindName() + ": conversion type must come right after the exclamation mark");
        }
        int start = t.tape.start(t.pos);
        byte letter = t.bytes[start];
        if (t.tape.end(t.pos) != start + 1 || letter != 's' && letter != 'r' && letter != 'a') {
            throw t.fail(kindName() + ": invalid conversion character '" + t.source.text(start, t.tape.end(t.pos))
                    + "': expected 's', 'r', or 'a'");
        }
        Identifier identifier = new Identifier(t.origin, t.pos, t.pos);
        t.advance();
        if (t.tape.start(t.pos) > start + 1) {
            t.since(LanguageLevel.PY312, t.pos, "a blank behind a conversion");
        }
        return identifier;
    }

    private FormatSpec formatSpec(boolean raw, int depth) {
        int first = t.pos;
        t.advance();
        int mark = t.top;
        while (t.kind == TokenKind.FSTRING_MIDDLE || t.kind == TokenKind.LBRACE) {
            t.push(part(raw, depth + 1));
        }
        return new FormatSpec(t.origin, first, t.pos - 1, t.take(mark));
    }

    /** Returns what the innermost string around the field is called in messages. */
    private String kindName() {
        int token = t.field;
        while (token > 0 && (t.tape.kind(token) != TokenKind.FSTRING_START || isClosedBefore(token))) {
            token--;
        }
        return kindOf(token) == TEMPLATE ? "t-string" : "f-string";
    }

    private boolean isClosedBefore(int start) {
        int end = t.tape.partner(start);
        return end != 0 && end < t.field;
    }
}
