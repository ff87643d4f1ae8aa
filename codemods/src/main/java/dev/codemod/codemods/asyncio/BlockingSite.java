package dev.codemod.codemods.asyncio;

import dev.codemod.tree.Expression;

/**
 * A blocking call, or an iteration that blocks, that an event loop reaches.
 *
 * @param at the call or the iterated expression, of the tree as it was parsed
 * @param blocking what it is
 * @param verdict what its place allows, whatever takes its place
 * @param threadVerdict what there is to say against doing it in a thread
 */
record BlockingSite(Expression at, BlockingCall blocking, Verdict verdict, Verdict threadVerdict) {}
