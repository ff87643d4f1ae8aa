package dev.codemod.codemods.asyncio;

import dev.codemod.semantics.Binding;
import dev.codemod.semantics.Definition;
import dev.codemod.semantics.Reaching;
import dev.codemod.semantics.Scope;
import dev.codemod.semantics.Semantics;
import dev.codemod.tree.Name;
import java.util.ArrayList;
import java.util.List;

/** Finds the places that read a variable as one place has set it. */
final class VariableReads {
    private VariableReads() {}

    /**
     * Returns the reads that see the value which {@code target} is bound to.
     *
     * @param function the function that all of them must be in
     * @return the reads in source order; null if one of them may see another value, or is in another function, or the
     *     variable does not belong to the function
     */
    static List<Name> of(Name target, Scope function, Semantics semantics) {
        Binding binding = semantics.bindingOf(target);
        if (binding == null
                || binding.scope() != function
                || !binding.declarations().isEmpty()) {
            return null;
        }
        Definition own = binding.definitionAt(target);
        List<Name> reads = new ArrayList<>();
        for (Name reference : binding.references()) {
            Reaching reaching = semantics.reaching(reference);
            if (reaching != null && !reaching.definitions().contains(own)) {
                continue;
            }
            if (reaching == null || reaching.only() != own || semantics.functionAround(reference) != function) {
                return null;
            }
            reads.add(reference);
        }
        return reads;
    }
}
