package dev.codemod.codemods.asyncio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codemod.codemod.FileResult;
import dev.codemod.fixtures.CaseOptions;
import dev.codemod.fixtures.CodemodRun;
import dev.codemod.fixtures.PythonProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Runs programs before and after: the same output, and an event loop that no longer stalls. */
class AwaitBlockingCallsRuntimeTest {
    private static final Path RUNTIME = Path.of("../fixtures/runtime");

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> programsBehaveTheSameAndTheLoopKeepsTurning() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        try (Stream<Path> programs = Files.list(RUNTIME.resolve("await-blocking-calls"))) {
            for (Path program : programs.sorted().toList()) {
                String name = program.getFileName().toString();
                tests.add(DynamicTest.dynamicTest(name, program.toUri(), () -> check(program)));
            }
        }
        assertThat(tests).isNotEmpty();
        return tests.stream();
    }

    @TestFactory
    Stream<DynamicTest> projectsBehaveTheSameAndTheLoopKeepsTurning() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        try (Stream<Path> projects = Files.list(RUNTIME.resolve("await-blocking-projects"))) {
            for (Path project : projects.sorted().toList()) {
                String name = project.getFileName().toString();
                tests.add(DynamicTest.dynamicTest(name, project.toUri(), () -> checkProject(project)));
            }
        }
        assertThat(tests).isNotEmpty();
        return tests.stream();
    }

    private void check(Path program) throws IOException {
        String name = program.getFileName().toString();
        byte[] before = Files.readAllBytes(program);
        check(name, Map.of(name, before), CaseOptions.ofFirstLine(before));
    }

    private void checkProject(Path project) throws IOException {
        Map<String, byte[]> before = new TreeMap<>();
        try (Stream<Path> files = Files.list(project)) {
            for (Path file : files.toList()) {
                before.put(file.getFileName().toString(), Files.readAllBytes(file));
            }
        }
        check("program.py", before, CaseOptions.ofFirstLine(before.get("program.py")));
    }

    private void check(String name, Map<String, byte[]> before, CaseOptions options) throws IOException {
        Map<String, byte[]> after = new TreeMap<>(before);
        for (FileResult result : CodemodRun.results(
                new AwaitBlockingCalls(), before, options.level(), options.isUnsafe(), options.parameters(), 1)) {
            if (result.status() == FileResult.Status.CHANGED) {
                after.put(result.path(), result.after());
            }
        }
        assertThat(after.get(name)).isNotEqualTo(before.get(name));
        PythonProgram.Outcome original = run(name, before);
        PythonProgram.Outcome rewritten = run(name, after);
        assertThat(original.status()).as(original.errors()).isZero();
        assertThat(rewritten.status()).as(rewritten.errors()).isZero();
        assertThat(rewritten.output()).isEqualTo(original.output());
        assertThat(longestGap(original)).as("longest gap of the original, ms").isGreaterThan(350);
        assertThat(longestGap(rewritten))
                .as("longest gap of the rewritten program, ms")
                .isLessThan(longestGap(original) / 2);
    }

    private PythonProgram.Outcome run(String name, Map<String, byte[]> program) throws IOException {
        Path place = Files.createTempDirectory(folder, "run");
        try (Stream<Path> support = Files.list(RUNTIME.resolve("support"))) {
            for (Path file : support.filter(Files::isRegularFile).toList()) {
                Files.write(place.resolve(file.getFileName().toString()), Files.readAllBytes(file));
            }
        }
        for (Map.Entry<String, byte[]> file : program.entrySet()) {
            Files.write(place.resolve(file.getKey()), file.getValue());
        }
        return PythonProgram.run(place, "", "watch_loop.py", name.substring(0, name.length() - ".py".length()));
    }

    private static int longestGap(PythonProgram.Outcome outcome) {
        List<String> lines = outcome.errors().lines().toList();
        return Integer.parseInt(lines.get(lines.size() - 1));
    }
}
