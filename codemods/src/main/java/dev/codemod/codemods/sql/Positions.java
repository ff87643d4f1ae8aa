package dev.codemod.codemods.sql;

import dev.codemod.codemods.sql.SqlToken.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Says of every token with a value in it where it stands.
 *
 * <p>One pass over the tokens keeps, for every open parenthesis, what it encloses and which clause it is in; what
 * stands directly before and after a value then decides. Where that leaves a doubt, the answer is the position from
 * which nothing is bound.
 */
final class Positions {
    /** What a parenthesis encloses. */
    private enum Frame {
        TOP,
        /** The elements of IN (...). */
        LIST,
        /** A row after VALUES. */
        ROW,
        /** The column names of INSERT INTO t (...). */
        COLUMNS,
        /** The arguments of a function. */
        CALL,
        /** An expression or a query. */
        GROUP
    }

    /** The open parentheses with the clause that each is in. */
    private static final class Scope {
        final Frame frame;
        String clause = "";
        boolean isDistinctFrom;

        Scope(Frame frame) {
            this.frame = frame;
        }
    }

    private static final String ORDERING = "BY";

    private final SqlDialect dialect;
    private final List<SqlToken> tokens;
    private final Map<SqlToken, Position> positions = new IdentityHashMap<>();
    private final Deque<Scope> scopes = new ArrayDeque<>();

    private Positions(SqlStatement statement, SqlDialect dialect) {
        this.dialect = dialect;
        this.tokens = statement.tokens();
    }

    /** Returns the position of every token of the statement that {@linkplain SqlToken#hasHole() has a hole}. */
    static Map<SqlToken, Position> of(SqlStatement statement, SqlDialect dialect) {
        Positions positions = new Positions(statement, dialect);
        positions.run();
        for (SqlToken token : statement.all()) {
            if (token.kind() == Kind.COMMENT && token.hasHole()) {
                positions.positions.put(token, Position.COMMENT);
            }
        }
        return positions.positions;
    }

    /**
     * Returns the tokens with holes that belong to a column of the result without an alias, whose name may be its text.
     */
    static Set<SqlToken> unnamedColumns(SqlStatement statement) {
        Set<SqlToken> found = Collections.newSetFromMap(new IdentityHashMap<>());
        List<SqlToken> tokens = statement.tokens();
        int depth = 0;
        boolean isList = false;
        List<SqlToken> item = new ArrayList<>();
        for (int i = 0; i <= tokens.size(); i++) {
            SqlToken token = i < tokens.size() ? tokens.get(i) : null;
            boolean isOuter = depth == 0;
            boolean isEnd =
                    token == null || isOuter && (token.isSymbol(",") || token.isSymbol(";") || endsColumns(token));
            if (isEnd && isList) {
                if (!hasAlias(item)) {
                    item.stream().filter(SqlToken::hasHole).forEach(found::add);
                }
                item.clear();
                isList = token != null && token.isSymbol(",");
            } else if (isOuter && token != null && token.isWord("SELECT")) {
                isList = true;
            } else if (isList && token != null) {
                item.add(token);
            }
            if (isOuter && token != null && isCombination(token)) {
                // The names are those of the first query.
                return found;
            }
            depth += token == null ? 0 : token.isSymbol("(") ? 1 : token.isSymbol(")") ? -1 : 0;
        }
        return found;
    }

    private static boolean endsColumns(SqlToken token) {
        return token.isWord("FROM") || token.isWord("INTO") || token.isWord("WHERE") || isCombination(token);
    }

    private static boolean isCombination(SqlToken token) {
        return token.isWord("UNION") || token.isWord("EXCEPT") || token.isWord("INTERSECT");
    }

    /** Returns whether the tokens of a column end with another name for it. */
    private static boolean hasAlias(List<SqlToken> item) {
        if (item.size() < 2) {
            return false;
        }
        SqlToken last = item.get(item.size() - 1);
        SqlToken before = item.get(item.size() - 2);
        boolean isName = last.kind() == Kind.QUOTED_NAME
                || last.kind() == Kind.WORD && !SqlWords.RESERVED.contains(last.upper());
        boolean isOperand = before.kind() != Kind.SYMBOL || before.isSymbol(")");
        return isName && isOperand && !before.isWord("DISTINCT");
    }

    private void run() {
        scopes.push(new Scope(Frame.TOP));
        for (int i = 0; i < tokens.size(); i++) {
            SqlToken token = tokens.get(i);
            if (token.hasHole()) {
                positions.put(token, position(i));
            }
            if (token.isSymbol("(")) {
                scopes.push(new Scope(frameAt(i)));
            } else if (token.isSymbol(")") && scopes.size() > 1) {
                scopes.pop();
            } else if (token.kind() == Kind.WORD) {
                word(token.upper(), i);
            }
        }
    }

