package dev.codemod.cli;

import dev.codemod.codemod.FileResult;
import dev.codemod.diff.UnifiedDiff;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Consumer;

/** Takes the results of a run in the order of its files: reports them, shows their diffs, writes them. */
final class ResultSink implements Consumer<FileResult> {
    private final List<SourceFile> files;
    private final Report report;
    private final DiffOutput diff;
    private final boolean writes;
    private final Console console;
    private final Progress progress;
    private final UnitWriter units = new UnitWriter();
    private int next;

    /**
     * Creates a sink.
     *
     * @param diff where diffs go, or null
     * @param writes whether changed files are written; where nothing is written or shown, their names are reported
     */
    ResultSink(List<SourceFile> files, Report report, DiffOutput diff, boolean writes, Console console) {
        this.files = files;
        this.report = report;
        this.diff = diff;
        this.writes = writes;
        this.console = console;
        this.progress = new Progress(console, files.size());
    }

    @Override
    public void accept(FileResult result) {
        SourceFile file = files.get(next++);
        report.add(result);
        if (result.status() == FileResult.Status.CHANGED) {
            try {
                showDiff(file, result);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            write(file, result);
        }
        progress.step();
    }

    private void showDiff(SourceFile file, FileResult result) throws IOException {
        if (diff != null) {
            diff.write(UnifiedDiff.ofChange(file.diffName(), result.before(), result.after()));
        }
    }

    private void write(SourceFile file, FileResult result) {
        if (!writes) {
            if (diff == null) {
                console.report(file.path() + ": would change");
            }
            return;
        }
        if (result.units().isEmpty()) {
            UnitWriter.write(List.of(new Change(file, result.before(), result.after())), report);
        } else {
            units.add(file, result);
        }
    }

    /** Ends the run: writes the files that belong together. */
    void finish() {
        units.write(report);
        progress.finish();
    }
}
