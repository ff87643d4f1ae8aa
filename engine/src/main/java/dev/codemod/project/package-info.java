/**
 * What the files of a project say about each other: who defines a name, who uses it, who calls whom.
 *
 * <p>{@link dev.codemod.project.ModuleFacts} are what one file says, {@link dev.codemod.project.IndexFacts} those of many
 * files merged, and {@link dev.codemod.project.ProjectIndex} answers questions about them.
 */
package dev.codemod.project;
