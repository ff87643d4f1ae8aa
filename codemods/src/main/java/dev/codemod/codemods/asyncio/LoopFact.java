package dev.codemod.codemods.asyncio;

import java.io.Serializable;
import java.util.Comparator;

/**
 * A file with coroutines that imports another event loop than asyncio's.
 *
 * @param path the file
 * @param isAnyio whether it is anyio and nothing else, which runs on the loops of asyncio and of trio
 */
record LoopFact(String path, boolean isAnyio) implements Comparable<LoopFact>, Serializable {
    private static final Comparator<LoopFact> ORDER =
            Comparator.comparing(LoopFact::path).thenComparing(LoopFact::isAnyio);

    /** Returns whether a file is in the same folder or below, which makes them parts of one program or package. */
    boolean isNear(String other) {
        int slash = path.lastIndexOf('/');
        return slash < 0 ? other.indexOf('/') < 0 : other.startsWith(path.substring(0, slash + 1));
    }

    @Override
    public int compareTo(LoopFact other) {
        return ORDER.compare(this, other);
    }
}
