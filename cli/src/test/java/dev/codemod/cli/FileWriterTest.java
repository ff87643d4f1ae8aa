package dev.codemod.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileWriterTest {
    private static final byte[] OLD = "old".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] NEW = "new\r\n".getBytes(StandardCharsets.US_ASCII);

    @TempDir
    Path folder;

    @Test
    void theFileHasTheNewBytesAndItsOldMode() throws Exception {
        Path file = Files.write(folder.resolve("a.py"), OLD);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-x--x"));
        replace(input(file));
        assertThat(file).hasBinaryContent(NEW);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rwxr-x--x");
        assertThat(names()).containsExactly("a.py");
    }

    @Test
    void aFileThatChangedMeanwhileIsLeftAlone() throws Exception {
        Path file = Files.writeString(folder.resolve("a.py"), "edited by hand");
        assertThatThrownBy(() -> replace(input(file))).hasMessageContaining("meanwhile");
        assertThat(file).hasContent("edited by hand");
        assertThat(names()).containsExactly("a.py");
    }

    @Test
    void aLinkInsideTheRootKeepsBeingALink() throws Exception {
        Path file = Files.write(folder.resolve("a.py"), OLD);
        Path link = Files.createSymbolicLink(folder.resolve("link.py"), Path.of("a.py"));
        replace(input(link));
        assertThat(file).hasBinaryContent(NEW);
        assertThat(link).isSymbolicLink();
    }

    @Test
    void aLinkThatLeavesTheRootIsNotFollowed() throws Exception {
        Path file = Files.write(folder.resolve("a.py"), OLD);
        Path root = Files.createDirectory(folder.resolve("root"));
        Path link = Files.createSymbolicLink(root.resolve("link.py"), Path.of("../a.py"));
        SourceFile input = new SourceFile(link, "link.py", root, Path.of("link.py"));
        assertThatThrownBy(() -> replace(input)).hasMessageContaining("outside");
        assertThat(file).hasBinaryContent(OLD);
    }

    private static void replace(SourceFile file) throws NotWrittenException {
        FileWriter.replace(List.of(new Change(file, OLD, NEW)));
    }

    private SourceFile input(Path file) {
        return new SourceFile(file, file.getFileName().toString(), folder, file.getFileName());
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(path -> path.getFileName().toString()).toList();
        }
    }
}
