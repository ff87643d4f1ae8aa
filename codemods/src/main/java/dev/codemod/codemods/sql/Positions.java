package dev.codemod.codemods.sql;

import dev.codemod.codemods.sql.SqlScopes.Frame;
import dev.codemod.codemods.sql.SqlToken.Kind;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Says of every token with a value in it where it stands.
 *
 * <p>One pass over the tokens keeps, for every open parenthesis, what it encloses and which clause it is in; what
 * stands directly before and after a value then decides. Where that leaves a doubt, the answer is the position from
 * which nothing is bound.
 */
final class Positions {
    private final SqlDialect dialect;
    private final List<SqlToken> tokens;
    private final SqlScopes scopes;
    private final Operands operands;
    private final Map<SqlToken, Position> positions = new IdentityHashMap<>();

    private Positions(SqlStatement statement, SqlDialect dialect) {
        this.dialect = dialect;
        this.tokens = statement.tokens();
        this.scopes = new SqlScopes(tokens, dialect);
        this.operands = new Operands(tokens, dialect, scopes);
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

    private void run() {
        for (int i = 0; i < tokens.size(); i++) {
            SqlToken token = tokens.get(i);
            if (token.hasHole()) {
                positions.put(token, position(i));
            }
            scopes.pass(i);
        }
    }

    private Position position(int index) {
        SqlToken token = tokens.get(index);
        if (scopes.frame() == Frame.LITERALS) {
            return Position.LITERAL_ONLY;
        }
        switch (token.kind()) {
            case STRING:
                return literal(index, token);
            case DELIMITED_STRING:
                return Position.PREFIXED_LITERAL;
            case QUOTED_NAME:
                boolean canBeString =
                        dialect == SqlDialect.SQLITE && token.text().startsWith("\"");
                return canBeString && operands.isValueBefore(index) && operands.isOperandEnd(index)
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
        SqlToken before = operands.token(index - 1);
        if (before != null && before.kind() == Kind.WORD && SqlWords.LITERAL_TYPES.contains(before.upper())) {
            return Position.TYPED_LITERAL;
        }
        if (before != null && before.kind() == Kind.STRING || operands.isString(index + 1)) {
            // 'a' 'b' is one literal in the standard, an alias in MySQL.
            return Position.FRAGMENT;
        }
        if (isNamePlace(index) || operands.isAlias(index)) {
            return Position.IDENTIFIER;
        }
        boolean isWhole = token.body().equals(String.valueOf(SqlLexer.HOLE));
        if (isWhole
                && scopes.frame() == Frame.LIST
                && operands.isSymbol(index - 1, "(")
                && operands.isSymbol(index + 1, ")")) {
            return Position.QUOTED_LIST;
        }
        if (!isWhole) {
            return Position.PART_OF_LITERAL;
        }
        boolean isKey = operands.isSymbol(index - 1, "->") && !operands.isSymbol(index - 2, "<")
                || operands.isSymbol(index - 1, "->>");
        boolean isLoose = isKey || dialect == SqlDialect.SQLITE && !operands.isConverted(index);
        return isLoose ? Position.UNCONVERTED_LITERAL : Position.WHOLE_LITERAL;
    }

    /** Returns whether a literal stands where only a name can, as SQLite and MySQL allow it. */
    private boolean isNamePlace(int index) {
        SqlToken before = operands.token(index - 1);
        if (scopes.frame() == Frame.COLUMNS || operands.isSymbol(index - 1, ".") || operands.isSymbol(index + 1, ".")) {
            return true;
        }
        if (before == null) {
            return true;
        }
        boolean isOptionBy = before.isWord("BY") && !isListBy(index - 2);
        boolean isAttached = before.isWord("DATABASE") && tokens.get(0).isWord("ATTACH");
        if (isOptionBy || isAttached) {
            return false;
        }
        boolean isAfterName = before.kind() == Kind.WORD && SqlWords.BEFORE_NAME.contains(before.upper());
        if (isAfterName && !(before.isWord("FROM") && (scopes.isDistinctFrom() || scopes.frame() == Frame.CALL))) {
            return true;
        }
        boolean isListed = before.isSymbol(",") && scopes.frame() != Frame.LIST && scopes.frame() != Frame.CALL;
        return isListed && (scopes.isClause(SqlScopes.ORDERING) || scopes.isClause("FROM"))
                || scopes.isClause("SET") && isListed && scopes.frame() == Frame.TOP;
    }

    /** Returns whether BY after the word at an index starts a list or names an index; not IDENTIFIED BY and the like. */
    private boolean isListBy(int index) {
        SqlToken word = operands.token(index);
        return word == null || !word.upper().endsWith("ED") || word.isWord("INDEXED");
    }

    private Position bare(int index) {
        if (operands.isSymbol(index - 1, ".") || operands.isSymbol(index + 1, ".")) {
            return Position.IDENTIFIER;
        }
        SqlToken after = operands.token(index + 1);
        if (after != null && (after.isSymbol("(") && !operands.isWord(index - 1, "VALUES") || after.isSymbol("["))) {
            return Position.IDENTIFIER;
        }
        if (scopes.frame() == Frame.COLUMNS) {
            return Position.IDENTIFIER;
        }
        if (operands.isWord(index - 1, "IN")) {
            return Position.PARENTHESIZED_LIST;
        }
        if (operands.isWord(index - 1, "TOP")) {
            return Position.UNPARENTHESIZED_VALUE;
        }
        if (operands.isSymbol(index - 1, "(")
                && operands.isWord(index - 2, "TOP")
                && operands.isSymbol(index + 1, ")")) {
            return Position.VALUE;
        }
        boolean isListed = scopes.frame() == Frame.LIST || scopes.frame() == Frame.ROW;
        if (isListed && operands.isSymbol(index - 1, "(") && operands.isSymbol(index + 1, ")")) {
            return Position.LIST;
        }
        boolean isEnd = operands.isOperandEnd(index);
        if (operands.isValueBefore(index)) {
            return isEnd ? Position.VALUE : Position.FRAGMENT;
        }
        SqlToken before = operands.token(index - 1);
        if (before == null) {
            return Position.FRAGMENT;
        }
        if (before.kind() == Kind.WORD && SqlWords.BEFORE_NAME.contains(before.upper())) {
            return Position.IDENTIFIER;
        }
        if (scopes.isClause(SqlScopes.ORDERING)) {
            return before.isSymbol(",") || before.isSymbol("(") ? Position.IDENTIFIER : Position.FRAGMENT;
        }
        return inExpression(before, index, isEnd);
    }

    private Position inExpression(SqlToken before, int index, boolean isEnd) {
        boolean isOpening = before.isSymbol("(") || before.isSymbol(",");
        boolean isOuterList = before.isSymbol(",") && scopes.frame() == Frame.TOP;
        if (isOuterList && (scopes.isClause("SET") || scopes.isClause("FROM"))) {
            return Position.IDENTIFIER;
        }
        if (scopes.frame() == Frame.CALL && isOpening) {
            return isEnd ? Position.EXPRESSION : Position.FRAGMENT;
        }
        if (scopes.isClause("SELECT") && (before.isWord("SELECT") || before.isWord("DISTINCT") || isOpening)) {
            return isEnd ? Position.EXPRESSION : Position.FRAGMENT;
        }
        boolean isOperand = isEnd && (isOpening || before.kind() == Kind.WORD && isBeforeOperand(before));
        if (operands.isCompared(index)) {
            return isOperand ? Position.COMPARED : Position.IDENTIFIER;
        }
        return isOperand && before.isSymbol("(") && !operands.isSymbol(index + 1, ")")
                        || isOperand && before.isSymbol(",") && scopes.frame() == Frame.GROUP
                ? Position.OPERAND
                : Position.FRAGMENT;
    }

    private static boolean isBeforeOperand(SqlToken word) {
        return word.isWord("WHERE")
                || word.isWord("AND")
                || word.isWord("OR")
                || word.isWord("NOT")
                || word.isWord("ON")
                || word.isWord("WHEN")
                || word.isWord("HAVING");
    }
}
