/**
 * Nodes over the tokens of a file, and the visitors that walk them. Nodes are immutable, named as in CPython's grammar
 * and {@code ast}, and together with the visitors generated from {@code src/main/spec/python.nodes}.
 */
package dev.codemod.tree;
