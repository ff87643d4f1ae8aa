package dev.codemod.tree;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;

/**
 * The way from the root of a parsed tree to one of its nodes: the substitute for parent links, which shared nodes
 * cannot have.
 *
 * <p>It is found by descending along token numbers, at most the depth of the tree, and is not stored anywhere.
 */
public final class Path {
    private final List<Node> nodes;

    private Path(List<Node> nodes) {
        this.nodes = nodes;
    }

    /**
     * Returns the path from a root to a node of its tree.
     *
     * @throws IllegalArgumentException if {@code node} is not in the tree below {@code root}
     */
    public static Path to(Node root, Node node) {
        requireNonNull(root, "root is null");
        requireNonNull(node, "node is null");
        List<Node> nodes = new ArrayList<>();
        nodes.add(root);
        Node current = root;
        while (current != node) {
            current = childTowards(current, node);
            if (current == null) {
                throw new IllegalArgumentException("not in the tree: " + node);
            }
            nodes.add(current);
        }
        return new Path(nodes);
    }

    private static Node childTowards(Node parent, Node node) {
        for (int i = 0; i < parent.slotCount(); i++) {
            Object slot = parent.slot(i);
            if (slot instanceof Node child && covers(child, node)) {
                return child;
            }
            if (slot instanceof NodeList<?> list) {
                Node child = elementTowards(list, node);
                if (child != null) {
                    return child;
                }
            }
        }
        return null;
    }

    private static Node elementTowards(NodeList<?> list, Node node) {
        int low = 0;
        int high = list.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            Node element = list.get(middle);
            if (covers(element, node)) {
                return element;
            }
            if (element.firstToken() > node.firstToken()) {
                high = middle - 1;
            } else {
                low = middle + 1;
            }
        }
        return null;
    }

    private static boolean covers(Node outer, Node inner) {
        return outer == inner || outer.firstToken() <= inner.firstToken() && inner.lastToken() <= outer.lastToken();
    }

    /** Returns the node that the path leads to. */
    public Node node() {
        return nodes.get(nodes.size() - 1);
    }

    /** Returns the node's parent, or null for the root. */
    public Node parent() {
        return ancestor(1);
    }

    /**
     * Returns an ancestor by its distance: 0 is the node itself, 1 its parent.
     *
     * @return the ancestor, or null beyond the root
     */
    public Node ancestor(int distance) {
        int index = nodes.size() - 1 - distance;
        return index < 0 ? null : nodes.get(index);
    }

    /** Returns the number of nodes from the root to the node, both included. */
    public int length() {
        return nodes.size();
    }

    /**
     * Returns the nearest ancestor of a type, the node itself excluded.
     *
     * @return the ancestor, or null if there is none
     */
    public <T extends Node> T enclosing(Class<T> type) {
        for (int i = nodes.size() - 2; i >= 0; i--) {
            if (type.isInstance(nodes.get(i))) {
                return type.cast(nodes.get(i));
            }
        }
        return null;
    }

    /** Returns the nearest statement that is or contains the node; null for the root. */
    public Statement statement() {
        return node() instanceof Statement statement ? statement : enclosing(Statement.class);
    }
}
