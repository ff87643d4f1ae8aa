package dev.codemod.rewrite;

/**
 * A comment whose code went away and which must be kept.
 *
 * @param text the comment from its {@code #} on
 * @param atLineEnd whether to append it to the line of the statement rather than to put it on a line above
 */
record DisplacedComment(byte[] text, boolean atLineEnd) {}
