package dev.codemod.cli;

import dev.codemod.source.Problem;
import dev.codemod.source.Source;

/**
 * Where in a file something is wrong, as people and editors count.
 *
 * @param line 1-based line
 * @param column 1-based column in characters
 */
record Place(int line, int column) {
    static Place of(Source source, Problem problem) {
        return new Place(source.line(problem.offset()), source.codePointColumn(problem.offset()) + 1);
    }

    /** Returns {@code path:line:column}. */
    String in(String path) {
        return path + ":" + line + ":" + column;
    }
}
