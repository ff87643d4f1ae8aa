package dev.codemod.semantics;

import dev.codemod.tree.Node;

/**
 * A reason for an answer: a place in the file and what it says.
 *
 * @param node the place
 * @param sentence what it says, for a person, without a full stop: {@code "sleep is imported from time"}
 */
public record Evidence(Node node, String sentence) {
    @Override
    public String toString() {
        return "line " + node.line() + ": " + sentence;
    }
}
