package dev.codemod.cli;

import dev.codemod.codemod.Codemod;
import dev.codemod.codemod.InputFile;
import dev.codemod.codemod.ProjectCodemod;
import dev.codemod.codemod.RunOptions;
import dev.codemod.codemod.Runner;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;

/** What the commands that rewrite files have in common: their options, and the run itself. */
final class Rewriting {
    private Rewriting() {}

    /** Adds the options that say what becomes of the changes. */
    static void addOutputTo(Options options) {
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
        options.addOption(Format.option());
    }

    /** Adds the options that say which files are rewritten and how. */
    static void addInputTo(Options options) {
        options.addOption(Option.builder()
                .longOpt("allow-dirty")
                .desc("write into a git tree that has uncommitted changes")
                .get());
        FileOptions.addTo(options);
        Settings.addTo(options);
    }

    /** Rewrites the files of a command line with codemods, or shows what would change. */
    static ExitCode run(
            List<Codemod> codemods,
            Map<String, String> parameters,
            boolean isUnsafe,
            Settings settings,
            CommandLine line)
            throws CliException, IOException {
        RunOptions options = new RunOptions(
                codemods, isUnsafe, settings.level(), parameters, settings.jobs(), settings.scope(codemods));
        Environment environment = settings.environment();
        Format format = Format.of(line);
        FileWalk walk = settings.walk();
        List<SourceFile> files = walk.find(line.getArgList());
        boolean isDryRun = line.hasOption("dry-run");
        boolean writes = !isDryRun && !line.hasOption("check");
        if (writes && !line.hasOption("allow-dirty")) {
            CleanTree.require(files);
        }
        Console console = environment.console();
        boolean makesDiffs = isDryRun || line.hasOption("diff-out");
        if (makesDiffs && !walk.diffFolder().equals(environment.workingDirectory())) {
            console.report("paths in the diff are relative to " + walk.diffFolder());
        }
        try (OutputStream diffFile = diffFile(line, environment)) {
            DiffOutput diffs = diffFile == null ? null : new DiffOutput(diffFile, false);
            boolean showsDiffs = isDryRun && diffs == null;
            DiffOutput shown = showsDiffs ? new DiffOutput(console.out(), console.colorsOut()) : null;
            boolean namesChanges = !writes && shown == null && diffs == null;
            Output output = format.output(console, shown, namesChanges, codemods);
            Report report = new Report(output);
            walk.unreadable().forEach(report::unreadable);
            ResultSink sink = new ResultSink(files, report, output.wantsDiffs(), diffs, writes, console);
            List<InputFile> project = new ArrayList<>(files);
            List<InputFile> texts = new ArrayList<>(walk.texts());
            if (asksProject(codemods)) {
                FileWalk other = settings.walk();
                Path home = Path.of(System.getProperty("user.home"));
                project.addAll(
                        SurroundingFile.around(line.getArgList(), files, other, environment.workingDirectory(), home));
                texts.addAll(walk.texts().isEmpty() ? other.texts() : List.of());
            }
            new Runner(options).run(project, texts, sink);
            sink.finish();
            return report.finish(line.hasOption("check"));
        }
    }

    private static boolean asksProject(List<Codemod> codemods) {
        return codemods.stream()
                .flatMap(codemod -> codemod.steps().stream())
                .anyMatch(codemod -> codemod instanceof ProjectCodemod);
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
