package dev.codemod.rewrite;

/**
 * How new lines are to look at some place of a file.
 *
 * @param unit what one level of indentation adds
 * @param newline the line end
 */
record Style(byte[] unit, byte[] newline) {}
