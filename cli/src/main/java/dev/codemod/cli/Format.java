package dev.codemod.cli;

import dev.codemod.codemod.Codemod;
import dev.codemod.source.Suggestion;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;

/** The ways in which the commands that rewrite files show their results. */
enum Format {
    TEXT,
    JSON,
    JSONL,
    SARIF;

    static Option option() {
        return Option.builder()
                .longOpt("format")
                .hasArg()
                .argName("FORMAT")
                .desc("text: diffs on standard output, findings on standard error (default); json, jsonl or sarif:"
                        + " all on standard output")
                .get();
    }

    static Format of(CommandLine line) throws CliException {
        String text = line.getOptionValue("format", "text");
        List<String> names = Arrays.stream(values())
                .map(format -> format.name().toLowerCase(Locale.ROOT))
                .toList();
        int index = names.indexOf(text);
        if (index < 0) {
            String suggestion = Suggestion.forWord(text, names);
            throw CliException.usage("unknown format " + text
                    + (suggestion.isEmpty() ? "; known are " + String.join(", ", names) : suggestion));
        }
        return values()[index];
    }

    /**
     * Returns the output of this format.
     *
     * @param diffs where diffs of {@link #TEXT} go, or null
     * @param namesChanges whether {@link #TEXT} names changed files
     */
    Output output(Console console, DiffOutput diffs, boolean namesChanges, List<Codemod> codemods) throws IOException {
        return switch (this) {
            case TEXT -> new TextOutput(console, diffs, namesChanges);
            case JSON -> new JsonOutput(console, false);
            case JSONL -> new JsonOutput(console, true);
            case SARIF -> new SarifOutput(console, codemods, Cli.version());
        };
    }
}
