package dev.codemod.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunCommandTest {
    private static final String PATTERN = "requests.get($U, $$$A)";
    private static final String REPLACEMENT = "httpx.get($U, $$$A)";

    @TempDir
    Path temporary;

    private Path folder;

    @BeforeEach
    void makeFolder() throws IOException {
        folder = Files.createDirectory(temporary.toRealPath().resolve("work"));
    }

    @Test
    void aPatternIsRewrittenInPlace() throws IOException {
        Path file = Files.writeString(folder.resolve("a.py"), "from requests import get as fetch; fetch(url)\n");
        CliRun run = run("-p", PATTERN, "-r", REPLACEMENT, ".");
        assertThat(run.err())
                .isEqualTo("files: 1 scanned, 1 changed, 0 skipped, 0 unparsed; rewrites: 1 safe, 0 unsafe; 0 manual"
                        + System.lineSeparator());
        assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(Files.readString(file)).isEqualTo("import httpx; httpx.get(url)\n");
    }

    @Test
    void aDryRunPrintsADiffAndACheckFails() throws IOException {
        Path file = Files.writeString(folder.resolve("a.py"), "import requests\n\nrequests.get(url)\n");
        assertThat(run("--dry-run", "-p", PATTERN, "-r", REPLACEMENT, ".").out())
                .contains("-requests.get(url)\n+httpx.get(url)\n");
        assertThat(run("--check", "-p", PATTERN, "-r", REPLACEMENT, ".").exitCode())
                .isEqualTo(ExitCode.CHANGES_PENDING);
        assertThat(Files.readString(file)).contains("requests.get(url)");
    }

    @Test
    void whatIsNotCertainIsRewrittenOnlyWithUnsafe() throws IOException {
        Path file = Files.writeString(folder.resolve("a.py"), "x = set([\n    1,\n    2,\n])\n");
        CliRun doubtful = run("-p", "set([$$$X])", "-r", "{$$$X}", ".");
        assertThat(doubtful.err()).contains("a.py:1:5: unsafe: ").contains("0 changed");
        assertThat(run("--unsafe", "-p", "set([$$$X])", "-r", "{$$$X}", ".").err())
                .contains("1 changed");
        assertThat(Files.readString(file)).startsWith("x = {");
    }

    @Test
    void codeThatWouldRunTwiceIsNotCertain() throws IOException {
        Files.writeString(folder.resolve("a.py"), "double(n)\ndouble(read(1))\n");
        CliRun run = run("--dry-run", "-p", "double($X)", "-r", "$X + $X", ".");
        assertThat(run.out()).contains("+n + n\n").doesNotContain("+read(1)");
        assertThat(run.err()).contains("a.py:2:1: unsafe: ", "read(1) would run more than once");
    }

    @Test
    void mistakesInThePatternAreUsageErrors() {
        CliRun run = run("-p", "f($A", "-r", "g($A)", ".");
        assertThat(run.err()).contains("the pattern is not Python: '(' was never closed (line 1, column 2)");
        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run("-p", "f($A)", "-r", "g($B)", ".").err())
                .contains("the replacement uses $B, which the pattern does not bind");
        assertThat(run("-p", "f($A)", ".").err()).contains("run needs a pattern and a replacement");
    }

    @Test
    void aPatternWithoutAnyWordIsWarnedAbout() {
        assertThat(run("--dry-run", "-p", "$A == $B", "-r", "$B != $A", ".").err())
                .contains("warning: the pattern names no word");
    }

    private CliRun run(String... args) {
        String[] all = new String[args.length + 1];
        all[0] = "run";
        System.arraycopy(args, 0, all, 1, args.length);
        return CliRun.in(folder, all);
    }
}
