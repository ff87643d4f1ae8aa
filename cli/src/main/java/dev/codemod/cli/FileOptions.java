package dev.codemod.cli;

import dev.codemod.source.LanguageLevel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;

/** The options about which files a command reads and how, the same for every command that reads files. */
final class FileOptions {
    private FileOptions() {}

    static void addTo(Options options) {
        options.addOption(Option.builder()
                .longOpt("python-version")
                .hasArg()
                .argName("V")
                .desc("read all files as Python V, for example 2.7 or 3.12; default: found out for each file")
                .get());
        options.addOption(Option.builder()
                .longOpt("exclude")
                .hasArg()
                .argName("GLOB")
                .desc("leave out files and folders that match, in the syntax of .gitignore; may be repeated")
                .get());
        options.addOption(Option.builder()
                .longOpt("no-ignore")
                .desc("take also what .gitignore names, and folders such as .venv and node_modules")
                .get());
        options.addOption(Jobs.option());
    }

    /** Returns the level that the user asked for, or null to find it out for each file. */
    static LanguageLevel level(CommandLine line) throws CliException {
        String text = line.getOptionValue("python-version");
        if (text == null) {
            return null;
        }
        LanguageLevel level = LanguageLevel.parse(text);
        if (level == null) {
            List<String> known = Arrays.stream(LanguageLevel.values())
                    .map(LanguageLevel::toString)
                    .toList();
            throw CliException.usage("unknown Python version " + text + "; known are " + String.join(", ", known));
        }
        return level;
    }

    static FileWalk walk(CommandLine line, Environment environment) throws CliException {
        List<String> excludes = line.hasOption("exclude") ? List.of(line.getOptionValues("exclude")) : List.of();
        return walk(line, environment, excludes, environment.workingDirectory());
    }

    /**
     * Returns a walk that leaves out what matches {@code excludes}.
     *
     * @param base the folder to which the patterns are relative, absolute
     */
    static FileWalk walk(CommandLine line, Environment environment, List<String> excludes, Path base)
            throws CliException {
        try {
            return new FileWalk(environment, excludes, base, !line.hasOption("no-ignore"));
        } catch (IOException e) {
            throw CliException.usage("cannot read the patterns of excluded files: " + Reasons.of(e));
        }
    }
}
