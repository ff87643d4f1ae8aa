package dev.codemod.codemod;

import static java.util.Objects.requireNonNull;

import java.util.Comparator;

/**
 * One rewrite or one refusal: what was found where, and how far its rewrite can be trusted.
 *
 * @param codemod id of the codemod
 * @param path the file, as it was given to the run
 * @param line 1-based line of the place in the file as it was
 * @param column 1-based column of the place, in code points, as editors show it
 * @param endLine 1-based line of the end of the place
 * @param endColumn 1-based column after the end of the place
 * @param applicability {@link Applicability#MANUAL} for a refusal
 * @param reason short stable key of the kind of finding, for example {@code inside-lambda}
 * @param message one sentence for people: what and, for a refusal, why and what to do
 * @param isApplied whether the output contains the rewrite
 */
public record Finding(
        String codemod,
        String path,
        int line,
        int column,
        int endLine,
        int endColumn,
        Applicability applicability,
        String reason,
        String message,
        boolean isApplied) {
    static final Comparator<Finding> BY_PLACE =
            Comparator.comparingInt(Finding::line).thenComparingInt(Finding::column);

    public Finding {
        requireNonNull(codemod, "codemod is null");
        requireNonNull(path, "path is null");
        requireNonNull(applicability, "applicability is null");
        requireNonNull(reason, "reason is null");
        requireNonNull(message, "message is null");
    }

    /** Returns whether this one says the same of the same place, whatever the words. */
    boolean isSameAs(Finding other) {
        return reason.equals(other.reason) && applicability == other.applicability && isAtPlaceOf(other);
    }

    /** Returns whether it is the same codemod's and about the same place as another one. */
    boolean isAtPlaceOf(Finding other) {
        return codemod.equals(other.codemod)
                && line == other.line
                && column == other.column
                && endLine == other.endLine
                && endColumn == other.endColumn;
    }

    /** Returns the finding as one that was not applied. */
    Finding withdrawn() {
        return new Finding(codemod, path, line, column, endLine, endColumn, applicability, reason, message, false);
    }
}
