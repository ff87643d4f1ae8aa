/** The {@code codemod} command: options, files in, diffs and reports out. */
package dev.codemod.cli;
