package dev.codemod.codemods.sql;

import dev.codemod.codemods.sql.SqlScopes.Frame;
import dev.codemod.codemods.sql.SqlToken.Kind;
import java.util.List;

/** Tells from what stands directly before and after an operand whether it is a value. */
final class Operands {
    private final List<SqlToken> tokens;
    private final SqlDialect dialect;
    private final SqlScopes scopes;

    /** Creates the rules for the tokens of a query; the scopes are those of the token that is asked for. */
    Operands(List<SqlToken> tokens, SqlDialect dialect, SqlScopes scopes) {
        this.tokens = tokens;
        this.dialect = dialect;
        this.scopes = scopes;
    }

    SqlToken token(int index) {
        return index < 0 || index >= tokens.size() ? null : tokens.get(index);
    }

    boolean isWord(int index, String word) {
        SqlToken token = token(index);
        return token != null && token.isWord(word);
    }

    boolean isSymbol(int index, String symbol) {
        SqlToken token = token(index);
        return token != null && token.isSymbol(symbol);
    }

    boolean isString(int index) {
        SqlToken token = token(index);
        return token != null && token.kind() == Kind.STRING;
    }

    /** Returns whether a comparison follows an operand, so that it may be a column. */
    boolean isCompared(int index) {
        SqlToken after = token(index + 1);
        return after != null
                && (after.kind() == Kind.SYMBOL && "=<>!".indexOf(after.text().charAt(0)) >= 0
                        || after.isWord("IN")
                        || after.isWord("IS")
                        || after.isWord("LIKE")
                        || after.isWord("BETWEEN"));
    }

    /** Returns whether what stands before an operand makes it a value. */
    boolean isValueBefore(int index) {
        SqlToken before = token(index - 1);
        if (before == null) {
            return false;
        }
        if (before.kind() == Kind.SYMBOL) {
            return isValueAfterSymbol(before.text(), index);
        }
        if (before.kind() != Kind.WORD) {
            return false;
        }
        String word = before.upper();
        return SqlWords.BEFORE_VALUE.contains(word) && !scopes.isClause(SqlScopes.ORDERING)
                || scopes.isClause("LIMIT") && word.equals("LIMIT")
                || word.equals("OFFSET")
                || (word.equals("FIRST") || word.equals("NEXT")) && isWord(index - 2, "FETCH")
                || word.equals("AND") && isAndOfBetween(index - 1)
                || word.equals("INTERVAL") && dialect == SqlDialect.MYSQL
                || word.equals("FROM") && scopes.isDistinctFrom();
    }

    private boolean isValueAfterSymbol(String symbol, int index) {
        boolean isElement = scopes.frame() == Frame.ROW || scopes.frame() == Frame.LIST;
        switch (symbol) {
            case "(":
                return isElement;
            case ",":
                return isElement || scopes.frame() == Frame.TOP && scopes.isClause("LIMIT");
            case ")":
            case "]":
            case ";":
            case ".":
            case "[":
            case "::":
            case ":":
                return false;
            case "*":
                return isOperandBefore(index - 1) && !scopes.isClause(SqlScopes.ORDERING);
            default:
                return !scopes.isClause(SqlScopes.ORDERING);
        }
    }

    private boolean isOperandBefore(int index) {
        SqlToken before = token(index - 1);
        if (before == null || before.isSymbol("(") || before.isSymbol(",")) {
            return false;
        }
        return before.kind() != Kind.WORD || !SqlWords.RESERVED.contains(before.upper());
    }

    /** Returns whether the AND at an index is the second half of BETWEEN a AND b. */
    private boolean isAndOfBetween(int index) {
        int depth = 0;
        for (int i = index - 1; i >= 0; i--) {
            SqlToken token = tokens.get(i);
            if (token.isSymbol(")")) {
                depth++;
            } else if (token.isSymbol("(") && --depth < 0) {
                return false;
            } else if (depth == 0 && token.isWord("BETWEEN")) {
                return true;
            } else if (depth == 0 && (token.isWord("AND") || token.isWord("OR") || token.isWord("WHERE"))) {
                return false;
            }
        }
        return false;
    }

