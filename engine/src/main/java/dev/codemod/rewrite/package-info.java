/**
 * From a changed tree back to text: the {@link dev.codemod.rewrite.Printer} compares new and old nodes by identity and
 * edits only what changed. Beside it what authors of changes need: {@link dev.codemod.rewrite.Snippet} makes new nodes
 * from Python text, {@link dev.codemod.rewrite.Imports} adds and removes imports.
 */
package dev.codemod.rewrite;
