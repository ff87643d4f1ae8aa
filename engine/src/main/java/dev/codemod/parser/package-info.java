/**
 * From tokens to a tree. {@link dev.codemod.parser.Parser} is the entrance; one class for each area of the grammar, all
 * working on one {@code TokenCursor}. Knows no files, no codemods and no edits.
 */
package dev.codemod.parser;
