package dev.codemod.cli;

import dev.codemod.parser.ParseResult;
import dev.codemod.parser.Parser;
import dev.codemod.source.LanguageLevel;
import dev.codemod.source.Problem;
import dev.codemod.source.Source;
import dev.codemod.tree.TreeDump;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;

/** {@code codemod tree}: shows what the parser sees in a file. */
final class TreeCommand implements Command {
    /** What is shown of a file. */
    private enum Format {
        CST,
        TOKENS;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Override
    public String name() {
        return "tree";
    }

    @Override
    public String summary() {
        return "show the tree of files, or their tokens";
    }

    @Override
    public String arguments() {
        return "PATH...";
    }

    @Override
    public Options options() {
        Options options = new Options();
        options.addOption(Option.builder()
                .longOpt("format")
                .hasArg()
                .argName("FORMAT")
                .desc("cst: the lossless tree (default); tokens: one token on each line")
                .get());
        options.addOption(Option.builder()
                .longOpt("jsonl")
                .desc("print one JSON object on a line for each file: path, and the tree or an error")
                .get());
        FileOptions.addTo(options);
        return options;
    }

    /**
     * What came of one file.
     *
     * @param text the tree, or null if the file has none in this format
     * @param place where {@code error} is, or null
     * @param error what is wrong with the file, or null
     */
    private record Shown(String path, String text, Place place, String error) {
        static Shown failed(SourceFile file, String error) {
            return new Shown(file.path(), null, null, error);
        }
    }

    @Override
    public ExitCode run(CommandLine line, Environment environment) throws CliException, IOException {
        if (line.getArgList().isEmpty()) {
            throw CliException.usage("tree needs at least one path");
        }
        Format format = format(line);
        LanguageLevel level = FileOptions.level(line);
        int jobs = Jobs.of(line);
        FileWalk walk = FileOptions.walk(line, environment);
        List<SourceFile> files = walk.find(line.getArgList());
        boolean jsonLines = line.hasOption("jsonl");
        boolean[] failed = {!walk.isComplete()};
        OrderedWork.run(
                files,
                jobs,
                file -> show(file, format, level),
                (file, error) -> Shown.failed(file, LastResort.message(error)),
                (Shown shown) -> {
                    failed[0] |= shown.error() != null;
                    if (jsonLines) {
                        environment.console().print(json(shown, format));
                    } else {
                        print(shown, files.size() > 1, environment.console());
                    }
                });
        return failed[0] ? ExitCode.INCOMPLETE : ExitCode.DONE;
    }

    private static Format format(CommandLine line) throws CliException {
        String text = line.getOptionValue("format", Format.CST.word());
        for (Format format : Format.values()) {
            if (format.word().equals(text)) {
                return format;
            }
        }
        throw CliException.usage("unknown format " + text + "; known are cst and tokens");
    }

    private static Shown show(SourceFile file, Format format, LanguageLevel level) {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file.file());
        } catch (IOException e) {
            return Shown.failed(file, "cannot read: " + Reasons.of(e));
        }
        ParseResult result = Parser.parse(Source.of(file.path(), bytes), level);
        Problem problem = result.firstProblem();
        Place place = problem == null ? null : Place.of(result.parsed().source(), problem);
        return new Shown(file.path(), text(result, format), place, problem == null ? null : problem.message());
    }

    private static String text(ParseResult result, Format format) {
        StringBuilder text = new StringBuilder();
        switch (format) {
            case CST -> {
                try {
                    TreeDump.write(result.module(), text);
                } catch (IOException e) {
                    throw new IllegalStateException("a StringBuilder does not fail", e);
                }
            }
            case TOKENS -> TokenDump.append(result.parsed(), text);
        }
        return text.toString();
    }

    private static void print(Shown shown, boolean titled, Console console) throws IOException {
        if (shown.error() != null) {
            console.error(shown.place() == null ? shown.path() : shown.place().in(shown.path()), shown.error());
        }
        if (shown.text() != null) {
            console.print((titled ? "# " + shown.path() + "\n" : "") + shown.text());
        }
    }

    private static String json(Shown shown, Format format) {
        StringBuilder out = new StringBuilder("{\"path\": ");
        Json.appendString(out, shown.path());
        if (shown.error() == null) {
            out.append(", \"").append(format.word()).append("\": ");
            Json.appendString(out, shown.text().stripTrailing());
        } else {
            out.append(", \"error\": {");
            if (shown.place() != null) {
                out.append("\"line\": ").append(shown.place().line());
                out.append(", \"column\": ").append(shown.place().column()).append(", ");
            }
            out.append("\"message\": ");
            Json.appendString(out, shown.error());
            out.append('}');
        }
        return out.append("}\n").toString();
    }
}
