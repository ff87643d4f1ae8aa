// spotless:off
// Generated from engine/src/main/spec/python.nodes by GenerateNodes. Do not edit.
package dev.codemod.tree;

/** An element of a parameter list. */
public abstract sealed class ParameterItem extends Node permits Parameter, TupleParameter, PositionalOnlyMarker, KeywordOnlyMarker {
    ParameterItem(Origin origin, int first, int last) {
        super(origin, first, last);
    }

    ParameterItem(Edit origin, Node from) {
        super(origin, from);
    }
}
// spotless:on
