/**
 * What names mean in one file: scopes, bindings, qualified names, reaching assignments and light types.
 *
 * <p>{@link dev.codemod.semantics.Semantics} is the way in. Every answer is sound or says that it does not know: Python
 * lets any code change any name, so an answer describes what the code of the file itself does.
 */
package dev.codemod.semantics;
