package dev.codemod.cli;

import dev.codemod.codemod.Workers;
import dev.codemod.parser.ParseResult;
import dev.codemod.parser.Parser;
import dev.codemod.source.LanguageLevel;
import dev.codemod.source.Problem;
import dev.codemod.source.Source;
import java.io.IOException;
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
        Settings.addTo(options);
        return options;
    }

    /**
     * What came of one file.
     *
     * @param place where the syntax error is, or null if {@code error} is about the file as a whole
     * @param error what is wrong with the file, or null
     */
    private record Parsed(String path, long bytes, Place place, String error, boolean isExact) {
        static Parsed failed(SourceFile file, String error) {
            return new Parsed(file.path(), 0, null, error, true);
        }
    }

    @Override
    public ExitCode run(CommandLine line, Environment environment) throws CliException, IOException {
        Settings settings = Settings.of(line, environment);
        LanguageLevel level = settings.level();
        int jobs = settings.jobs();
        FileWalk walk = settings.walk();
        List<SourceFile> files = walk.find(line.getArgList());
        Totals totals = new Totals(environment.console(), files.size());
        Workers.run(files, jobs, file -> parse(file, level), totals::add);
        environment.console().print(totals.finish() + "\n");
        return totals.exitCode(walk.isComplete());
    }

    private static Parsed parse(SourceFile file, LanguageLevel level) {
        try {
            byte[] bytes = file.read();
            ParseResult result = Parser.parse(Source.of(file.path(), bytes), level);
            boolean isExact = RoundTrip.isExact(result.module(), bytes);
            Problem problem = result.firstProblem();
            if (problem == null) {
                return new Parsed(file.path(), bytes.length, null, null, isExact);
            }
            Place place = Place.of(result.parsed().source(), problem);
            return new Parsed(file.path(), bytes.length, place, problem.message(), isExact);
        } catch (IOException e) {
            return Parsed.failed(file, "cannot read: " + Reasons.of(e));
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            return Parsed.failed(file, LastResort.message(e));
        }
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
                syntaxErrors += file.place() == null ? 0 : 1;
            }
            if (!file.isExact()) {
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
