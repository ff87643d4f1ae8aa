package dev.codemod.codemods.asyncio;

import dev.codemod.codemod.FileContext;

/**
 * Turns the asyncio of Python 3.4 to 3.6 into today's: {@code async def} and {@code await}, {@code asyncio.run}, tasks
 * by {@code create_task}, no {@code loop} arguments.
 */
final class LegacyStage implements Stage {
    private final AwaitFacts facts;

    LegacyStage(AwaitFacts facts) {
        this.facts = facts;
    }

    @Override
    public void plan(FileContext file, Plan plan) {
        StageChanges changes = StageChanges.forAllVersions(file, plan);
        Awaitables awaitables = new Awaitables(file.semantics(), facts.coroutinesOf(file.path()));
        new LegacyCoroutines(changes, awaitables, facts.coroutinesOf(file.path())).plan();
        new LoopArguments(changes).plan();
        new TaskCreation(changes, awaitables).plan();
        new LoopRuns(changes, awaitables).plan();
    }
}
