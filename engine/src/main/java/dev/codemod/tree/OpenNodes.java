package dev.codemod.tree;

import java.util.Arrays;

/** The nodes that a walk through a tree has not reached yet: parents come before children, in source order. */
final class OpenNodes {
    private Node[] nodes = new Node[64];
    private int size;

    OpenNodes(Node root) {
        nodes[size++] = root;
    }

    /** Returns all nodes of a tree. */
    static Node[] allOf(Node root) {
        Node[] all = new Node[256];
        int count = 0;
        OpenNodes open = new OpenNodes(root);
        while (!open.isEmpty()) {
            if (count == all.length) {
                all = Arrays.copyOf(all, 2 * count);
            }
            all[count++] = open.next();
        }
        return Arrays.copyOf(all, count);
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** Returns the next node, and opens those below it. */
    Node next() {
        Node node = nodes[--size];
        for (int i = node.slotCount() - 1; i >= 0; i--) {
            Object slot = node.slot(i);
            if (slot instanceof Node child) {
                makeRoom(1);
                nodes[size++] = child;
            } else if (slot instanceof NodeList<?> list) {
                int count = list.size();
                makeRoom(count);
                list.copyReversed(nodes, size);
                size += count;
            }
        }
        return node;
    }

    private void makeRoom(int count) {
        if (size + count > nodes.length) {
            nodes = Arrays.copyOf(nodes, Math.max(2 * nodes.length, size + count));
        }
    }
}
