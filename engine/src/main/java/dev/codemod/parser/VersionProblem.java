package dev.codemod.parser;

import static java.util.Objects.requireNonNull;

import dev.codemod.source.LanguageLevel;
import dev.codemod.source.Problem;

/**
 * A construct that has a node, although the language level does not have the construct.
 *
 * @param offset byte offset of the place
 * @param construct what it is, as the start of a sentence
 * @param since the first level that has it
 * @param until the last level that has it, or null if the newest one still does
 */
public record VersionProblem(int offset, String construct, LanguageLevel since, LanguageLevel until) {
    public VersionProblem {
        requireNonNull(construct, "construct is null");
        requireNonNull(since, "since is null");
    }

    /** Returns one sentence, for example {@code assignment expressions need Python 3.8}. */
    public String message() {
        if (until == null) {
            return construct + " (needs Python " + since + ")";
        }
        return construct + " (only in Python " + (since == until ? since : since + " to " + until) + ")";
    }

    /** Returns this as a problem, for callers that want the level to be exact. */
    public Problem toProblem() {
        return new Problem(offset, message());
    }
}
