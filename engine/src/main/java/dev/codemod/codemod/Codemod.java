package dev.codemod.codemod;

import dev.codemod.source.LanguageLevel;
import dev.codemod.tree.Module;
import java.util.List;

/**
 * A rewrite of Python files, one at a time.
 *
 * <p>A codemod has no state: the same bytes and options give the same output, whatever the number of workers or the
 * order of the files. It works on the tree, reports everything that it does or refuses through the {@link FileContext}
 * and returns the tree as it should be. A codemod that needs to know other files is a {@link ProjectCodemod}.
 *
 * <p>Its page for users is the resource {@code <id>.md} beside its class, with the headings <em>What it does</em>,
 * <em>Why</em>, <em>Example</em>, <em>Use instead</em>, <em>Safety</em>, <em>Options</em>, <em>References</em>.
 */
public abstract class Codemod {
    /** Returns the name on the command line, in kebab case. */
    public abstract String id();

    /** Returns what it does in one sentence. */
    public abstract String summary();

    /** Returns the literals without which it can do nothing to a file. */
    public abstract Prefilter prefilter();

    /** Returns whether it knows files of a language level; the default is all of them. */
    public boolean supports(LanguageLevel level) {
        return true;
    }

    /**
     * Returns the oldest Python that runs what it writes. Files of projects that say they support an older one are left
     * alone. The default is null: what it writes runs wherever the file did, or it asks {@link FileContext#oldestLevel}.
     */
    public LanguageLevel oldestPython() {
        return null;
    }

    /** Returns the options, in the order of the page. */
    public List<Option> options() {
        return List.of();
    }

    /** Returns how bad its findings are; the default is null: it follows from their applicability. */
    public Severity severity() {
        return null;
    }

    /**
     * Returns how often at most the codemod is applied to a file, each time to its own output, until it changes nothing
     * more. A codemod that works in stages says how many there are; the default is once.
     */
    public int cycles() {
        return 1;
    }

    /** Returns what a run applies in place of this codemod, in order; the default is the codemod itself. */
    public List<Codemod> steps() {
        return List.of(this);
    }

    /**
     * Rewrites one file.
     *
     * @return the rewritten tree, or {@code file.module()} itself if nothing changes
     */
    public abstract Module rewrite(FileContext file);

    /** Returns the page for users, Markdown. */
    public abstract String page();
}
