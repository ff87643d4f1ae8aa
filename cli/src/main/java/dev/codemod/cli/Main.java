package dev.codemod.cli;

import dev.codemod.codemods.Catalogue;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;

/** The entry point of the process. */
public final class Main {
    private Main() {}

    /** Runs the command line {@code args} and ends the process with its exit code. */
    public static void main(String[] args) {
        Console console = Console.ofProcess();
        AtomicBoolean hasEnded = new AtomicBoolean();
        // The JVM itself ends an interrupted process with 128 plus the signal's number: 130 for Ctrl-C.
        Thread onInterrupt = new Thread(() -> {
            if (!hasEnded.get()) {
                console.error("interrupted; files are as they were or completely rewritten");
            }
        });
        Runtime.getRuntime().addShutdownHook(onInterrupt);
        Environment environment =
                new Environment(console, Path.of("").toAbsolutePath(), Catalogue::all, Catalogue::recipes);
        int exitCode = new Cli(environment).run(args).number();
        hasEnded.set(true);
        System.exit(exitCode);
    }
}
