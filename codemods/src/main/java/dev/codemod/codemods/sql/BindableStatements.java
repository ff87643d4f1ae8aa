package dev.codemod.codemods.sql;

import dev.codemod.codemods.sql.SqlToken.Kind;
import java.util.List;
import java.util.Set;

/** In which statements a driver takes parameters, beyond those in which all do. */
final class BindableStatements {
    private static final Set<String> CALLS = Set.of("EXEC", "EXECUTE", "CALL");

    private final QueryRules rules;
    private final SqlStatement statement;
    private final List<SqlToken> tokens;

    BindableStatements(QueryRules rules, SqlStatement statement) {
        this.rules = rules;
        this.statement = statement;
        this.tokens = statement.tokens();
    }

    /** Returns whether values can be bound in the statement. */
    boolean isBindable() {
        if (statement.isBindable() || rules.isInterpolated()) {
            return true;
        }
        if (rules.dialect() == SqlDialect.SQLITE) {
            return isWord(0, "ATTACH") || isTableFromQuery();
        }
        if (rules.driver() == Driver.PYODBC) {
            return isProcedureCall();
        }
        return rules.dialect() == SqlDialect.ORACLE && isBlockOfOneCall();
    }

    /** Returns whether several statements in one text can have parameters, if they are several. */
    boolean canBeSeveral() {
        return !statement.hasSeveralStatements()
                || rules.isInterpolated()
                || rules.dialect() == SqlDialect.ORACLE && isBlockOfOneCall();
    }

    /** SQLite: CREATE TABLE t AS SELECT ..., with all values in the query. */
    private boolean isTableFromQuery() {
        int at = isWord(1, "TEMP") || isWord(1, "TEMPORARY") ? 2 : 1;
        if (!isWord(0, "CREATE") || !isWord(at, "TABLE")) {
            return false;
        }
        for (int i = at + 1; i + 1 < tokens.size(); i++) {
            if (tokens.get(i).isWord("AS")) {
                return isWord(i + 1, "SELECT") || isWord(i + 1, "WITH");
            }
            if (tokens.get(i).kind() == Kind.STRING || tokens.get(i).isSymbol("(")) {
                return false;
            }
        }
        return false;
    }

    /** ODBC: EXEC name ..., {CALL name(...)}; not EXEC('...') or EXECUTE AS. */
    private boolean isProcedureCall() {
        int at = isSymbol(0, "{") ? 1 : 0;
        if (at + 1 >= tokens.size() || !CALLS.contains(tokens.get(at).upper())) {
            return false;
        }
        SqlToken name = tokens.get(at + 1);
        return (name.kind() == Kind.WORD || name.kind() == Kind.QUOTED_NAME) && !name.hasHole() && !name.isWord("AS");
    }

    /** Oracle: BEGIN name(...); END; */
    private boolean isBlockOfOneCall() {
        if (!isWord(0, "BEGIN")) {
            return false;
        }
        int at = 1;
        while (at + 1 < tokens.size() && isName(at) && isSymbol(at + 1, ".")) {
            at += 2;
        }
        if (at + 1 >= tokens.size() || !isName(at) || !isSymbol(at + 1, "(")) {
            return false;
        }
        int semicolons = 0;
        for (SqlToken token : tokens) {
            semicolons += token.isSymbol(";") ? 1 : 0;
        }
        int last = tokens.size() - 1;
        return semicolons == 2
                && isSymbol(last, ";")
                && isWord(last - 1, "END")
                && isSymbol(last - 2, ";")
                && isSymbol(last - 3, ")");
    }

    private boolean isName(int index) {
        SqlToken token = tokens.get(index);
        return token.kind() == Kind.QUOTED_NAME && !token.hasHole()
                || token.kind() == Kind.WORD && !token.hasHole() && !SqlWords.RESERVED.contains(token.upper());
    }

    private boolean isWord(int index, String word) {
        return index >= 0 && index < tokens.size() && tokens.get(index).isWord(word);
    }

    private boolean isSymbol(int index, String symbol) {
        return index >= 0 && index < tokens.size() && tokens.get(index).isSymbol(symbol);
    }
}
