package dev.codemod.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.codemod.codemod.FileResult;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnitWriterTest {
    @TempDir
    Path folder;

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Report report =
            new Report(new TextOutput(new Console(new ByteArrayOutputStream(), err, false, false, false), null, false));

    @Test
    void filesOfOneUnitAreWrittenTogether() throws IOException {
        write(result("a.py", "u"), result("b.py", "u", "v"), result("c.py", "v"));
        assertThat(contents()).containsExactly("a.py=new", "b.py=new", "c.py=new");
        assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void aFileThatCannotBeWrittenKeepsAllThatBelongTogetherAsTheyAre() throws IOException {
        UnitWriter writer =
                writer(result("a.py", "u"), result("b.py", "v"), result("c.py", "u", "v"), result("d.py", "w"));
        Files.writeString(folder.resolve("b.py"), "mine");
        writer.write(report);
        assertThat(contents()).containsExactly("a.py=old", "b.py=mine", "c.py=old", "d.py=new");
        assertThat(err.toString(StandardCharsets.UTF_8).lines())
                .containsExactlyInAnyOrder(
                        "a.py: error: not written: it belongs together with b.py, which was not written",
                        "b.py: error: not written: the file was changed by someone else meanwhile",
                        "c.py: error: not written: it belongs together with b.py, which was not written");
        assertThat(report.finish(false)).isEqualTo(ExitCode.INCOMPLETE);
    }

    @Test
    void filesThatWereReplacedComeBackWhenALaterOneFails() throws Exception {
        List<Change> changes = new ArrayList<>();
        for (String name : List.of("a.py", "b.py", "c.py")) {
            Path file = Files.writeString(folder.resolve(name), "old");
            changes.add(new Change(input(file), bytes("old"), bytes("new")));
        }
        Path third = folder.resolve("c.py");
        try (Replacement replacement = Replacement.prepare(changes)) {
            Files.delete(third);
            Files.createDirectories(third.resolve("full"));
            NotWrittenException e = catchThrowableOfType(NotWrittenException.class, replacement::commit);
            assertThat(e.file().path()).isEqualTo("c.py");
            assertThat(e.getSuppressed()).isEmpty();
        }
        assertThat(contents()).containsExactly("a.py=old", "b.py=old");
    }

    private void write(FileResult... results) throws IOException {
        writer(results).write(report);
    }

    private UnitWriter writer(FileResult... results) throws IOException {
        UnitWriter writer = new UnitWriter();
        for (FileResult result : results) {
            Path file = Files.write(folder.resolve(result.path()), result.before());
            report.add(result, null);
            writer.add(input(file), result);
        }
        return writer;
    }

    private SourceFile input(Path file) {
        return new SourceFile(file, file.getFileName().toString(), folder, file.getFileName());
    }

    private static FileResult result(String path, String... units) {
        return new FileResult(
                path, FileResult.Status.CHANGED, bytes("old"), bytes("new"), List.of(), List.of(), Set.of(units));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private List<String> contents() throws IOException {
        List<String> contents = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                contents.add(file.getFileName() + "=" + Files.readString(file));
            }
        }
        return contents;
    }
}
