package dev.codemod.match;

import dev.codemod.lexer.Lexer;
import dev.codemod.lexer.TokenKind;
import dev.codemod.lexer.TokenTape;
import dev.codemod.source.LanguageLevel;
import dev.codemod.source.Source;
import dev.codemod.source.Suggestion;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a pattern or replacement without what {@link dev.codemod.rewrite.Template} knows nothing of:
 * {@code $X:kind}, {@code f"$$$PARTS"}, {@code <$$$ P $$$>} and {@code #$C}.
 */
final class PatternText {
    private static final Pattern STRING_PARTS = Pattern.compile("[fF](\"|')\\$\\$\\$(\\w+)\\1");
    private static final Pattern COMMENT = Pattern.compile("#\\s*\\$(\\w+)\\s*");

    private final String what;
    private final Source source;
    private final TokenTape tape;
    private final byte[] bytes;
    private final StringBuilder result = new StringBuilder();

    /** For every place where the texts differ, where they go on: in the result and in the original. */
    private final List<int[]> ends = new ArrayList<>();

    private final Map<String, PatternKind> kinds = new LinkedHashMap<>();
    private final Set<String> composed = new LinkedHashSet<>();
    private final Set<String> comments = new LinkedHashSet<>();
    private final String deepName;
    private int copied;

    /** The first token of the logical line. */
    private int lineStart;

    /** The open brackets, token indices. */
    private final List<Integer> brackets = new ArrayList<>();

    private int deep;

    /**
     * Reads a text.
     *
     * @param what the text in messages: {@code pattern} or {@code replacement}
     * @throws MalformedPatternException for what stands where it cannot
     */
    PatternText(String what, String text) {
        this.what = what;
        source = Source.of(text);
        tape = Lexer.lex(source, LanguageLevel.LATEST);
        bytes = source.bytes();
        String name = "_deep_";
        while (text.contains(name)) {
            name = "_" + name;
        }
        deepName = name;
        for (int i = 0; i < tape.count(); i++) {
            follow(i);
            read(i);
        }
        if (deep > 0) {
            throw error("<$$$ is never closed by $$$>", bytes.length);
        }
        result.append(text(copied, bytes.length));
        for (int i = 0; i < tape.commentCount(); i++) {
            Matcher comment = COMMENT.matcher(text(tape.commentStart(i), tape.commentEnd(i)));
            if (comment.matches()) {
                comments.add(comment.group(1));
            }
        }
    }

    /** Returns the text for a template. */
    String text() {
        return result.toString();
    }

    /** Returns what metavariables must stand for, by name. */
    Map<String, PatternKind> kinds() {
        return kinds;
    }

    /** Returns the metavariables that are written {@code f"$$$NAME"}. */
    Set<String> composed() {
        return composed;
    }

    /** Returns the metavariables that are written {@code #$NAME}. */
    Set<String> comments() {
        return comments;
    }

    /** Returns the function whose calls stand for {@code <$$$ argument $$$>}. */
    String deepName() {
        return deepName;
    }

    /** Returns the byte offset in the original of a byte offset in {@link #text()}. */
    int offset(int offset) {
        int found = offset;
        for (int[] end : ends) {
            if (end[0] <= offset) {
                found = end[1] + offset - end[0];
            }
        }
        return Math.min(found, bytes.length);
    }

    MalformedPatternException error(String message, int offset) {
        int line = source.line(offset);
        int column = source.codePointColumn(offset) + 1;
        return new MalformedPatternException(message, line, column);
    }

    // ---------------------------------------------------------------- reading

    private void follow(int token) {
        byte kind = tape.kind(token);
        if (kind == TokenKind.LPAR || kind == TokenKind.LSQB || kind == TokenKind.LBRACE) {
            brackets.add(token);
        } else if ((kind == TokenKind.RPAR || kind == TokenKind.RSQB || kind == TokenKind.RBRACE)
                && !brackets.isEmpty()) {
            brackets.remove(brackets.size() - 1);
        } else if (kind == TokenKind.NEWLINE
                || kind == TokenKind.INDENT
                || kind == TokenKind.DEDENT
                || kind == TokenKind.SEMI) {
            lineStart = token + 1;
        }
    }

    private void read(int token) {
        int start = tape.start(token);
        if (start < copied) {
            return;
        }
        byte kind = tape.kind(token);
        if (kind == TokenKind.FSTRING_START) {
            readParts(token);
        } else if (kind == TokenKind.LESS && isText(start + 1, "$$$") && isBlank(start + 4)) {
            deep++;
            replace(start, start + 4, deepName + "(");
        } else if (kind == TokenKind.ERROR && isText(start, "$$$>")) {
            deep--;
            if (deep < 0) {
                throw error("$$$> closes no <$$$", start);
            }
            replace(start, start + 4, ")");
        } else if (kind == TokenKind.ERROR && bytes[start] == '$') {
            readKind(token);
        }
    }

    private void readParts(int token) {
        int end = tape.partner(token) > token ? tape.end(tape.partner(token)) : tape.end(token);
        String literal = text(tape.start(token), end);
        Matcher parts = STRING_PARTS.matcher(literal);
        if (parts.matches()) {
            composed.add(parts.group(2));
            replace(tape.start(token), end, "$" + parts.group(2));
        } else if (literal.contains("$$$")) {
            throw error("f\"$$$NAME\" must be the whole string", tape.start(token));
        }
    }

    private void readKind(int token) {
        int start = tape.start(token);
        int dollars = start;
        while (dollars < bytes.length && bytes[dollars] == '$') {
            dollars++;
        }
        int end = wordEnd(dollars);
        int wordEnd = end < bytes.length && bytes[end] == ':' ? wordEnd(end + 1) : end;
        if (end == dollars || wordEnd <= end + 1) {
            return;
        }
        String word = text(end + 1, wordEnd);
        PatternKind kind = PatternKind.of(word);
        boolean isPython = isPythonColon(token, tokenAt(wordEnd), kind);
        if (kind == null || isPython) {
            if (kind != null) {
                throw error(
                        text(start, wordEnd) + " is ambiguous here, where Python has a colon of its own; write a space"
                                + " after that colon, or ask for the kind under where",
                        start);
            }
            if (!isPython) {
                throw error(word + " is no kind" + Suggestion.forWord(word, PatternKind.words()), end + 1);
            }
            return;
        }
        if (dollars - start != 1) {
            throw error("a kind fits a metavariable for one node, not " + text(start, end), start);
        }
        keepKind(text(dollars, end), kind, start, wordEnd);
    }

    private void keepKind(String written, PatternKind kind, int start, int end) {
        if (what.equals("replacement")) {
            throw error("the replacement cannot ask for a kind", start);
        }
        // Anonymous metavariables are different ones wherever they stand.
        String name = written.startsWith("_") ? "_kind" + kinds.size() : written;
        PatternKind known = kinds.put(name, kind);
        if (known != null && known != kind) {
            throw error("$" + name + " is also a " + known.word(), start);
        }
        replace(start, end, "$" + name);
    }

    /**
     * Returns whether a colon after a metavariable may be one of Python: of a slice, a dict, a lambda, an annotation, or
     * the one before the body of a statement.
     *
     * @param next the token after the word that follows the colon
     */
    private boolean isPythonColon(int token, int next, PatternKind kind) {
        if (hasOpenLambda(token)) {
            return true;
        }
        if (!brackets.isEmpty()) {
            int bracket = brackets.get(brackets.size() - 1);
            return switch (tape.kind(bracket)) {
                case TokenKind.LBRACE -> true;
                case TokenKind.LSQB -> isOperandEnd(bracket - 1);
                default -> isOfParameters(bracket);
            };
        }
        byte after = tape.kind(next);
        boolean isEnd = after == TokenKind.NEWLINE || after == TokenKind.EOF || after == TokenKind.SEMI;
        if (token == lineStart) {
            return !isEnd && after == TokenKind.EQUAL || isEnd && !(kind != null && kind.isOfStatements());
        }
        return isEnd && !isSimpleStatement();
    }

    /** Returns whether the line of the current token begins with what has no body. */
    private boolean isSimpleStatement() {
        return switch (tape.kind(lineStart)) {
            case TokenKind.IF,
                    TokenKind.ELIF,
                    TokenKind.ELSE,
                    TokenKind.WHILE,
                    TokenKind.FOR,
                    TokenKind.WITH,
                    TokenKind.TRY,
                    TokenKind.EXCEPT,
                    TokenKind.FINALLY,
                    TokenKind.DEF,
                    TokenKind.CLASS,
                    TokenKind.ASYNC -> false;
            default -> !isText(tape.start(lineStart), "match ") && !isText(tape.start(lineStart), "case ");
        };
    }

    private boolean isOfParameters(int bracket) {
        int token = bracket - 1;
        while (token >= 0 && (tape.kind(token) == TokenKind.NAME || tape.kind(token) == TokenKind.ERROR)) {
            token--;
        }
        return token >= 0 && tape.kind(token) == TokenKind.DEF;
    }

    private boolean hasOpenLambda(int token) {
        int depth = 0;
        for (int i = token - 1; i >= 0; i--) {
            byte kind = tape.kind(i);
            if (kind == TokenKind.RPAR || kind == TokenKind.RSQB || kind == TokenKind.RBRACE) {
                depth++;
            } else if (kind == TokenKind.LPAR || kind == TokenKind.LSQB || kind == TokenKind.LBRACE) {
                depth--;
            } else if (depth == 0 && kind == TokenKind.COLON) {
                return false;
            } else if (depth == 0 && kind == TokenKind.LAMBDA) {
                return true;
            }
            if (depth < 0 || kind == TokenKind.NEWLINE) {
                return false;
            }
        }
        return false;
    }

    private boolean isOperandEnd(int token) {
        if (token < 0) {
            return false;
        }
        return switch (tape.kind(token)) {
            case TokenKind.NAME,
                    TokenKind.NUMBER,
                    TokenKind.STRING,
                    TokenKind.FSTRING_END,
                    TokenKind.RPAR,
                    TokenKind.RSQB,
                    TokenKind.RBRACE,
                    TokenKind.ERROR -> true;
            default -> false;
        };
    }

    private int tokenAt(int offset) {
        int token = 0;
        while (token < tape.count() - 1 && tape.start(token) < offset) {
            token++;
        }
        return token;
    }

    private int wordEnd(int from) {
        int end = from;
        while (end < bytes.length && (Character.isLetterOrDigit(bytes[end] & 0xff) || bytes[end] == '_')) {
            end++;
        }
        return end;
    }

    private boolean isText(int offset, String expected) {
        return offset + expected.length() <= bytes.length
                && text(offset, offset + expected.length()).equals(expected);
    }

    private boolean isBlank(int offset) {
        return offset < bytes.length && (bytes[offset] == ' ' || bytes[offset] == '\n' || bytes[offset] == '\t');
    }

    private String text(int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }

    private void replace(int start, int end, String replacement) {
        result.append(text(copied, start)).append(replacement);
        copied = end;
        ends.add(new int[] {result.toString().getBytes(StandardCharsets.UTF_8).length, end});
    }
}
