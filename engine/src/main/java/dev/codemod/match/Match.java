package dev.codemod.match;

import dev.codemod.tree.Node;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A place where a pattern was found.
 *
 * @param nodes the node that the pattern matches; for a pattern of several statements the neighbours that it matches
 * @param bindings what the named metavariables stand for: a {@link Node}, for {@code $$$name} a
 *     {@link dev.codemod.tree.NodeList}, for {@code #$name} a String, empty if there is no comment
 * @param denoted the names of the pattern that mean modules or members of them, with how the file writes them
 * @param ignored decorators and annotations of the file that the pattern says nothing about
 */
public record Match(
        List<? extends Node> nodes, Map<String, Object> bindings, List<Denoted> denoted, List<Node> ignored) {
    public Match {
        nodes = List.copyOf(nodes);
        bindings = Collections.unmodifiableMap(new LinkedHashMap<>(bindings));
        denoted = List.copyOf(denoted);
        ignored = List.copyOf(ignored);
    }

    /** Returns the first of the matched nodes. */
    public Node node() {
        return nodes.get(0);
    }

    /** Returns the qualified names of what the matched names were imported as: {@code requests.get} for {@code g(u)}. */
    Set<String> imports() {
        Set<String> imports = new LinkedHashSet<>();
        denoted.forEach(name -> imports.add(name.imported()));
        return imports;
    }

    /** Returns the match with other bindings besides its own. */
    public Match with(Map<String, Object> more) {
        Map<String, Object> all = new LinkedHashMap<>(bindings);
        all.putAll(more);
        return new Match(nodes, all, denoted, ignored);
    }
}
