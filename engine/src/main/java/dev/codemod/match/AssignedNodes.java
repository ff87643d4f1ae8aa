package dev.codemod.match;

import dev.codemod.tree.ListDisplay;
import dev.codemod.tree.Node;
import dev.codemod.tree.Starred;
import dev.codemod.tree.Tuple;
import java.util.ArrayList;
import java.util.List;

/** The parts of a target of an assignment. */
public final class AssignedNodes {
    private AssignedNodes() {}

    /** Returns a target and, if it unpacks a value, the targets in it. */
    public static List<Node> in(Node target) {
        List<Node> parts = new ArrayList<>();
        add(target, parts);
        return parts;
    }

    private static void add(Node target, List<Node> parts) {
        parts.add(target);
        if (target instanceof Tuple || target instanceof ListDisplay || target instanceof Starred) {
            target.children().forEach(child -> add(child, parts));
        }
    }
}
