package dev.codemod.codemods.singleton;

import dev.codemod.tree.Node;

/**
 * Something that keeps a singleton as it is.
 *
 * @param place the node
 * @param reason the stable key
 * @param message one sentence: why, and what to do
 */
record Blocker(Node place, String reason, String message) {}
