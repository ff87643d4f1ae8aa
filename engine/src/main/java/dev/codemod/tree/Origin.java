package dev.codemod.tree;

/** Where a node comes from: a parsed text, or a change of a node that was parsed. */
public abstract sealed class Origin permits Parsed, Edit {
    Origin() {}

    /** Returns the text that the node, or the node it was made from, was parsed from. */
    public abstract Parsed parsed();
}