    /** Returns whether what follows an operand can follow a value. */
    boolean isOperandEnd(int index) {
        SqlToken after = token(index + 1);
        if (after == null) {
            return true;
        }
        switch (after.kind()) {
            case SYMBOL:
                return !after.isSymbol("(") && !after.isSymbol("[") && !after.isSymbol(".") && !after.isSymbol(":");
            case WORD:
                String word = after.upper();
                return SqlWords.RESERVED.contains(word)
                        || SqlWords.UNITS.contains(word) && isWord(index - 1, "INTERVAL")
                        || word.equals("ROW")
                        || word.equals("ROWS")
                        || word.equals("PRECEDING")
                        || word.equals("FOLLOWING");
            default:
                return false;
        }
    }

    /** Returns whether a literal follows a whole operand, of which it is the alias then. */
    boolean isAlias(int index) {
        SqlToken before = token(index - 1);
        return before != null
                && scopes.isClause("SELECT")
                && scopes.frame() != Frame.CALL
                && (before.kind() == Kind.QUOTED_NAME
                        || before.kind() == Kind.NUMBER
                        || before.isSymbol(")")
                        || before.isWord("END")
                        || before.kind() == Kind.WORD
                                && !SqlWords.RESERVED.contains(before.upper())
                                && !SqlWords.BEFORE_LITERAL.contains(before.upper()));
    }

    /**
     * Returns whether the database gives an operand of a comparison the type of the column that it is compared with or
     * stored in, as SQLite does.
     */
    boolean isConverted(int index) {
        boolean isInsert = isWord(0, "INSERT") || isWord(0, "REPLACE");
        boolean isColumnList = scopes.frame() == Frame.TOP && scopes.isClause("SELECT");
        boolean isStored = isInsert && (scopes.frame() == Frame.ROW || isColumnList);
        if (isStored || scopes.isClause("SET") || isWord(0, "ATTACH")) {
            return true;
        }
        int at = index - 1;
        if (scopes.frame() == Frame.LIST) {
            while (at > 0 && !isWord(at, "IN")) {
                at--;
            }
            at -= isWord(at - 1, "NOT") ? 1 : 0;
        } else if (isWord(at, "AND")) {
            while (at > 0 && !isWord(at, "BETWEEN")) {
                at--;
            }
        }
        SqlToken operator = token(at);
        boolean isMatch =
                operator != null && (operator.isWord("LIKE") || operator.isWord("GLOB") || operator.isWord("MATCH"));
        if (isMatch) {
            return true;
        }
        at -= isWord(at, "BETWEEN") && isWord(at - 1, "NOT") ? 1 : 0;
        at -= isWord(at - 1, "IS") ? 1 : 0;
        boolean isComparison = operator != null
                && (operator.kind() == Kind.SYMBOL
                                && "=<>!".indexOf(operator.text().charAt(0)) >= 0
                        || operator.isWord("IN")
                        || operator.isWord("IS")
                        || operator.isWord("NOT")
                        || operator.isWord("BETWEEN"));
        return isComparison && isColumn(at - 1);
    }

    /** Returns whether the operand that ends at an index is a column and nothing more. */
    private boolean isColumn(int index) {
        int at = index;
        if (!isName(at)) {
            return false;
        }
        while (isSymbol(at - 1, ".") && isName(at - 2)) {
            at -= 2;
        }
        SqlToken before = token(at - 1);
        return before == null
                || before.isSymbol("(")
                || before.isSymbol(",")
                || before.kind() == Kind.WORD && SqlWords.RESERVED.contains(before.upper());
    }

    private boolean isName(int index) {
        SqlToken token = token(index);
        return token != null
                && (token.kind() == Kind.QUOTED_NAME
                        || token.kind() == Kind.HOLE
                        || token.kind() == Kind.WORD && !SqlWords.RESERVED.contains(token.upper()));
    }
}
