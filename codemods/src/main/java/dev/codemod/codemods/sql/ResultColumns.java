package dev.codemod.codemods.sql;

import dev.codemod.codemods.sql.SqlToken.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** The columns of a query's result, by what the database names them after. */
final class ResultColumns {
    private ResultColumns() {}

    /**
     * Returns the tokens with holes that belong to a column of the result without an alias, whose name may be its text.
     */
    static Set<SqlToken> unnamed(SqlStatement statement) {
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
}
