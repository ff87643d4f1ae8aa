package dev.codemod.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CleanTreeTest {
    @TempDir
    Path temporary;

    private Path folder;

    @BeforeEach
    void makeFolder() throws IOException {
        folder = Files.createDirectories(temporary.toRealPath().resolve("tree"));
        Files.createDirectory(folder.resolve("src"));
        Files.writeString(folder.resolve("src/a.py"), "a");
        Files.writeString(folder.resolve("notes"), "n");
    }

    @Test
    void aCommittedTreeIsClean() throws Exception {
        Git.init(folder).commitAll();
        assertThatCode(this::require).doesNotThrowAnyException();
    }

    @Test
    void aChangeAnywhereInTheTreeIsRefused() throws Exception {
        Git.init(folder).commitAll();
        Files.writeString(folder.resolve("notes"), "changed");
        assertRefused("(notes)");
    }

    @Test
    void aStagedRenameIsRefused() throws Exception {
        Git git = Git.init(folder);
        git.commitAll();
        git.run("mv", "notes", "words");
        assertRefused("(words)");
    }

    @Test
    void anUntrackedFileIsRefusedOnlyIfItWouldBeWritten() throws Exception {
        Git.init(folder).commitAll();
        Files.writeString(folder.resolve("new"), "");
        assertThatCode(this::require).doesNotThrowAnyException();
        Files.writeString(folder.resolve("src/b.py"), "");
        assertThatCode(this::require).doesNotThrowAnyException();
        assertThatThrownBy(() -> CleanTree.require(List.of(input("src/b.py")))).hasMessageContaining("src/b.py");
    }

    @Test
    void aRepositoryWithoutACommitIsRefused() throws Exception {
        Git.init(folder);
        assertRefused("(src/a.py)");
    }

    @Test
    void outsideAnyGitTreeNothingIsChecked() {
        assertThatCode(this::require).doesNotThrowAnyException();
    }

    @Test
    void aBrokenRepositoryIsRefusedInGitsWords() throws Exception {
        Files.writeString(folder.resolve(".git"), "gitdir: nowhere\n");
        assertRefused("not a git repository");
    }

    private void assertRefused(String words) {
        assertThatThrownBy(this::require)
                .hasMessageContaining(words)
                .satisfies(e -> assertThat(((CliException) e).exitCode()).isEqualTo(ExitCode.REFUSED));
    }

    private void require() throws CliException {
        CleanTree.require(List.of(input("src/a.py")));
    }

    private SourceFile input(String name) {
        return new SourceFile(folder.resolve(name), name, folder, Path.of(name));
    }
}
