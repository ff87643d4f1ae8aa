package dev.codemod.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * The two output streams of the process: results go to one as bytes, messages to the other as UTF-8 text.
 *
 * <p>The launcher says which of them is a terminal, since Java itself cannot tell them apart.
 */
final class Console {
    private static final String RED = "\033[31m";
    private static final String YELLOW = "\033[33m";
    private static final String RESET = "\033[0m";
    private static final String CLEAR_LINE = "\r\033[K";

    private final OutputStream out;
    private final PrintStream err;
    private final boolean outIsTerminal;
    private final boolean errIsTerminal;
    private final boolean colored;
    private boolean statusShown;

    Console(OutputStream out, OutputStream err, boolean outIsTerminal, boolean errIsTerminal, boolean colored) {
        this.out = out;
        this.err = new PrintStream(err, true, StandardCharsets.UTF_8);
        this.outIsTerminal = outIsTerminal;
        this.errIsTerminal = errIsTerminal;
        this.colored = colored;
    }

    /** Returns the console of this process. */
    static Console ofProcess() {
        boolean colored =
                System.getenv().getOrDefault("NO_COLOR", "").isEmpty() && !"dumb".equals(System.getenv("TERM"));
        return new Console(
                new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16),
                new FileOutputStream(FileDescriptor.err),
                Boolean.getBoolean("codemod.terminal.out"),
                Boolean.getBoolean("codemod.terminal.err"),
                colored);
    }

    /** Returns the stream for results. Whoever writes to it passes its errors on. */
    OutputStream out() {
        return out;
    }

    void print(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    void flush() throws IOException {
        out.flush();
    }

    boolean colorsOut() {
        return colored && outIsTerminal;
    }

    boolean errIsTerminal() {
        return errIsTerminal;
    }

    /** Prints a line of report to standard error. */
    synchronized void report(String line) {
        clearStatus();
        err.println(line);
    }

    /** Prints an error that concerns no file. */
    void error(String message) {
        report("codemod: " + paint(RED, "error") + ": " + printable(message));
    }

    /** Prints an error that concerns {@code place}: a path, or {@code path:line:column}. */
    void error(String place, String message) {
        report(printable(place) + ": " + paint(RED, "error") + ": " + printable(message));
    }

    /** Prints something that was found at {@code place}; {@code kind} is one word. */
    void finding(String place, String kind, String message) {
        report(printable(place) + ": " + paint(YELLOW, kind) + ": " + printable(message));
    }

    /** Names and quoted source may hold line breaks and terminal sequences; a report is one line and harmless. */
    private static String printable(String text) {
        StringBuilder line = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean isControl = Character.isISOControl(c);
            if (isControl && line == null) {
                line = new StringBuilder(text.length() + 16).append(text, 0, i);
            }
            if (isControl) {
                line.append(
                        c == '\n' ? "\\n" : c == '\r' ? "\\r" : c == '\t' ? "\\t" : String.format("\\x%02x", (int) c));
            } else if (line != null) {
                line.append(c);
            }
        }
        return line == null ? text : line.toString();
    }

    private String paint(String color, String text) {
        return colored && errIsTerminal ? color + text + RESET : text;
    }

    /** Shows a line that the next report or status replaces; for terminals only. */
    synchronized void status(String text) {
        err.print(CLEAR_LINE + text);
        err.flush();
        statusShown = true;
    }

    synchronized void clearStatus() {
        if (statusShown) {
            err.print(CLEAR_LINE);
            err.flush();
            statusShown = false;
        }
    }
}
