package dev.codemod.codemods.asyncio;

import dev.codemod.codemod.FileContext;

/** One of the steps of {@link AwaitBlockingCalls}, each usable alone. */
interface Stage {
    /** Reports what the stage finds in a file and notes the changes that are to be made. */
    void plan(FileContext file, Plan plan);
}
