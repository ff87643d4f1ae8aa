/**
 * The bytes of a file and how they are to be read: charset, lines, language level, problems and edits of bytes.
 *
 * <p>Every offset in the engine is a byte offset into a {@link dev.codemod.source.Source}.
 */
package dev.codemod.source;
