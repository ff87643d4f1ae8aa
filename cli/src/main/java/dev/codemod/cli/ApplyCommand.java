package dev.codemod.cli;

import dev.codemod.codemod.Codemod;
import dev.codemod.codemod.RunOptions;
import dev.codemod.codemod.Runner;
import dev.codemod.source.LanguageLevel;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
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
        options.addOption(Option.builder()
                .longOpt("dry-run")
                .desc("write nothing and print a unified diff")
                .get());
        options.addOption(Option.builder()
                .longOpt("check")
                .desc("write nothing and exit with 1 if anything would change")
                .get());
        options.addOption(Option.builder()
                .longOpt("diff-out")
                .hasArg()
                .argName("FILE")
                .desc("write the unified diff to FILE")
                .get());
        CodemodOptions.addTo(options);
        options.addOption(Option.builder()
                .longOpt("unsafe")
                .desc("make also the rewrites that a person must look at")
                .get());
        options.addOption(Option.builder()
                .longOpt("allow-dirty")
                .desc("write into a git tree that has uncommitted changes")
                .get());
        FileOptions.addTo(options);
        return options;
    }

    @Override
    public ExitCode run(CommandLine line, Environment environment) throws CliException, IOException {
        List<Codemod> codemods =
                CodemodOptions.codemods(line, environment.catalogue().get());
        LanguageLevel level = FileOptions.level(line);
        RunOptions options = new RunOptions(
                codemods, line.hasOption("unsafe"), level, CodemodOptions.parameters(line, codemods), Jobs.of(line));
        FileWalk walk = FileOptions.walk(line, environment);
        List<SourceFile> files = walk.find(line.getArgList());
        boolean isDryRun = line.hasOption("dry-run");
        boolean writes = !isDryRun && !line.hasOption("check");
        if (writes && !line.hasOption("allow-dirty")) {
            CleanTree.require(files);
        }
        Console console = environment.console();
        Report report = new Report(console);
        try (OutputStream diffFile = diffFile(line, environment)) {
            DiffOutput diff = diffFile != null
                    ? new DiffOutput(diffFile, false)
                    : isDryRun ? new DiffOutput(console.out(), console.colorsOut()) : null;
            ResultSink sink = new ResultSink(files, report, diff, writes, console);
            new Runner(options).run(List.copyOf(files), sink);
            sink.finish();
        }
        console.flush();
        console.report(report.summary());
        return report.exitCode(walk.isComplete(), line.hasOption("check"));
    }

    private static OutputStream diffFile(CommandLine line, Environment environment) throws CliException {
        String name = line.getOptionValue("diff-out");
        if (name == null) {
            return null;
        }
        try {
            return new BufferedOutputStream(
                    Files.newOutputStream(environment.workingDirectory().resolve(name)));
        } catch (IOException e) {
            throw CliException.usage("cannot write " + name + ": " + Reasons.of(e));
        }
    }
}
