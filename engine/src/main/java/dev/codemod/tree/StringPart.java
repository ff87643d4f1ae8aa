// spotless:off
// Generated from engine/src/main/spec/python.nodes by GenerateNodes. Do not edit.
package dev.codemod.tree;

/** One literal of a string or an implicit concatenation. */
public abstract sealed class StringPart extends Constant permits StringConstant, JoinedStr {
    StringPart(Origin origin, int first, int last) {
        super(origin, first, last);
    }

    StringPart(Edit origin, Node from) {
        super(origin, from);
    }
}
// spotless:on
