package dev.codemod.cli;

import dev.codemod.codemod.Applicability;
import dev.codemod.codemod.PatternCodemod;
import dev.codemod.match.MalformedPatternException;
import dev.codemod.match.Pattern;
import dev.codemod.match.Rewrite;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;

/** {@code codemod run}: one pattern and its replacement, from the command line. */
final class RunCommand implements Command {
    @Override
    public String name() {
        return "run";
    }

    @Override
    public String summary() {
        return "rewrite what matches a pattern, or show what would change";
    }

    @Override
    public String arguments() {
        return "[PATH...]";
    }

    @Override
    public Options options() {
        Options options = new Options();
        options.addOption(Option.builder("p")
                .longOpt("pattern")
                .hasArg()
                .argName("PATTERN")
                .desc("Python to find; $X is any node, $X:call one of a kind, $$$X any number of neighbours,"
                        + " \"$S\" any string; names are compared by what they mean; see `codemod show patterns`")
                .get());
        options.addOption(Option.builder("r")
                .longOpt("rewrite")
                .hasArg()
                .argName("REPLACEMENT")
                .desc("Python that takes its place, with the same metavariables; imports are added and removed")
                .get());
        options.addOption(Option.builder()
                .longOpt("unsafe")
                .desc("make also the rewrites of which it is not certain that they match")
                .get());
        Rewriting.addOutputTo(options);
        Rewriting.addInputTo(options);
        return options;
    }

    @Override
    public ExitCode run(CommandLine line, Environment environment) throws CliException, IOException {
        Rewrite rewrite = rewrite(line);
        if (rewrite.pattern().requiredWords().isEmpty()) {
            environment.console().report("warning: the pattern names no word, so every file is parsed");
        }
        String summary = "`" + oneLine(rewrite.pattern().text()) + "` becomes `" + oneLine(rewrite.replacement()) + "`";
        PatternCodemod codemod = new PatternCodemod("run", summary, Applicability.SAFE, List.of(rewrite));
        Settings settings = Settings.of(line, environment);
        return Rewriting.run(List.of(codemod), Map.of(), settings.isUnsafe(), settings, line);
    }

    private static Rewrite rewrite(CommandLine line) throws CliException {
        String pattern = line.getOptionValue("pattern");
        String replacement = line.getOptionValue("rewrite");
        if (pattern == null || replacement == null) {
            throw CliException.usage("run needs a pattern and a replacement: -p PATTERN -r REPLACEMENT");
        }
        try {
            return Rewrite.of(Pattern.of(pattern), replacement);
        } catch (MalformedPatternException e) {
            throw CliException.usage(e.getMessage());
        }
    }

    private static String oneLine(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }
}
