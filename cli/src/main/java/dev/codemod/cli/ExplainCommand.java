package dev.codemod.cli;

import dev.codemod.codemod.Codemod;
import dev.codemod.codemod.FileResult;
import dev.codemod.codemod.RunOptions;
import dev.codemod.codemod.Runner;
import dev.codemod.parser.ParseResult;
import dev.codemod.parser.Parser;
import dev.codemod.source.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;

/**
 * {@code codemod explain FILE:LINE}: why a place was, or was not, rewritten. It makes a dry run over the whole project,
 * since what happens in one file can depend on all others.
 */
final class ExplainCommand implements Command {
    private static final Pattern PLACE = Pattern.compile("(.+?):([0-9]{1,9})(?::[0-9]+)?");

    @Override
    public String name() {
        return "explain";
    }

    @Override
    public String summary() {
        return "tell why a line is, or is not, rewritten";
    }

    @Override
    public String arguments() {
        return "FILE:LINE";
    }

    @Override
    public Options options() {
        Options options = new Options();
        CodemodOptions.addTo(options);
        options.addOption(Option.builder()
                .longOpt("unsafe")
                .desc("as if unsafe rewrites were made, too")
                .get());
        FileOptions.addTo(options);
        Settings.addTo(options);
        return options;
    }

    /** What the user asks about. */
    private record Question(String argument, Path file, int line, String text) {}

    @Override
    public ExitCode run(CommandLine line, Environment environment) throws CliException, IOException {
        Question question = question(line, environment);
        // From the root of the project all paths are those that a run of the whole project shows.
        Settings settings = Settings.of(line, List.of(question.argument()), environment)
                .in(SurroundingFile.projectRoot(question.file(), environment.workingDirectory()));
        List<Codemod> codemods = settings.codemods();
        FileWalk walk = settings.walk();
        List<SourceFile> files = walk.find(List.of(".", question.file().toString()));
        SourceFile target = target(files, question.file());
        Explanation explanation = new Explanation(target.path(), question.line(), settings.scope(codemods));
        RunOptions options = new RunOptions(
                codemods,
                settings.isUnsafe(),
                settings.level(),
                settings.parameters(codemods),
                settings.jobs(),
                explanation);
        List<FileResult> results = new ArrayList<>();
        Progress progress = new Progress(environment.console(), files.size());
        new Runner(options).run(List.copyOf(files), List.copyOf(walk.texts()), result -> {
            if (result.path().equals(target.path()) || !result.units().isEmpty()) {
                results.add(result);
            }
            progress.step();
        });
        progress.finish();
        environment.console().print(explanation.text(question.text(), codemods, results));
        for (String fact : facts(target, question.line(), settings)) {
            environment.console().print("known: " + fact + "\n");
        }
        boolean isRead = results.stream()
                .noneMatch(result ->
                        result.path().equals(target.path()) && !result.errors().isEmpty());
        return isRead ? ExitCode.DONE : ExitCode.INCOMPLETE;
    }

    /** Reads {@code FILE:LINE}; a column after the line, as editors and reports write it, is passed over. */
    private static Question question(CommandLine line, Environment environment) throws CliException {
        if (line.getArgList().size() != 1) {
            throw CliException.usage("explain needs one place: FILE:LINE");
        }
        String place = line.getArgList().get(0);
        Matcher parts = PLACE.matcher(place);
        if (!parts.matches()) {
            throw CliException.usage("explain needs FILE:LINE, not " + place);
        }
        int number = Integer.parseInt(parts.group(2));
        String file = parts.group(1);
        try {
            Path path = environment.workingDirectory().resolve(file).normalize();
            if (!Files.isRegularFile(path)) {
                throw CliException.usage((Files.exists(path) ? "not a file: " : "no such file: ") + file);
            }
            List<String> lines = lines(path);
            if (number < 1 || number > lines.size()) {
                throw CliException.usage(file + " has no line " + number + "; its last line is " + lines.size());
            }
            return new Question(file, path, number, lines.get(number - 1));
        } catch (InvalidPathException e) {
            throw CliException.usage("not a path: " + file);
        } catch (IOException e) {
            throw CliException.usage("cannot read " + file + ": " + Reasons.of(e));
        }
    }

    private static List<String> lines(Path path) throws IOException {
        Source source = Source.of(path.toString(), Files.readAllBytes(path));
        List<String> lines = new ArrayList<>();
        int count = source.lineCount();
        boolean endsWithNewline = count > 1 && source.lineStart(count) == source.length();
        for (int i = 1; i <= (endsWithNewline ? count - 1 : count); i++) {
            int end = i < count ? source.lineStart(i + 1) : source.length();
            lines.add(source.text(source.lineStart(i), end).strip());
        }
        return lines;
    }

    private static List<String> facts(SourceFile file, int line, Settings settings) throws CliException, IOException {
        ParseResult parse = Parser.parse(Source.of(file.path(), file.read()), settings.level());
        return parse.problems().isEmpty() ? LineFacts.of(parse.module(), line) : List.of();
    }

    private static SourceFile target(List<SourceFile> files, Path file) throws IOException {
        for (SourceFile candidate : files) {
            if (Files.isSameFile(candidate.file(), file)) {
                return candidate;
            }
        }
        throw new IOException("the file has gone: " + file);
    }
}
