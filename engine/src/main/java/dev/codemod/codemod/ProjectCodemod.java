package dev.codemod.codemod;

import dev.codemod.tree.Module;
import java.io.Serializable;
import java.util.List;

/**
 * A codemod that needs facts about the other files of the project.
 *
 * <p>A run has these passes. {@link #scan} reads the files that pass {@link #prefilter()}; the facts are merged; {@link
 * #scanUses} reads the files that pass {@link #usesPrefilter} of those facts, and all facts are merged again, as often as
 * that brings new literals (from the start once more if {@link #redefine} says so); last, the files that pass {@link #rewritePrefilter} are rewritten. Facts are small, immutable
 * and serialisable, and never hold trees, so that the passes can run in threads or on several machines.
 *
 * @param <F> the facts
 */
public abstract class ProjectCodemod<F extends Serializable> extends Codemod {
    /** Returns the facts of no file at all, the neutral element of {@link #merge}. */
    public abstract F none();

    /** Joins the facts of two sets of files; associative and commutative. */
    public abstract F merge(F left, F right);

    /** Returns the facts of one file that need no others: definitions. */
    public abstract F scan(FileContext file);

    /**
     * Returns what to keep of the list of all files of the run; unless overridden, nothing. {@link
     * dev.codemod.project.IndexFacts#paths} lets an index know the modules that no prefilter asks for.
     *
     * @param paths the files as they were given to the run, with {@code /} as the separator
     */
    public F scanPaths(List<String> paths) {
        return none();
    }

    /**
     * Returns the literals without which a file cannot use anything that was defined; nothing defined: no file passes.
     *
     * <p>Asked again after each pass with all facts so far, those of uses too: as long as it asks for literals that no
     * earlier pass has looked for, the files that pass now and did not before are read. Chains of calls through any
     * number of files are found so.
     */
    public abstract Prefilter usesPrefilter(F definitions);

    /**
     * Returns the facts of one file that say how it uses the definitions. A file is read once, in the first pass whose
     * filter it passes.
     */
    public abstract F scanUses(FileContext file, F definitions);

    /**
     * Returns the facts of a file that passes {@link #usesPrefilter} but has no tree: it cannot be read or has a syntax
     * error. What it does with the definitions is unknown, and a sound codemod does not rewrite what it may use.
     */
    public abstract F unknownUses(String path, F definitions);

    /**
     * Returns the definitions with which all uses are to be read anew, because the uses say that there are more
     * definitions than the first pass saw; null if there are none, which is so unless overridden.
     *
     * <p>What was read of uses is thrown away then. Asked after the last pass over uses, again after those that follow,
     * and at most 16 times.
     *
     * @param definitions the facts of the first pass, or what this returned last
     * @param all those and the facts of all uses
     */
    public F redefine(F definitions, F all) {
        return null;
    }

    /**
     * Returns the literals without which a text of the project that is no Python, such as a YAML file, does not matter.
     * By default none matters, and none is read.
     *
     * @param facts the facts of all Python files
     */
    public Prefilter textPrefilter(F facts) {
        return Prefilter.anyOf();
    }

    /**
     * Returns the facts of a text that passes {@link #textPrefilter}.
     *
     * @param bytes the text, in an unknown encoding
     * @param facts as for {@link #textPrefilter}
     */
    public F scanText(String path, byte[] bytes, F facts) {
        return none();
    }

    /**
     * Returns the facts of a file as {@link #unknownUses(String, Serializable)} does, which it calls unless overridden; the
     * names that occur in the text tell what it may use.
     *
     * @param bytes the contents of the file; null if they cannot be read
     */
    public F unknownUses(String path, byte[] bytes, F definitions) {
        return unknownUses(path, definitions);
    }

    /** Returns the literals without which a file cannot change. */
    public abstract Prefilter rewritePrefilter(F facts);

    /** Rewrites one file; see {@link Codemod#rewrite(FileContext)}. */
    public abstract Module rewrite(FileContext file, F facts);

    /**
     * Tells with {@link FileContext#explain} what is seen in a file that {@link #rewritePrefilter} leaves out, if somebody
     * asks about that file; unless overridden, nothing.
     */
    public void explain(FileContext file, F facts) {}

    /** Not for project codemods, which are rewritten with facts. */
    @Override
    public final Module rewrite(FileContext file) {
        throw new IllegalStateException(id() + " needs the facts of the project");
    }
}
