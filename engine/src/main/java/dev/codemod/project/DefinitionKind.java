package dev.codemod.project;

/** What a definition defines. */
public enum DefinitionKind {
    /** A whole file; its name in the file is empty. */
    MODULE,
    /** {@code class} */
    CLASS,
    /** {@code def} or {@code async def}, methods included. */
    FUNCTION,
    /** A variable of a module or class. */
    VARIABLE,
    /** An attribute that methods assign through their first parameter: {@code self.name = value}. */
    ATTRIBUTE,
    /** A name of a module or class that an import binds. */
    IMPORT
}
