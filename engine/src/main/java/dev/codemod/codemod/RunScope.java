package dev.codemod.codemod;

import dev.codemod.source.LanguageLevel;
import java.util.Collection;

/** What a run knows besides its options: which codemods exist, and where the user does not want some of them. */
public interface RunScope {
    /** Knows nothing: comments are judged only by the codemods of the run. */
    RunScope UNKNOWN = new RunScope() {};

    /**
     * Returns the ids of all codemods that a comment may name; asked only when a file has a comment with an id that is
     * not of this run.
     *
     * @return the ids, or null if nobody knows
     */
    default Collection<String> knownCodemods() {
        return null;
    }

    /**
     * Returns whether the run has all codemods that are applied by default. Only then a comment that ignores all codemods
     * can be called unused.
     */
    default boolean isComplete() {
        return false;
    }

    /** Returns whether the user wants a file to stay as it is as far as a codemod is concerned. */
    default boolean isIgnored(String path, String codemod) {
        return false;
    }

    /** Returns the oldest Python that the project of a file says it supports, or null if it does not say. */
    default LanguageLevel oldestLevel(String path) {
        return null;
    }

    /** Returns who wants to know what codemods see in a file, or null. */
    default Explainer explainer(String path) {
        return null;
    }
}
