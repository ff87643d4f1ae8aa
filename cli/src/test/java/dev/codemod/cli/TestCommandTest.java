package dev.codemod.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codemod.codemod.Applicability;
import dev.codemod.codemod.Codemod;
import dev.codemod.codemod.PatternCodemod;
import dev.codemod.codemods.Catalogue;
import dev.codemod.match.Pattern;
import dev.codemod.match.Rewrite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestCommandTest {
    private static final String BEFORE = "def f():\n    spam(1)\n";
    private static final String AFTER = "def f():\n    eggs(1)\n";

    private static final String RECIPE = """
            id: new-eggs
            message: spam.old is gone
            why: It is gone.
            applicability: safe
            match: spam.old($X)
            rewrite: eggs.new($X)
            tests:
              - before: |
                  import spam
                  spam.old(1)
                after: |
                  import eggs
            """;

    private static final Codemod RENAME = new PatternCodemod(
            "rename-calls",
            "spam becomes eggs",
            Applicability.SAFE,
            List.of(Rewrite.of(Pattern.of("spam($X)"), "eggs($X)")));

    @TempDir
    Path temporary;

    private Path folder;

    @BeforeEach
    void makeFolder() throws IOException {
        folder = temporary.toRealPath();
    }

    @Test
    void casesPassWithTheCodemodThatTheirFolderNames() throws IOException {
        write("rename-calls/a.in.py", BEFORE);
        write("rename-calls/a.out.py", AFTER);
        write("rename-calls/more/project.in/x.py", BEFORE);
        write("rename-calls/more/project.in/y.txt", "spam()\n");
        write("rename-calls/more/project.out/x.py", AFTER);
        write("rename-calls/more/project.out/y.txt", "spam()\n");

        CliRun run = test(".");

        assertThat(run.out()).isEmpty();
        assertThat(run.err()).isEqualTo("cases: 2 run, 0 failed; variants: 12 run, 0 skipped\n");
        assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
    }

    @Test
    void aFailingCaseIsShownAsADiff() throws IOException {
        write("rename-calls/a.in.py", BEFORE);
        write("rename-calls/a.out.py", "def f():\n\teggs(1) \n");

        CliRun run = test("rename-calls");

        assertThat(run.out()).isEqualTo("""
                        rename-calls/a.in.py: - is expected, + is what came out
                        diff --git a/a.py b/a.py
                        --- a/a.py
                        +++ b/a.py
                        @@ -1,2 +1,2 @@
                         def f():
                        -→eggs(1)·
                        +    eggs(1)

                        """);
        assertThat(run.err()).isEqualTo("cases: 1 run, 1 failed; variants: 0 run, 0 skipped\n");
        assertThat(run.exitCode()).isEqualTo(ExitCode.FIXTURES_FAILED);
    }

    @Test
    void theCodemodIsChosenByTheUserOrByTheCase() throws IOException {
        write("mine/a.in.py", BEFORE);
        write("mine/a.out.py", AFTER);
        write("other/a.in.py", "# codemod-test: codemod=rename-calls skip=tabs \"an example\"\n" + BEFORE);
        write("other/a.out.py", "# codemod-test: codemod=rename-calls skip=tabs \"an example\"\n" + AFTER);

        assertThat(test("-c", "rename-calls", "mine").exitCode()).isEqualTo(ExitCode.DONE);
        CliRun run = test("other");
        assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(run.err())
                .isEqualTo("other/a.in.py: skipped: variant tabs: an example\n"
                        + "cases: 1 run, 0 failed; variants: 5 run, 1 skipped\n");
    }

    @Test
    void recipesRunTheirTestsAndTheCasesInFoldersNamedLikeThem() throws IOException {
        write("recipes/new-eggs.yaml", RECIPE + "      eggs.new(1)\n");
        write("recipes/new-eggs/a.in.py", "import spam\n\n\ndef f():\n    spam.old(2)\n");
        write("recipes/new-eggs/a.out.py", "import eggs\n\n\ndef f():\n    eggs.new(2)\n");
        write("recipes/compose.yaml", "services: {}\n");

        CliRun all = test("recipes");
        CliRun one = test("recipes/new-eggs.yaml");

        assertThat(all.err()).isEqualTo("cases: 2 run, 0 failed; variants: 11 run, 0 skipped\n");
        assertThat(one.err()).isEqualTo("cases: 1 run, 0 failed; variants: 5 run, 0 skipped\n");
        assertThat(one.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(test("-c", "recipes/new-eggs.yaml", "recipes").err())
                .isEqualTo("cases: 1 run, 0 failed; variants: 6 run, 0 skipped\n");
    }

    @Test
    void aRecipeThatFailsOrCannotBeReadSaysWhere() throws IOException {
        write("wrong.yaml", RECIPE + "      eggs.new(2)\n");
        write("broken/broken.yaml", RECIPE.replace("match:", "macth:") + "      eggs.new(1)\n");

        CliRun run = test("wrong.yaml");

        assertThat(run.out())
                .startsWith("wrong.yaml:8:5: - is expected, + is what came out\n")
                .contains("-eggs.new(2)", "+eggs.new(1)");
        assertThat(run.exitCode()).isEqualTo(ExitCode.FIXTURES_FAILED);
        CliRun broken = test("broken");
        assertThat(broken.err()).contains("broken.yaml:5:1: unknown key macth; did you mean match?");
        assertThat(broken.exitCode()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void whatCannotBeRunIsReportedAndTheRestIsRun() throws IOException {
        write("all/a.yaml", RECIPE.replace("match:", "macth:") + "      eggs.new(1)\n");
        write("all/b.yaml", RECIPE + "      eggs.new(1)\n");
        write("all/c.yaml", RECIPE + "      eggs.new(1)\n");
        write("all/d.yaml", """
                id: loop
                message: It goes round.
                steps: [loop]
                tests: [{unchanged: x}]
                """);
        write("all/mine/a.in.py", BEFORE);

        CliRun run = test("all");

        assertThat(run.err()).isEqualTo("""
                        codemod: error: all/a.yaml:5:1: unknown key macth; did you mean match?
                        codemod: error: all/c.yaml:1:5: the id new-eggs is also that of all/b.yaml:1:5
                        codemod: error: all/d.yaml:3:9: the recipe loop would be a step of itself
                        codemod: error: no codemod for all/mine/a.in.py: name its folder like the codemod, pass -c ID, or \
                        write `# codemod-test: codemod=ID` into its first line
                        cases: 1 run, 0 failed; variants: 5 run, 0 skipped
                        """);
        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void wrongUsageIsOneLine() throws IOException {
        write("mine/a.in.py", BEFORE);
        write("bad/a.in.py", "# codemod-test: codemod=rename-calls unsave\n");
        write("option/a.in.py", "# codemod-test: codemod=rename-calls -P color=red\n" + BEFORE);
        Files.createDirectory(folder.resolve("empty"));

        assertUsage("codemod: error: test needs a folder of cases or a recipe");
        assertUsage("codemod: error: no such folder: nowhere", "nowhere");
        assertUsage("codemod: error: not a folder or recipe: mine/a.in.py", "mine/a.in.py");
        assertUsage(
                "codemod: error: no cases in empty: a case is NAME.in.py with NAME.out.py, or folders NAME.in and NAME.out",
                "empty");
        assertUsage("codemod: error: unknown codemod x; `codemod list` shows all", "-c", "x", "mine");
        assertUsage(
                "codemod: error: no codemod for mine/a.in.py: name its folder like the codemod, pass -c ID, or write"
                        + " `# codemod-test: codemod=ID` into its first line",
                "mine");
        assertUsage("codemod: error: bad/a.in.py: not an option of a case: unsave", "bad");
        assertUsage("option/a.in.py: error: rename-calls has no option color", "option");
    }

    @Test
    void casesOfTheCatalogueRunWithoutJUnit() throws IOException {
        Path cases = Path.of("../fixtures/cases").toRealPath();

        CliRun run = CliRun.with(Catalogue.all(), cases, "test", "singleton-to-module");

        assertThat(run.out()).isEmpty();
        assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(run.err()).matches("(?s).*cases: \\d{3,} run, 0 failed; variants: \\d{3,} run, .*");
    }

    private void assertUsage(String message, String... args) {
        CliRun run = test(args);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith(message);
        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
    }

    private CliRun test(String... args) {
        String[] words = new String[args.length + 1];
        words[0] = "test";
        System.arraycopy(args, 0, words, 1, args.length);
        return CliRun.with(List.of(RENAME), folder, words);
    }

    private void write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
