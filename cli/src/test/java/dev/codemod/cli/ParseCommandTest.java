package dev.codemod.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParseCommandTest {
    @TempDir
    Path folder;

    @Test
    void theTotalsAreTheResult() throws IOException {
        write("a.py", "x = 1\n");
        write("b.py", "def f():\r\n\treturn 'caf\u00e9'");
        CliRun run = CliRun.in(folder, "parse");
        assertThat(run.out()).isEqualTo("2 files, 31 bytes, 0 syntax errors, 0 round-trip differences\n");
        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
    }

    @Test
    void aSyntaxErrorIsALineWithItsPlace() throws IOException {
        write("bad.py", "x = 1\n\u00e9 = f(]\n");
        write("good.py", "x = 1\n");
        CliRun run = CliRun.in(folder, "parse", ".");
        assertThat(run.out()).isEqualTo("2 files, 21 bytes, 1 syntax errors, 0 round-trip differences\n");
        assertThat(run.err()).startsWith("bad.py:2:7: error: ").hasLineCount(1);
        assertThat(run.exitCode()).isEqualTo(ExitCode.INCOMPLETE);
    }

    @Test
    void theVersionDecidesWhatIsAnError() throws IOException {
        write("old.py", "print 'x'\n");
        assertThat(CliRun.in(folder, "parse").exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(CliRun.in(folder, "parse", "--python-version", "2.7").exitCode())
                .isEqualTo(ExitCode.DONE);
        CliRun python3 = CliRun.in(folder, "parse", "--python-version", "3.13");
        assertThat(python3.exitCode()).isEqualTo(ExitCode.INCOMPLETE);
        assertThat(python3.err()).startsWith("old.py:1:1: error: Missing parentheses in call to 'print'");
    }

    @Test
    void bytesThatAreNoTextAreAnErrorAndStillRoundTrip() throws IOException {
        Files.write(folder.resolve("binary.py"), new byte[] {'x', '=', 0, (byte) 0xff, '\n'});
        CliRun run = CliRun.in(folder, "parse");
        assertThat(run.out()).isEqualTo("1 files, 5 bytes, 1 syntax errors, 0 round-trip differences\n");
        assertThat(run.err()).startsWith("binary.py:1:").contains(": error: ").hasLineCount(1);
    }

    @Test
    void deepNestingIsReadOrRefusedButNeverBreaks() throws IOException {
        write("deep.py", "x = " + "-".repeat(100_000) + "1\n");
        write("brackets.py", "x = " + "(".repeat(150) + "1" + ")".repeat(150) + "\n");
        write("sum.py", "x = 1" + " + 1".repeat(100_000) + "\n");
        CliRun run = CliRun.in(folder, "parse");
        assertThat(run.out()).startsWith("3 files, ").endsWith(" 0 round-trip differences\n");
        assertThat(run.err()).doesNotContain("internal error");
    }

    private void write(String name, String text) throws IOException {
        Files.write(folder.resolve(name), text.getBytes(StandardCharsets.UTF_8));
    }
}
