package dev.codemod.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitExcludesTest {
    @TempDir
    Path temporary;

    private Path repository;
    private Path home;

    @BeforeEach
    void makeFolders() throws IOException {
        repository = Files.createDirectory(temporary.toRealPath().resolve("repository"));
        home = Files.createDirectory(temporary.toRealPath().resolve("home"));
    }

    @Test
    void theUsersConfigurationNamesTheFile() throws IOException {
        assertThat(file()).isEqualTo(home.resolve(".config/git/ignore"));
        Files.createDirectories(home.resolve(".config/git"));
        Files.writeString(home.resolve(".config/git/config"), "[core]\n\texcludesFile = /xdg\n");
        assertThat(file()).isEqualTo(Path.of("/xdg"));
        Files.writeString(home.resolve(".gitconfig"), "[user]\n\tname = x\n[core]\n\texcludesfile = \"~/my rules\"\n");
        assertThat(file()).isEqualTo(home.resolve("my rules"));
        Files.writeString(repository.resolve("config"), "[core]\n\tbare = false\n\texcludesfile = rules\n");
        assertThat(file()).isEqualTo(repository.resolve("rules"));
        Files.writeString(repository.resolve("config"), "[core\nexcludesfile\n");
        assertThat(file()).isEqualTo(home.resolve("my rules"));
    }

    @Test
    void variablesOfGitAreFollowed() throws IOException {
        Files.writeString(temporary.resolve("global"), "[core]\n\texcludesfile = /global\n");
        assertThat(file("GIT_CONFIG_GLOBAL", temporary.resolve("global").toString()))
                .isEqualTo(Path.of("/global"));
        assertThat(file("GIT_CONFIG_GLOBAL", "/dev/null", "XDG_CONFIG_HOME", "/x"))
                .isEqualTo(Path.of("/x/git/ignore"));
        assertThat(file("HOME", "", "GIT_CONFIG_GLOBAL", "/dev/null")).isNull();
    }

    @Test
    void theWalkLeavesOutWhatTheFileNamesAsGitDoes() throws Exception {
        Git git = Git.init(repository);
        Path rules = Files.writeString(temporary.resolve("rules"), "skip*.py\nkept.py\n");
        Path link = Files.createSymbolicLink(temporary.resolve("link"), rules);
        git.run("config", "core.excludesFile", link.toString());
        Files.writeString(repository.resolve(".git/info/exclude"), "!kept.py\nalso.py\n");
        for (String name : List.of("a.py", "skipped.py", "kept.py", "also.py", "sub/skip.py", "sub/b.py")) {
            Files.createDirectories(repository.resolve(name).getParent());
            Files.writeString(repository.resolve(name), "");
        }
        Console console = new Console(new ByteArrayOutputStream(), new ByteArrayOutputStream(), false, false, false);
        List<SourceFile> found = new FileWalk(
                        new Environment(console, repository, List::of), List.of(), repository, true)
                .find(List.of("."));
        assertThat(found.stream().map(SourceFile::path)).containsExactly("a.py", "kept.py", "sub/b.py");
        assertThat(git.run("ls-files", "-co", "--exclude-standard").lines())
                .containsExactlyInAnyOrder("a.py", "kept.py", "sub/b.py");
    }

    private Path file(String... variables) {
        Map<String, String> map = new HashMap<>(Map.of("HOME", home.toString(), "GIT_CONFIG_NOSYSTEM", "1"));
        for (int i = 0; i < variables.length; i += 2) {
            map.put(variables[i], variables[i + 1]);
        }
        return new GitExcludes(map).file(repository, repository.resolve("config"));
    }
}
