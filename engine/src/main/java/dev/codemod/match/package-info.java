/**
 * Patterns: Python text with metavariables that is found in files by what it means, and rewritten as a tree. A
 * {@link dev.codemod.match.Pattern} finds, a {@link dev.codemod.match.Rewrite} also replaces.
 */
package dev.codemod.match;
