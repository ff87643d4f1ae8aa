package dev.codemod.codemods.sql;

import dev.codemod.codemods.sql.SqlToken.Kind;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/** What the open parentheses around a token of a query enclose, and which clause it is in, in one pass over them. */
final class SqlScopes {
    /** What a parenthesis encloses. */
    enum Frame {
        TOP,
        /** The elements of IN (...). */
        LIST,
        /** A row after VALUES. */
        ROW,
        /** The column names of INSERT INTO t (...). */
        COLUMNS,
        /** The arguments of a function. */
        CALL,
        /** The arguments of a function of which only literals are known when the query is compiled. */
        LITERALS,
        /** An expression or a query. */
        GROUP
    }

    /** The name of the clauses that order and group. */
    static final String ORDERING = "BY";

    private static final Set<String> CLAUSES = Set.of(
            "SELECT",
            "WHERE",
            "HAVING",
            "ON",
            "SET",
            "VALUES",
            "LIMIT",
            "OFFSET",
            "RETURNING",
            "INTO",
            "UPDATE",
            "JOIN",
            "USING");

    private static final class Scope {
        final Frame frame;
        String clause = "";
        boolean isDistinctFrom;

        Scope(Frame frame) {
            this.frame = frame;
        }
    }

    private final List<SqlToken> tokens;
    private final SqlDialect dialect;
    private final Deque<Scope> scopes = new ArrayDeque<>();

    SqlScopes(List<SqlToken> tokens, SqlDialect dialect) {
        this.tokens = tokens;
        this.dialect = dialect;
        scopes.push(new Scope(Frame.TOP));
    }

    /** Goes past the token at an index. */
    void pass(int index) {
        SqlToken token = tokens.get(index);
        if (token.isSymbol("(")) {
            Frame frame = frame() == Frame.LITERALS ? Frame.LITERALS : frameAt(index);
            scopes.push(new Scope(frame));
        } else if (token.isSymbol(")") && scopes.size() > 1) {
            scopes.pop();
        } else if (token.isSymbol(";")) {
            scopes.peek().clause = "";
        } else if (token.kind() == Kind.WORD) {
            word(token.upper(), index);
        }
    }

    Frame frame() {
        return scopes.peek().frame;
    }

    /** Returns the word that started the clause, {@link #ORDERING} for those that end with it; empty if there is none. */
    String clause() {
        return scopes.peek().clause;
    }

    boolean isClause(String word) {
        return clause().equals(word);
    }

    /** Returns whether the last FROM belongs to IS DISTINCT FROM. */
    boolean isDistinctFrom() {
        return scopes.peek().isDistinctFrom;
    }

    private void word(String word, int index) {
        Scope scope = scopes.peek();
        if (CLAUSES.contains(word)) {
            scope.clause = word;
        } else if (word.equals("FROM")) {
            // IS DISTINCT FROM and the FROM of EXTRACT, SUBSTRING and TRIM start no clause.
            scope.isDistinctFrom = isWord(index - 1, "DISTINCT") && isBeforeDistinctFrom(index - 2);
            if (!scope.isDistinctFrom && scope.frame != Frame.CALL) {
                scope.clause = word;
            }
        } else if (word.equals("BY")) {
            scope.clause = ORDERING;
        }
    }

    private boolean isBeforeDistinctFrom(int index) {
        return isWord(index, "IS") || isWord(index, "NOT");
    }

    private Frame frameAt(int index) {
        SqlToken before = index == 0 ? null : tokens.get(index - 1);
        if (before == null) {
            return Frame.GROUP;
        }
        if (before.isWord("IN")) {
            return Frame.LIST;
        }
        boolean isElement = before.isSymbol("(") || before.isSymbol(",");
        if (frame() == Frame.LIST && isElement || isClause("VALUES") && (before.isWord("VALUES") || isElement)) {
            return Frame.ROW;
        }
        if (isClause("INTO") || before.isWord("USING") || before.isWord("CONFLICT")) {
            return Frame.COLUMNS;
        }
        if (SqlWords.wantsLiterals(tokens, index - 1, dialect)) {
            return Frame.LITERALS;
        }
        boolean isName = before.kind() == Kind.WORD && !SqlWords.RESERVED.contains(before.upper())
                || before.kind() == Kind.QUOTED_NAME
                || before.kind() == Kind.HOLE;
        return isName ? Frame.CALL : Frame.GROUP;
    }

    private boolean isWord(int index, String word) {
        return index >= 0 && tokens.get(index).isWord(word);
    }
}
