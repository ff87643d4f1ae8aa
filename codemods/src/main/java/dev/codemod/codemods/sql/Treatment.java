package dev.codemod.codemods.sql;

import dev.codemod.tree.Expression;

/**
 * What becomes of a value in the text of the query.
 *
 * @param placeholder the text that replaces it, or null if a value stays there
 * @param replacement the expression that replaces it, or null
 * @param isParenthesized whether the text of the replacement needs parentheses around it that the value's had itself
 */
record Treatment(String placeholder, Expression replacement, boolean isParenthesized) {
    /** The value stays as it is. */
    static final Treatment KEPT = new Treatment(null, null, false);

    /** Returns the treatment of a value that is bound. */
    static Treatment bound(String placeholder) {
        return new Treatment(placeholder, null, false);
    }

    /** Returns the treatment of a value in whose place another expression composes text. */
    static Treatment replaced(Expression replacement, boolean isParenthesized) {
        return new Treatment(null, replacement, isParenthesized);
    }

    /** Returns whether the text has no value there any more. */
    boolean isBound() {
        return placeholder != null;
    }
}
