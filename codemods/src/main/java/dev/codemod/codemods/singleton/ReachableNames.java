package dev.codemod.codemods.singleton;

import dev.codemod.semantics.Binding;
import dev.codemod.semantics.Definition;
import dev.codemod.semantics.Semantics;
import dev.codemod.tree.ClassDef;
import dev.codemod.tree.FunctionDef;
import dev.codemod.tree.Name;
import dev.codemod.tree.Node;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/** The names of a module that the code of a class may read, through functions and classes of the module too. */
final class ReachableNames {
    private ReachableNames() {}

    /** Returns the first definition of every name of the module that may be read. */
    static Set<Definition> of(ClassView view, Semantics names) {
        Set<Definition> found = new HashSet<>();
        Set<Binding> seen = new HashSet<>();
        Deque<Node> open = new ArrayDeque<>(view.classes());
        while (!open.isEmpty()) {
            for (Name name : open.pop().findAll(Name.class)) {
                Binding binding = names.bindingOf(name);
                boolean isNew = binding != null
                        && binding.scope() == names.scope()
                        && !binding.definitions().isEmpty()
                        && seen.add(binding);
                if (isNew) {
                    Definition first = binding.definitions().get(0);
                    found.add(first);
                    if (first.site() instanceof FunctionDef || first.site() instanceof ClassDef) {
                        open.push(first.site());
                    }
                }
            }
        }
        return found;
    }
}
