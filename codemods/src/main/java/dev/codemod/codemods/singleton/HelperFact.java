package dev.codemod.codemods.singleton;

import java.io.Serializable;
import java.util.List;

/**
 * A name of a module that the construction of another module's singleton may use.
 *
 * @param name the name
 * @param line its line
 * @param kind what it is
 * @param reason why calling it is impure, a clause for messages; empty if it only stores, given that what it uses does
 * @param isOrdered whether the module has run everything that it needs when it binds the name
 * @param reads the names of the module on which that relies, sorted
 * @param uses what it uses of other modules, sorted
 */
record HelperFact(
        String name, int line, Kind kind, String reason, boolean isOrdered, List<String> reads, List<HelperUse> uses)
        implements Serializable {
    enum Kind {
        /** A function or a class. */
        CALLABLE,
        /** A value that cannot change. */
        CONSTANT,
        /** It is imported from another module. */
        IMPORT
    }

    HelperFact {
        reads = List.copyOf(reads);
        uses = List.copyOf(uses);
    }
}
