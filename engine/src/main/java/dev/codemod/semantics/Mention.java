package dev.codemod.semantics;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.Comparator;

/**
 * A place where a file names something that another file may define.
 *
 * @param path the file, relative to the project's root, with slashes
 * @param line the 1-based line of the first such place in the file
 * @param kind how it is named
 * @param name the dotted name, the name of the module first; a relative import keeps its dots if the module that holds
 *     it is not known; {@code module.*} for a star import
 */
public record Mention(String path, int line, Kind kind, String name) implements Comparable<Mention>, Serializable {
    private static final Comparator<Mention> ORDER = Comparator.comparing(Mention::path)
            .thenComparingInt(Mention::line)
            .thenComparing(Mention::kind)
            .thenComparing(Mention::name);

    /** The ways to name something. */
    public enum Kind {
        /** {@code import module} */
        IMPORT,
        /** {@code from module import name} */
        FROM_IMPORT,
        /** {@code from module import *} */
        STAR_IMPORT,
        /** A name or an attribute chain that starts with an import. */
        REFERENCE,
        /** A name that a star import may bind. */
        STAR_REFERENCE,
        /** A string that reads as a dotted name: {@code "shop.config.Config"} or {@code "shop.config:Config"}. */
        STRING,
        /** A string beside an object in a call: {@code getattr(shop.config, "Config")}. */
        ATTRIBUTE_STRING
    }

    public Mention {
        requireNonNull(path, "path is null");
        requireNonNull(kind, "kind is null");
        requireNonNull(name, "name is null");
    }

    @Override
    public int compareTo(Mention other) {
        return ORDER.compare(this, other);
    }
}
