package dev.codemod.cli;

import dev.codemod.ast.AstDump;
import dev.codemod.ast.AstError;
import dev.codemod.codemod.Workers;
import dev.codemod.parser.ParseResult;
import dev.codemod.parser.Parser;
import dev.codemod.source.LanguageLevel;
import dev.codemod.source.Problem;
import dev.codemod.source.Source;
import dev.codemod.tree.TreeDump;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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
        AST,
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
        return "show the tree of files, their tokens, or what CPython's ast.dump shows";
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
                .desc("cst: the lossless tree (default); ast: what CPython prints for ast.dump with attributes, or"
                        + " without them for Python 2.7; tokens: one token on each line")
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
     * @param output what to print of it, in UTF-8; empty if there is nothing to show
     * @param place where {@code error} is, or null
     * @param error what is wrong with the file, or null
     */
    private record Shown(SourceFile file, byte[] output, Place place, String error) {
        static Shown failed(SourceFile file, String error) {
            return new Shown(file, new byte[0], null, error);
        }
    }

    @Override
    public ExitCode run(CommandLine line, Environment environment) throws CliException, IOException {
        if (line.getArgList().isEmpty()) {
            throw CliException.usage("tree needs at least one path");
        }
        boolean isJson = line.hasOption("jsonl");
        Format format = format(line);
        LanguageLevel level = FileOptions.level(line);
        int jobs = Jobs.of(line);
        FileWalk walk = FileOptions.walk(line, environment);
        List<SourceFile> files = walk.find(line.getArgList());
        Console console = environment.console();
        boolean[] failed = {!walk.isComplete()};
        Workers.run(files, jobs, file -> show(file, level, format, isJson), shown -> {
            failed[0] |= shown.error() != null;
            try {
                if (isJson) {
                    printJson(shown, console);
                } else {
                    print(shown, files.size() > 1, console);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
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
        throw CliException.usage("unknown format " + text + "; known are cst, ast and tokens");
    }

    private static Shown show(SourceFile file, LanguageLevel level, Format format, boolean isJson) {
        try {
            ParseResult result = Parser.parse(Source.of(file.path(), file.read()), level);
            Problem problem = result.firstProblem();
            ByteArrayOutputStream output = new ByteArrayOutputStream();
            if (format != Format.AST) {
                byte[] text = text(result, format).getBytes(StandardCharsets.UTF_8);
                output.writeBytes(isJson ? jsonLine(file, format, text) : text);
            } else if (problem == null) {
                // A text that is not Python has tokens and a lossless tree, but nothing that CPython would print.
                AstDump dump = AstDump.of(result.module());
                problem = dump.problem();
                if (problem == null && isJson) {
                    dump.writeJsonTo(output, file.path());
                } else if (problem == null) {
                    dump.writeTo(output);
                    output.write('\n');
                }
            }
            return problem == null
                    ? new Shown(file, output.toByteArray(), null, null)
                    : new Shown(
                            file, output.toByteArray(), Place.of(result.parsed().source(), problem), problem.message());
        } catch (IOException e) {
            return Shown.failed(file, "cannot read: " + Reasons.of(e));
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            return Shown.failed(file, LastResort.message(e));
        }
    }

    private static String text(ParseResult result, Format format) throws IOException {
        StringBuilder text = new StringBuilder();
        if (format == Format.CST) {
            TreeDump.write(result.module(), text);
        } else {
            TokenDump.append(result.parsed(), text);
        }
        return text.toString();
    }

    private static byte[] jsonLine(SourceFile file, Format format, byte[] text) {
        StringBuilder line = new StringBuilder("{\"path\": ");
        Json.appendString(line, file.path());
        line.append(", \"").append(format.word()).append("\": ");
        Json.appendString(line, new String(text, StandardCharsets.UTF_8).stripTrailing());
        return line.append("}\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void printJson(Shown shown, Console console) throws IOException {
        if (shown.error() == null) {
            console.out().write(shown.output());
        } else {
            Place place = shown.place() == null ? new Place(0, 0) : shown.place();
            AstError error = new AstError(place.line(), place.column(), shown.error());
            error.writeJsonTo(console.out(), shown.file().path());
        }
    }

    private static void print(Shown shown, boolean isTitled, Console console) throws IOException {
        String path = shown.file().path();
        if (shown.error() != null) {
            console.error(shown.place() == null ? path : shown.place().in(path), shown.error());
        }
        if (shown.output().length > 0) {
            console.print(isTitled ? "# " + path + "\n" : "");
            console.out().write(shown.output());
        }
    }
}
