package dev.codemod.cli;

import dev.codemod.codemod.Codemod;
import dev.codemod.codemod.Workers;
import dev.codemod.fixtures.CaseException;
import dev.codemod.fixtures.CaseReport;
import dev.codemod.fixtures.CaseRunner;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;

/** {@code codemod test}: runs before/after cases and the tests of recipes, as they are and with changed layout. */
final class TestCommand implements Command {
    @Override
    public String name() {
        return "test";
    }

    @Override
    public String summary() {
        return "run before/after cases and the tests of recipes";
    }

    @Override
    public String arguments() {
        return "DIR|RECIPE...";
    }

    @Override
    public Options options() {
        Options options = new Options();
        options.addOption(Option.builder("c")
                .longOpt("codemod")
                .hasArg()
                .argName("ID")
                .desc("test this codemod; default: the one after which the cases' folder is named")
                .get());
        options.addOption(Jobs.option());
        return options;
    }

    @Override
    public ExitCode run(CommandLine line, Environment environment) throws CliException, IOException {
        if (line.getArgList().isEmpty()) {
            throw CliException.usage("test needs a folder of cases or a recipe");
        }
        Console console = environment.console();
        List<String> problems = new ArrayList<>();
        CaseSearch search = new CaseSearch(environment, chosen(line, environment), problems::add);
        List<CaseSearch.Found> cases = new ArrayList<>();
        for (String folder : line.getArgList()) {
            cases.addAll(search.find(folder));
        }
        problems.forEach(console::error);
        Totals totals = new Totals(console, cases.size(), problems.size());
        Workers.run(cases, Jobs.of(line), TestCommand::run, totals::add);
        return totals.finish();
    }

    private static Codemod chosen(CommandLine line, Environment environment) throws CliException {
        if (!line.hasOption("codemod")) {
            return null;
        }
        List<Codemod> codemods = CodemodOptions.codemods(line, environment);
        if (codemods.size() > 1) {
            throw CliException.usage("-c names several codemods; a case is for one");
        }
        return codemods.get(0);
    }

    /** What came of a case; {@code mistake} is what is wrong with the case itself, or null. */
    private record Result(String place, CaseReport report, String mistake) {}

    private static Result run(CaseSearch.Found found) {
        try {
            return new Result(found.place(), CaseRunner.of(found.codemod()).run(found.unit()), null);
        } catch (CaseException e) {
            return new Result(found.place(), null, e.getMessage());
        }
    }

    /** Counts and reports the cases as they come. */
    private static final class Totals {
        private final Console console;
        private final Progress progress;
        private final StringBuilder failures = new StringBuilder();
        private final List<String> skipped = new ArrayList<>();
        private int cases;
        private int failed;
        private int mistakes;
        private int variants;

        Totals(Console console, int cases, int mistakes) {
            this.console = console;
            this.mistakes = mistakes;
            this.progress = new Progress(console, cases);
        }

        void add(Result result) {
            progress.step();
            cases++;
            if (result.mistake() != null) {
                console.error(result.place(), result.mistake());
                mistakes++;
                return;
            }
            CaseReport report = result.report();
            variants += report.variants();
            failed += report.isPassed() ? 0 : 1;
            for (CaseReport.Failure failure : report.failures()) {
                failures.append(result.place()).append(": ").append(failure).append('\n');
            }
            report.skipped()
                    .forEach((variant, reason) ->
                            skipped.add(result.place() + ": skipped: variant " + variant + ": " + reason));
        }

        ExitCode finish() throws IOException {
            progress.finish();
            console.print(failures.toString());
            console.flush();
            skipped.forEach(console::report);
            console.report("cases: " + cases + " run, " + failed + " failed; variants: " + variants + " run, "
                    + skipped.size() + " skipped");
            if (failed > 0) {
                return ExitCode.FIXTURES_FAILED;
            }
            return mistakes > 0 ? ExitCode.USAGE : ExitCode.DONE;
        }
    }
}
