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
    private Reuse() {}

    /**
     * Returns a node equal in structure to {@code replacement} that is an edited {@code original} if both are of one
     * kind.
     */
    static Node merge(Node original, Node replacement) {
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
                        : merged(original.slot(slot), replacement.slot(slot));
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

    private static Object merged(Object original, Object replacement) {
        if (original instanceof Node node && replacement instanceof Node other) {
            return merge(node, other);
        }
        if (original instanceof NodeList<?> list && replacement instanceof NodeList<?> others) {
            return merged(list, others);
        }
        return replacement;
    }

    /** Elements that stay where they are in a list of the same length are merged, others are the replacement's. */
    private static NodeList<?> merged(NodeList<?> original, NodeList<?> replacement) {
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
