package dev.codemod.codemods.asyncio;

import dev.codemod.tree.Call;

/**
 * A blocking call that an event loop reaches.
 *
 * @param call the call, of the tree as it was parsed
 * @param blocking what it calls
 * @param verdict what may be done with it
 */
record BlockingSite(Call call, BlockingCall blocking, Verdict verdict) {}
