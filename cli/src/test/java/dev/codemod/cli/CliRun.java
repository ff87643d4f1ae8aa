package dev.codemod.cli;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** One command line run inside the test's process, and what it left. */
final class CliRun {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final ExitCode exitCode;

    private CliRun(Path workingDirectory, String[] args) {
        Console console = new Console(out, err, false, false, true);
        exitCode = new Cli(new Environment(console, workingDirectory)).run(args);
    }

    static CliRun in(Path workingDirectory, String... args) {
        return new CliRun(workingDirectory, args);
    }

    ExitCode exitCode() {
        return exitCode;
    }

    byte[] outBytes() {
        return out.toByteArray();
    }

    String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    String err() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
