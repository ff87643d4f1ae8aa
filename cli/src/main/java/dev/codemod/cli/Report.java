package dev.codemod.cli;

import dev.codemod.codemod.FileResult;
import dev.codemod.codemod.Finding;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Counts what became of every file and knows how the run has gone as a whole; an {@link Output} shows it. */
final class Report {
    private final Output output;
    private int scanned;
    private int changed;
    private int skipped;
    private int unparsed;
    private int safe;
    private int unsafe;
    private int manual;
    private boolean isIncomplete;
    private boolean isWithdrawn;

    Report(Output output) {
        this.output = output;
    }

    /**
     * Counts and shows a file.
     *
     * @param diff the unified diff, or null if the file stays or the output wants none
     */
    void add(FileResult result, byte[] diff) throws IOException {
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
        result.findings().forEach(this::count);
        output.add(result, diff);
    }

    private void count(Finding finding) {
        switch (finding.applicability()) {
            case SAFE -> safe += finding.isApplied() ? 1 : 0;
            case UNSAFE -> unsafe++;
            case MANUAL -> manual++;
        }
    }

    /** Counts and shows a file whose new content could not be written. */
    void writeFailed(SourceFile file, String reason) {
        changed--;
        isIncomplete = true;
        show(file.path(), "not written: " + reason);
    }

    /** Shows a file that was written although others of its unit could not be, and that could not be put back. */
    void notRestored(SourceFile file, String reason) {
        isWithdrawn = true;
        show(file.path(), "written, but cannot be put back after others failed: " + reason);
    }

    /** Takes note of a folder that could not be read. */
    void unreadable(String path, String message) {
        isIncomplete = true;
        try {
            output.unreadable(path, message);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void show(String path, String message) {
        try {
            output.error(path, message);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Shows the figures and returns how the run ends.
     *
     * @param isCheck whether changes are what the user wants to know about
     */
    ExitCode finish(boolean isCheck) throws IOException {
        ExitCode code = exitCode(isCheck);
        output.finish(new Totals(scanned, changed, skipped, unparsed, safe, unsafe, manual), code);
        return code;
    }

    private ExitCode exitCode(boolean isCheck) {
        if (isWithdrawn) {
            return ExitCode.UNSAFE_RESULT;
        }
        if (isIncomplete) {
            return ExitCode.INCOMPLETE;
        }
        return isCheck && changed > 0 ? ExitCode.CHANGES_PENDING : ExitCode.DONE;
    }
}
