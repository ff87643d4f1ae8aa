package dev.codemod.match;

import dev.codemod.tree.Node;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A place where a pattern was found.
 *
 * @param nodes the node that the pattern matches; for a pattern of several statements the neighbours that it matches
 * @param bindings what the named metavariables stand for: a {@link Node}, for {@code $$$name} a
 *     {@link dev.codemod.tree.NodeList}, for {@code #$name} a String, empty if there is no comment
 * @param imports the qualified names of what the matched names were imported as, for {@code g(u)} after {@code from
 *     requests import get as g} {@code requests.get}
 * @param ignored decorators and annotations of the file that the pattern says nothing about
 */
public record Match(List<? extends Node> nodes, Map<String, Object> bindings, Set<String> imports, List<Node> ignored) {
    public Match {
        nodes = List.copyOf(nodes);
        bindings = Collections.unmodifiableMap(new LinkedHashMap<>(bindings));
        imports = Set.copyOf(imports);
        ignored = List.copyOf(ignored);
    }

    /** Returns the first of the matched nodes. */
    public Node node() {
        return nodes.get(0);
    }

    /** Returns the match with other bindings besides its own. */
    public Match with(Map<String, Object> more) {
        Map<String, Object> all = new LinkedHashMap<>(bindings);
        all.putAll(more);
        return new Match(nodes, all, imports, ignored);
    }
}
