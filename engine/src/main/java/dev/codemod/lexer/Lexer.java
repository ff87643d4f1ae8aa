package dev.codemod.lexer;

import static java.util.Objects.requireNonNull;

import dev.codemod.source.LanguageLevel;
import dev.codemod.source.Source;

/**
 * Splits a whole text into tokens.
 *
 * <p>Nothing is fed back from a parser: what is a keyword depends on the level alone, soft keywords are names, and the
 * only state is the indentation, the open brackets and the open interpolated strings. So lookahead is array indexing on
 * the finished tape. Every text has a complete tape; what CPython's tokenizer rejects is a problem on it:
 *
 * <ul>
 *   <li>bytes that begin no token become {@code ERROR} tokens;
 *   <li>an unterminated string ends with its line, and a triple-quoted one with the file;
 *   <li>a closing bracket that fits none of the open ones has no partner, and ends the innermost one;
 *   <li>a bracket that is never closed is given up ({@link BracketRecovery}), and a {@code NEWLINE} token follows as if
 *       it had been closed.
 * </ul>
 *
 * <p>For speed there is one method for each class of tokens, chosen by the first byte, small enough for the JIT
 * compiler to inline the frequent ones; everything rare is outlined.
 */
public final class Lexer {
    /** CPython's MAXLEVEL. */
    private static final int MAX_BRACKETS = 200;

    private final byte[] bytes;
    private final LanguageLevel level;
    private final boolean python2;
    private final Keywords keywords;
    private final TapeBuilder tape;
    private final Brackets brackets = new Brackets();
    private final Indentation indentation;
    private final NameLexer names;
    private final NumberLexer numbers;
    private final StringLexer strings;
    private final InterpolatedStringLexer interpolated;
    private final BracketRecovery recovery;
    private final int textStart;

    private Lexer(Source source, LanguageLevel level) {
        this.bytes = source.bytes();
        this.level = level;
        this.python2 = level.isPython2();
        this.keywords = Keywords.at(level);
        this.tape = new TapeBuilder(bytes.length);
        this.indentation = new Indentation(bytes, level, tape);
        this.names = new NameLexer(source, python2, tape);
        this.numbers = new NumberLexer(bytes, python2, tape);
        this.strings = new StringLexer(source, level, tape);
        this.interpolated = new InterpolatedStringLexer(source, level, tape, brackets, strings);
        this.recovery = new BracketRecovery(tape, brackets, indentation);
        this.textStart = source.textStart();
    }

    /**
     * Returns the tokens of a text. Never throws because of the text: errors are {@link TokenTape#problems()}.
     *
     * @param level decides about reserved words, Python 2 literals and interpolated strings
     */
    public static TokenTape lex(Source source, LanguageLevel level) {
        requireNonNull(source, "source is null");
        requireNonNull(level, "level is null");
        return new Lexer(source, level).lex();
    }

    private TokenTape lex() {
        int end = bytes.length;
        int p = lexTokens(indentation.startLine(textStart));
        while (brackets.depth > 0) {
            p = lexTokens(giveUpBrackets(end));
        }
        if (tape.count > 0 && tape.kind(tape.count - 1) != TokenKind.NEWLINE) {
            tape.add(TokenKind.NEWLINE, end, end);
        }
        indentation.finish(end);
        tape.add(TokenKind.EOF, end, end);
        return tape.build();
    }

    /** Adds the tokens from {@code start} to the end of the text. */
    private int lexTokens(int start) {
        final byte[] s = bytes;
        int p = start;
        while (p < s.length) {
            switch (CharacterClasses.START[s[p] & 0xFF]) {
                case CharacterClasses.BLANK:
                    p++;
                    break;
                case CharacterClasses.NAME:
                    p = name(p);
                    break;
                case CharacterClasses.PREFIX:
                    p = nameOrString(p);
                    break;
                case CharacterClasses.DIGIT:
                    p = numbers.lex(p);
                    break;
                case CharacterClasses.QUOTE:
                    p = string(p, p);
                    break;
                case CharacterClasses.LINE_END:
                    p = lineEnd(p);
                    break;
                case CharacterClasses.COMMENT:
                    p = indentation.skipComment(p);
                    break;
                case CharacterClasses.OPEN:
                    p = open(p);
                    break;
                case CharacterClasses.CLOSE:
                    p = close(p);
                    break;
                case CharacterClasses.SINGLE:
                    tape.add(CharacterClasses.SINGLE_KIND[s[p]], p, p + 1);
                    p++;
                    break;
                case CharacterClasses.DOT:
                    p = dot(p);
                    break;
                case CharacterClasses.OPERATOR:
                    p = operator(p);
                    break;
                case CharacterClasses.COLON:
                    p = colon(p);
                    break;
                default:
                    p = rare(p);
                    break;
            }
        }
        return p;
    }

