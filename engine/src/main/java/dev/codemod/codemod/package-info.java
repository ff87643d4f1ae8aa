/**
 * What a codemod is and how codemods are run: {@link dev.codemod.codemod.Codemod} rewrites one file,
 * {@link dev.codemod.codemod.ProjectCodemod} knows the other files too, and {@link dev.codemod.codemod.Runner} applies
 * them, checks every changed file and gives out diffs and findings.
 */
package dev.codemod.codemod;
