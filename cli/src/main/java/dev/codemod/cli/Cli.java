package dev.codemod.cli;

import dev.codemod.source.Suggestion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.cli.AmbiguousOptionException;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.DefaultParser;
import org.apache.commons.cli.MissingArgumentException;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;
import org.apache.commons.cli.UnrecognizedOptionException;

/** Reads a command line, runs its command and turns every way in which that can end into an exit code. */
final class Cli {
    private static final List<Command> COMMANDS = List.of(
            new ApplyCommand(),
            new RunCommand(),
            new ListCommand(),
            new ShowCommand(),
            new ExplainCommand(),
            new ParseCommand(),
            new TreeCommand(),
            new TestCommand());

    private final Environment environment;

    Cli(Environment environment) {
        this.environment = environment;
    }

    /** Runs one command line to its end; all output is flushed. */
    ExitCode run(String... args) {
        Console console = environment.console();
        try {
            ExitCode code = dispatch(args);
            console.flush();
            return code;
        } catch (CliException e) {
            console.error(e.getMessage());
            return e.exitCode();
        } catch (UncheckedIOException e) {
            return writeFailed(e.getCause());
        } catch (IOException e) {
            return writeFailed(e);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError | AssertionError e) {
            console.error(LastResort.message(e));
            return ExitCode.INCOMPLETE;
        }
    }

    private ExitCode writeFailed(IOException e) {
        // A reader that has seen enough, such as `head`, is no news to the user.
        if (!"Broken pipe".equals(e.getMessage())) {
            environment.console().error("cannot write the result: " + e.getMessage());
        }
        return ExitCode.INCOMPLETE;
    }

    private ExitCode dispatch(String[] args) throws CliException, IOException {
        if (args.length == 0) {
            environment.console().print(Help.overview(COMMANDS, globalOptions()));
            return ExitCode.USAGE;
        }
        String first = args[0];
        if (first.equals("-h") || first.equals("--help") || first.equals("help")) {
            return help(args);
        }
        if (first.equals("-V") || first.equals("--version")) {
            environment.console().print("codemod " + version() + "\n");
            return ExitCode.DONE;
        }
        if (first.startsWith("-")) {
            throw CliException.usage("unknown option " + first + " before the command"
                    + Suggestion.forWord(first, List.of("--help", "--version")));
        }
        Command command = command(first);
        Options options = optionsOf(command);
        CommandLine line = parse(command, options, Arrays.copyOfRange(args, 1, args.length));
        if (line.hasOption("help")) {
            environment.console().print(Help.of(command, options));
            return ExitCode.DONE;
        }
        return command.run(line, environment);
    }

    private ExitCode help(String[] args) throws CliException, IOException {
        if (args.length == 1) {
            environment.console().print(Help.overview(COMMANDS, globalOptions()));
        } else {
            Command command = command(args[1]);
            environment.console().print(Help.of(command, optionsOf(command)));
        }
        return ExitCode.DONE;
    }

    private static Command command(String name) throws CliException {
        List<String> names = new ArrayList<>();
        for (Command command : COMMANDS) {
            if (command.name().equals(name)) {
                return command;
            }
            names.add(command.name());
        }
        throw CliException.usage("unknown command " + name + Suggestion.forWord(name, names));
    }

    private static Options globalOptions() {
        return new Options().addOption(helpOption()).addOption("V", "version", false, "print the version");
    }

    private static Option helpOption() {
        return new Option("h", "help", false, "show this help");
    }

    private static Options optionsOf(Command command) {
        return command.options().addOption(helpOption());
    }

    private static CommandLine parse(Command command, Options options, String[] args) throws CliException {
        DefaultParser parser = DefaultParser.builder()
                .setAllowPartialMatching(false)
                .setStripLeadingAndTrailingQuotes(false)
                .get();
        try {
            return parser.parse(options, args);
        } catch (AmbiguousOptionException e) {
            throw CliException.usage("ambiguous option " + e.getOption());
        } catch (UnrecognizedOptionException e) {
            throw CliException.usage(
                    "unknown option " + e.getOption() + " of " + command.name() + suggestion(e.getOption(), options));
        } catch (MissingArgumentException e) {
            throw CliException.usage("option " + shown(e.getOption()) + " needs a value: "
                    + e.getOption().getArgName());
        } catch (ParseException e) {
            throw CliException.usage(e.getMessage());
        }
    }

    private static String suggestion(String word, Options options) {
        List<String> known = new ArrayList<>();
        for (Option option : options.getOptions()) {
            known.add(shown(option));
        }
        int value = word.indexOf('=');
        return Suggestion.forWord(value < 0 ? word : word.substring(0, value), known);
    }

    private static String shown(Option option) {
        return option.getLongOpt() == null ? "-" + option.getOpt() : "--" + option.getLongOpt();
    }

    /** Returns the version of the command. */
    static String version() throws IOException {
        try (InputStream text = Cli.class.getResourceAsStream("version.txt")) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8).strip();
        }
    }
}
