/** The Jython parser as an independent witness for Python 2 sources. */
package dev.codemod.jython;
