package dev.codemod.codemod;

/**
 * Takes what codemods tell about one file to whoever asks why a place was, or was not, rewritten. Calls come from several
 * threads, one after the other, and may repeat themselves.
 */
public interface Explainer {
    /** Takes note that a codemod looked at the tree of the file. */
    void looked(String codemod);

    /**
     * Takes note that a codemod did not look at the tree of the file.
     *
     * @param reason half a sentence
     */
    void passed(String codemod, String reason);

    /**
     * Takes what a codemod saw.
     *
     * @param line 1-based first line of the place, as on disk
     * @param endLine 1-based last line of the place
     */
    void saw(String codemod, int line, int endLine, String text);
}
