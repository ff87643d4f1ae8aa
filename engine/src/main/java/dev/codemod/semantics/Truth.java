package dev.codemod.semantics;

/** An answer of an analysis that may not know. */
public enum Truth {
    /** Certainly so. */
    YES,
    /** Certainly not so. */
    NO,
    /** It may be either. */
    UNKNOWN
}
