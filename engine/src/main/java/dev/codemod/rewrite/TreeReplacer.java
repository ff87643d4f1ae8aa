package dev.codemod.rewrite;

import static java.util.Objects.requireNonNull;

import dev.codemod.tree.Module;
import dev.codemod.tree.Node;
import dev.codemod.tree.NodeList;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Replaces nodes of a tree by others, by identity: for changes that are found first and made together.
 *
 * <p>What does not lie above a replaced node is shared with the old tree. The replacement of a node may contain nodes
 * below it, which are then replaced too. Uses no recursion over the tree.
 */
public final class TreeReplacer {
    private final Map<Node, Object> replacements = new IdentityHashMap<>();

    /** Notes that {@code node} is to be replaced by {@code replacement}. */
    public TreeReplacer replace(Node node, Node replacement) {
        replacements.put(requireNonNull(node, "node is null"), requireNonNull(replacement, "replacement is null"));
        return this;
    }

    /** Notes that an element of a list, such as a statement, is to be replaced by any number of others. */
    public TreeReplacer replace(Node node, List<? extends Node> replacement) {
        replacements.put(requireNonNull(node, "node is null"), NodeList.copyOf(replacement));
        return this;
    }

    /** Notes that an element of a list or an optional child is to be removed. */
    public TreeReplacer remove(Node node) {
        return replace(node, NodeList.empty());
    }

    /** Returns whether nothing is to be replaced. */
    public boolean isEmpty() {
        return replacements.isEmpty();
    }

    /** Returns the tree with its nodes replaced. */
    public static Module replace(Module module, Map<? extends Node, ? extends Node> replacements) {
        TreeReplacer replacer = new TreeReplacer();
        replacements.forEach(replacer::replace);
        return replacer.apply(module);
    }

    /**
     * Returns the tree with its nodes replaced; the tree itself if it holds none of them.
     *
     * @throws IllegalArgumentException if a list is to take the place of a node that is no element of a list
     */
    public Module apply(Module module) {
        return replacements.isEmpty() ? module : (Module) rebuild(module);
    }

    private Node rebuild(Node root) {
        // What each node of the tree becomes: a node, or a list of nodes.
        Map<Node, Object> results = new IdentityHashMap<>();
        for (Node node : childrenFirst(root)) {
            Node plain = withNewChildren(node, null, null, results);
            Object replacement = replacements.get(node);
            if (replacement instanceof NodeList<?> list) {
                results.put(node, fill(list, node, plain, results));
            } else if (replacement != null) {
                results.put(node, fill((Node) replacement, node, plain, results));
            } else if (plain != node) {
                results.put(node, plain);
            }
        }
        return (Node) results.getOrDefault(root, root);
    }

    private static Iterable<Node> childrenFirst(Node root) {
        Deque<Node> open = new ArrayDeque<>();
        Deque<Node> order = new ArrayDeque<>();
        open.push(root);
        List<Node> children = new ArrayList<>();
        while (!open.isEmpty()) {
            Node node = open.pop();
            order.push(node);
            children.clear();
            node.addChildrenTo(children);
            children.forEach(open::push);
        }
        return order;
    }

    /** Returns a replacement with what it shares with the old tree replaced in turn, the replaced node excepted. */
    private Node fill(Node replacement, Node replaced, Node plain, Map<Node, Object> results) {
        if (replacement == replaced) {
            return plain;
        }
        boolean isOfTree = !replacement.isEdited() || results.containsKey(replacement);
        if (isOfTree && isBelow(replacement, replaced)) {
            return fromTree(replacement, results);
        }
        return replacement.isEdited() ? withNewChildren(replacement, replaced, plain, results) : replacement;
    }

    private NodeList<?> fill(NodeList<?> list, Node replaced, Node plain, Map<Node, Object> results) {
        List<Node> result = new ArrayList<>(list.size());
        boolean changed = false;
        for (Node element : list) {
            boolean isOfTree = element != replaced && (replaced == null || isBelow(element, replaced));
            if (isOfTree && results.get(element) instanceof NodeList<?> nodes) {
                result.addAll(nodes);
                changed = true;
            } else {
                Node now = replaced == null ? fromTree(element, results) : fill(element, replaced, plain, results);
                result.add(now);
                changed |= now != element;
            }
        }
        return changed ? NodeList.copyOf(result) : list;
    }

    /** Nodes from elsewhere in the tree that a replacement contains are copies of what they were. */
    private static boolean isBelow(Node node, Node ancestor) {
        return node != ancestor
                && node.parsed() == ancestor.parsed()
                && ancestor.firstToken() <= node.firstToken()
                && node.lastToken() <= ancestor.lastToken();
    }

    private static Node fromTree(Node node, Map<Node, Object> results) {
        return (Node) results.getOrDefault(node, node);
    }

    /**
     * Returns a node with new children.
     *
     * @param replaced the node of the tree in whose replacement the node is, or null if it is in the tree itself
     */
    private Node withNewChildren(Node node, Node replaced, Node plain, Map<Node, Object> results) {
        Object[] slots = new Object[node.slotCount()];
        boolean changed = false;
        for (int i = 0; i < slots.length; i++) {
            Object slot = node.slot(i);
            slots[i] = slot;
            if (slot instanceof NodeList<?> list) {
                slots[i] = fill(list, replaced, plain, results);
            } else if (slot instanceof Node child) {
                boolean isOfTree = child != replaced && (replaced == null || isBelow(child, replaced));
                slots[i] = isOfTree && results.get(child) instanceof NodeList<?> list
                        ? atMostOne(list, child)
                        : replaced == null ? fromTree(child, results) : fill(child, replaced, plain, results);
            }
            changed |= slots[i] != slot;
        }
        return changed ? node.withSlots(slots) : node;
    }

    private static Node atMostOne(NodeList<?> list, Node child) {
        if (list.size() > 1) {
            throw new IllegalArgumentException("no element of a list: " + child);
        }
        return list.isEmpty() ? null : list.first();
    }
}
