// spotless:off
// Generated from engine/src/main/spec/python.nodes by GenerateNodes. Do not edit.
package dev.codemod.tree;

/** A literal that is one value. */
public abstract sealed class Constant extends Expression permits NumberConstant, NameConstant, EllipsisConstant, StringPart, ConcatenatedString {
    Constant(Origin origin, int first, int last) {
        super(origin, first, last);
    }

    Constant(Edit origin, Node from) {
        super(origin, from);
    }
}
// spotless:on
