package dev.codemod.cli;

import java.io.IOException;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;

/** One of the words that may follow {@code codemod}. */
interface Command {
    String name();

    /** Returns one line for the list of commands, without a full stop. */
    String summary();

    /** Returns the positional arguments as the usage line shows them. */
    String arguments();

    Options options();

    /**
     * Runs the command.
     *
     * @throws CliException to end with a message, for wrong usage for example
     * @throws IOException if the result cannot be written; files that cannot be read are reported, not thrown
     */
    ExitCode run(CommandLine line, Environment environment) throws CliException, IOException;
}
