package dev.codemod.semantics;

import dev.codemod.tree.FunctionDef;
import dev.codemod.tree.GeneratorExp;
import dev.codemod.tree.Identifier;
import dev.codemod.tree.Name;
import dev.codemod.tree.Node;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** The definitions of one variable that reach each place where the code of its own scope reads it. */
final class ReachingDefinitions extends FlowWalker {
    private static final int MOST_DEFINITIONS = 60;
    private static final long UNBOUND = 1L << 62;
    private static final long ANYTHING = 1L << 61;

    private final Binding binding;
    private final Symbol[] byToken;
    private final List<Definition> definitions;
    private final Map<Node, Integer> bits = new IdentityHashMap<>();
    private final Map<Node, Long> reads = new IdentityHashMap<>();
    private final boolean tracked;

    ReachingDefinitions(Binding binding, Symbol[] byToken) {
        this.binding = binding;
        this.byToken = byToken;
        definitions = binding.definitions();
        for (int i = 0; i < definitions.size(); i++) {
            bits.put(definitions.get(i).name(), i);
        }
        tracked = isTrackable();
        if (tracked) {
            run();
        }
    }

    /** Only code that runs where it stands can be followed: no other function may bind the name. */
    private boolean isTrackable() {
        ScopeKind kind = binding.scope().kind();
        if (kind != ScopeKind.MODULE && kind != ScopeKind.FUNCTION && kind != ScopeKind.CLASS
                || definitions.size() > MOST_DEFINITIONS) {
            return false;
        }
        for (Definition definition : definitions) {
            if (!runsInPlace(definition.scope())) {
                return false;
            }
        }
        return true;
    }

    private boolean runsInPlace(Scope from) {
        Scope scope = from;
        while (scope != binding.scope()) {
            if (scope.kind() != ScopeKind.COMPREHENSION || scope.node() instanceof GeneratorExp) {
                return false;
            }
            scope = scope.parent();
        }
        return true;
    }

    private void run() {
        long start = UNBOUND;
        for (int i = 0; i < definitions.size(); i++) {
            if (definitions.get(i).kind() == BindingKind.PARAMETER) {
                start = 1L << i;
            }
        }
        walk(binding.scope().node(), start);
    }

    /**
     * Returns what reaches a place that reads the variable.
     *
     * @return the definitions, all of them if the place is in code that runs at another time; null if a star import or
     *     {@code exec} may give the value, or if the place does not read the variable
     */
    Reaching at(Name name) {
        Integer bit = bits.get(name);
        if (bit != null && definitions.get(bit).kind() != BindingKind.AUGMENTED_ASSIGNMENT) {
            return null;
        }
        Scope reader = byToken[name.firstToken()].scope();
        if (binding.scope().hasBareExec() || reader.hasBareExec()) {
            return null;
        }
        Long read = reader.kind() == ScopeKind.ANNOTATION ? null : reads.get(name);
        if (!tracked || read == null) {
            return binding.scope().starImports().isEmpty() ? all() : null;
        }
        if ((read & ANYTHING) != 0) {
            return null;
        }
        List<Definition> reaching = new ArrayList<>();
        for (int i = 0; i < definitions.size(); i++) {
            if ((read & 1L << i) != 0) {
                reaching.add(definitions.get(i));
            }
        }
        return new Reaching(reaching, (read & UNBOUND) != 0);
    }

    private Reaching all() {
        List<Definition> all = new ArrayList<>();
        boolean mayBeUnbound = true;
        for (Definition definition : definitions) {
            if (definition.kind().givesValue()) {
                all.add(definition);
            }
            mayBeUnbound &= definition.kind() != BindingKind.PARAMETER;
        }
        return new Reaching(all, mayBeUnbound);
    }

    @Override
    void name(Node name) {
        Symbol symbol = byToken[name.firstToken()];
        if (symbol == null || symbol.binding() != binding) {
            return;
        }
        Integer bit = bits.get(name);
        Definition definition = bit == null ? null : definitions.get(bit);
        if (definition == null || definition.kind() == BindingKind.AUGMENTED_ASSIGNMENT) {
            reads.merge(name, state, (a, b) -> a | b);
        }
        if (definition != null && definition.kind() != BindingKind.DECLARATION) {
            become(definition.kind() == BindingKind.DELETION ? UNBOUND : 1L << bit);
        }
    }

    @Override
    void starImport() {
        if (binding.scope().kind() == ScopeKind.MODULE || binding.scope().node() instanceof FunctionDef) {
            become(state | ANYTHING);
        }
    }

    @Override
    void endOfHandler(Identifier name) {
        if (bits.containsKey(name)) {
            become(UNBOUND);
        }
    }
}
