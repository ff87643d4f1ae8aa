package dev.codemod.codemods.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codemod.codemod.FileResult;
import dev.codemod.fixtures.CodemodRun;
import dev.codemod.fixtures.PythonProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Runs programs with a real SQLite before and after: with ordinary values nothing changes, and hostile ones, which broke
 * every program, are data afterwards.
 */
class SqlParamsRuntimeTest {
    private static final Path PROGRAMS = Path.of("../fixtures/runtime/sql-params");

    @TempDir
    private Path folder;

    static Stream<Path> programs() throws IOException {
        try (Stream<Path> files = Files.list(PROGRAMS)) {
            return files.filter(file -> file.toString().endsWith(".py")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("programs")
    void ordinaryValuesGiveTheSameAndHostileOnesStayData(Path program) throws IOException {
        byte[] before = Files.readAllBytes(program);
        byte[] after = rewritten(before);
        assertThat(queriesWithValues(after)).isEmpty();

        PythonProgram.Outcome expected = run("before.py", before, "ordinary");
        PythonProgram.Outcome ordinary = run("after.py", after, "ordinary");
        assertThat(expected.errors()).isEmpty();
        assertThat(expected.output()).contains(" ok").doesNotContain(" wrong", " error");
        assertThat(ordinary).isEqualTo(expected);

        PythonProgram.Outcome broken = run("before.py", before, "hostile");
        PythonProgram.Outcome hostile = run("after.py", after, "hostile");
        assertThat(broken.output()).containsAnyOf(" wrong", " error", " destroyed");
        assertThat(hostile.errors()).isEmpty();
        assertThat(hostile.output()).contains(" ok").doesNotContain(" wrong", " error", " destroyed");
    }

    @Test
    void valuesKeepTheirTypesWhereNoColumnGivesThemOne() throws IOException {
        byte[] before = Files.readAllBytes(PROGRAMS.resolve("types/in_expressions.py"));
        byte[] after = rewritten(before);
        assertThat(queriesWithValues(after)).isEmpty();
        PythonProgram.Outcome expected = run("before.py", before, "");
        assertThat(expected.errors()).isEmpty();
        assertThat(expected.output()).contains("('text', '5z')", "2020-01-02");
        assertThat(run("after.py", after, "")).isEqualTo(expected);
    }

    private static byte[] rewritten(byte[] before) {
        FileResult result = run(before);
        assertThat(result.errors()).isEmpty();
        assertThat(result.after()).as("the program changes").isNotNull();
        return result.after();
    }

    private static List<String> queriesWithValues(byte[] program) {
        return run(program).findings().stream()
                .filter(finding -> !finding.reason().equals("identifier"))
                .map(finding -> finding.line() + ": " + finding.reason())
                .toList();
    }

    private static FileResult run(byte[] program) {
        return CodemodRun.results(new SqlParams(), Map.of("program.py", program), null, false, Map.of(), 1)
                .get(0);
    }

    private PythonProgram.Outcome run(String name, byte[] program, String values) throws IOException {
        Files.write(folder.resolve(name), program);
        return PythonProgram.run(folder, "", name, values);
    }
}
