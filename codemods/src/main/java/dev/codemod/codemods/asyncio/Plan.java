package dev.codemod.codemods.asyncio;

import dev.codemod.rewrite.Imports;
import dev.codemod.rewrite.TreeReplacer;
import dev.codemod.tree.Module;
import dev.codemod.tree.Node;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** The changes of one file that the stages have agreed on; all nodes are those of the tree as it was parsed. */
final class Plan {
    private final Module module;
    private final Imports imports;
    private final TreeReplacer replacer = new TreeReplacer();
    private final Set<Node> replaced = Collections.newSetFromMap(new IdentityHashMap<>());

    Plan(Module module) {
        this.module = module;
        imports = Imports.of(module);
    }

    /** Returns the imports, by which new code refers to modules. */
    Imports imports() {
        return imports;
    }

    /** Returns whether a change of a node is noted already. */
    boolean isReplaced(Node node) {
        return replaced.contains(node);
    }

    /** Notes that a change of a node around it takes care of a node. */
    void markReplaced(Node node) {
        replaced.add(node);
    }

    /** Notes that a node becomes another one, which may contain nodes below it with changes of their own. */
    void replace(Node node, Node replacement) {
        replaced.add(node);
        replacer.replace(node, replacement);
    }

    /** Notes that a statement becomes any number of others. */
    void replace(Node statement, List<? extends Node> replacement) {
        replaced.add(statement);
        replacer.replace(statement, replacement);
    }

    /** Returns the tree with all changes made, the parsed one itself if there are none. */
    Module apply() {
        return replacer.isEmpty() ? module : imports.applyTo(replacer.apply(module));
    }
}
