package dev.codemod.codemods.sql;

import dev.codemod.codemod.Applicability;
import dev.codemod.codemods.sql.SqlToken.Kind;
import dev.codemod.tree.Expression;
import java.util.List;
import java.util.Set;

/** What a database may do differently with a value that is bound, though the value itself is right. */
final class BoundDoubts {
    private static final Set<String> COMPARISONS = Set.of("=", "<>", "!=", "<", ">", "<=", ">=");

    private final QueryRules rules;
    private final SqlStatement statement;
    private final Set<SqlToken> unnamed;

    BoundDoubts(QueryRules rules, SqlStatement statement) {
        this.rules = rules;
        this.statement = statement;
        boolean isNamed = rules.driver() == null || rules.driver().namesColumnsByText();
        boolean isResult = "SELECT".equals(statement.verb()) || "WITH".equals(statement.verb());
        unnamed = isNamed && isResult ? ResultColumns.unnamed(statement) : Set.of();
    }

    /** Returns the choice, unsafe if the database may treat the value at this token in another way than before. */
    BindingChoice checked(BindingChoice choice, SqlToken token) {
        if (choice.applicability() != Applicability.SAFE) {
            return choice;
        }
        Expression parameter = choice.parameter();
        if (unnamed.contains(token)) {
            return BindingChoice.unsafe(
                    "result-column",
                    "the column of the result is named after its text, which changes; add AS if the name matters",
                    parameter);
        }
        boolean isStrict = rules.driver() != null && rules.driver().isStrictlyTyped();
        if (isStrict && !choice.reason().equals("number")) {
            return BindingChoice.unsafe(
                    "typed-parameters",
                    "the server wants a value of the column's type and converts no text; check the column",
                    parameter);
        }
        if (rules.dialect() == SqlDialect.ORACLE && isCompared(token)) {
            return BindingChoice.unsafe(
                    "char-column",
                    "a literal is compared with a CHAR column without regard to trailing blanks, a parameter is not",
                    parameter);
        }
        return choice;
    }

    private boolean isCompared(SqlToken token) {
        List<SqlToken> tokens = statement.tokens();
        int index = tokens.indexOf(token);
        SqlToken before = index <= 0 ? null : tokens.get(index - 1);
        boolean isInList = index > 1 && (before.isSymbol("(") || before.isSymbol(",")) && isAfterIn(tokens, index - 1);
        return token.kind() == Kind.STRING
                && before != null
                && (before.kind() == Kind.SYMBOL && COMPARISONS.contains(before.text()) || isInList);
    }

    private static boolean isAfterIn(List<SqlToken> tokens, int index) {
        int i = index;
        while (i > 0 && !tokens.get(i).isSymbol("(")) {
            i--;
        }
        return i > 0 && tokens.get(i - 1).isWord("IN");
    }
}
