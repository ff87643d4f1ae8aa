package dev.codemod.cli;

import dev.codemod.codemod.Codemod;
import java.io.IOException;
import java.util.List;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;

/** {@code codemod apply}: rewrites files, or shows what would change. */
final class ApplyCommand implements Command {
    @Override
    public String name() {
        return "apply";
    }

    @Override
    public String summary() {
        return "rewrite files, or show what would change";
    }

    @Override
    public String arguments() {
        return "[PATH...]";
    }

    @Override
    public Options options() {
        Options options = new Options();
        Rewriting.addOutputTo(options);
        CodemodOptions.addTo(options);
        options.addOption(Option.builder()
                .longOpt("unsafe")
                .desc("make also the rewrites that a person must look at")
                .get());
        options.addOption(Option.builder()
                .longOpt("no-unsafe")
                .desc("do not make them although the configuration says so")
                .get());
        Rewriting.addInputTo(options);
        return options;
    }

    @Override
    public ExitCode run(CommandLine line, Environment environment) throws CliException, IOException {
        Settings settings = Settings.of(line, environment);
        List<Codemod> codemods = settings.codemods();
        return Rewriting.run(codemods, settings.parameters(codemods), settings.isUnsafe(), settings, line);
    }
}
