// spotless:off
// Generated from engine/src/main/spec/python.nodes by GenerateNodes. Do not edit.
package dev.codemod.tree;

/** A pattern of a case clause. */
public abstract sealed class Pattern extends Node permits MatchValue, MatchSingleton, MatchSequence, MatchMapping, MatchClass, MatchKeyword, MatchStar, MatchAs, MatchOr {
    Pattern(Origin origin, int first, int last) {
        super(origin, first, last);
    }

    Pattern(Edit origin, Node from) {
        super(origin, from);
    }
}
// spotless:on
