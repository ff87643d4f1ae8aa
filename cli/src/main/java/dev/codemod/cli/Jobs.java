package dev.codemod.cli;

import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;

/** The option that says how many threads work. */
final class Jobs {
    private static final int MAX = 256;

    private Jobs() {}

    static Option option() {
        return Option.builder("j")
                .longOpt("jobs")
                .hasArg()
                .argName("N")
                .desc("work with N threads; default: one for each processor")
                .get();
    }

    static int of(CommandLine line) throws CliException {
        if (!line.hasOption("jobs")) {
            return Runtime.getRuntime().availableProcessors();
        }
        String text = line.getOptionValue("jobs");
        if (text.matches("[0-9]{1,3}")) {
            int jobs = Integer.parseInt(text);
            if (jobs >= 1 && jobs <= MAX) {
                return jobs;
            }
        }
        throw CliException.usage("--jobs needs a number from 1 to " + MAX + ", not " + text);
    }
}