    private void word(String word, int index) {
        Scope scope = scopes.peek();
        switch (word) {
            case "SELECT":
            case "WHERE":
            case "HAVING":
            case "ON":
            case "SET":
            case "VALUES":
            case "LIMIT":
            case "OFFSET":
            case "RETURNING":
            case "INTO":
            case "UPDATE":
            case "JOIN":
            case "USING":
                scope.clause = word;
                break;
            case "FROM":
                // IS DISTINCT FROM and the FROM of EXTRACT, SUBSTRING and TRIM start no clause.
                scope.isDistinctFrom = isWord(index - 1, "DISTINCT") && isBeforeDistinctFrom(index - 2);
                if (!scope.isDistinctFrom && scope.frame != Frame.CALL) {
                    scope.clause = word;
                }
                break;
            case "BY":
                scope.clause = ORDERING;
                break;
            default:
                break;
        }
    }

    private boolean isBeforeDistinctFrom(int index) {
        return isWord(index, "IS") || isWord(index, "NOT");
    }

    private Frame frameAt(int index) {
        SqlToken before = token(index - 1);
        Scope scope = scopes.peek();
        if (before == null) {
            return Frame.GROUP;
        }
        if (before.isWord("IN")) {
            return Frame.LIST;
        }
        if ("VALUES".equals(scope.clause) && (before.isWord("VALUES") || before.isSymbol(","))) {
            return Frame.ROW;
        }
        if ("INTO".equals(scope.clause)) {
            return Frame.COLUMNS;
        }
        if (before.isWord("USING") || before.isWord("CONFLICT")) {
            return Frame.COLUMNS;
        }
        if (before.kind() == Kind.WORD && !SqlWords.RESERVED.contains(before.upper())
                || before.kind() == Kind.QUOTED_NAME
                || before.kind() == Kind.HOLE) {
            return Frame.CALL;
        }
        return Frame.GROUP;
    }

    private SqlToken token(int index) {
        return index < 0 || index >= tokens.size() ? null : tokens.get(index);
    }

    private boolean isWord(int index, String word) {
        SqlToken token = token(index);
        return token != null && token.isWord(word);
    }

    private boolean isSymbol(int index, String symbol) {
        SqlToken token = token(index);
        return token != null && token.isSymbol(symbol);
    }

    private Position position(int index) {
        SqlToken token = tokens.get(index);
        switch (token.kind()) {
            case STRING:
                return literal(index, token);
            case DELIMITED_STRING:
                return Position.PREFIXED_LITERAL;
            case QUOTED_NAME:
                boolean canBeString =
                        dialect == SqlDialect.SQLITE && token.text().startsWith("\"");
                return canBeString && isValueBefore(index) && isOperandEnd(index)
                        ? Position.DOUBLE_QUOTED
                        : Position.IDENTIFIER;
            case HOLE:
                return bare(index);
            default:
                return token.kind() == Kind.WORD ? Position.IDENTIFIER : Position.FRAGMENT;
        }
    }

    private Position literal(int index, SqlToken token) {
        if (token.hasPrefix()) {
            return Position.PREFIXED_LITERAL;
        }
        SqlToken before = token(index - 1);
        if (before != null && before.kind() == Kind.WORD && SqlWords.LITERAL_TYPES.contains(before.upper())) {
            return Position.TYPED_LITERAL;
        }
        if (before != null && before.kind() == Kind.STRING || isString(index + 1)) {
            // 'a' 'b' is one literal in the standard, an alias in MySQL.
            return Position.FRAGMENT;
        }
        if (isNamePlace(index)) {
            return Position.IDENTIFIER;
        }
        boolean isWhole = token.body().equals(String.valueOf(SqlLexer.HOLE));
        if (isWhole && scopes.peek().frame == Frame.LIST && isSymbol(index - 1, "(") && isSymbol(index + 1, ")")) {
            return Position.QUOTED_LIST;
        }
        return isWhole ? Position.WHOLE_LITERAL : Position.PART_OF_LITERAL;
    }

    private boolean isString(int index) {
        SqlToken token = token(index);
        return token != null && token.kind() == Kind.STRING;
    }

    /** Returns whether a literal stands where only a name can, as SQLite and MySQL allow it. */
    private boolean isNamePlace(int index) {
        SqlToken before = token(index - 1);
        Scope scope = scopes.peek();
        if (scope.frame == Frame.COLUMNS || isSymbol(index - 1, ".") || isSymbol(index + 1, ".")) {
            return true;
        }
        if (before == null) {
            return true;
        }
        boolean isAfterName = before.kind() == Kind.WORD && SqlWords.BEFORE_NAME.contains(before.upper());
        if (isAfterName && !(before.isWord("FROM") && (scope.isDistinctFrom || scope.frame == Frame.CALL))) {
            return true;
        }
        boolean isListed = before.isSymbol(",") && scope.frame != Frame.LIST && scope.frame != Frame.CALL;
        return isListed && (scope.clause.equals(ORDERING) || scope.clause.equals("FROM"))
                || "SET".equals(scope.clause) && isListed && scope.frame == Frame.TOP;
    }

