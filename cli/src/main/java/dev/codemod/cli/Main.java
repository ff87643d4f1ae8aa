package dev.codemod.cli;

import dev.codemod.codemod.Codemod;
import dev.codemod.codemods.Catalogue;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The entry point of the process, also for people's own codemods.
 *
 * <pre>{@code
 * public static void main(String[] args) {
 *     dev.codemod.cli.Main.run(List.of(new MyCodemod()), args);
 * }
 * }</pre>
 */
public final class Main {
    private Main() {}

    /** Runs the command line {@code args} and ends the process with its exit code. */
    public static void main(String[] args) {
        run(List.of(), args);
    }

    /**
     * Runs the command line {@code args} and ends the process with its exit code.
     *
     * @param own codemods beside those that come with the project; they are listed, applied and tested like these
     */
    public static void run(List<Codemod> own, String... args) {
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
                new Environment(console, Path.of("").toAbsolutePath(), () -> withOwn(own), Catalogue::recipes);
        int exitCode = new Cli(environment).run(args).number();
        hasEnded.set(true);
        System.exit(exitCode);
    }

    private static List<Codemod> withOwn(List<Codemod> own) {
        List<Codemod> codemods = new ArrayList<>(Catalogue.all());
        codemods.addAll(own);
        return codemods;
    }
}
