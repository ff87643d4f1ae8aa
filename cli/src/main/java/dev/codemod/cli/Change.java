package dev.codemod.cli;

/**
 * The new content of a file.
 *
 * @param before what the file must still hold
 * @param after what it is to hold
 */
record Change(SourceFile file, byte[] before, byte[] after) {}
