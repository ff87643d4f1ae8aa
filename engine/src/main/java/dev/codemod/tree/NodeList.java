package dev.codemod.tree;

import static java.util.Objects.requireNonNull;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.RandomAccess;

/**
 * An immutable list of nodes in an exact-size array.
 *
 * <p>The methods that change return a new list and share the nodes; one that changes nothing returns this list, which
 * is how the printer knows that there is nothing to print. Elements are compared by identity.
 */
public final class NodeList<T extends Node> extends AbstractList<T> implements RandomAccess {
    private static final NodeList<?> EMPTY = new NodeList<>(new Node[0]);

    private final Node[] nodes;

    private NodeList(Node[] nodes) {
        this.nodes = nodes;
    }

    /** Returns the list without elements. */
    @SuppressWarnings("unchecked")
    public static <T extends Node> NodeList<T> empty() {
        return (NodeList<T>) EMPTY;
    }

    /** Returns a list of the given nodes. */
    @SafeVarargs
    public static <T extends Node> NodeList<T> of(T... nodes) {
        if (nodes.length == 0) {
            return empty();
        }
        Node[] copy = new Node[nodes.length];
        // A loop: javac 22 and newer warn of passing a generic array on.
        for (int i = 0; i < copy.length; i++) {
            copy[i] = nodes[i];
        }
        return new NodeList<>(copy);
    }

    /** Returns a list of the given nodes. */
    public static <T extends Node> NodeList<T> copyOf(List<? extends T> nodes) {
        return nodes.isEmpty() ? empty() : new NodeList<>(nodes.toArray(new Node[0]));
    }

    /** Returns a list of {@code stack[from]} to {@code stack[to - 1]}; for the parser, which keeps open lists on a stack. */
    public static <T extends Node> NodeList<T> copyOfRange(Node[] stack, int from, int to) {
        return from == to ? empty() : new NodeList<>(Arrays.copyOfRange(stack, from, to));
    }

    @Override
    @SuppressWarnings("unchecked")
    public T get(int index) {
        return (T) nodes[index];
    }

    @Override
    public int size() {
        return nodes.length;
    }

    /** Copies the elements to {@code target}, the last one to {@code target[start]}. */
    void copyReversed(Node[] target, int start) {
        int to = start;
        for (int i = nodes.length - 1; i >= 0; i--) {
            target[to++] = nodes[i];
        }
    }

    /** Returns the first element. */
    public T first() {
        return get(0);
    }

    /** Returns the last element. */
    public T last() {
        return get(nodes.length - 1);
    }

    /** Returns the position of a node, compared by identity, or -1. */
    public int indexOfNode(Node node) {
        for (int i = 0; i < nodes.length; i++) {
            if (nodes[i] == node) {
                return i;
            }
        }
        return -1;
    }

    /** Returns the list with {@code node} at its end. */
    public NodeList<T> append(T node) {
        return insert(nodes.length, node);
    }

    /** Returns the list with {@code node} before the element at {@code index}. */
    public NodeList<T> insert(int index, T node) {
        requireNonNull(node, "node is null");
        Node[] copy = new Node[nodes.length + 1];
        System.arraycopy(nodes, 0, copy, 0, index);
        copy[index] = node;
        System.arraycopy(nodes, index, copy, index + 1, nodes.length - index);
        return new NodeList<>(copy);
    }

    /** Returns the list without the element at {@code index}. */
    public NodeList<T> without(int index) {
        if (nodes.length == 1) {
            return empty();
        }
        Node[] copy = new Node[nodes.length - 1];
        System.arraycopy(nodes, 0, copy, 0, index);
        System.arraycopy(nodes, index + 1, copy, index, copy.length - index);
        return new NodeList<>(copy);
    }

    /** Returns the list without {@code node}, compared by identity; this list if it does not hold it. */
    public NodeList<T> without(T node) {
        int index = indexOfNode(node);
        return index < 0 ? this : without(index);
    }

    /** Returns the list with {@code node} instead of the element at {@code index}. */
    public NodeList<T> with(int index, T node) {
        requireNonNull(node, "node is null");
        if (nodes[index] == node) {
            return this;
        }
        Node[] copy = nodes.clone();
        copy[index] = node;
        return new NodeList<>(copy);
    }

    /** Returns the list with {@code replacement} instead of {@code node}, compared by identity. */
    public NodeList<T> replace(T node, T replacement) {
        int index = indexOfNode(node);
        if (index < 0) {
            throw new IllegalArgumentException("not in the list: " + node);
        }
        return with(index, replacement);
    }

    @Override
    public Object[] toArray() {
        return nodes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
