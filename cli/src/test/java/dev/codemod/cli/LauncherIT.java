package dev.codemod.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the launcher with the jar that the build has just made. */
class LauncherIT {
    private static final Path LAUNCHER = Path.of("bin", "codemod").toAbsolutePath();

    @TempDir
    Path folder;

    private record Ended(int exitCode, String out, String err) {}

    @Test
    void itWorksThroughALinkAndFromAnyFolder() throws Exception {
        Path links = Files.createDirectories(folder.resolve("a b"));
        Path first = Files.createSymbolicLink(links.resolve("first"), LAUNCHER);
        Path second = Files.createSymbolicLink(folder.resolve("second"), Path.of("a b", "first"));
        for (Path link : List.of(first, second)) {
            Ended ended = run(link, Map.of(), "--version");
            assertThat(ended.err()).isEmpty();
            assertThat(ended.out()).startsWith("codemod ");
            assertThat(ended.exitCode()).isZero();
        }
    }

    @Test
    void theJvmSaysNothingOfItsOwn() throws Exception {
        Map<String, String> noisy = Map.of("JAVA_TOOL_OPTIONS", "-Dx=1", "JDK_JAVA_OPTIONS", "-Dy=1");
        for (int i = 0; i < 2; i++) {
            Ended ended = run(LAUNCHER, noisy, "--version");
            assertThat(ended.err()).isEmpty();
            assertThat(ended.out().lines()).hasSize(1);
        }
    }

    @Test
    void wrongUsageHasItsExitCode() throws Exception {
        assertThat(run(LAUNCHER, Map.of(), "aply").exitCode()).isEqualTo(2);
    }

    @Test
    void fileNamesThatAreNotAsciiWorkInTheCLocale() throws Exception {
        Files.writeString(folder.resolve("caf\u00e9.py"), "x = 1\n");
        Files.writeString(folder.resolve("bad.py"), "x = (\n");
        Ended ended = run(LAUNCHER, Map.of("LC_ALL", "C"), "parse", ".");
        assertThat(ended.out()).isEqualTo("2 files, 12 bytes, 1 syntax errors, 0 round-trip differences\n");
        assertThat(ended.err()).startsWith("bad.py:1:5: error: ");
        assertThat(ended.exitCode()).isEqualTo(3);
    }

    @Test
    void anUnusableClassCacheDoesNotHurt() throws Exception {
        Ended ended = run(LAUNCHER, Map.of("CODEMOD_OPTS", "-XX:SharedArchiveFile=/nowhere"), "--version");
        assertThat(ended.err()).isEmpty();
        assertThat(ended.out()).startsWith("codemod ");
    }

    @Test
    void anInterruptedRunLeavesOnlyWholeFiles() throws Exception {
        String before =
                "import sqlite3\ndb = sqlite3.connect('x')\ndb.execute(\"DELETE FROM t WHERE a = '%s'\" % input())\n"
                        + "x = 1\n".repeat(400);
        String after = before.replace("'%s'\" % input()", "?\", (input(),)");
        int files = 3_000;
        for (int i = 0; i < files; i++) {
            Files.writeString(file(i), before);
        }
        Path err = Files.createTempFile("launcher", ".err");
        Process process = new ProcessBuilder(LAUNCHER.toString(), "apply", "-c", "sql-params", ".")
                .directory(folder.toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(err.toFile())
                .start();
        while (process.isAlive() && Files.readString(file(10)).equals(before)) {
            Thread.onSpinWait();
        }
        new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(ExitCode.INTERRUPTED.number());
        assertThat(err).content().startsWith("codemod: error: interrupted").hasLineCount(1);
        int changed = 0;
        for (int i = 0; i < files; i++) {
            String text = Files.readString(file(i));
            assertThat(text).isIn(before, after);
            changed += text.equals(after) ? 1 : 0;
        }
        assertThat(changed).isBetween(1, files - 1);
        try (Stream<Path> all = Files.list(folder)) {
            assertThat(all).hasSize(files);
        }
        Files.delete(err);
    }

    private Path file(int number) {
        return folder.resolve(String.format("f%04d.py", number));
    }

    @Test
    void withoutJavaItSaysWhatIsNeeded() throws Exception {
        Path tools = Files.createDirectory(folder.resolve("tools"));
        for (String tool : List.of("sh", "dirname", "readlink")) {
            Files.createSymbolicLink(tools.resolve(tool), toolOnPath(tool));
        }
        Ended ended = run(LAUNCHER, Map.of("PATH", tools.toString(), "JAVA_HOME", ""), "--version");
        assertThat(ended.err()).startsWith("codemod: error: Java 17 or newer is needed");
        assertThat(ended.exitCode()).isEqualTo(2);
    }

    @Test
    void twoFirstStartsBuildOnce() throws Exception {
        Path root = installation();
        Path launcher = root.resolve("cli/bin/codemod");
        List<Process> starts = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            starts.add(new ProcessBuilder(launcher.toString(), "--version")
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("out" + i).toFile())
                    .start());
        }
        for (Process start : starts) {
            assertThat(start.waitFor(120, TimeUnit.SECONDS)).isTrue();
            assertThat(start.exitValue()).isZero();
        }
        assertThat(root.resolve("builds")).hasContent("built");
        assertThat(root.resolve("cli/target/.build-lock")).doesNotExist();
    }

    @Test
    void theLockOfABuildThatWasKilledIsTakenOver() throws Exception {
        Path root = installation();
        Path lock = Files.createDirectories(root.resolve("cli/target/.build-lock"));
        Process gone = new ProcessBuilder("true").start();
        gone.waitFor();
        Files.writeString(lock.resolve("owner"), gone.pid() + "\n");
        Ended ended = run(root.resolve("cli/bin/codemod"), Map.of(), "--version");
        assertThat(ended.exitCode()).isZero();
        assertThat(root.resolve("builds")).hasContent("built");
    }

    /** Returns a folder like a fresh clone, whose build takes two seconds and puts the real jar in its place. */
    private Path installation() throws IOException {
        Path root = Files.createDirectories(folder.resolve("installation"));
        Files.createDirectories(root.resolve("cli/bin"));
        Files.copy(LAUNCHER, root.resolve("cli/bin/codemod"), StandardCopyOption.COPY_ATTRIBUTES);
        Path jar = Path.of("target", "codemod.jar").toAbsolutePath();
        Path build = Files.writeString(
                root.resolve("mvnw"),
                "#!/bin/sh\necho built >>builds\ncp '" + jar + "' cli/target/part\nhead -c 100 cli/target/part"
                        + " >cli/target/codemod.jar\nsleep 2\nmv cli/target/part cli/target/codemod.jar\n");
        assertThat(build.toFile().setExecutable(true)).isTrue();
        return root;
    }

    private static Path toolOnPath(String tool) {
        for (String entry : System.getenv("PATH").split(":")) {
            Path file = Path.of(entry, tool);
            if (Files.isExecutable(file)) {
                return file;
            }
        }
        throw new AssertionError("no " + tool + " on the PATH");
    }

    private Ended run(Path launcher, Map<String, String> environment, String... args)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(launcher.toString()));
        command.addAll(List.of(args));
        Path out = Files.createTempFile("launcher", ".out");
        Path err = Files.createTempFile("launcher", ".err");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        if (!process.waitFor(120, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError(command + " did not end");
        }
        Ended ended = new Ended(
                process.exitValue(),
                Files.readString(out, StandardCharsets.UTF_8),
                Files.readString(err, StandardCharsets.UTF_8));
        Files.delete(out);
        Files.delete(err);
        return ended;
    }
}
