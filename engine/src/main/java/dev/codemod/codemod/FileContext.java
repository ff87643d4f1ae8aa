package dev.codemod.codemod;

import static java.util.Objects.requireNonNull;

import dev.codemod.rewrite.PrintOptions;
import dev.codemod.semantics.Semantics;
import dev.codemod.source.LanguageLevel;
import dev.codemod.source.Source;
import dev.codemod.tree.Module;
import dev.codemod.tree.Node;
import dev.codemod.tree.Parsed;
import java.util.ArrayList;
import java.util.List;

/**
 * What a codemod knows about the file that it is looking at, and where it reports.
 *
 * <p>Used by one thread, for one codemod and one file.
 */
public final class FileContext {
    private final Codemod codemod;
    private final String path;
    private final ParsedFile file;
    private final RunOptions options;
    private PrintOptions printOptions = PrintOptions.defaults();
    private final List<Finding> findings = new ArrayList<>();

    FileContext(Codemod codemod, String path, ParsedFile file, RunOptions options) {
        this.codemod = codemod;
        this.path = path;
        this.file = file;
        this.options = options;
    }

    /** Returns the path as it was given to the run, with {@code /} as the separator. */
    public String path() {
        return path;
    }

    /** Returns the tree of the file. */
    public Module module() {
        return file.module();
    }

    /** Returns the text and the tokens of the file. */
    public Parsed parsed() {
        return module().parsed();
    }

    /** Returns the language level at which the file was read. */
    public LanguageLevel level() {
        return parsed().level();
    }

    /** Returns what the names of the file mean; computed on first use. */
    public Semantics semantics() {
        return file.semantics();
    }

    /**
     * Returns the value of one of the codemod's {@linkplain Codemod#options() options}.
     *
     * @throws IllegalArgumentException if the codemod declares no such option
     */
    public String option(String name) {
        for (Option option : codemod.options()) {
            if (option.name().equals(name)) {
                return options.parameter(codemod, option);
            }
        }
        throw new IllegalArgumentException(codemod.id() + " has no option " + name);
    }

    /** Names a node whose comments the rewrite drops on purpose; all other comments of the file must survive. */
    public void dropComments(Node node) {
        printOptions = printOptions.dropComments(node);
    }

    /** Returns how the printer treats comments. */
    PrintOptions printOptions() {
        return printOptions;
    }

    /**
     * Reports a rewrite and asks whether to make it.
     *
     * @param applicability {@link Applicability#SAFE} or {@link Applicability#UNSAFE}
     * @param at the node that is rewritten, of the tree as it was parsed
     * @param reason short stable key of the kind of rewrite
     * @param message one sentence: what becomes what and, if unsafe, what a person must check
     * @return whether the codemod must make the rewrite now
     */
    public boolean offer(Applicability applicability, Node at, String reason, String message) {
        requireNonNull(at, "at is null");
        if (applicability == Applicability.MANUAL) {
            throw new IllegalArgumentException("a rewrite is safe or unsafe; use refuse for " + reason);
        }
        if (file.suppressions().isIgnored(codemod.id(), at.original())) {
            return false;
        }
        boolean isApplied = applicability == Applicability.SAFE || options.isUnsafe();
        findings.add(finding(applicability, at, reason, message, isApplied));
        return isApplied;
    }

    /**
     * Reports a place that is not rewritten.
     *
     * @param reason short stable key of the reason
     * @param message one sentence: why not, and what the user can do
     */
    public void refuse(Node at, String reason, String message) {
        requireNonNull(at, "at is null");
        if (!file.suppressions().isIgnored(codemod.id(), at.original())) {
            findings.add(finding(Applicability.MANUAL, at, reason, message, false));
        }
    }

    /** Reports that the rewrites of this file could not be printed, and takes them back. */
    void withdraw(int offset, String reason, String message) {
        findings.replaceAll(Finding::withdrawn);
        Source source = parsed().source();
        int column = source.codePointColumn(offset) + 1;
        int line = source.line(offset);
        findings.add(new Finding(
                codemod.id(), path, line, column, line, column, Applicability.MANUAL, reason, message, false));
    }

    /** Returns what was reported so far, in the order of the places. */
    List<Finding> findings() {
        List<Finding> sorted = new ArrayList<>(findings);
        sorted.sort((a, b) -> a.line() != b.line() ? a.line() - b.line() : a.column() - b.column());
        return sorted;
    }

    private Finding finding(Applicability applicability, Node at, String reason, String message, boolean isApplied) {
        Node original = at.original();
        Source source = original.parsed().source();
        int start = original.startOffset();
        int end = original.endOffset();
        return new Finding(
                codemod.id(),
                path,
                source.line(start),
                source.codePointColumn(start) + 1,
                source.line(end),
                source.codePointColumn(end) + 1,
                applicability,
                reason,
                message,
                isApplied);
    }
}