    private int name(int start) {
        final byte[] s = bytes;
        int p = start + 1;
        while (p < s.length) {
            byte b = s[p];
            if (b < 0) {
                return names.lex(start, p);
            }
            if (!CharacterClasses.NAME_PART[b]) {
                break;
            }
            p++;
        }
        tape.add(keywords.kind(s, start, p), start, p);
        return p;
    }

    private int nameOrString(int start) {
        byte second = at(start + 1);
        if (second == '"' || second == '\'') {
            return prefixedString(start, start + 1);
        }
        if (second > 0 && CharacterClasses.START[second] == CharacterClasses.PREFIX) {
            byte third = at(start + 2);
            if ((third == '"' || third == '\'') && isPrefix(bytes[start] | 0x20, second | 0x20)) {
                return prefixedString(start, start + 2);
            }
        }
        return name(start);
    }

    /** Returns whether two letters, in lower case, make up a prefix of strings at this level. */
    private boolean isPrefix(int first, int second) {
        if (python2) {
            return second == 'r' && (first == 'b' || first == 'u');
        }
        if (first == 'r') {
            return second == 'b' || second == 'f' || second == 't';
        }
        return second == 'r' && (first == 'b' || first == 'f' || first == 't');
    }

    private int prefixedString(int start, int quote) {
        int first = bytes[start] | 0x20;
        int last = bytes[quote - 1] | 0x20;
        if (first == 'f' || first == 't' || last == 'f' || last == 't') {
            if (python2) {
                tape.add(TokenKind.NAME, start, quote);
                return quote;
            }
            return interpolated.open(start, quote, first == 'r' || last == 'r');
        }
        return string(start, quote);
    }

    private int string(int start, int quote) {
        int end = strings.lex(start, quote);
        return end >= 0 ? end : unterminatedString(start, quote);
    }

    private int unterminatedString(int start, int quote) {
        int end = start == quote && brackets.depth > 0 ? interpolated.closeInsideField(quote) : -1;
        return end >= 0 ? end : strings.lexUnterminated(start, quote);
    }

    private int operator(int start) {
        byte b = bytes[start];
        byte next = at(start + 1);
        if (next == '=') {
            tape.add(CharacterClasses.EQUAL_KIND[b], start, start + 2);
            return start + 2;
        }
        if (next == b && CharacterClasses.DOUBLE_KIND[b] != 0) {
            boolean augmented = at(start + 2) == '=';
            byte[] kinds = augmented ? CharacterClasses.DOUBLE_EQUAL_KIND : CharacterClasses.DOUBLE_KIND;
            int end = augmented ? start + 3 : start + 2;
            tape.add(kinds[b], start, end);
            return end;
        }
        if (next == '>' && (b == '-' || b == '<' && python2)) {
            tape.add(b == '-' ? TokenKind.RARROW : TokenKind.NOTEQUAL, start, start + 2);
            return start + 2;
        }
        tape.add(CharacterClasses.SINGLE_KIND[b], start, start + 1);
        return start + 1;
    }

    private int dot(int start) {
        byte next = at(start + 1);
        if (next == '.' && at(start + 2) == '.' && !python2) {
            tape.add(TokenKind.ELLIPSIS, start, start + 3);
            return start + 3;
        }
        if (CharacterClasses.isDigit(next)) {
            return numbers.lex(start);
        }
        tape.add(TokenKind.DOT, start, start + 1);
        return start + 1;
    }

    /** A colon directly inside a replacement field starts the format specification, whatever follows it. */
    private int colon(int start) {
        if (brackets.inField()) {
            tape.add(TokenKind.COLON, start, start + 1);
            return interpolated.text(start + 1);
        }
        boolean walrus = at(start + 1) == '=';
        int end = walrus ? start + 2 : start + 1;
        tape.add(walrus ? TokenKind.COLONEQUAL : TokenKind.COLON, start, end);
        return end;
    }

    private int open(int start) {
        if (brackets.depth == MAX_BRACKETS) {
            tape.problem(start, "too many nested parentheses");
        }
        brackets.push(tape.count);
        tape.addBracket(CharacterClasses.SINGLE_KIND[bytes[start]], start);
        return start + 1;
    }

    private int close(int start) {
        byte kind = CharacterClasses.SINGLE_KIND[bytes[start]];
        int level = brackets.depth - 1;
        if (level < 0 || !isPair(brackets.token(level), kind)) {
            level = mismatchedClose(start, kind);
        }
        tape.addBracket(kind, start);
        if (level < 0) {
            return start + 1;
        }
        tape.pairWithLast(brackets.token(level));
        brackets.depth = level;
        return brackets.isField(level) ? interpolated.text(start + 1) : start + 1;
    }

    private boolean isPair(int openingToken, byte closingKind) {
        return tape.kind(openingToken) == closingKind - 1;
    }

