package dev.codemod.codemod;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Set;

/**
 * What a run made of one file.
 *
 * @param path the file
 * @param status what happened
 * @param before the bytes of the file; null unless {@link Status#CHANGED}
 * @param after the bytes to be written; null unless {@link Status#CHANGED}
 * @param findings what the codemods did and refused, in source order
 * @param errors why the file could not be processed, or which check failed; the first matters most
 * @param units names of the units, over all codemods, that have a part in the change: whoever writes the file writes all
 *     files of its units, or none of them
 */
public record FileResult(
        String path,
        Status status,
        byte[] before,
        byte[] after,
        List<Finding> findings,
        List<FileError> errors,
        Set<String> units) {
    public FileResult {
        requireNonNull(path, "path is null");
        requireNonNull(status, "status is null");
        findings = List.copyOf(findings);
        errors = List.copyOf(errors);
        units = Set.copyOf(units);
    }

    /** What happened to a file. */
    public enum Status {
        /** Nothing to do. */
        UNCHANGED,
        /** The bytes differ. */
        CHANGED,
        /** Left alone because a comment in it says so. */
        SKIPPED,
        /** Not Python that can be read: a syntax error, an unknown encoding, NUL bytes. */
        UNPARSED,
        /** The file system did not let us read it. */
        UNREADABLE,
        /** A safety check failed or a codemod broke; the edits were withdrawn. */
        WITHDRAWN
    }

    static FileResult of(String path, Status status) {
        return new FileResult(path, status, null, null, List.of(), List.of(), Set.of());
    }

    static FileResult failed(String path, Status status, FileError error) {
        return new FileResult(path, status, null, null, List.of(), List.of(error), Set.of());
    }
}
