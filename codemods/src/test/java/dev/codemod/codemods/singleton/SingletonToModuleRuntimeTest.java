package dev.codemod.codemods.singleton;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codemod.codemod.FileResult;
import dev.codemod.fixtures.CodemodCase;
import dev.codemod.fixtures.CodemodRun;
import dev.codemod.fixtures.PythonProgram;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Runs programs before and after: the same output, identity, values, order of construction and threads included. */
class SingletonToModuleRuntimeTest {
    private static final Path CASES = Path.of("../fixtures/cases/singleton-to-module");
    private static final Path PROGRAMS = Path.of("../fixtures/runtime/singleton-to-module");

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> programsPrintTheSame() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        try (Stream<Path> programs = Files.list(PROGRAMS)) {
            for (Path program : programs.sorted().toList()) {
                String name = program.getFileName().toString();
                tests.add(DynamicTest.dynamicTest(name, program.toUri(), () -> check(name, program)));
            }
        }
        assertThat(tests).isNotEmpty();
        return tests.stream();
    }

    /** The projects among the cases that change and have a {@code main.py}; those of Python 2 cannot run here. */
    @TestFactory
    Stream<DynamicTest> projectsPrintTheSame() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (Path input : CodemodCase.inputs(CASES)) {
            Path output = Path.of(input.toString().replaceFirst("in$", "out"));
            boolean isRun = Files.exists(input.resolve("main.py")) && Files.isDirectory(output);
            if (isRun && CodemodCase.read(input).options().level() == null) {
                String name = input.getFileName().toString();
                tests.add(DynamicTest.dynamicTest(name, input.toUri(), () -> compare(input, output)));
            }
        }
        assertThat(tests).hasSizeGreaterThan(60);
        return tests.stream();
    }

    private static void compare(Path input, Path output) {
        PythonProgram.Outcome original = PythonProgram.run(input, "", "main.py");
        assertThat(original.status()).as(original.errors()).isZero();
        assertThat(original.output()).isNotBlank();
        PythonProgram.Outcome rewritten = PythonProgram.run(output, "", "main.py");
        assertThat(rewritten.status()).as(rewritten.errors()).isZero();
        assertThat(rewritten.output()).isEqualTo(original.output());
    }

    private void check(String name, Path program) throws IOException {
        byte[] before = Files.readAllBytes(program);
        FileResult result = CodemodRun.results(new SingletonToModule(), Map.of(name, before), null, false, Map.of(), 1)
                .get(0);
        assertThat(result.status()).isEqualTo(FileResult.Status.CHANGED);
        assertThat(new String(result.after(), StandardCharsets.UTF_8)).doesNotContain("metaclass=Singleton");
        PythonProgram.Outcome original = run(name, before);
        PythonProgram.Outcome rewritten = run(name, result.after());
        assertThat(original.status()).as(original.errors()).isZero();
        assertThat(original.output()).isNotBlank();
        assertThat(rewritten.status()).as(rewritten.errors()).isZero();
        assertThat(rewritten.output()).isEqualTo(original.output());
    }

    private PythonProgram.Outcome run(String name, byte[] program) throws IOException {
        Files.write(folder.resolve(name), program);
        return PythonProgram.run(folder, "", name);
    }
}