    /**
     * Reports a closing bracket that is not the innermost one's; returns the level that it closes, -1 for none. One that
     * fits no open bracket counts as a slip of the key for the innermost one's, which has no partner then.
     */
    private int mismatchedClose(int start, byte kind) {
        char bracket = (char) bytes[start];
        int top = brackets.depth - 1;
        if (top < 0) {
            tape.problem(start, "unmatched '" + bracket + "'");
            return -1;
        }
        if (brackets.isField(top)) {
            tape.problem(start, interpolated.kindName() + ": unmatched '" + bracket + "'");
            return -1;
        }
        tape.problem(start, mismatchMessage(start, tape.start(brackets.top())));
        for (int level = top; level >= 0; level--) {
            if (isPair(brackets.token(level), kind)) {
                return level;
            }
            if (brackets.isField(level)) {
                break;
            }
        }
        brackets.pop();
        return -1;
    }

    private String mismatchMessage(int closing, int opening) {
        String message = "closing parenthesis '" + (char) bytes[closing] + "' does not match opening parenthesis '"
                + (char) bytes[opening] + "'";
        int openingLine = strings.lineOf(opening);
        return openingLine == strings.lineOf(closing) ? message : message + " on line " + openingLine;
    }

    private int lineEnd(int start) {
        int end = indentation.afterLineEnd(start);
        if (brackets.depth > 0) {
            if (!startsStatement(end)) {
                tape.gap(TokenTape.LINE_BREAK_BEFORE);
                return end;
            }
            int resume = giveUpBrackets(start);
            if (resume < start) {
                return resume;
            }
        }
        tape.add(TokenKind.NEWLINE, start, end);
        return indentation.startLine(end);
    }

    /** Returns whether a line begins with a keyword that proves that it does not continue an expression. */
    private boolean startsStatement(int line) {
        int start = line;
        while (at(start) == ' ' || at(start) == '\t') {
            start++;
        }
        if (at(start) < 'a') {
            return false;
        }
        int end = start;
        while (at(end) > 0 && CharacterClasses.NAME_PART[bytes[end]]) {
            end++;
        }
        return at(end) >= 0 && Keywords.startsStatementOnly(keywords.kind(bytes, start, end));
    }

    /** Reports the open brackets and closes them; returns where to go on, at or before the place given. */
    private int giveUpBrackets(int end) {
        int resume = recovery.resumeBefore(end);
        int opening = tape.start(recovery.innermostOpenBracket());
        tape.problem(opening, "'" + (char) bytes[opening] + "' was never closed");
        brackets.depth = 0;
        interpolated.clear();
        return resume;
    }

    private int rare(int start) {
        switch (CharacterClasses.START[bytes[start] & 0xFF]) {
            case CharacterClasses.NON_ASCII:
                return names.lex(start, start);
            case CharacterClasses.BACKSLASH:
                return backslash(start);
            case CharacterClasses.EXCLAMATION:
                return exclamation(start);
            case CharacterClasses.BACKQUOTE:
                if (python2) {
                    tape.add(TokenKind.BACKQUOTE, start, start + 1);
                    return start + 1;
                }
                return invalid(start);
            default:
                return invalid(start);
        }
    }

    private int backslash(int start) {
        int end = indentation.afterLineEnd(start + 1);
        boolean atEnd = end == bytes.length;
        if (end == start + 1 && !(atEnd && !level.isAtLeast(LanguageLevel.PY38))) {
            String message =
                    atEnd ? "unexpected EOF while parsing" : "unexpected character after line continuation character";
            tape.problem(start + 1, message);
            tape.add(TokenKind.ERROR, start, end);
            return end;
        }
        tape.gap(TokenTape.BACKSLASH_BEFORE | (end > start + 1 ? TokenTape.LINE_BREAK_BEFORE : 0));
        indentation.checkFollowingLine(start, end);
        return end;
    }

    private int exclamation(int start) {
        if (at(start + 1) == '=') {
            tape.add(TokenKind.NOTEQUAL, start, start + 2);
            return start + 2;
        }
        if (!interpolated.isInside()) {
            return invalid(start);
        }
        tape.add(TokenKind.EXCLAMATION, start, start + 1);
        return start + 1;
    }

    /** Takes a run of the same byte as one error. */
    private int invalid(int start) {
        byte b = bytes[start];
        int end = start + 1;
        while (end < bytes.length && bytes[end] == b) {
            end++;
        }
        boolean printable = b > ' ' && b < 0x7F;
        if (b == 0) {
            tape.problem(start, "source code cannot contain null bytes");
        } else {
            tape.problem(
                    start,
                    printable || python2
                            ? "invalid syntax"
                            : String.format("invalid non-printable character U+%04X", (int) b));
        }
        tape.add(TokenKind.ERROR, start, end);
        return end;
    }

    /** Returns the byte at an offset, 0 past the end. */
    private byte at(int offset) {
        return offset < bytes.length ? bytes[offset] : 0;
    }
}
