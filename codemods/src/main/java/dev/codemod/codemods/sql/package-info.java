/** SQL that is built from strings, and the parameters that it should have. */
package dev.codemod.codemods.sql;
