package dev.codemod.codemods.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codemod.codemod.FileResult;
import dev.codemod.fixtures.CodemodRun;
import dev.codemod.fixtures.PythonProgram;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Rewrites programs that compose statements at random. With values that were well-behaved before, SQLite finds the same
 * rows, and what PyMySQL would send is the same text. With hostile values it finds and sends what the program did before
 * when the values were escaped by hand.
 */
class ComposedQueriesTest {
    private static final Path SUPPORT = Path.of("../fixtures/runtime/support").toAbsolutePath();

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"1, sqlite3", "2, sqlite3", "3, sqlite3", "4, sqlite3", "5, assembled", "6, assembled", "7, assembled"})
    void rewrittenProgramsDoTheSame(String seed, String driver) throws IOException {
        String generator = SUPPORT.resolve("composed_queries.py").toString();
        PythonProgram.Outcome generated = PythonProgram.run(folder, "", generator, seed, driver);
        assertThat(generated.errors()).isEmpty();
        byte[] before = generated.output().getBytes(StandardCharsets.UTF_8);

        FileResult result = CodemodRun.results(new SqlParams(), Map.of("program.py", before), null, false, Map.of(), 1)
                .get(0);
        assertThat(result.errors()).isEmpty();
        List<String> open = result.findings().stream()
                .filter(finding -> !finding.isApplied())
                .map(finding -> finding.line() + ": " + finding.reason())
                .toList();
        assertThat(open).isEmpty();
        assertThat(result.findings()).hasSize(60);

        Files.copy(SUPPORT.resolve("pymysql.py"), folder.resolve("pymysql.py"));
        assertSame(run("before.py", before, "ordinary"), run("after.py", result.after(), "ordinary"));
        assertSame(run("before.py", before, "escaped"), run("after.py", result.after(), "hostile"));
    }

    private static void assertSame(PythonProgram.Outcome expected, PythonProgram.Outcome actual) {
        assertThat(expected.errors()).isEmpty();
        assertThat(expected.output()).doesNotContain("Error");
        assertThat(expected.output().lines()).hasSizeGreaterThanOrEqualTo(60 * 13);
        assertThat(actual).isEqualTo(expected);
    }

    private PythonProgram.Outcome run(String name, byte[] program, String values) throws IOException {
        Files.write(folder.resolve(name), program);
        return PythonProgram.run(folder, "", name, values);
    }
}
