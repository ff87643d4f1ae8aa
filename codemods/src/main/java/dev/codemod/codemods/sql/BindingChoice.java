package dev.codemod.codemods.sql;

import dev.codemod.codemod.Applicability;
import dev.codemod.tree.Expression;

/**
 * What happens to one value of a query, and why.
 *
 * @param applicability how far binding it can be trusted; {@link Applicability#MANUAL} if it stays in the text
 * @param reason the short stable key
 * @param message one sentence, or for a value that is bound the part of a sentence that says what to check
 * @param parameter what is bound; null if it stays in the text
 * @param list the list whose elements are bound; null if it is one value
 */
record BindingChoice(Applicability applicability, String reason, String message, Expression parameter, ListValue list) {
    static BindingChoice safe(String reason, Expression parameter) {
        return new BindingChoice(Applicability.SAFE, reason, "", parameter, null);
    }

    static BindingChoice unsafe(String reason, String message, Expression parameter) {
        return new BindingChoice(Applicability.UNSAFE, reason, message, parameter, null);
    }

    static BindingChoice unsafe(String reason, String message, ListValue list) {
        return new BindingChoice(Applicability.UNSAFE, reason, message, null, list);
    }

    static BindingChoice kept(String reason, String message) {
        return new BindingChoice(Applicability.MANUAL, reason, message, null, null);
    }

    boolean isKept() {
        return applicability == Applicability.MANUAL;
    }
}
