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
    private final boolean wantsDiffs;
    private final DiffOutput diffFile;
    private final boolean writes;
    private final Progress progress;
    private final UnitWriter units = new UnitWriter();
    private int next;

    /**
     * Creates a sink.
     *
     * @param wantsDiffs whether the report is to be given diffs
     * @param diffFile where diffs go besides, or null
     * @param writes whether changed files are written
     */
    ResultSink(
            List<SourceFile> files,
            Report report,
            boolean wantsDiffs,
            DiffOutput diffFile,
            boolean writes,
            Console console) {
        this.files = files;
        this.report = report;
        this.wantsDiffs = wantsDiffs;
        this.diffFile = diffFile;
        this.writes = writes;
        this.progress = new Progress(console, files.size());
    }

    @Override
    public void accept(FileResult result) {
        if (next == files.size()) {
            // Of the files around those of the command line only the facts count.
            return;
        }
        SourceFile file = files.get(next++);
        boolean isChanged = result.status() == FileResult.Status.CHANGED;
        try {
            byte[] diff = isChanged && (wantsDiffs || diffFile != null)
                    ? UnifiedDiff.ofChange(file.diffName(), result.before(), result.after())
                    : null;
            report.add(result, wantsDiffs ? diff : null);
            if (diff != null && diffFile != null) {
                diffFile.write(diff);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (isChanged && writes) {
            write(file, result);
        }
        progress.step();
    }

    private void write(SourceFile file, FileResult result) {
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
