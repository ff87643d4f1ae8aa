package dev.codemod.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TreeCommandTest {
    @TempDir
    Path folder;

    @Test
    void theLosslessTreeIsTheDefault() throws IOException {
        write("a.py", "x = 1  # one\n");
        CliRun run = CliRun.in(folder, "tree", "a.py");
        assertThat(run.out()).isEqualTo("""
                        Module 1:0-2:0
                          statements: Assign 1:0-1:5
                            targets: Name 1:0-1:1 'x'
                            value: NumberConstant 1:4-1:5 '1'
                        """);
        assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(CliRun.in(folder, "tree", "--format", "cst", "a.py").out()).isEqualTo(run.out());
    }

    @Test
    void tokensHavePlaceKindAndText() throws IOException {
        write("a.py", "x = '\\n'\r\n");
        assertThat(CliRun.in(folder, "tree", "--format=tokens", "a.py").out()).isEqualTo("""
                        1:0-1:1 NAME 'x'
                        1:2-1:3 = '='
                        1:4-1:8 STRING '\\'\\\\n\\''
                        1:8-2:0 NEWLINE '\\r\\n'
                        2:0-2:0 EOF ''
                        """);
    }

    @Test
    void astIsWhatCpythonPrints() throws IOException {
        write("a.py", "x = 1\n");
        CliRun run = CliRun.in(folder, "tree", "--format", "ast", "a.py");
        assertThat(run.out())
                .isEqualTo(
                        "Module(body=[Assign(targets=[Name(id='x', ctx=Store(), lineno=1, col_offset=0, end_lineno=1,"
                                + " end_col_offset=1)], value=Constant(value=1, lineno=1, col_offset=4, end_lineno=1,"
                                + " end_col_offset=5), lineno=1, col_offset=0, end_lineno=1, end_col_offset=5)])\n");
        write("old.py", "print 'x'\n");
        assertThat(CliRun.in(folder, "tree", "--format=ast", "--jsonl", "old.py")
                        .out())
                .isEqualTo("{\"path\": \"old.py\", \"ast\": \"Module(body=[Print(dest=None, values=[Str(s='x')],"
                        + " nl=True)])\"}\n");
    }

    @Test
    void anErrorHasNoAst() throws IOException {
        write("a.py", "x = 1\ny = (\n");
        CliRun run = CliRun.in(folder, "tree", "--format", "ast", "a.py");
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("a.py:2:5: error: ");
        CliRun json = CliRun.in(folder, "tree", "--format", "ast", "--jsonl", "a.py");
        assertThat(json.out())
                .isEqualTo("{\"path\": \"a.py\", \"error\": {\"line\": 2, \"column\": 5, \"message\": \"'(' was never"
                        + " closed\"}}\n");
        assertThat(json.err()).isEmpty();
        assertThat(json.exitCode()).isEqualTo(ExitCode.INCOMPLETE);
    }

    @Test
    void severalFilesHaveTitles() throws IOException {
        write("a.py", "");
        write("b.py", "");
        assertThat(CliRun.in(folder, "tree", ".").out()).isEqualTo("# a.py\nModule 1:0-1:0\n# b.py\nModule 1:0-1:0\n");
    }

    @Test
    void jsonLinesHaveOneObjectForEachFile() throws IOException {
        write("a.py", "'\"'\n");
        write("b.py", "(\n");
        CliRun run = CliRun.in(folder, "tree", "--jsonl", "--format", "tokens", ".");
        assertThat(run.out().lines())
                .containsExactly(
                        "{\"path\": \"a.py\", \"tokens\": \"1:0-1:3 STRING '\\\\'\\\"\\\\''\\n1:3-2:0 NEWLINE '\\\\n'\\n2:0-2:0 EOF"
                                + " ''\"}",
                        "{\"path\": \"b.py\", \"error\": {\"line\": 1, \"column\": 1, \"message\": \"'(' was never closed\"}}");
        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isEqualTo(ExitCode.INCOMPLETE);
    }

    @Test
    void aFileWithAnErrorStillShowsItsTree() throws IOException {
        write("a.py", "x = 1\ny = (\n");
        CliRun run = CliRun.in(folder, "tree", "a.py");
        assertThat(run.out()).startsWith("Module 1:0-").contains("Assign 1:0-1:5");
        assertThat(run.err()).startsWith("a.py:2:5: error: '(' was never closed");
        assertThat(run.exitCode()).isEqualTo(ExitCode.INCOMPLETE);
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }
}
