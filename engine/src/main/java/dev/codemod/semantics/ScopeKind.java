package dev.codemod.semantics;

/** The kinds of scopes that Python has. */
public enum ScopeKind {
    /** The file. */
    MODULE,
    /** The body of a class; its names are not visible in the functions inside. */
    CLASS,
    /** The body and the parameters of a {@code def}. */
    FUNCTION,
    /** The body and the parameters of a lambda. */
    LAMBDA,
    /** A comprehension or generator expression, without the iterable of its first {@code for}. */
    COMPREHENSION,
    /** The scope of the type parameters of a function, class or type alias (PEP 695). */
    TYPE_PARAMETERS,
    /**
     * Code that is evaluated later or never, where no name is bound: annotations from 3.14 on (PEP 649) or under
     * {@code from __future__ import annotations}, the value of a type alias, bounds and defaults of type variables.
     * Unlike a function it sees the names of the class around it.
     */
    ANNOTATION;

    /** Returns whether code in such a scope sees the names of a class that directly contains it. */
    boolean seesClass() {
        return this == TYPE_PARAMETERS || this == ANNOTATION;
    }

    /** Returns whether a name that is bound in such a scope is visible in the scopes inside. */
    boolean encloses() {
        return this == FUNCTION || this == LAMBDA || this == COMPREHENSION || this == TYPE_PARAMETERS;
    }
}
