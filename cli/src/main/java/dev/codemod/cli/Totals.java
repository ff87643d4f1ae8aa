package dev.codemod.cli;

/**
 * The figures of a run.
 *
 * @param unparsed the files that could not be read or parsed
 * @param safe the safe rewrites that were made
 * @param unsafe the unsafe rewrites, made or not
 */
record Totals(int scanned, int changed, int skipped, int unparsed, int safe, int unsafe, int manual) {
    /** Returns the last line of a run. Programs read it: the words and their order never change. */
    String line() {
        return "files: " + scanned + " scanned, " + changed + " changed, " + skipped + " skipped, " + unparsed
                + " unparsed; rewrites: " + safe + " safe, " + unsafe + " unsafe; " + manual + " manual";
    }
}
