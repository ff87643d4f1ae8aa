// spotless:off
// Generated from engine/src/main/spec/python.nodes by GenerateNodes. Do not edit.
package dev.codemod.tree;

/** A part of a compound statement that has a header and a body. */
public abstract sealed class Clause extends Node permits Elif, Else, Finally, ExceptHandler, MatchCase {
    Clause(Origin origin, int first, int last) {
        super(origin, first, last);
    }

    Clause(Edit origin, Node from) {
        super(origin, from);
    }
}
// spotless:on
