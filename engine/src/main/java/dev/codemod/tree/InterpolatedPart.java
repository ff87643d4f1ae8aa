// spotless:off
// Generated from engine/src/main/spec/python.nodes by GenerateNodes. Do not edit.
package dev.codemod.tree;

/** A part of an f-string or t-string. */
public abstract sealed class InterpolatedPart extends Node permits InterpolatedText, FormattedValue {
    InterpolatedPart(Origin origin, int first, int last) {
        super(origin, first, last);
    }

    InterpolatedPart(Edit origin, Node from) {
        super(origin, from);
    }
}
// spotless:on
