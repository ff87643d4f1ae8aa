package dev.codemod.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigurationTest {
    @TempDir
    Path temporary;

    private Path folder;

    @BeforeEach
    void makeFolder() throws IOException {
        folder = Files.createDirectories(temporary.toRealPath().resolve("work"));
    }

    @Test
    void aTableOfPyprojectTomlIsTheConfiguration() throws IOException {
        write(
                "pyproject.toml",
                "[project]\nname = 'x'\n\n[tool.codemod]\nunsafe = true\n\n"
                        + "[tool.codemod.options.rename-calls]\nstyle = 'long'\n");
        write("a.py", "old_unsafe()\nold_safe()\n");
        assertThat(apply().exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(read("a.py")).isEqualTo("new()\nnew_long()\n");
    }

    @Test
    void codemodYamlIsTheConfiguration() throws IOException {
        write(
                "codemod.yaml",
                "unsafe: true\njobs: 2\npython-version: '3.9'\nselect: [rename-calls]\n"
                        + "options:\n  rename-calls:\n    style: long\n");
        write("a.py", "old_unsafe()\nold_safe()\n");
        assertThat(apply().exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(read("a.py")).isEqualTo("new()\nnew_long()\n");
    }

    @Test
    void theNearestFileAboveThePathsHolds() throws IOException {
        write("codemod.yaml", "unsafe: true\n");
        write("sub/pyproject.toml", "[tool.codemod]\n");
        write("sub/deep/pyproject.toml", "[tool.other]\ncodemod = 1\n");
        write("sub/deep/a.py", "old_unsafe()\n");
        write("b.py", "old_unsafe()\n");
        assertThat(apply("--check", "sub/deep/a.py").exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(apply("--check", "sub/deep").exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(apply("--check", "sub/deep", "b.py").exitCode()).isEqualTo(ExitCode.CHANGES_PENDING);
        assertThat(apply("--check").exitCode()).isEqualTo(ExitCode.CHANGES_PENDING);
    }

    @Test
    void theConfigurationCanBeNamedOrLeftOut() throws IOException {
        write("codemod.yaml", "unsafe: true\n");
        write("other/strict.toml", "[tool.codemod]\nunsafe = false\n");
        write("a.py", "old_unsafe()\n");
        assertThat(apply("--check", "--config", "other/strict.toml").exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(apply("--check", "--no-config").exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(apply("--check").exitCode()).isEqualTo(ExitCode.CHANGES_PENDING);
        assertUsage("codemod: error: missing.yaml: no such file", "--config", "missing.yaml");
        assertUsage("codemod: error: --config and --no-config exclude each other", "--no-config", "--config", "x");
    }

    @Test
    void theCommandLineWins() throws IOException {
        write("codemod.yaml", "unsafe: true\nexclude: [a.py]\noptions: {rename-calls: {style: long}}\n");
        write("a.py", "old_safe()\n");
        write("b.py", "old_safe()\nold_unsafe()\n");
        assertThat(apply("--dry-run").out()).contains("+new_long()\n+new()\n").doesNotContain("a.py");
        assertThat(apply("--dry-run", "--no-unsafe").out()).contains("+new_long()\n old_unsafe()\n");
        assertThat(apply("--dry-run", "-P", "style=short").out()).contains("+new()\n+new()\n");
        assertThat(apply("--dry-run", "--exclude", "b.py").out())
                .contains("+++ b/a.py")
                .doesNotContain("b.py");
    }

    @Test
    void pathsAreRelativeToTheFolderOfTheFile() throws IOException {
        write("codemod.yaml", "exclude: [/sub/x/]\nper-file-ignores:\n  /sub/y/: [rename-calls]\n");
        write("sub/x/a.py", "old_safe()\n");
        write("sub/y/z/b.py", "old_safe()\n");
        write("sub/c.py", "old_safe()\n");
        CliRun run = CliRun.with(List.of(new RenameCalls()), folder.resolve("sub"), "apply", "--dry-run", ".");
        assertThat(run.out()).startsWith("diff --git a/c.py b/c.py\n").hasLineCount(6);
        assertThat(run.err()).startsWith("files: 2 scanned, 1 changed");
    }

    @Test
    void aProjectBringsItsOwnRecipes() throws IOException {
        write("codemod.yaml", "recipes: [tools/mine.yaml]\nselect: [mine]\n");
        write(
                "tools/mine.yaml",
                "id: mine\nmessage: Use f\nwhy: It is shorter.\napplicability: safe\n"
                        + "match: \"g($X)\"\nrewrite: \"f($X)\"\ntests:\n  - before: |\n      g(1)\n    after: |\n      f(1)\n");
        write("a.py", "g(2)\n");
        assertThat(apply("--dry-run", "a.py").out()).endsWith("-g(2)\n+f(2)\n");
        assertThat(CliRun.with(List.of(), folder, "list").out()).isEqualTo("mine  Use f (recipe)\n");
        assertThat(CliRun.with(List.of(), folder, "show", "mine").out()).startsWith("# mine\n");
        write("tools/mine.yaml", "id: mine\nmesage: Use f\n");
        assertThat(apply().err()).contains("mine.yaml:2:1: unknown key mesage; did you mean message?");
    }

    @Test
    void twoConfigurationsInOneFolderAreAnError() throws IOException {
        write("codemod.yaml", "");
        write("pyproject.toml", "[tool.codemod]\n");
        assertUsage("codemod: error: codemod.yaml: pyproject.toml configures codemod, too; keep one of them, or name it"
                + " with --config");
        assertThat(apply("--config", "pyproject.toml").exitCode()).isEqualTo(ExitCode.DONE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "selct = []|1: unknown key selct; did you mean select?",
                "python_version = '3.9'|1: unknown key python_version; did you mean python-version?",
                "zzz = 1|1: unknown key zzz; known are select, python-version, unsafe, exclude, jobs, recipes,"
                        + " per-file-ignores, options",
                "unsafe = 'yes'|1: unsafe must be true or false, not a text",
                "jobs = 0|1: jobs must be a number from 1 to 256, not 0",
                "jobs = 1.5|1: jobs must be a whole number, not the number 1.5",
                "python-version = 3.9|1: python-version must be a text; write it in quotes, not the number 3.9",
                "python-version = '4.7'|1: unknown Python version 4.7; known are 2.7, 3.0, 3.1, 3.2, 3.3, 3.4, 3.5, 3.6,"
                        + " 3.7, 3.8, 3.9, 3.10, 3.11, 3.12, 3.13, 3.14",
                "exclude = 'x'|1: exclude must be a list of texts, not a text",
                "exclude = ['x', 2]|17: each of exclude must be a text; write it in quotes, not the number 2",
                "select = ['rename-cals']|11: unknown codemod rename-cals; did you mean rename-calls?",
                "options = 3|1: options must be a table, not the number 3",
                "options.rename-cals.style = 'long'|1: unknown codemod rename-cals; did you mean rename-calls?",
                "options.rename-calls.stile = 'long'|1: unknown option of rename-calls stile; did you mean style?",
                "options.rename-calls.style = 'wide'|1: style cannot be wide; it is one of short, long",
                "jobs = |7: not TOML: Unexpected end of line",
                "jobs = 1979-05-27|1: jobs must be a whole number, not a date or time",
            })
    void mistakesInTomlHaveAPlaceAndOneLine(String text, String message) throws IOException {
        write("pyproject.toml", "[tool.codemod]\n" + text + "\n");
        assertMistake("pyproject.toml:2:" + message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "selct: []|2:1: unknown key selct; did you mean select?",
                "unsafe: yes|2:9: unsafe must be true or false, not a text",
                "python-version: 3.10|2:17: python-version must be a text; write it in quotes, not the number 3.1",
                "jobs: many|2:7: jobs must be a whole number, not a text",
                "jobs:|2:6: jobs must be a whole number, not nothing",
                "jobs: 99999999999999999999|2:7: jobs must be a whole number, not the number 1.0E20",
                "select: [rename-cals]|2:10: unknown codemod rename-cals; did you mean rename-calls?",
                "options: {rename-calls: {style: wide}}|2:33: style cannot be wide; it is one of short, long",
                "per-file-ignores: {x: [nobody]}|2:24: unknown codemod nobody; `codemod list` shows all",
                "exclude: &a [*a]|2:10: the value contains itself",
                "jobs: [1|3:1: not YAML: ",
                "a: b: c|2:5: not YAML: ",
            })
    void mistakesInYamlHaveAPlaceAndOneLine(String text, String message) throws IOException {
        write("codemod.yaml", "# comment\n" + text + "\n");
        assertMistake("codemod.yaml:" + message);
    }

    @Test
    void furtherMistakesInYaml() throws IOException {
        write("codemod.yaml", "jobs: 1\njobs: 2\n");
        assertMistake("codemod.yaml:2:1: the key jobs is there twice");
        write("codemod.yaml", "- a\n");
        assertMistake("codemod.yaml:1:1: the configuration must be a table, not a list");
        write("codemod.yaml", "[a]: b\n");
        assertMistake("codemod.yaml:1:1: a key must be a text");
        Files.write(folder.resolve("codemod.yaml"), new byte[] {'#', (byte) 0xe9, '\n'});
        assertMistake("codemod.yaml: the file is not UTF-8");
    }

    private void assertMistake(String start) {
        CliRun run = apply();
        assertThat(run.err()).startsWith("codemod: error: " + start).hasLineCount(1);
        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
    }

    private void assertUsage(String message, String... options) {
        CliRun run = apply(options);
        assertThat(run.err()).isEqualTo(message + System.lineSeparator());
        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
    }

    private CliRun apply(String... options) {
        String[] args = Stream.concat(Stream.of("apply"), Stream.of(options)).toArray(String[]::new);
        return CliRun.with(List.of(new RenameCalls()), folder, args);
    }

    private void write(String name, String text) throws IOException {
        Files.createDirectories(folder.resolve(name).getParent());
        Files.writeString(folder.resolve(name), text);
    }

    private String read(String name) throws IOException {
        return Files.readString(folder.resolve(name));
    }
}
