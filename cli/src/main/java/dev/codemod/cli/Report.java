package dev.codemod.cli;

import dev.codemod.codemod.Applicability;
import dev.codemod.codemod.FileError;
import dev.codemod.codemod.FileResult;
import dev.codemod.codemod.Finding;

/** Tells the user what became of every file, counts, and knows how the run has gone as a whole. */
final class Report {
    private final Console console;
    private int scanned;
    private int changed;
    private int skipped;
    private int unparsed;
    private int safe;
    private int unsafe;
    private int manual;
    private boolean isIncomplete;
    private boolean isWithdrawn;

    Report(Console console) {
        this.console = console;
    }

    void add(FileResult result) {
        scanned++;
        switch (result.status()) {
            case CHANGED -> changed++;
            case SKIPPED -> skipped++;
            case UNPARSED, UNREADABLE -> {
                unparsed++;
                isIncomplete = true;
            }
            case WITHDRAWN -> isWithdrawn = true;
            case UNCHANGED -> {}
        }
        if (!result.errors().isEmpty()) {
            FileError error = result.errors().get(0);
            String place =
                    error.line() == 0 ? result.path() : new Place(error.line(), error.column()).in(result.path());
            console.error(place, error.message());
        }
        result.findings().forEach(this::add);
    }

    private void add(Finding finding) {
        if (finding.applicability() == Applicability.SAFE) {
            // The diff shows it.
            safe += finding.isApplied() ? 1 : 0;
            return;
        }
        boolean isManual = finding.applicability() == Applicability.MANUAL;
        manual += isManual ? 1 : 0;
        unsafe += isManual ? 0 : 1;
        String hint = isManual ? "" : finding.isApplied() ? "applied, look at it; " : "not applied without --unsafe; ";
        console.finding(
                new Place(finding.line(), finding.column()).in(finding.path()),
                finding.applicability().toString(),
                finding.message() + " (" + hint + finding.codemod() + ": " + finding.reason() + ")");
    }

    /** Counts and reports a file whose new content could not be written. */
    void writeFailed(SourceFile file, String reason) {
        changed--;
        isIncomplete = true;
        console.error(file.path(), "not written: " + reason);
    }

    /** Reports a file that was written although others of its unit could not be, and that could not be put back. */
    void notRestored(SourceFile file, String reason) {
        isWithdrawn = true;
        console.error(file.path(), "written, but cannot be put back after others failed: " + reason);
    }

    /** Returns the last line of a run. Programs read it: the words and their order never change. */
    String summary() {
        return "files: " + scanned + " scanned, " + changed + " changed, " + skipped + " skipped, " + unparsed
                + " unparsed; rewrites: " + safe + " safe, " + unsafe + " unsafe; " + manual + " manual";
    }

    /**
     * Returns how the run ends.
     *
     * @param isWalkComplete whether every folder could be read
     * @param isCheck whether changes are what the user wants to know about
     */
    ExitCode exitCode(boolean isWalkComplete, boolean isCheck) {
        if (isWithdrawn) {
            return ExitCode.UNSAFE_RESULT;
        }
        if (isIncomplete || !isWalkComplete) {
            return ExitCode.INCOMPLETE;
        }
        return isCheck && changed > 0 ? ExitCode.CHANGES_PENDING : ExitCode.DONE;
    }
}
