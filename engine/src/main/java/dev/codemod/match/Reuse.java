package dev.codemod.match;

import dev.codemod.tree.Element;
import dev.codemod.tree.Node;
import dev.codemod.tree.NodeList;
import dev.codemod.tree.StructuralEquality;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes a replacement out of the node that it replaces, as far as both have the same form, so that the layout of what
 * stays is kept: the line breaks between the arguments of a call whose function changes.
 */
final class Reuse {
    /** Parts of the original that the pattern says nothing about: they stay although the replacement has none. */
    private final List<Node> ignored;

    private Reuse(List<Node> ignored) {
        this.ignored = ignored;
    }

    /**
     * Returns a node equal in structure to {@code replacement} that is an edited {@code original} if both are of one
     * kind.
     *
     * @param ignored parts of the original that stay although the replacement has none in their place
     * @throws IllegalArgumentException if one of them has no place in the replacement
     */
    static Node merge(Node original, Node replacement, List<Node> ignored) {
        Node merged = new Reuse(ignored).merge(original, replacement);
        requireKept(List.of(merged), ignored);
        return merged;
    }

    /**
     * Requires that what a pattern says nothing about is still there.
     *
     * @throws IllegalArgumentException if something is not
     */
    static void requireKept(List<? extends Node> replacement, List<Node> ignored) {
        for (Node node : ignored) {
            boolean isKept = replacement.stream()
                    .anyMatch(root -> root.findAll(Node.class).stream().anyMatch(kept -> kept == node));
            if (!isKept) {
                throw new IllegalArgumentException("the replacement has no place for " + firstLine(node)
                        + ", about which the pattern says nothing");
            }
        }
    }

    private static String firstLine(Node node) {
        return node.sourceText().strip().lines().findFirst().orElse("");
    }

    private Node merge(Node original, Node replacement) {
        if (original == replacement || original.kind() != replacement.kind()) {
            return replacement;
        }
        Object[] slots = new Object[original.slotCount()];
        for (Element element : original.kind().elements()) {
            Element.Type type = element.type();
            if (type == Element.Type.ANY_TOKENS || type == Element.Type.TOKEN && isText(element.token())) {
                return StructuralEquality.equal(original, replacement) ? original : replacement;
            }
            if (element.slot() >= 0) {
                int slot = element.slot();
                slots[slot] = "parenthesized".equals(element.name())
                        ? original.slot(slot)
                        : merged(original.slot(slot), replacement.slot(slot), element);
            }
        }
        for (int i = 0; i < slots.length; i++) {
            // The operator between the elements of a list is a slot without an element of its own.
            slots[i] = slots[i] == null ? replacement.slot(i) : slots[i];
        }
        return original.withSlots(slots);
    }

    private static boolean isText(String token) {
        return switch (token) {
            case "NAME", "NUMBER", "STRING", "FSTRING_START", "FSTRING_MIDDLE" -> true;
            default -> false;
        };
    }

    private Object merged(Object original, Object replacement, Element element) {
        boolean isEmpty = replacement == null || replacement instanceof NodeList<?> list && list.isEmpty();
        if (isEmpty && (element.type() == Element.Type.CHILD || element.type() == Element.Type.LIST)) {
            boolean isIgnored = original instanceof Node node && ignored.contains(node)
                    || original instanceof NodeList<?> nodes && !nodes.isEmpty() && ignored.contains(nodes.first());
            return isIgnored ? original : replacement;
        }
        if (original instanceof Node node && replacement instanceof Node other) {
            return merge(node, other);
        }
        if (original instanceof NodeList<?> list && replacement instanceof NodeList<?> others) {
            return merged(list, others);
        }
        return replacement;
    }

    /** Elements that stay where they are in a list of the same length are merged, others are the replacement's. */
    private NodeList<?> merged(NodeList<?> original, NodeList<?> replacement) {
        if (original.size() != replacement.size()) {
            return replacement;
        }
        List<Node> result = new ArrayList<>();
        boolean isSame = true;
        for (int i = 0; i < original.size(); i++) {
            Node element = replacement.get(i);
            Node merged = original.indexOfNode(element) >= 0 ? element : merge(original.get(i), element);
            result.add(merged);
            isSame &= merged == original.get(i);
        }
        return isSame ? original : NodeList.copyOf(result);
    }
}
