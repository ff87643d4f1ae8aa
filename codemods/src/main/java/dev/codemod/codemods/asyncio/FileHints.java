package dev.codemod.codemods.asyncio;

import java.io.Serializable;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * What files say that matters to calls in other files, apart from definitions and uses; sorted.
 *
 * @param patches the sleep functions that are replaced
 * @param loops the files that import other event loops
 * @param sleepImports the imports of {@code time} and what may use them
 * @param requests what counts on requests
 * @param makesRequests whether requests are to be made by another client
 */
record FileHints(
        List<PatchFact> patches,
        List<LoopFact> loops,
        List<SleepImports.Fact> sleepImports,
        List<RequestHint> requests,
        boolean makesRequests)
        implements Serializable {
    static final FileHints NONE = new FileHints(List.of(), List.of(), List.of(), List.of(), false);

    static FileHints ofPatches(List<PatchFact> patches) {
        return new FileHints(patches, List.of(), List.of(), List.of(), false);
    }

    static FileHints ofLoop(LoopFact loop) {
        return new FileHints(List.of(), List.of(loop), List.of(), List.of(), false);
    }

    static FileHints ofSleepImports(Collection<SleepImports.Fact> imports) {
        return new FileHints(List.of(), List.of(), List.copyOf(imports), List.of(), false);
    }

    static FileHints ofRequests(Collection<RequestHint> requests) {
        return new FileHints(List.of(), List.of(), List.of(), List.copyOf(requests), true);
    }

    FileHints merge(FileHints other) {
        return new FileHints(
                union(patches, other.patches),
                union(loops, other.loops),
                union(sleepImports, other.sleepImports),
                union(requests, other.requests),
                makesRequests || other.makesRequests);
    }

    private static <T> List<T> union(List<T> one, List<T> other) {
        if (other.isEmpty()) {
            return one;
        }
        TreeSet<T> all = new TreeSet<>(one);
        all.addAll(other);
        return List.copyOf(all);
    }
}
