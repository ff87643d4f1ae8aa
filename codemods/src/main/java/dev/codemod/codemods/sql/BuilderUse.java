package dev.codemod.codemods.sql;

import java.io.Serializable;
import java.util.Comparator;

/**
 * A call whose result is executed as a query without parameters, and used for nothing else.
 *
 * @param path the file
 * @param offset the byte offset of the call
 * @param rules the rules of the driver that executes the query
 */
record BuilderUse(String path, int offset, QueryRules rules) implements Comparable<BuilderUse>, Serializable {
    private static final Comparator<BuilderUse> ORDER = Comparator.comparing(BuilderUse::path)
            .thenComparingInt(BuilderUse::offset)
            .thenComparing(use -> use.rules().toString());

    @Override
    public int compareTo(BuilderUse other) {
        return ORDER.compare(this, other);
    }
}
