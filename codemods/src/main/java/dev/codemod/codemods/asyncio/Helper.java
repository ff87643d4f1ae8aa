package dev.codemod.codemods.asyncio;

import dev.codemod.codemods.asyncio.HelperFact.Hazard;
import dev.codemod.project.ProjectDefinition;
import java.util.List;

/**
 * A synchronous function of the project that blocks, by itself or through others.
 *
 * @param definition the function
 * @param chain the functions from this one to the one that blocks, both included
 * @param below the functions that it reaches and that reach what blocks, itself among them
 * @param blocks what the last of them calls, as messages name it
 * @param blocksAt the place of that call: file and line
 * @param hazard what stands against running it in another thread
 * @param hazardDetail what is done where, for messages; empty if there is no hazard
 */
record Helper(
        ProjectDefinition definition,
        List<ProjectDefinition> chain,
        List<ProjectDefinition> below,
        String blocks,
        String blocksAt,
        Hazard hazard,
        String hazardDetail) {
    Helper {
        chain = List.copyOf(chain);
        below = List.copyOf(below);
    }

    /** Returns the chain for messages: {@code it calls shop.http.fetch, which calls requests.get, shop/http.py:8}. */
    String trace() {
        StringBuilder text = new StringBuilder("it calls ");
        for (ProjectDefinition link : chain.subList(1, chain.size())) {
            text.append(link.qualifiedName()).append(", which calls ");
        }
        return text.append(blocks).append(", ").append(blocksAt).toString();
    }

    /** Returns whether it makes an object, which cannot be done by a coroutine. */
    boolean isConstructor() {
        return definition.facts().simpleName().equals("__init__");
    }

    /** Returns what is known of the function, in one sentence without a full stop. */
    String explanation() {
        String blocksBecause = definition.qualifiedName() + " blocks: " + trace();
        return hazard == Hazard.NONE ? blocksBecause : blocksBecause + "; in a thread it is no good: " + hazardDetail;
    }

    /** Returns what may be done with a call of the function, apart from what the place of the call says. */
    Verdict verdict() {
        return switch (hazard) {
            case NONE -> Verdict.SAFE;
            case SHARES_STATE ->
                Verdict.unsafe("helper-shares-state", "other tasks run while it is in a thread: " + hazardDetail);
            case THREAD_BOUND -> Verdict.refuse("helper-thread-bound", "it belongs to its thread: " + hazardDetail);
            case STOPS_ITERATION ->
                Verdict.refuse(
                        "helper-stops-iteration",
                        hazardDetail + ", which no thread can hand on: return a value or raise another exception");
            case USES_LOOP ->
                Verdict.refuse("helper-uses-loop", "it cannot run in a thread: " + hazardDetail + "; make it async");
        };
    }
}
