// spotless:off
// Generated from engine/src/main/spec/python.nodes by GenerateNodes. Do not edit.
package dev.codemod.tree;

/** An element of a dict display. */
public abstract sealed class DictItem extends Node permits KeyValue, DictUnpacking {
    DictItem(Origin origin, int first, int last) {
        super(origin, first, last);
    }

    DictItem(Edit origin, Node from) {
        super(origin, from);
    }
}
// spotless:on
