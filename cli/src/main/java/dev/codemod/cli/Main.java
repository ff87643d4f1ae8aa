package dev.codemod.cli;

import java.nio.file.Path;

/** The entry point of the process. */
public final class Main {
    private Main() {}

    /** Runs the command line {@code args} and ends the process with its exit code. */
    public static void main(String[] args) throws InterruptedException {
        Environment environment =
                new Environment(Console.ofProcess(), Path.of("").toAbsolutePath());
        ExitCode[] code = {ExitCode.INCOMPLETE};
        Thread main = LargeStack.thread("main", () -> code[0] = new Cli(environment).run(args));
        main.setUncaughtExceptionHandler((thread, error) -> LastResort.report(environment.console(), null, error));
        main.start();
        main.join();
        System.exit(code[0].number());
    }
}
