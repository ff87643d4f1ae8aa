package dev.codemod.rewrite;

/**
 * A change of one text while it is being printed.
 *
 * @param start byte offset of the first replaced byte
 * @param end byte offset after the last replaced byte
 * @param text what comes instead, already indented for its place
 * @param isLiteral whether the place is inside a string, where no blank may be added between neighbours
 */
record Change(int start, int end, Fragment text, boolean isLiteral) {
    boolean isInsertion() {
        return start == end;
    }
}
