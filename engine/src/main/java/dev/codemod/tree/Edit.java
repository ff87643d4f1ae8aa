package dev.codemod.tree;

/**
 * The origin of a node that a {@code with...} method made: it remembers the parsed node it started from.
 *
 * <p>Chains collapse: after any number of changes {@link #original()} is a node that was parsed. This is what lets the
 * printer compare old and new slot by slot, and it costs an unedited tree nothing.
 */
public final class Edit extends Origin {
    private final Node original;

    private Edit(Node original) {
        this.original = original;
    }

    /** Returns the origin for a changed copy of {@code node}. */
    static Edit of(Node node) {
        return node.origin() instanceof Edit edit ? edit : new Edit(node);
    }

    /** Returns the parsed node that the changes started from. */
    public Node original() {
        return original;
    }

    @Override
    public Parsed parsed() {
        return original.origin().parsed();
    }
}
