package dev.codemod.cli;

import dev.codemod.codemod.Applicability;
import dev.codemod.codemod.FileError;
import dev.codemod.codemod.FileResult;
import dev.codemod.codemod.Finding;
import java.io.IOException;

/** Shows results to people: findings and errors on standard error, diffs on standard output. */
final class TextOutput implements Output {
    private final Console console;
    private final DiffOutput diffs;
    private final boolean namesChanges;

    /**
     * Creates an output.
     *
     * @param diffs where diffs go, or null
     * @param namesChanges whether the names of changed files are reported
     */
    TextOutput(Console console, DiffOutput diffs, boolean namesChanges) {
        this.console = console;
        this.diffs = diffs;
        this.namesChanges = namesChanges;
    }

    @Override
    public boolean wantsDiffs() {
        return diffs != null;
    }

    @Override
    public void add(FileResult result, byte[] diff) throws IOException {
        if (!result.errors().isEmpty()) {
            FileError error = result.errors().get(0);
            String place =
                    error.line() == 0 ? result.path() : new Place(error.line(), error.column()).in(result.path());
            console.error(place, error.message());
        }
        result.findings().forEach(this::add);
        if (diff != null) {
            diffs.write(diff);
        }
        if (namesChanges && result.status() == FileResult.Status.CHANGED) {
            console.report(result.path() + ": would change");
        }
    }

    private void add(Finding finding) {
        if (finding.applicability() == Applicability.SAFE) {
            // The diff shows it.
            return;
        }
        boolean isManual = finding.applicability() == Applicability.MANUAL;
        String hint = isManual ? "" : finding.isApplied() ? "applied, look at it; " : "not applied without --unsafe; ";
        console.finding(
                new Place(finding.line(), finding.column()).in(finding.path()),
                finding.applicability().toString(),
                finding.message() + " (" + hint + finding.codemod() + ": " + finding.reason() + ")");
    }

    @Override
    public void unreadable(String path, String message) {
        // The walk has said so, before the files had their turn.
    }

    @Override
    public void error(String path, String message) {
        console.error(path, message);
    }

    @Override
    public void finish(Totals totals, ExitCode exitCode) throws IOException {
        console.flush();
        console.report(totals.line());
    }
}
