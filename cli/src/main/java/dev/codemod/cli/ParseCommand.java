package dev.codemod.cli;

import dev.codemod.parser.ParseResult;
import dev.codemod.parser.Parser;
import dev.codemod.source.LanguageLevel;
import dev.codemod.source.Problem;
import dev.codemod.source.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;

/** {@code codemod parse}: reads every file into a tree, prints the tree and compares. */
final class ParseCommand implements Command {
    @Override
    public String name() {
        return "parse";
    }

    @Override
    public String summary() {
        return "parse and print back: prove that nothing is lost, report syntax errors";
    }

    @Override
    public String arguments() {
        return "[PATH...]";
    }

    @Override
    public Options options() {
        Options options = new Options();
        FileOptions.addTo(options);
        return options;
    }

    /**
     * What came of one file.
     *
     * @param place where {@code error} is, or null
     * @param error what is wrong with the file, or null
     * @param isSyntaxError whether {@code error} is about the content of the file
     */
    private record Parsed(String path, long bytes, Place place, String error, boolean isSyntaxError, boolean exact) {}

    @Override
    public ExitCode run(CommandLine line, Environment environment) throws CliException, IOException {
        LanguageLevel level = FileOptions.level(line);
        int jobs = Jobs.of(line);
        FileWalk walk = FileOptions.walk(line, environment);
        List<SourceFile> files = walk.find(line.getArgList());
        Totals totals = new Totals(environment.console(), files.size());
        OrderedWork.run(
                files,
                jobs,
                file -> parse(file, level),
                (file, error) -> new Parsed(file.path(), 0, null, LastResort.message(error), false, true),
                totals::add);
        environment.console().print(totals.finish() + "\n");
        return totals.exitCode(walk.isComplete());
    }

    private static Parsed parse(SourceFile file, LanguageLevel level) {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file.file());
        } catch (IOException e) {
            return new Parsed(file.path(), 0, null, "cannot read: " + Reasons.of(e), false, true);
        }
        ParseResult result = Parser.parse(Source.of(file.path(), bytes), level);
        Source source = result.parsed().source();
        boolean exact = RoundTrip.isExact(result.module(), bytes);
        Problem problem = result.firstProblem();
        return problem == null
                ? new Parsed(file.path(), bytes.length, null, null, false, exact)
                : new Parsed(file.path(), bytes.length, Place.of(source, problem), problem.message(), true, exact);
    }

    /** Counts and reports the files as they come. */
    private static final class Totals {
        private final Console console;
        private final Progress progress;
        private int files;
        private long bytes;
        private int syntaxErrors;
        private int differences;
        private boolean failed;

        Totals(Console console, int files) {
            this.console = console;
            this.progress = new Progress(console, files);
        }

        void add(Parsed file) {
            progress.step();
            files++;
            bytes += file.bytes();
            if (file.error() != null) {
                console.error(file.place() == null ? file.path() : file.place().in(file.path()), file.error());
                failed = true;
                syntaxErrors += file.isSyntaxError() ? 1 : 0;
            }
            if (!file.exact()) {
                console.error(file.path(), "the printed tree differs from the file; please report it with this file");
                differences++;
            }
        }

        String finish() {
            progress.finish();
            return files + " files, " + bytes + " bytes, " + syntaxErrors + " syntax errors, " + differences
                    + " round-trip differences";
        }

        ExitCode exitCode(boolean complete) {
            if (differences > 0) {
                return ExitCode.UNSAFE_RESULT;
            }
            return failed || !complete ? ExitCode.INCOMPLETE : ExitCode.DONE;
        }
    }
}