    private Position bare(int index) {
        if (isSymbol(index - 1, ".") || isSymbol(index + 1, ".")) {
            return Position.IDENTIFIER;
        }
        SqlToken after = token(index + 1);
        if (after != null && (after.isSymbol("(") && !isWord(index - 1, "VALUES") || after.isSymbol("["))) {
            return Position.IDENTIFIER;
        }
        Scope scope = scopes.peek();
        if (scope.frame == Frame.COLUMNS) {
            return Position.IDENTIFIER;
        }
        if (isWord(index - 1, "IN")) {
            return Position.PARENTHESIZED_LIST;
        }
        if (isWord(index - 1, "TOP")) {
            return Position.UNPARENTHESIZED_VALUE;
        }
        if (isSymbol(index - 1, "(") && isWord(index - 2, "TOP") && isSymbol(index + 1, ")")) {
            return Position.VALUE;
        }
        boolean isListed = scope.frame == Frame.LIST || scope.frame == Frame.ROW;
        if (isListed && isSymbol(index - 1, "(") && isSymbol(index + 1, ")")) {
            return Position.LIST;
        }
        boolean isEnd = isOperandEnd(index);
        if (isValueBefore(index)) {
            return isEnd ? Position.VALUE : Position.FRAGMENT;
        }
        SqlToken before = token(index - 1);
        if (before == null) {
            return Position.FRAGMENT;
        }
        if (before.kind() == Kind.WORD && SqlWords.BEFORE_NAME.contains(before.upper())) {
            return Position.IDENTIFIER;
        }
        if (scope.clause.equals(ORDERING)) {
            return before.isSymbol(",") || before.isSymbol("(") ? Position.IDENTIFIER : Position.FRAGMENT;
        }
        return inExpression(before, scope, index, isEnd);
    }

    private Position inExpression(SqlToken before, Scope scope, int index, boolean isEnd) {
        boolean isOpening = before.isSymbol("(") || before.isSymbol(",");
        if (before.isSymbol(",") && scope.frame == Frame.TOP && (isClause(scope, "SET") || isClause(scope, "FROM"))) {
            return Position.IDENTIFIER;
        }
        if (scope.frame == Frame.CALL && isOpening) {
            return isEnd ? Position.EXPRESSION : Position.FRAGMENT;
        }
        if (isClause(scope, "SELECT") && (before.isWord("SELECT") || before.isWord("DISTINCT") || isOpening)) {
            return isEnd ? Position.EXPRESSION : Position.FRAGMENT;
        }
        SqlToken after = token(index + 1);
        boolean isCompared = after != null
                && (after.kind() == Kind.SYMBOL && "=<>!".indexOf(after.text().charAt(0)) >= 0
                        || after.isWord("IN")
                        || after.isWord("IS")
                        || after.isWord("LIKE")
                        || after.isWord("BETWEEN"));
        return isCompared ? Position.IDENTIFIER : Position.FRAGMENT;
    }

    private static boolean isClause(Scope scope, String clause) {
        return scope.clause.equals(clause);
    }

    /** Returns whether what stands before an operand makes it a value. */
    private boolean isValueBefore(int index) {
        SqlToken before = token(index - 1);
        Scope scope = scopes.peek();
        if (before == null) {
            return false;
        }
        if (before.kind() == Kind.SYMBOL) {
            return isValueAfterSymbol(before.text(), scope, index);
        }
        if (before.kind() != Kind.WORD) {
            return false;
        }
        String word = before.upper();
        return SqlWords.BEFORE_VALUE.contains(word) && !scope.clause.equals(ORDERING)
                || scope.clause.equals("LIMIT") && word.equals("LIMIT")
                || word.equals("OFFSET")
                || (word.equals("FIRST") || word.equals("NEXT")) && isWord(index - 2, "FETCH")
                || word.equals("AND") && isAndOfBetween(index - 1)
                || word.equals("INTERVAL") && dialect == SqlDialect.MYSQL
                || word.equals("FROM") && scope.isDistinctFrom;
    }

    private boolean isValueAfterSymbol(String symbol, Scope scope, int index) {
        switch (symbol) {
            case "(":
                return scope.frame == Frame.ROW || scope.frame == Frame.LIST;
            case ",":
                return scope.frame == Frame.ROW
                        || scope.frame == Frame.LIST
                        || scope.frame == Frame.TOP && scope.clause.equals("LIMIT");
            case ")":
            case "]":
            case ";":
            case ".":
            case "[":
                return false;
            case "*":
                return isOperandBefore(index - 1) && !scope.clause.equals(ORDERING);
            case "::":
            case ":":
                return false;
            default:
                return !scope.clause.equals(ORDERING);
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
    private boolean isOperandEnd(int index) {
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
}
