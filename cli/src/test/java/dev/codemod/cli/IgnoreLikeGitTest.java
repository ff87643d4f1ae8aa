package dev.codemod.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Random trees with random ignore files: the walk finds the files that {@code git ls-files} lists. */
class IgnoreLikeGitTest {
    private static final String[] FOLDERS = {"a", "b", "lib", "a b", "x.py", "[c]"};
    private static final String[] FILES = {"a.py", "b.py", "ab.py", "lib.py", "a b.py", "#c.py", "!d.py", "e\u00e9.py"};
    private static final String[] PATTERN_PARTS = {
        "a",
        "b",
        "*",
        "?",
        "**",
        "*.py",
        "a*",
        "[ab]",
        "[!a]*",
        "lib",
        "x.py",
        "a.py",
        "b.py",
        "a\\ b",
        "a b.py",
        "\\#c.py",
        "\\!d.py",
        "\\[c\\]",
        "*b*",
        "e*",
        "?.py",
        "[a-b].py"
    };

    @TempDir
    Path temporary;

    @Test
    void theWalkFindsWhatGitLists() throws Exception {
        Random random = new Random(4_711);
        int ignored = 0;
        int found = 0;
        for (int round = 0; round < 60; round++) {
            Path folder = Files.createDirectory(temporary.toRealPath().resolve("tree" + round));
            Git git = Git.init(folder);
            int files = fill(folder, random, 0);
            Files.createDirectories(folder.resolve(".git/info"));
            Files.writeString(folder.resolve(".git/info/exclude"), patterns(random));
            if (random.nextBoolean()) {
                git.run("add", "-A");
            }
            TreeSet<String> expected = new TreeSet<>();
            for (String line :
                    git.run("ls-files", "-z", "-co", "--exclude-standard").split("\0")) {
                if (line.endsWith(".py")) {
                    expected.add(line);
                }
            }
            Console console =
                    new Console(new ByteArrayOutputStream(), new ByteArrayOutputStream(), false, false, false);
            List<SourceFile> actual = new FileWalk(new Environment(console, folder, List::of), List.of(), folder, true)
                    .find(List.of("."));
            assertThat(actual.stream().map(SourceFile::path))
                    .as("round " + round + " in " + folder)
                    .containsExactlyInAnyOrderElementsOf(expected);
            found += expected.size();
            ignored += files - expected.size();
        }
        assertThat(found)
                .as("files found, without which the test shows nothing")
                .isGreaterThan(300);
        assertThat(ignored)
                .as("files ignored, without which the test shows nothing")
                .isGreaterThan(300);
    }

    /** Fills a folder and returns the number of Python files. */
    private static int fill(Path folder, Random random, int depth) throws IOException {
        int count = 0;
        for (String name : FILES) {
            if (random.nextInt(3) > 0) {
                Files.writeString(folder.resolve(name), "");
                count++;
            }
        }
        if (random.nextInt(3) > 0) {
            Files.writeString(folder.resolve(".gitignore"), patterns(random));
        }
        for (String name : FOLDERS) {
            if (depth < 3 && random.nextInt(4) == 0) {
                count += fill(Files.createDirectory(folder.resolve(name)), random, depth + 1);
            }
        }
        return count;
    }

    private static String patterns(Random random) {
        StringBuilder text = new StringBuilder();
        int lines = random.nextInt(4);
        for (int i = 0; i < lines; i++) {
            int parts = random.nextInt(4) == 0 ? 2 + random.nextInt(2) : 1;
            String[] words = new String[parts];
            Arrays.setAll(words, k -> PATTERN_PARTS[random.nextInt(PATTERN_PARTS.length)]);
            text.append(random.nextInt(4) == 0 ? "!" : "")
                    .append(random.nextInt(4) == 0 ? "/" : "")
                    .append(String.join("/", words))
                    .append(random.nextInt(5) == 0 ? "/" : "")
                    .append(random.nextInt(8) == 0 ? "  " : "")
                    .append(random.nextInt(8) == 0 ? "\r\n" : "\n")
                    .append(random.nextInt(8) == 0 ? "# comment\n\n" : "");
        }
        return text.toString();
    }
}
