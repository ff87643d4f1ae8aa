package dev.codemod.semantics;

/** How a scope reaches a name that occurs in it: the classes of CPython's {@code symtable}. */
public enum SymbolKind {
    /** Bound in the scope and used nowhere else. */
    LOCAL,
    /** Bound in the scope, which is a function or comprehension, and used by a scope inside it. */
    CELL,
    /** Bound in a function or comprehension around the scope. */
    FREE,
    /** Declared {@code global}. */
    GLOBAL_EXPLICIT,
    /** Bound in no function around the scope: a name of the module or a builtin. */
    GLOBAL_IMPLICIT
}
