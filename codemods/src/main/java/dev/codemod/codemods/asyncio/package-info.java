/** Codemods for code that runs in an event loop. */
package dev.codemod.codemods.asyncio;
