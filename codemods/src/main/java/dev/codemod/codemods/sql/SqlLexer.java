package dev.codemod.codemods.sql;

import dev.codemod.codemods.sql.SqlToken.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * Splits SQL text into tokens as one dialect does.
 *
 * <p>Total: any text has tokens; what does not end is {@link Kind#UNFINISHED}. The text is the text of a query as the
 * driver will see it, with {@link #HOLE} for every value that the program puts in.
 */
final class SqlLexer {
    /** Stands for a value in the text: a code point that Unicode reserves for internal use. */
    static final char HOLE = '\uFDD0';

    private static final String OPERATOR_CHARACTERS = "<>=!|&^~+-*/%@#:";

    private final String text;
    private final SqlDialect dialect;
    private final ParamStyle placeholders;
    private final List<SqlToken> tokens = new ArrayList<>();
    private int position;

    private SqlLexer(String text, SqlDialect dialect, ParamStyle placeholders) {
        this.text = text;
        this.dialect = dialect;
        this.placeholders = placeholders;
    }

    /**
     * Returns the tokens of a text in order; white space is left out.
     *
     * @param placeholders the driver's style, or null if the text has no placeholders
     */
    static List<SqlToken> lex(String text, SqlDialect dialect, ParamStyle placeholders) {
        SqlLexer lexer = new SqlLexer(text, dialect, placeholders);
        lexer.run();
        return lexer.tokens;
    }

    private void run() {
        while (position < text.length()) {
            char c = text.charAt(position);
            if (Character.isWhitespace(c)) {
                position++;
            } else if (!quoted(c) && !comment(c) && !placeholder(c) && !dollarString(c)) {
                plain(c);
            }
        }
    }

    private void add(Kind kind, int start, int quote) {
        tokens.add(new SqlToken(kind, text.substring(start, position), start, quote));
    }

    private boolean startsWith(String prefix) {
        return text.startsWith(prefix, position);
    }

    private char charAt(int index) {
        return index < text.length() ? text.charAt(index) : '\0';
    }

    private boolean quoted(char c) {
        boolean isName = c == '"' && !dialect.hasDoubleQuotedStrings()
                || c == '`' && dialect.hasBackquotedNames()
                || c == '[' && dialect.hasBracketNames();
        if (!isName && c != '\'' && c != '"') {
            return false;
        }
        delimited(position, c == '[' ? ']' : c, !isName && dialect.hasBackslashEscapes(), isName);
        return true;
    }

    /** Reads from the opening quote at {@link #position}; {@code start} is where the token's prefix starts. */
    private void delimited(int start, char close, boolean hasBackslashes, boolean isName) {
        int quote = position++;
        while (position < text.length()) {
            char c = text.charAt(position);
            if (c == '\\' && hasBackslashes) {
                position += 2;
            } else if (c != close) {
                position++;
            } else if (charAt(position + 1) == close && (close != ']' || dialect == SqlDialect.SQLSERVER)) {
                position += 2;
            } else {
                position++;
                add(isName ? Kind.QUOTED_NAME : Kind.STRING, start, quote);
                return;
            }
        }
        position = text.length();
        add(Kind.UNFINISHED, start, quote);
    }

    private boolean comment(char c) {
        if (startsWith("--") && isDashComment() || c == '#' && dialect.hasHashComments()) {
            int start = position;
            while (position < text.length() && text.charAt(position) != '\n') {
                position++;
            }
            add(Kind.COMMENT, start, start);
            return true;
        }
        if (startsWith("/*")) {
            blockComment();
            return true;
        }
        return false;
    }

    /** MySQL wants white space after the dashes, so that {@code 5--1} is an expression. */
    private boolean isDashComment() {
        return !dialect.hasSpacedDashes() || charAt(position + 2) <= ' ';
    }

    private void blockComment() {
        int start = position;
        int depth = 0;
        while (position < text.length()) {
            if (startsWith("/*") && (depth == 0 || dialect.hasNestedComments())) {
                depth++;
                position += 2;
            } else if (startsWith("*/")) {
                position += 2;
                if (--depth == 0) {
                    add(Kind.COMMENT, start, start);
                    return;
                }
            } else {
                position++;
            }
        }
        add(Kind.UNFINISHED, start, start);
    }

    private boolean placeholder(char c) {
        int end = placeholders == null
                ? -1
                : placeholders.isPercent()
                        ? percentEnd()
                        : placeholders == ParamStyle.DOLLAR ? dollarEnd() : markEnd(c);
        if (end < 0) {
            return false;
        }
        int start = position;
        position = end;
        add(Kind.PLACEHOLDER, start, start);
        return true;
    }

    private int percentEnd() {
        if (startsWith("%s")) {
            return position + 2;
        }
        if (startsWith("%(")) {
            int close = text.indexOf(")s", position);
            return close < 0 ? -1 : close + 2;
        }
        // psycopg 3 also knows %t and %b, the text and the binary form.
        if (dialect == SqlDialect.POSTGRESQL && (startsWith("%t") || startsWith("%b"))) {
            return isWordPart(charAt(position + 2)) ? -1 : position + 2;
        }
        return -1;
    }

    private int dollarEnd() {
        int end = position + 1;
        while (Character.isDigit(charAt(end))) {
            end++;
        }
        return text.charAt(position) == '$' && end > position + 1 ? end : -1;
    }

    private int markEnd(char c) {
        if (c == '?') {
            int end = position + 1;
            while (Character.isDigit(charAt(end))) {
                end++;
            }
            return end;
        }
        boolean isMark = c == ':'
                || c == '@' && placeholders == ParamStyle.AT
                || dialect == SqlDialect.SQLITE && (c == '@' || c == '$');
        if (!isMark || !isWordPart(charAt(position + 1)) || position > 0 && charAt(position - 1) == ':') {
            return -1;
        }
        int end = position + 1;
        while (isWordPart(charAt(end))) {
            end++;
        }
        return end;
    }

    private boolean dollarString(char c) {
        if (c != '$' || !dialect.hasDollarQuotes()) {
            return false;
        }
        int tagEnd = position + 1;
        while (isWordPart(charAt(tagEnd))) {
            tagEnd++;
        }
        if (charAt(tagEnd) != '$') {
            return false;
        }
        String tag = text.substring(position, tagEnd + 1);
        int start = position;
        int close = text.indexOf(tag, tagEnd + 1);
        position = close < 0 ? text.length() : close + tag.length();
        add(close < 0 ? Kind.UNFINISHED : Kind.DELIMITED_STRING, start, start);
        return true;
    }

    private void plain(char c) {
        int start = position;
        if (isWordPart(c) || c == HOLE || isNameStart(c)) {
            position++;
            while (isWordPart(charAt(position))
                    || charAt(position) == HOLE
                    || isDecimalPoint(start)
                    || isNamePart(charAt(position))) {
                position++;
            }
            if (startsWith("&'") && text.substring(start, position).equalsIgnoreCase("u")) {
                position++;
                delimited(start, '\'', false, false);
            } else if (isQPrefix(start)) {
                qString(start);
            } else if (isStringPrefix(start)) {
                boolean isEscaped = dialect.hasEscapeLiterals() && Character.toUpperCase(text.charAt(start)) == 'E';
                delimited(start, '\'', isEscaped || dialect.hasBackslashEscapes(), false);
            } else {
                add(wordKind(start), start, start);
            }
            return;
        }
        position++;
        if (OPERATOR_CHARACTERS.indexOf(c) >= 0) {
            while (OPERATOR_CHARACTERS.indexOf(charAt(position)) >= 0 && position < text.length() && !isOperatorEnd()) {
                position++;
            }
        }
        add(Kind.SYMBOL, start, start);
    }

    private boolean isOperatorEnd() {
        return startsWith("--")
                || startsWith("/*")
                || placeholders != null && placeholders.isPercent() && percentEnd() >= 0
                || dialect.hasHashComments() && charAt(position) == '#'
                // A sign belongs to the operand: in a=-1 and a<*b there are two operators.
                || "+-*".indexOf(charAt(position)) >= 0
                || charAt(position) == ':' && charAt(position - 1) != ':'
                || charAt(position) == '@' && dialect == SqlDialect.SQLITE;
    }

    private boolean isDecimalPoint(int start) {
        return charAt(position) == '.' && Character.isDigit(text.charAt(start));
    }

    /** SQL Server's {@code @variable}, {@code @@global}, {@code #temporary} and {@code ##temporary}. */
    private boolean isNameStart(char c) {
        return dialect == SqlDialect.SQLSERVER && (c == '@' || c == '#') && isNameStartAfter(position + 1);
    }

    private boolean isNameStartAfter(int index) {
        char c = charAt(index);
        return isWordPart(c) || c == HOLE || (c == '@' || c == '#') && isWordPart(charAt(index + 1));
    }

    private boolean isNamePart(char c) {
        return dialect.hasHashNames() && (c == '#' || c == '$' || c == '@' && dialect == SqlDialect.SQLSERVER);
    }

    /** Returns whether the word before a quote opens Oracle's {@code q'[text]'}. */
    private boolean isQPrefix(int start) {
        String prefix = text.substring(start, position);
        return dialect.hasQLiterals()
                && charAt(position) == '\''
                && (prefix.equalsIgnoreCase("q") || prefix.equalsIgnoreCase("nq"));
    }

    private void qString(int start) {
        char open = charAt(position + 1);
        int pair = "[{(<".indexOf(open);
        int end = text.indexOf((pair < 0 ? open : "]})>".charAt(pair)) + "'", position + 2);
        position = end < 0 ? text.length() : end + 2;
        add(end < 0 ? Kind.UNFINISHED : Kind.DELIMITED_STRING, start, start);
    }

    private boolean isStringPrefix(int start) {
        if (charAt(position) != '\'') {
            return false;
        }
        String prefix = text.substring(start, position);
        return prefix.length() == 1 && "NnEeBbXxRr".contains(prefix)
                || prefix.equalsIgnoreCase("rb")
                || prefix.equalsIgnoreCase("br")
                || dialect == SqlDialect.MYSQL && prefix.startsWith("_");
    }

    private Kind wordKind(int start) {
        String word = text.substring(start, position);
        if (word.indexOf(HOLE) >= 0) {
            return word.length() == 1 ? Kind.HOLE : Kind.WORD;
        }
        return Character.isDigit(word.charAt(0)) ? Kind.NUMBER : Kind.WORD;
    }

    private static boolean isWordPart(char c) {
        return Character.isLetterOrDigit(c) || c == '_';
    }
}
