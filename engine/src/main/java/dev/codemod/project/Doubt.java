package dev.codemod.project;

import static java.util.Objects.requireNonNull;

import java.util.Comparator;

/**
 * A reason why the list of the uses of something may not be complete.
 *
 * @param path the file, relative to the project's root, with slashes
 * @param line the 1-based line; 1 if it is the whole file
 * @param message one sentence for a person, without a full stop
 */
public record Doubt(Kind kind, String path, int line, String message) implements Comparable<Doubt> {
    private static final Comparator<Doubt> ORDER = Comparator.comparing(Doubt::path)
            .thenComparingInt(Doubt::line)
            .thenComparing(Doubt::kind)
            .thenComparing(Doubt::message);

    /** The kinds of reasons. */
    public enum Kind {
        /** A method or attribute of that name, of a value of unknown type. */
        UNKNOWN_RECEIVER,
        /** It is handed on without a call and may be called from anywhere: a callback, an element of a table. */
        ESCAPES,
        /** A string names it, or may name it. */
        STRING,
        /** An attribute of a computed name of the module or class. */
        COMPUTED_NAME,
        /** A name that may mean it and may mean something else. */
        UNCERTAIN_NAME,
        /** It is assigned or deleted from outside: a monkey patch, a test double. */
        REPLACED,
        /** A decorator may replace it. */
        DECORATED,
        /** A base class that is not known may call it, or give it another meaning. */
        UNKNOWN_BASE,
        /** Syntax or the library calls it: {@code __enter__}, {@code __call__}. */
        SPECIAL_METHOD,
        /** A file that has no tree may use it. */
        UNREADABLE_FILE
    }

    public Doubt {
        requireNonNull(kind, "kind is null");
        requireNonNull(path, "path is null");
        requireNonNull(message, "message is null");
    }

    @Override
    public int compareTo(Doubt other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return path + ":" + line + ": " + message;
    }
}
