package dev.codemod.codemod;

import static java.util.Objects.requireNonNull;

/**
 * Why a file could not be processed.
 *
 * @param line 1-based line, or 0 if the error has no place
 * @param column 1-based column in code points, or 0 if the error has no place
 * @param message one sentence
 */
public record FileError(int line, int column, String message) {
    public FileError {
        requireNonNull(message, "message is null");
    }

    static FileError withoutPlace(String message) {
        return new FileError(0, 0, message);
    }
}
