package dev.codemod.match;

import dev.codemod.semantics.Binding;
import dev.codemod.semantics.BindingKind;
import dev.codemod.semantics.Definition;
import dev.codemod.semantics.Reaching;
import dev.codemod.semantics.ScopeKind;
import dev.codemod.semantics.Semantics;
import dev.codemod.tree.AnnAssign;
import dev.codemod.tree.Assign;
import dev.codemod.tree.Comprehension;
import dev.codemod.tree.For;
import dev.codemod.tree.Name;
import dev.codemod.tree.NamedExpr;
import dev.codemod.tree.Node;
import dev.codemod.tree.WithItem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds variables that a match assigns, its replacement does not, and something that stays uses.
 *
 * <p>A metavariable that the replacement holds is no loss: {@code $X = sorted($X)} may well become {@code $X.sort()}.
 */
final class LostVariables {
    private final Semantics semantics;
    private final List<? extends Node> matched;
    private final List<Node> kept;

    /**
     * Creates a search.
     *
     * @param kept the nodes of the match that the replacement holds
     */
    LostVariables(Semantics semantics, List<? extends Node> matched, List<Node> kept) {
        this.semantics = semantics;
        this.matched = matched;
        this.kept = kept;
    }

    /** Returns why the match cannot be replaced: a lost variable and where it is used; null if there is none. */
    String obstacle(List<? extends Node> replacement) {
        Set<String> assigned = new HashSet<>();
        Set<String> inComprehensions = new HashSet<>();
        for (Node root : replacement) {
            for (Node node : root.findAll(Node.class)) {
                Set<String> names = node instanceof Comprehension ? inComprehensions : assigned;
                targets(node).forEach(target -> names.add(target.sourceText()));
            }
        }
        for (Node root : matched) {
            for (Node node : root.findAll(Node.class)) {
                for (Name target : targets(node)) {
                    String name = target.sourceText();
                    boolean isBound = assigned.contains(name) || contains(kept, target);
                    String use = isBound ? null : use(target, inComprehensions.contains(name));
                    if (use != null) {
                        return "the replacement does not assign " + name + ", " + use;
                    }
                }
            }
        }
        return null;
    }

    /** Returns what uses a variable, "which line 3 reads", or null. */
    private String use(Name target, boolean isBoundInside) {
        Binding binding = semantics.bindingOf(target);
        Definition definition = binding == null ? null : binding.definitionAt(target);
        if (definition == null) {
            return null;
        }
        if (binding.scope().kind() == ScopeKind.CLASS) {
            return "an attribute of the class";
        }
        Name read = firstRead(binding, definition, isBoundInside);
        if (read != null) {
            return "which line " + read.line() + " reads";
        }
        for (Definition other : binding.definitions()) {
            if (other.kind() == BindingKind.DELETION && !contains(matched, other.name())) {
                return "which line " + other.name().line() + " deletes";
            }
        }
        return null;
    }

    private Name firstRead(Binding binding, Definition definition, boolean isBoundInside) {
        for (Name read : binding.references()) {
            boolean isInside = contains(matched, read);
            boolean stays = isInside ? !isBoundInside && contains(kept, read) : true;
            Reaching reaching = stays ? semantics.reaching(read) : null;
            if (stays && (reaching == null || reaching.definitions().contains(definition))) {
                return read;
            }
        }
        return null;
    }

    private static boolean contains(List<? extends Node> roots, Node node) {
        return roots.stream()
                .anyMatch(root -> root.startOffset() <= node.startOffset() && node.endOffset() <= root.endOffset());
    }

    /** Returns the names to which a node gives a new value. */
    private static List<Name> targets(Node node) {
        List<Node> targets = new ArrayList<>();
        if (node instanceof Assign assign) {
            targets.addAll(assign.targets());
        } else if (node instanceof AnnAssign assign && assign.value() != null) {
            targets.add(assign.target());
        } else if (node instanceof For loop) {
            targets.add(loop.target());
        } else if (node instanceof Comprehension loop) {
            targets.add(loop.target());
        } else if (node instanceof WithItem item && item.target() != null) {
            targets.add(item.target());
        } else if (node instanceof NamedExpr named) {
            targets.add(named.target());
        }
        List<Name> names = new ArrayList<>();
        targets.forEach(target -> AssignedNodes.in(target).forEach(part -> {
            if (part instanceof Name name) {
                names.add(name);
            }
        }));
        return names;
    }
}
