package dev.codemod.cli;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;

/** Renders help texts, at most 80 columns wide; the formatter of commons-cli does not align long options. */
final class Help {
    private static final int WIDTH = 80;
    private static final int MAX_COLUMN = 28;

    private Help() {}

    /** Returns what {@code codemod --help} prints. */
    static String overview(List<Command> commands, Options global) {
        StringBuilder text = new StringBuilder("Usage: codemod COMMAND [OPTION...] [PATH...]\n\n");
        text.append("Rewrites Python source to better Python source and touches nothing else.\n\nCommands:\n");
        List<String[]> rows = new ArrayList<>();
        for (Command command : commands) {
            rows.add(new String[] {command.name(), command.summary()});
        }
        appendRows(text, rows);
        text.append("\nOptions:\n");
        appendRows(text, rows(global));
        text.append("\nThe result goes to standard output, everything else to standard error.\n");
        text.append("`codemod COMMAND --help` shows the options of a command.\n\nExit codes:\n");
        appendExitCodes(text);
        return text.toString();
    }

    /** Returns what {@code codemod COMMAND --help} prints. */
    static String of(Command command, Options options) {
        StringBuilder text = new StringBuilder("Usage: codemod " + command.name() + " [OPTION...]");
        if (!command.arguments().isEmpty()) {
            text.append(' ').append(command.arguments());
        }
        String summary = command.summary();
        text.append("\n\n").append(Character.toUpperCase(summary.charAt(0))).append(summary.substring(1));
        text.append(".\n\nOptions:\n");
        appendRows(text, rows(options));
        text.append("\nExit codes:\n");
        appendExitCodes(text);
        return text.toString();
    }

    private static List<String[]> rows(Options options) {
        List<String[]> rows = new ArrayList<>();
        for (Option option : options.getOptions()) {
            String name = option.getOpt() == null ? "    " : "-" + option.getOpt();
            if (option.getLongOpt() != null) {
                name += (option.getOpt() == null ? "--" : ", --") + option.getLongOpt();
            }
            if (option.hasArg()) {
                name += " " + option.getArgName();
            }
            rows.add(new String[] {name, option.getDescription()});
        }
        return rows;
    }

    private static void appendExitCodes(StringBuilder text) {
        List<String[]> rows = new ArrayList<>();
        for (ExitCode code : ExitCode.values()) {
            rows.add(new String[] {Integer.toString(code.number()), code.meaning()});
        }
        appendRows(text, rows);
    }

    /** Appends two columns; a left text that is too wide pushes its right text to the next line. */
    private static void appendRows(StringBuilder text, List<String[]> rows) {
        int column = 0;
        for (String[] row : rows) {
            if (row[0].length() <= MAX_COLUMN) {
                column = Math.max(column, row[0].length());
            }
        }
        String indent = " ".repeat(column + 4);
        for (String[] row : rows) {
            text.append("  ").append(row[0]);
            if (row[0].length() > column) {
                text.append('\n').append(indent);
            } else {
                text.append(" ".repeat(column - row[0].length() + 2));
            }
            appendWrapped(text, row[1], indent);
        }
    }

    private static void appendWrapped(StringBuilder text, String words, String indent) {
        int width = indent.length();
        boolean first = true;
        for (String word : words.split(" ")) {
            if (!first && width + 1 + word.length() > WIDTH) {
                text.append('\n').append(indent);
                width = indent.length();
                first = true;
            }
            text.append(first ? "" : " ").append(word);
            width += word.length() + (first ? 0 : 1);
            first = false;
        }
        text.append('\n');
    }
}
