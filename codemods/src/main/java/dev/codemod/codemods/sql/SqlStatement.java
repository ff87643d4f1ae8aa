package dev.codemod.codemods.sql;

import dev.codemod.codemods.sql.SqlToken.Kind;
import java.util.ArrayList;
import java.util.List;

/** The tokens of a query and what can be said about it as a whole. */
final class SqlStatement {
    private final List<SqlToken> all;
    private final List<SqlToken> tokens = new ArrayList<>();

    /** Creates a statement from the tokens of {@link SqlLexer}. */
    SqlStatement(List<SqlToken> all) {
        this.all = all;
        for (SqlToken token : all) {
            if (token.kind() != Kind.COMMENT) {
                tokens.add(token);
            }
        }
    }

    /** Returns the tokens, comments included. */
    List<SqlToken> all() {
        return all;
    }

    /** Returns the tokens without comments. */
    List<SqlToken> tokens() {
        return tokens;
    }

    /** Returns the verb in capitals, or null if the text does not start with a word that is written out. */
    String verb() {
        int index = verbIndex();
        return index < 0 ? null : tokens.get(index).upper();
    }

    private int verbIndex() {
        int i = 0;
        while (i < tokens.size()
                && (tokens.get(i).isSymbol("(") || tokens.get(i).isSymbol("{"))) {
            i++;
        }
        if (i < tokens.size() && tokens.get(i).isWord("EXPLAIN")) {
            i++;
            while (isWordAt(i, "QUERY") || isWordAt(i, "PLAN") || isWordAt(i, "ANALYZE")) {
                i++;
            }
        }
        return i < tokens.size()
                        && tokens.get(i).kind() == Kind.WORD
                        && !tokens.get(i).hasHole()
                ? i
                : -1;
    }

    private boolean isWordAt(int index, String word) {
        return index >= 0 && index < tokens.size() && tokens.get(index).isWord(word);
    }

    /** Returns whether values can be bound in a statement of this verb. */
    boolean isBindable() {
        String verb = verb();
        return verb != null && SqlWords.BINDABLE_VERBS.contains(verb);
    }

    /** Returns whether the text starts with a verb of SQL, bindable or not. */
    boolean hasKnownVerb() {
        String verb = verb();
        return isBindable() || verb != null && SqlWords.OTHER_VERBS.contains(verb);
    }

    /** Returns whether a string, a quoted name or a comment does not end. */
    boolean isUnfinished() {
        return all.stream().anyMatch(token -> token.kind() == Kind.UNFINISHED);
    }

    /** Returns whether something follows a semicolon. */
    boolean hasSeveralStatements() {
        for (int i = 0; i + 1 < tokens.size(); i++) {
            if (tokens.get(i).isSymbol(";") && !tokens.get(i + 1).isSymbol(";")) {
                return true;
            }
        }
        return false;
    }

    /**
     * Returns whether the text reads as a statement even where nothing else says that it is SQL: a verb and the clause
     * that belongs to it, with names where names must stand. English such as {@code "select a file from the list"} does
     * not.
     */
    boolean readsAsSql() {
        String verb = verb();
        if (verb == null) {
            return false;
        }
        int at = verbIndex();
        switch (verb) {
            case "SELECT":
                return hasFromClause(at + 1);
            case "INSERT":
            case "REPLACE":
                return readsAsInsert(at + 1);
            case "UPDATE":
                return readsAsUpdate(at + 1);
            case "DELETE":
                return isWordAt(at + 1, "FROM") && endsTable(at + 2);
            case "WITH":
                return tokens.stream().anyMatch(token -> token.isWord("SELECT") || token.isWord("INSERT"))
                        && tokens.stream().anyMatch(token -> token.isWord("AS"));
            case "CREATE":
            case "ALTER":
            case "DROP":
            case "TRUNCATE":
                return isWordAt(at + 1, "TABLE") || isWordAt(at + 1, "INDEX") || isWordAt(at + 1, "VIEW");
            case "PRAGMA":
                return at + 2 < tokens.size();
            default:
                return false;
        }
    }

    private boolean hasFromClause(int from) {
        for (int i = from; i < tokens.size(); i++) {
            if (tokens.get(i).isWord("FROM")) {
                return i > from && i + 1 < tokens.size() && (tokens.get(i + 1).isSymbol("(") || endsTable(i + 1));
            }
        }
        return false;
    }

    /** Returns whether a table name stands at an index and is followed by what can follow it. */
    private boolean endsTable(int index) {
        if (index >= tokens.size() || !isName(tokens.get(index))) {
            return false;
        }
        int next = index + 1;
        while (next + 1 < tokens.size() && tokens.get(next).isSymbol(".") && isName(tokens.get(next + 1))) {
            next += 2;
        }
        if (isWordAt(next, "AS")) {
            next += 2;
        } else if (next < tokens.size() && isName(tokens.get(next)) && !isReserved(tokens.get(next))) {
            next++;
        }
        return next >= tokens.size()
                || isReserved(tokens.get(next))
                || tokens.get(next).isSymbol(",")
                || tokens.get(next).isSymbol(";")
                || tokens.get(next).isSymbol(")");
    }

    private static boolean isName(SqlToken token) {
        return token.kind() == Kind.WORD || token.kind() == Kind.QUOTED_NAME || token.kind() == Kind.HOLE;
    }

    private static boolean isReserved(SqlToken token) {
        return token.kind() == Kind.WORD && SqlWords.RESERVED.contains(token.upper());
    }

    private boolean readsAsInsert(int from) {
        boolean hasInto = false;
        for (int i = from; i < tokens.size(); i++) {
            SqlToken token = tokens.get(i);
            hasInto |= token.isWord("INTO");
            if (token.isWord("VALUES") || token.isWord("SELECT") || token.isWord("DEFAULT") || token.isWord("SET")) {
                return hasInto;
            }
        }
        return false;
    }

    private boolean readsAsUpdate(int from) {
        for (int i = from + 1; i + 2 < tokens.size(); i++) {
            if (tokens.get(i).isWord("SET")) {
                return i <= from + 6
                        && (tokens.get(i + 2).isSymbol("=") || tokens.get(i + 2).isSymbol("."));
            }
        }
        return false;
    }
}
