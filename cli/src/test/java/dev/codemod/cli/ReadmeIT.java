package dev.codemod.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Follows the README's section about the first codemod to the letter, in empty folders: saves the files that it says to
 * save, runs its commands, and compares what they print with the blocks behind them.
 */
class ReadmeIT {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern FILE = Pattern.compile("(?s).*Save this as\\s+`([^`]+)`:\\s*");

    @TempDir
    Path temporary;

    private record Block(String textBefore, String language, String content) {}

    @TestFactory
    Stream<DynamicTest> firstCodemodsCanBeWrittenAsItSays() throws IOException {
        String[] parts = section("## Write your first codemod").split("(?m)^### ");
        List<DynamicTest> tests = new ArrayList<>();
        for (int i = 1; i < parts.length; i++) {
            String title = parts[i].lines().findFirst().orElseThrow();
            List<Block> blocks = blocks(parts[0]);
            blocks.addAll(blocks(parts[i]));
            Path folder = temporary.resolve(Integer.toString(i));
            tests.add(DynamicTest.dynamicTest(title, () -> follow(blocks, Files.createDirectories(folder))));
        }
        assertThat(tests).isNotEmpty();
        return tests.stream();
    }

    @Test
    void theFilesOfTheJavaPartCompileWithTheModulesThatItNames() throws Exception {
        List<String> command = new ArrayList<>(
                List.of("javac", "-d", temporary.toString(), "-cp", System.getProperty("java.class.path")));
        for (Block block : blocks(section("## Write your first codemod"))) {
            if (block.language().equals("java")) {
                Path file = temporary.resolve(fileName(block));
                Files.writeString(file, block.content());
                command.add(file.toString());
            }
        }
        assertThat(command).hasSize(7);
        assertThat(run(temporary, command)).isEmpty();
    }

    private static void follow(List<Block> blocks, Path folder) throws Exception {
        StringBuilder exports = new StringBuilder();
        String output = "";
        for (Block block : blocks) {
            switch (block.language()) {
                case "sh" -> {
                    output = run(folder, List.of("sh", "-e", "-c", exports + block.content()));
                    block.content()
                            .lines()
                            .filter(line -> line.startsWith("export "))
                            .forEach(line -> exports.append(line).append('\n'));
                }
                case "text", "diff" -> assertThat(output).isEqualTo(block.content());
                default -> {
                    Path file = folder.resolve(fileName(block));
                    Files.createDirectories(file.getParent());
                    Files.writeString(file, block.content());
                }
            }
        }
    }

    private static String fileName(Block block) {
        Matcher matcher = FILE.matcher(block.textBefore());
        assertThat(matcher.matches())
                .as("before a block stands which file it is: %s", block)
                .isTrue();
        return matcher.group(1);
    }

    /** Returns what the command printed to both of its streams; it must succeed. */
    private static String run(Path folder, List<String> command) throws IOException, InterruptedException {
        Path out = Files.createTempFile("readme", ".out");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile());
        builder.environment().put("CODEMOD", ROOT.toString());
        Process process = builder.start();
        process.getOutputStream().close();
        if (!process.waitFor(120, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError(command + " did not end");
        }
        String output = Files.readString(out);
        Files.delete(out);
        assertThat(process.exitValue()).as("%s: %s", command, output).isZero();
        return output;
    }

    private static String section(String heading) throws IOException {
        String text = Files.readString(ROOT.resolve("README.md"));
        int start = text.indexOf("\n" + heading + "\n");
        assertThat(start).as(heading).isPositive();
        int end = text.indexOf("\n## ", start + 1);
        return text.substring(start + heading.length() + 2, end < 0 ? text.length() : end + 1);
    }

    private static List<Block> blocks(String text) {
        List<Block> blocks = new ArrayList<>();
        StringBuilder before = new StringBuilder();
        StringBuilder content = null;
        String language = "";
        for (String line : text.split("\n")) {
            if (content == null && line.startsWith("```")) {
                content = new StringBuilder();
                language = line.substring(3);
            } else if (content == null) {
                before.append(line).append('\n');
            } else if (line.equals("```")) {
                blocks.add(new Block(before.toString(), language, content.toString()));
                content = null;
                before.setLength(0);
            } else {
                content.append(line).append('\n');
            }
        }
        return blocks;
    }
}
