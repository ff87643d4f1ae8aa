package dev.codemod.match;

import dev.codemod.rewrite.Template;
import dev.codemod.tree.Await;
import dev.codemod.tree.Call;
import dev.codemod.tree.NamedExpr;
import dev.codemod.tree.Node;
import dev.codemod.tree.NodeList;
import dev.codemod.tree.Yield;
import dev.codemod.tree.YieldFrom;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds code with effects that a replacement has more often than its pattern: {@code f()} in {@code ($X, $X)}. */
final class RepeatedEffects {
    private RepeatedEffects() {}

    /** Returns code that would run more often than before, or null if there is none. */
    static Node first(PatternTree pattern, PatternTree replacement, Match match) {
        Map<String, Integer> before = counts(pattern);
        for (Map.Entry<String, Integer> now : counts(replacement).entrySet()) {
            boolean isRepeated = now.getValue() > Math.max(1, before.getOrDefault(now.getKey(), 1));
            Object bound = isRepeated ? match.bindings().get(now.getKey()) : null;
            List<? extends Node> nodes =
                    bound instanceof Node node ? List.of(node) : bound instanceof NodeList<?> list ? list : List.of();
            for (Node node : nodes) {
                if (node.findAll(Node.class).stream().anyMatch(RepeatedEffects::hasEffect)) {
                    return node;
                }
            }
        }
        return null;
    }

    private static boolean hasEffect(Node node) {
        return node instanceof Call
                || node instanceof Await
                || node instanceof NamedExpr
                || node instanceof Yield
                || node instanceof YieldFrom;
    }

    private static Map<String, Integer> counts(PatternTree tree) {
        Map<String, Integer> counts = new HashMap<>();
        for (Node root : tree.roots()) {
            for (Node node : root.findAll(Node.class)) {
                Template.Hole hole = tree.holeOf(node);
                if (hole != null) {
                    counts.merge(hole.name(), 1, Integer::sum);
                }
            }
        }
        return counts;
    }
}
