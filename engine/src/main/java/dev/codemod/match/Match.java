package dev.codemod.match;

import dev.codemod.tree.Node;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * A place where a pattern was found.
 *
 * @param node the node that the pattern matches
 * @param bindings what the named metavariables stand for: a {@link Node}, or for {@code $$$name} a
 *     {@link dev.codemod.tree.NodeList}
 * @param imports the qualified names of what the matched names were imported as, for {@code g(u)} after {@code from
 *     requests import get as g} {@code requests.get}
 */
public record Match(Node node, Map<String, Object> bindings, Set<String> imports) {
    public Match {
        bindings = Collections.unmodifiableMap(new LinkedHashMap<>(bindings));
        imports = Set.copyOf(imports);
    }
}
