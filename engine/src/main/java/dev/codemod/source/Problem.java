package dev.codemod.source;

import static java.util.Objects.requireNonNull;

/**
 * Something wrong with a source text: an error that keeps it from being read, or a construct that the requested
 * language level does not have.
 *
 * @param offset byte offset of the place
 * @param message one sentence in CPython's words where CPython has words for it
 */
public record Problem(int offset, String message) {
    public Problem {
        requireNonNull(message, "message is null");
    }
}
