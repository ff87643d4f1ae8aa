/** Metaclass singletons become plain classes with a module-level instance. */
package dev.codemod.codemods.singleton;
