package dev.codemod.codemods.sql;

import dev.codemod.tree.Node;

/** Thrown within this package where the text of a query cannot be followed: it is refused with the reason. */
final class CompositionProblem extends RuntimeException {
    private final transient Node node;
    private final String reason;

    /**
     * Creates a problem.
     *
     * @param node the place
     * @param reason the short stable key of the refusal
     * @param message one sentence for people
     */
    CompositionProblem(Node node, String reason, String message) {
        super(message, null, false, false);
        this.node = node;
        this.reason = reason;
    }

    Node node() {
        return node;
    }

    String reason() {
        return reason;
    }
}
