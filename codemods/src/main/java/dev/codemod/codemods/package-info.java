/** The codemods that come with the project. */
package dev.codemod.codemods;
