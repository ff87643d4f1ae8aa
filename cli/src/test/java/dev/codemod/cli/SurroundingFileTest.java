package dev.codemod.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SurroundingFileTest {
    @TempDir
    Path temporary;

    private Path folder;
    private Path file;

    @BeforeEach
    void makeFile() throws IOException {
        folder = temporary.toRealPath();
        file = Files.writeString(Files.createDirectory(folder.resolve("shop")).resolve("cart.py"), "");
    }

    @Test
    void theProjectIsTheGitWorkTree() throws IOException {
        Files.createDirectory(folder.resolve(".git"));
        assertThat(SurroundingFile.projectRoot(file, folder.resolve("shop"))).isEqualTo(folder);
    }

    @Test
    void withoutGitItIsTheWorkingDirectoryAroundTheFile() {
        assertThat(SurroundingFile.projectRoot(file, folder)).isEqualTo(folder);
        assertThat(SurroundingFile.projectRoot(file, folder.resolve("other"))).isEqualTo(folder.resolve("shop"));
    }

    @Test
    void aWholeFileSystemIsNoProject() {
        assertThat(SurroundingFile.projectRoot(file, folder.getRoot())).isEqualTo(folder.resolve("shop"));
    }
}
