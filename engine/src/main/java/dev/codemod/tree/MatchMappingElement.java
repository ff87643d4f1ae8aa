// spotless:off
// Generated from engine/src/main/spec/python.nodes by GenerateNodes. Do not edit.
package dev.codemod.tree;

/** An element of a mapping pattern. */
public abstract sealed class MatchMappingElement extends Node permits MatchMappingItem, MatchRest {
    MatchMappingElement(Origin origin, int first, int last) {
        super(origin, first, last);
    }

    MatchMappingElement(Edit origin, Node from) {
        super(origin, from);
    }
}
// spotless:on
