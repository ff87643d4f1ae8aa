/** What literals mean, and trees in the shape of CPython's {@code ast} module. */
package dev.codemod.ast;
