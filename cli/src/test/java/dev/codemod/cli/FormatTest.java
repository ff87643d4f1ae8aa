package dev.codemod.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codemod.fixtures.PythonProgram;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormatTest {
    private static final String FILE_A = "\"path\":\"a.py\",\"status\":\"changed\","
            + "\"diff\":\"diff --git a/a.py b/a.py\\n--- a/a.py\\n+++ b/a.py\\n@@ -1,2 +1,2 @@\\n-old_safe()\\n+new()\\n"
            + " old_manual()\\n\",\"units\":[],\"findings\":["
            + "{\"codemod\":\"rename-calls\",\"line\":1,\"column\":1,\"endLine\":1,\"endColumn\":11,"
            + "\"applicability\":\"safe\",\"reason\":\"safe-name\",\"message\":\"it has a new name\",\"applied\":true},"
            + "{\"codemod\":\"rename-calls\",\"line\":2,\"column\":1,\"endLine\":2,\"endColumn\":13,"
            + "\"applicability\":\"manual\",\"reason\":\"no-name\",\"message\":\"nobody knows its new name; ask\","
            + "\"applied\":false}],\"errors\":[]}";
    private static final String FILE_D = "\"path\":\"d.py\",\"status\":\"unparsed\",\"units\":[],\"findings\":[],"
            + "\"errors\":[{\"line\":1,\"column\":9,\"message\":\"'(' was never closed\"},"
            + "{\"line\":2,\"column\":1,\"message\":\"invalid syntax\"}]}";
    private static final String SUMMARY = "\"files\":{\"scanned\":3,\"changed\":1,\"skipped\":0,\"unparsed\":1},"
            + "\"rewrites\":{\"safe\":1,\"unsafe\":0},\"manual\":1,\"exitCode\":3}";

    @TempDir
    Path temporary;

    private Path folder;

    @BeforeEach
    void makeFolder() throws IOException {
        folder = Files.createDirectory(temporary.toRealPath().resolve("work"));
    }

    @Test
    void jsonIsOneObjectWithTheFilesThatSayAnything() throws IOException {
        writeThree();
        CliRun run = apply("--dry-run", "--format", "json");
        assertThat(run.out())
                .isEqualTo("{\"version\":1,\"files\":[\n{" + FILE_A + ",\n{" + FILE_D
                        + "\n],\"errors\":[],\"summary\":{" + SUMMARY + "}\n");
        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isEqualTo(ExitCode.INCOMPLETE);
    }

    @Test
    void jsonlIsOneObjectOnEachLine() throws IOException {
        writeThree();
        CliRun run = apply("--dry-run", "--format=jsonl");
        assertThat(run.out().lines())
                .containsExactly(
                        "{\"type\":\"file\"," + FILE_A,
                        "{\"type\":\"file\"," + FILE_D,
                        "{\"type\":\"summary\",\"version\":1," + SUMMARY);
    }

    @Test
    void filesAreWrittenWhateverTheFormat() throws IOException {
        write("a.py", "old_safe()\n");
        assertThat(apply("--format", "json", "--diff-out", "out.diff").out())
                .contains("\"status\":\"changed\",\"diff\"");
        assertThat(folder.resolve("a.py")).hasContent("new()\n");
        assertThat(folder.resolve("out.diff")).content().startsWith("diff --git a/a.py b/a.py\n");
        assertThat(apply("--format", "json").out())
                .isEqualTo("{\"version\":1,\"files\":[\n],\"errors\":[],\"summary\":{"
                        + "\"files\":{\"scanned\":1,\"changed\":0,\"skipped\":0,\"unparsed\":0},"
                        + "\"rewrites\":{\"safe\":0,\"unsafe\":0},\"manual\":0,\"exitCode\":0}}\n");
    }

    @Test
    void aFileThatIsNotWrittenIsAnError() throws IOException {
        Files.writeString(temporary.resolve("outside.py"), "old_safe()\n");
        Files.createSymbolicLink(
                folder.resolve("link.py"), temporary.toRealPath().resolve("outside.py"));
        CliRun run = CliRun.with(List.of(new RenameCalls()), folder, "apply", "--format", "json", "link.py");
        assertThat(run.out())
                .contains("],\"errors\":[{\"path\":\"link.py\",\"message\":\"not written: ")
                .contains("\"exitCode\":3}");
        assertThat(temporary.resolve("outside.py")).hasContent("old_safe()\n");
    }

    @Test
    void aDiffThatIsNotUtf8IsInBase64() throws IOException {
        Files.write(
                folder.resolve("a.py"),
                "# coding: latin-1\nold_safe('\u00e9')\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(apply("--dry-run", "--format", "jsonl").out()).contains("\"diffBase64\":\"ZGlmZi");
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "jsonl", "sarif"})
    void hostileNamesAndTextsAreValidJson(String format) throws Exception {
        write("a \"b\"\\:c\t%\u20ac.py", "old_safe('\\x00\u2028\ud83d\ude00')\nold_manual()\nold_broken()\n");
        write("b.py", "old_safe('\ud83d\ude00\"', 1)\nold_manual()\nold_unsafe()\n");
        write("c.py", "old_safe(\n");
        CliRun run = apply("--dry-run", "--format", format);
        Files.writeString(temporary.resolve("check.py"), """
                import json, sys
                text = sys.stdin.buffer.read().decode("utf-8")
                for value in text.splitlines() if sys.argv[1] == "jsonl" else [text]:
                    value = json.loads(value)
                if sys.argv[1] == "sarif":
                    run = value["runs"][0]
                    rules = {rule["id"] for rule in run["tool"]["driver"]["rules"]}
                    for result in run["results"]:
                        assert result["ruleId"] in rules, result
                        assert set(result) <= {"ruleId", "level", "message", "locations", "properties"}, result
                        place = result["locations"][0]["physicalLocation"]
                        assert all(n >= 1 for n in place["region"].values()), place
                    print(len(run["results"]), len(run["invocations"][0]["toolExecutionNotifications"]))
                """);
        PythonProgram.Outcome outcome = PythonProgram.run(temporary, run.out(), "check.py", format);
        assertThat(outcome.errors()).isEmpty();
        assertThat(outcome.status()).isZero();
        assertThat(outcome.output().strip()).isEqualTo(format.equals("sarif") ? "3 3" : "");
    }

    @Test
    void sarifHasAResultForEveryFinding() throws IOException {
        writeThree();
        CliRun run = apply("--dry-run", "--format", "sarif");
        assertThat(run.out())
                .startsWith("{\"$schema\":\"https://docs.oasis-open.org/sarif/sarif/v2.1.0/")
                .contains(
                        "{\"ruleId\":\"rename-calls\",\"level\":\"warning\","
                                + "\"message\":{\"text\":\"nobody knows its new name; ask\"},"
                                + "\"locations\":[{\"physicalLocation\":{\"artifactLocation\":{\"uri\":\"a.py\"},"
                                + "\"region\":{\"startLine\":2,\"startColumn\":1,\"endLine\":2,\"endColumn\":13}}}],"
                                + "\"properties\":{\"reason\":\"no-name\",\"applicability\":\"manual\",\"applied\":false}}",
                        "\"rules\":[{\"id\":\"rename-calls\",\"shortDescription\":{\"text\":\"Rename calls\"}}]",
                        "\"invocations\":[{\"executionSuccessful\":false,\"exitCode\":3,\"toolExecutionNotifications\":["
                                + "{\"level\":\"error\",\"message\":{\"text\":\"'(' was never closed\"}");
    }

    @Test
    void anUnknownFormatIsWrongUsage() {
        CliRun run = apply("--format", "jsn");
        assertThat(run.err())
                .isEqualTo("codemod: error: unknown format jsn; did you mean json?" + System.lineSeparator());
        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
    }

    private void writeThree() throws IOException {
        write("a.py", "old_safe()\nold_manual()\n");
        write("b.py", "fine()\n");
        write("d.py", "old_safe(\n");
    }

    private CliRun apply(String... options) {
        String[] args = Stream.concat(Stream.of("apply"), Stream.of(options)).toArray(String[]::new);
        return CliRun.with(List.of(new RenameCalls()), folder, args);
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }
}
