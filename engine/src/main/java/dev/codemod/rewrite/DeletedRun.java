package dev.codemod.rewrite;

import dev.codemod.tree.Node;

/**
 * Statements on neighbouring lines all of which go. The blank lines between them go too; of those around them, the
 * larger number stays.
 *
 * @param first the first of them, a statement of the original text
 * @param last the last of them
 * @param isReplaced whether others come in their place, which the blank lines around then separate
 * @param isAtEnd whether nothing follows them in their block
 */
record DeletedRun(Node first, Node last, boolean isReplaced, boolean isAtEnd) {}
