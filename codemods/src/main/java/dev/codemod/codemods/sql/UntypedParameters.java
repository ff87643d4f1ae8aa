package dev.codemod.codemods.sql;

import dev.codemod.codemods.sql.SqlToken.Kind;
import java.util.List;
import java.util.Set;

/**
 * Finds the places where PostgreSQL accepts a literal and no parameter, because nothing there tells the type of a
 * parameter that was sent without one (as psycopg 3 and pg8000 send text), or because the grammar wants a literal.
 *
 * <p>Source: PostgreSQL 15 with psycopg 3.1, "could not determine data type of parameter $1".
 */
final class UntypedParameters {
    private static final Set<Driver> DRIVERS = Set.of(Driver.PSYCOPG, Driver.PG8000, Driver.REDSHIFT, Driver.ASYNCPG);

    /** Functions whose arguments can be of any type. */
    private static final Set<String> ANY_TYPE = Set.of(
            "JSON_BUILD_OBJECT",
            "JSONB_BUILD_OBJECT",
            "JSON_BUILD_ARRAY",
            "JSONB_BUILD_ARRAY",
            "CONCAT",
            "CONCAT_WS",
            "FORMAT",
            "PG_TYPEOF",
            "NUM_NULLS",
            "NUM_NONNULLS",
            "COUNT",
            "ROW",
            "EXTRACT");

    private final List<SqlToken> tokens;
    private final boolean isConcerned;

    UntypedParameters(QueryRules rules, SqlStatement statement) {
        this.tokens = statement.tokens();
        this.isConcerned = rules.driver() != null && DRIVERS.contains(rules.driver());
    }

    /** Returns whether a parameter in the place of a token would have no type, or not the type of the literal. */
    boolean isUntyped(SqlToken token) {
        if (!isConcerned) {
            return false;
        }
        int index = tokens.indexOf(token);
        int open = openingBefore(index);
        boolean isText = token.kind() == Kind.STRING;
        if (!isText && (isArithmetic(index - 1, index - 2) || isArithmetic(index + 1, index + 2))) {
            return true;
        }
        boolean isAlone = isOneOf(index - 1, "(", ",") && isOneOf(index + 1, ")", ",")
                || index + 1 < tokens.size() && tokens.get(index + 1).isWord("FROM");
        if (open > 0 && isAlone) {
            String function = tokens.get(open - 1).upper();
            return isText && (ANY_TYPE.contains(function) || isRowOfResult(open))
                    || !isText && function.equals("GENERATE_SERIES");
        }
        return isText && index + 1 < tokens.size() && tokens.get(index + 1).isWord("IS");
    }

    /** Returns whether two parameters are calculated with: psycopg 3 sends small numbers as such, which overflow. */
    private boolean isArithmetic(int operator, int other) {
        return operator >= 0
                && operator < tokens.size()
                && other >= 0
                && other < tokens.size()
                && tokens.get(other).kind() == Kind.HOLE
                && tokens.get(operator).kind() == Kind.SYMBOL
                && "+-*/".contains(tokens.get(operator).text());
    }

    /** Returns whether a parenthesis opens a row that is not compared with anything. */
    private boolean isRowOfResult(int open) {
        SqlToken before = tokens.get(open - 1);
        boolean isColumn = before.isWord("SELECT") || before.isWord("DISTINCT") || before.isSymbol(",");
        return isColumn && isClauseOfColumns(open - 1);
    }

    private boolean isClauseOfColumns(int index) {
        for (int i = index; i >= 0; i--) {
            if (tokens.get(i).isWord("SELECT")) {
                return true;
            }
            if (tokens.get(i).isWord("FROM")
                    || tokens.get(i).isWord("WHERE")
                    || tokens.get(i).isWord("VALUES")) {
                return false;
            }
        }
        return false;
    }

    private int openingBefore(int index) {
        int depth = 0;
        for (int i = index - 1; i >= 0; i--) {
            if (tokens.get(i).isSymbol(")")) {
                depth++;
            } else if (tokens.get(i).isSymbol("(") && --depth < 0) {
                return i;
            }
        }
        return -1;
    }

    private boolean isOneOf(int index, String first, String second) {
        return index >= 0
                && index < tokens.size()
                && (tokens.get(index).isSymbol(first) || tokens.get(index).isSymbol(second));
    }
}
