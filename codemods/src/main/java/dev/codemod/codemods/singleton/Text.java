package dev.codemod.codemods.singleton;

import dev.codemod.tree.ConcatenatedString;
import dev.codemod.tree.EllipsisConstant;
import dev.codemod.tree.Expression;
import dev.codemod.tree.ExpressionStatement;
import dev.codemod.tree.Name;
import dev.codemod.tree.Pass;
import dev.codemod.tree.Statement;
import dev.codemod.tree.StringConstant;

/** Small questions about what a node says. */
final class Text {
    private Text() {}

    /** Returns whether an expression is the bare name {@code text}. */
    static boolean isName(Expression expression, String text) {
        return expression instanceof Name
                && text != null
                && expression.sourceText().equals(text);
    }

    /** Returns whether a statement only documents or fills: a string, {@code pass} or {@code ...}. */
    static boolean isIdle(Statement statement) {
        if (statement instanceof Pass) {
            return true;
        }
        return statement instanceof ExpressionStatement expression
                && (expression.value() instanceof StringConstant
                        || expression.value() instanceof ConcatenatedString
                        || expression.value() instanceof EllipsisConstant);
    }

    /**
     * Returns what stands between the quotes of a string literal, escapes as written.
     *
     * @return the text, or null if the node is no plain string literal
     */
    static String content(Expression expression) {
        if (!(expression instanceof StringConstant)) {
            return null;
        }
        String text = expression.sourceText();
        int open = 0;
        while (text.charAt(open) != '"' && text.charAt(open) != '\'') {
            open++;
        }
        int quotes = text.startsWith("\"\"\"", open) || text.startsWith("'''", open) ? 3 : 1;
        return text.length() < open + 2 * quotes ? "" : text.substring(open + quotes, text.length() - quotes);
    }
}
