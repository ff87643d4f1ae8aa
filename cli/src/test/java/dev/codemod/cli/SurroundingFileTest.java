package dev.codemod.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codemod.codemod.InputFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SurroundingFileTest {
    @TempDir
    Path temporary;

    private Path folder;

    @BeforeEach
    void makeFiles() throws IOException {
        folder = temporary.toRealPath();
        for (String path : List.of("a.py", "b.py", "pkg/c.py")) {
            Files.createDirectories(folder.resolve(path).getParent());
            Files.writeString(folder.resolve(path), "x\n");
        }
    }

    @Test
    void aNamedFileHasItsProjectAroundIt() throws Exception {
        assertThat(around(folder, folder.resolveSibling("home"), "a.py")).containsExactly("b.py", "pkg/c.py");
        assertThat(around(folder, folder.resolveSibling("home"), "a.py", "pkg")).containsExactly("b.py");
        assertThat(around(folder, folder.resolveSibling("home"), ".")).isEmpty();
    }

    @Test
    void theWorkTreeIsTheProjectWhereverOneStands() throws Exception {
        Files.createDirectory(folder.resolve(".git"));
        assertThat(around(folder.resolve("pkg"), folder.resolveSibling("home"), "c.py"))
                .containsExactly("../a.py", "../b.py");
    }

    @Test
    void theHomeFolderIsNoProject() throws Exception {
        assertThat(around(folder, folder, "a.py")).isEmpty();
        assertThat(around(folder, folder.resolve("pkg"), "a.py")).isEmpty();
    }

    private static List<String> around(Path workingDirectory, Path home, String... arguments) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Console console = new Console(out, out, false, false, true);
        Environment environment = new Environment(console, workingDirectory, List::of);
        List<SourceFile> files = new FileWalk(environment, List.of(), workingDirectory, true).find(List.of(arguments));
        FileWalk walk = new FileWalk(environment, List.of(), workingDirectory, true);
        return SurroundingFile.around(List.of(arguments), files, walk, workingDirectory, home).stream()
                .map(InputFile::path)
                .toList();
    }
}
