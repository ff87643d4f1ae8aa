package dev.codemod.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileWalkTest {
    @TempDir
    Path temporary;

    private Path folder;
    private final ByteArrayOutputStream messages = new ByteArrayOutputStream();

    @BeforeEach
    void makeFolder() throws IOException {
        folder = Files.createDirectory(temporary.toRealPath().resolve("work"));
    }

    @Test
    void pythonFilesAreFoundInTheOrderOfTheirNames() throws Exception {
        files("b.py", "a/z.pyi", "a/b/c.pyw", "a.txt", "py", "c.pyc", "A.py");
        assertThat(find(".")).containsExactly("A.py", "a/b/c.pyw", "a/z.pyi", "b.py");
        assertThat(find()).isEqualTo(find("."));
    }

    @Test
    void eachFileIsFoundOnce() throws Exception {
        files("a/x.py", "b.py");
        assertThat(find("a/x.py", "a", ".", "./b.py")).containsExactly("a/x.py", "b.py");
    }

    @Test
    void textsBesidePythonFilesAreFoundToo() throws Exception {
        files(
                ".gitignore=*.json\n",
                "setup.cfg",
                "a/x.yaml",
                "a/x.py",
                "a/x.png",
                "a/data.json",
                "Procfile",
                "b/c.TOML");
        Git.init(folder);
        FileWalk walk = walk(List.of("b"), true);
        assertThat(paths(walk.find(List.of(".", "a")))).containsExactly("a/x.py");
        assertThat(paths(walk.texts())).containsExactly("Procfile", "a/x.yaml", "setup.cfg");
    }

    @Test
    void aFileGivenByNameIsTakenWhateverItIs() throws Exception {
        files("script", "build/x.py", ".gitignore=*.py\n", "a.py");
        assertThat(find("script", "build/x.py", "a.py")).containsExactly("script", "build/x.py", "a.py");
        assertThat(find(".")).isEmpty();
    }

    @Test
    void foldersThatHoldNoSourcesAreLeftOut() throws Exception {
        files(".venv/a.py", "x/node_modules/a.py", "site-packages/a.py", "build/a.py", "src/a.py", ".hidden/a.py");
        assertThat(find(".")).containsExactly(".hidden/a.py", "src/a.py");
        assertThat(find("build")).containsExactly("build/a.py");
    }

    @Test
    void noIgnoreTakesAllButTheRepositoryItself() throws Exception {
        files(".gitignore=*\n", ".venv/a.py", ".git/hooks/a.py", "src/a.py");
        assertThat(paths(walk(List.of(), false).find(List.of(".")))).containsExactly(".venv/a.py", "src/a.py");
    }

    @Test
    void excludesAreRelativeToTheWorkingDirectory() throws Exception {
        files("tests/a.py", "src/tests/b.py", "src/gen/c.py", "src/d_pb2.py", "src/e.py");
        assertThat(paths(walk(List.of("tests", "src/gen", "*_pb2.py"), true).find(List.of("src"))))
                .containsExactly("src/e.py");
        assertThat(paths(walk(List.of("/tests"), true).find(List.of("."))))
                .containsExactly("src/d_pb2.py", "src/e.py", "src/gen/c.py", "src/tests/b.py");
    }

    @Test
    void ignoreFilesOfFoldersAboveTheArgumentCount() throws Exception {
        Git.init(folder);
        files(".gitignore=gen/\n/src/old.py\n", "src/.gitignore=!keep.py\n*_x.py\n");
        files("src/gen/a.py", "src/old.py", "src/keep.py", "src/a_x.py", "src/deep/b_x.py", "src/deep/old.py");
        assertThat(find("src")).containsExactly("src/deep/old.py", "src/keep.py");
        assertThat(find("src/deep")).containsExactly("src/deep/old.py");
    }

    @Test
    void theExcludeFileOfTheRepositoryCounts() throws Exception {
        Git.init(folder);
        files(
                ".git/info/exclude=local.py\n/top/\n",
                "a/local.py",
                "top/a.py",
                "a/top/b.py",
                "sub/.gitignore=!local.py\n");
        files("sub/local.py");
        assertThat(find(".")).containsExactly("a/top/b.py", "sub/local.py");
    }

    @Test
    void theExcludeFileIsFoundFromALinkedWorkTree() throws Exception {
        Git git = Git.init(folder);
        files(".git/info/exclude=local.py\n", "a.py");
        git.commitAll();
        git.run("worktree", "add", "-q", "../linked");
        folder = folder.resolveSibling("linked");
        files("local.py");
        assertThat(find(".")).containsExactly("a.py");
    }

    @Test
    void anIgnoredFolderIsWalkedIfItIsNamed() throws Exception {
        Git.init(folder);
        files(
                ".gitignore=generated/\n*.tmp.py\n",
                "generated/a.py",
                "generated/b.tmp.py",
                "generated/.gitignore=c.py\n");
        files("generated/c.py");
        assertThat(find(".")).isEmpty();
        assertThat(find("generated")).containsExactly("generated/a.py", "generated/b.tmp.py");
    }

    @Test
    void aRepositoryInsideARepositoryHasItsOwnRules() throws Exception {
        Git.init(folder);
        files(".gitignore=*_x.py\n", "inner/.gitignore=*_y.py\n", "inner/a_x.py", "inner/a_y.py", "b_x.py", "after.py");
        Git.init(folder.resolve("inner"));
        assertThat(find(".")).containsExactly("after.py", "inner/a_x.py");
    }

    @Test
    void symbolicLinksAreNotFollowed() throws Exception {
        files("in/a.py", "../outside/b.py");
        Files.createSymbolicLink(folder.resolve("link.py"), folder.resolve("in/a.py"));
        Files.createSymbolicLink(folder.resolve("loop"), folder);
        Files.createSymbolicLink(folder.resolve("out"), temporary.resolve("outside"));
        assertThat(find(".")).containsExactly("in/a.py");
        assertThat(find("link.py")).containsExactly("in/a.py");
        assertThat(find("loop/in", "in/a.py")).containsExactly("in/a.py");
        assertThat(find("out")).containsExactly("out/b.py");
    }

    @Test
    void diffsNameFilesOutsideTheWorkingDirectoryFromTheFolderThatHoldsAll() throws Exception {
        files("../outside/sub/b.py", "../outside/c.py", "a.py");
        FileWalk walk = walk(List.of(), true);
        List<SourceFile> found = walk.find(List.of("../outside/sub", "a.py"));
        assertThat(paths(found)).containsExactly("../outside/sub/b.py", "a.py");
        assertThat(walk.diffFolder()).isEqualTo(temporary);
        assertThat(found.get(0).diffName()).hasToString("outside/sub/b.py");
        assertThat(found.get(1).diffName()).hasToString(folder.getFileName() + "/a.py");
        assertThat(diffNames("../outside/sub/b.py")).containsExactly("b.py");
        assertThat(diffNames("../outside/sub/b.py", "../outside/c.py")).containsExactly("sub/b.py", "c.py");
        Files.createDirectory(temporary.resolve("outside/.git"));
        assertThat(diffNames("../outside/sub/b.py")).containsExactly("sub/b.py");
    }

    private List<String> diffNames(String... arguments) throws Exception {
        return walk(List.of(), true).find(List.of(arguments)).stream()
                .map(file -> file.diffName().toString())
                .toList();
    }

    @Test
    void anAbsoluteArgumentInsideTheWorkingDirectoryIsShownRelative() throws Exception {
        files("src/a.py");
        assertThat(find(folder.resolve("src").toString())).containsExactly("src/a.py");
    }

    @Test
    void aMissingPathEndsTheCommand() {
        assertThatThrownBy(() -> find("nowhere"))
                .isInstanceOf(CliException.class)
                .hasMessage("no such file or folder: nowhere")
                .extracting(e -> ((CliException) e).exitCode())
                .isEqualTo(ExitCode.USAGE);
    }

    @Test
    void aPathBelowAFileEndsTheCommand() throws Exception {
        files("a.py");
        assertThatThrownBy(() -> find("a.py/b")).isInstanceOf(CliException.class);
    }

    @Test
    void anIgnoreFileThatIsAFolderIsNoRule() throws Exception {
        files(".gitignore/x.py", "a.py");
        assertThat(find(".")).containsExactly(".gitignore/x.py", "a.py");
        assertThat(messages.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    private List<String> find(String... arguments) throws Exception {
        return paths(walk(List.of(), true).find(List.of(arguments)));
    }

    private FileWalk walk(List<String> excludes, boolean ignoring) throws IOException {
        Console console = new Console(new ByteArrayOutputStream(), messages, false, false, false);
        return new FileWalk(new Environment(console, folder, List::of), excludes, folder, ignoring);
    }

    private static List<String> paths(List<SourceFile> files) {
        return files.stream().map(SourceFile::path).toList();
    }

    /** Writes files; {@code name=content} gives the content. */
    private void files(String... files) throws IOException {
        for (String file : files) {
            String[] parts = file.split("=", 2);
            Path path = folder.resolve(parts[0]);
            Files.createDirectories(path.getParent());
            Files.writeString(path, parts.length == 2 ? parts[1] : "");
        }
    }
}
