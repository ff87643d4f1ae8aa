/**
 * From bytes to tokens: {@link dev.codemod.lexer.Lexer} reads a whole text into a {@link dev.codemod.lexer.TokenTape},
 * whose tokens and gaps together are the text.
 */
package dev.codemod.lexer;
