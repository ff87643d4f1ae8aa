package dev.codemod.rewrite;

import dev.codemod.tree.Alias;
import dev.codemod.tree.Argument;
import dev.codemod.tree.ArgumentList;
import dev.codemod.tree.Call;
import dev.codemod.tree.DictItem;
import dev.codemod.tree.DictUnpacking;
import dev.codemod.tree.Expression;
import dev.codemod.tree.ExpressionStatement;
import dev.codemod.tree.Identifier;
import dev.codemod.tree.MatchAs;
import dev.codemod.tree.Name;
import dev.codemod.tree.Node;
import dev.codemod.tree.NodeList;
import dev.codemod.tree.Parameter;
import dev.codemod.tree.ParameterItem;
import dev.codemod.tree.Pattern;
import dev.codemod.tree.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Puts what was bound to the holes of a snippet into its tree. */
final class Substitution {
    private final Template template;
    private final String text;

    /** What the holes hold, by name: a node or a list of nodes. */
    private final Map<String, Object> bindings;

    Substitution(Template template, String text, Map<String, Object> bindings) {
        this.template = template;
        this.text = text;
        this.bindings = bindings;
    }

    /** Returns a copy of a single node with its holes filled. */
    Node fill(Node node) {
        Template.Hole hole = template.holeOf(node);
        if (hole != null) {
            return single(hole, node);
        }
        Object[] slots = new Object[node.slotCount()];
        for (int i = 0; i < slots.length; i++) {
            Object slot = node.slot(i);
            if (slot instanceof Node child) {
                slots[i] = fill(child);
            } else if (slot instanceof NodeList<?> list) {
                slots[i] = fill(list, node);
            } else {
                slots[i] = slot;
            }
        }
        try {
            return node.withSlots(slots);
        } catch (ClassCastException wrongType) {
            throw new IllegalArgumentException(
                    "a hole of " + node.kind() + " holds a node that cannot stand there: " + text, wrongType);
        }
    }

    /** Returns a copy of a list with its holes filled; a hole for a list may bring any number of elements. */
    NodeList<?> fill(NodeList<?> list, Node parent) {
        List<Node> result = new ArrayList<>(list.size());
        for (Node element : list) {
            Template.Hole hole = template.elementHole(element);
            Object bound = hole == null ? null : bound(hole);
            if (bound instanceof NodeList<?> nodes) {
                for (Node node : nodes) {
                    result.add(checked(hole, node, elementType(element, parent)));
                }
            } else if (bound != null && elementType(element, parent).isInstance(bound)) {
                result.add((Node) bound);
            } else {
                result.add(fill(element));
            }
        }
        boolean isSame = result.size() == list.size();
        for (int i = 0; isSame && i < result.size(); i++) {
            isSame = result.get(i) == list.get(i);
        }
        return isSame ? list : NodeList.copyOf(result);
    }

    private Node single(Template.Hole hole, Node node) {
        Object bound = bound(hole);
        if (!(bound instanceof Node value)) {
            throw new IllegalArgumentException("the hole " + hole + " holds a list but is no element of one: " + text);
        }
        if (node instanceof Identifier) {
            if (value instanceof Identifier) {
                return value;
            }
            if (value instanceof Name name) {
                return Snippet.identifier(name.sourceText());
            }
            throw new IllegalArgumentException(
                    "the hole " + hole + " is a plain name and cannot hold " + value.kind() + ": " + text);
        }
        if (value instanceof Identifier identifier) {
            return Snippet.name(identifier.sourceText());
        }
        return checked(hole, value, Expression.class);
    }

    private Node checked(Template.Hole hole, Node node, Class<? extends Node> type) {
        if (!type.isInstance(node)) {
            throw new IllegalArgumentException("the hole " + hole + " needs " + type.getSimpleName()
                    + " and cannot hold " + node.kind() + ": " + text);
        }
        return node;
    }

    private Object bound(Template.Hole hole) {
        Object bound = bindings.get(hole.name());
        if (bound == null) {
            throw new IllegalArgumentException("the hole " + hole + " is not bound: " + text);
        }
        return bound;
    }

    private static Class<? extends Node> elementType(Node element, Node parent) {
        if (element instanceof ExpressionStatement) {
            return Statement.class;
        } else if (element instanceof Parameter) {
            return ParameterItem.class;
        } else if (element instanceof Alias) {
            return Alias.class;
        } else if (element instanceof MatchAs) {
            return Pattern.class;
        } else if (element instanceof DictUnpacking) {
            return DictItem.class;
        } else if (element instanceof Identifier) {
            return Identifier.class;
        }
        return parent instanceof Call || parent instanceof ArgumentList ? Argument.class : Expression.class;
    }
}
