/** Codemods written in YAML, without Java: patterns and replacements with their tests. */
package dev.codemod.codemods.recipe;
