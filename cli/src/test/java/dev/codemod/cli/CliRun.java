package dev.codemod.cli;

import dev.codemod.codemod.Codemod;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** One command line run inside the test's process, and what it left. */
final class CliRun {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final ExitCode exitCode;

    private CliRun(Path workingDirectory, List<Codemod> catalogue, String[] args) {
        Console console = new Console(out, err, false, false, true);
        exitCode = new Cli(new Environment(console, workingDirectory, () -> catalogue)).run(args);
    }

    static CliRun in(Path workingDirectory, String... args) {
        return new CliRun(workingDirectory, List.of(), args);
    }

    static CliRun with(List<Codemod> catalogue, Path workingDirectory, String... args) {
        return new CliRun(workingDirectory, catalogue, args);
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
