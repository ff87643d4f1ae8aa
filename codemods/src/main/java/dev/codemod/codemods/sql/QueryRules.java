package dev.codemod.codemods.sql;

import dev.codemod.codemods.sql.SqlToken.Kind;
import dev.codemod.tree.DictDisplay;
import dev.codemod.tree.Expression;
import java.io.Serializable;

/** The style and the rules of the driver, as they hold for one call. */
record QueryRules(Driver driver, ParamStyle style, SqlDialect dialect, DriverFacts.Percent percent)
        implements Serializable {
    /** Returns whether percent signs have to be doubled when parameters come. */
    boolean isPercentDoubled() {
        return percent == DriverFacts.Percent.DOUBLED;
    }

    /**
     * Returns the rules with the style of the placeholders that a statement has, or null if some of them have names
     * and others not.
     *
     * @param parameters what the call passes, or null
     */
    QueryRules named(SqlStatement statement, Expression parameters) {
        boolean isNamed = false;
        boolean isPositional = false;
        for (SqlToken token : statement.tokens()) {
            if (token.kind() == Kind.PLACEHOLDER) {
                boolean hasName = token.text().matches("(?s)%\\(.*|[:@$]\\D.*");
                isNamed |= hasName;
                isPositional |= !hasName;
            }
        }
        if (isNamed && isPositional) {
            return null;
        }
        boolean isMapping = isNamed || parameters instanceof DictDisplay;
        boolean isRead = parameters != null && percent == DriverFacts.Percent.DOUBLED;
        return new QueryRules(
                driver,
                isMapping ? style.named() : style,
                dialect,
                isRead ? DriverFacts.Percent.DOUBLED_ALWAYS : percent);
    }

    /** Returns whether a backslash in a literal may escape the next character. */
    boolean mayHaveBackslashEscapes() {
        return dialect.hasBackslashEscapes() || dialect == SqlDialect.STANDARD;
    }

    /** Returns whether the driver itself puts the values into the text, so that the server sees literals. */
    boolean isInterpolated() {
        return driver != null && driver.interpolates();
    }

    /** Returns whether expressions with parameters of equal values are the same for the database. */
    boolean mayMergeEqualExpressions() {
        return isInterpolated() || dialect == SqlDialect.SQLITE;
    }
}
