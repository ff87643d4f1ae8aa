package dev.codemod.rewrite;

import static java.util.Objects.requireNonNull;

import dev.codemod.tree.Node;
import java.util.ArrayList;
import java.util.List;

/**
 * What the printer does with comments that lose their code. Immutable.
 *
 * <p>By default every comment is kept. The comments of removed and replaced code are hoisted above the statement, or
 * become lines of their own where a whole statement went away; comments of moved statements move along.
 */
public final class PrintOptions {
    private static final PrintOptions DEFAULTS = new PrintOptions(CommentPolicy.HOIST, List.of());

    private final CommentPolicy policy;
    private final List<Node> droppedFor;

    private PrintOptions(CommentPolicy policy, List<Node> droppedFor) {
        this.policy = policy;
        this.droppedFor = droppedFor;
    }

    /** Returns options that keep every comment. */
    public static PrintOptions defaults() {
        return DEFAULTS;
    }

    /** Returns the options with another policy for comments in replaced and removed code. */
    public PrintOptions withCommentPolicy(CommentPolicy policy) {
        return new PrintOptions(requireNonNull(policy, "policy is null"), droppedFor);
    }

    /**
     * Returns the options that let the comments of a node go when the node goes: for a statement or clause those above
     * it that belong to it, the one at its end, and those inside; for any other node those inside.
     *
     * @param node a node of the original tree, or one made from it
     */
    public PrintOptions dropComments(Node node) {
        List<Node> nodes = new ArrayList<>(droppedFor);
        nodes.add(requireNonNull(node, "node is null").original());
        return new PrintOptions(policy, List.copyOf(nodes));
    }

    CommentPolicy policy() {
        return policy;
    }

    List<Node> droppedFor() {
        return droppedFor;
    }
}
