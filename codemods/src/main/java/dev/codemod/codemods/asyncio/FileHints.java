package dev.codemod.codemods.asyncio;

import java.io.Serializable;
import java.util.Collection;
import java.util.List;

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
        return new FileHints(SortedUnion.sorted(patches), List.of(), List.of(), List.of(), false);
    }

    static FileHints ofLoop(LoopFact loop) {
        return new FileHints(List.of(), List.of(loop), List.of(), List.of(), false);
    }

    static FileHints ofSleepImports(Collection<SleepImports.Fact> imports) {
        return new FileHints(List.of(), List.of(), SortedUnion.sorted(imports), List.of(), false);
    }

    static FileHints ofRequests(Collection<RequestHint> requests) {
        return new FileHints(List.of(), List.of(), List.of(), SortedUnion.sorted(requests), true);
    }

    FileHints merge(FileHints other) {
        return new FileHints(
                SortedUnion.of(patches, other.patches),
                SortedUnion.of(loops, other.loops),
                SortedUnion.of(sleepImports, other.sleepImports),
                SortedUnion.of(requests, other.requests),
                makesRequests || other.makesRequests);
    }
}
