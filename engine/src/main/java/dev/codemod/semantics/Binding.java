package dev.codemod.semantics;

import dev.codemod.tree.Identifier;
import dev.codemod.tree.Name;
import dev.codemod.tree.Node;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A variable: a name in the scope that owns it, with everything the file does with it.
 *
 * <p>{@code global} and {@code nonlocal} are followed: what a function does with a declared name belongs to the variable
 * of the module or of the outer function.
 */
public final class Binding {
    private static final Comparator<Node> BY_POSITION = Comparator.comparingInt(Node::firstToken);

    private final String name;
    private final Scope scope;
    private final List<Symbol> symbols = new ArrayList<>(2);
    private List<Definition> definitions;
    private List<Name> references;

    Binding(String name, Scope scope) {
        this.name = name;
        this.scope = scope;
    }

    void add(Symbol symbol) {
        symbols.add(symbol);
    }

    /** Returns the name, private names of classes mangled: {@code _Class__name}. */
    public String name() {
        return name;
    }

    /** Returns the scope that owns the variable. */
    public Scope scope() {
        return scope;
    }

    /**
     * Returns the places that bind, declare or delete the name, in source order.
     *
     * <p>Empty for a {@code global} that the file never binds and for the implicit {@code __class__}.
     */
    public List<Definition> definitions() {
        List<Definition> all = definitions;
        if (all == null) {
            all = new ArrayList<>();
            for (Symbol symbol : symbols) {
                all.addAll(symbol.definitions());
            }
            all.sort(Comparator.comparingInt(definition -> definition.name().firstToken()));
            all = List.copyOf(all);
            definitions = all;
        }
        return all;
    }

    /** Returns the place that binds, declares or deletes the name by a node, or null if the node does not. */
    public Definition definitionAt(Node name) {
        List<Definition> all = definitions();
        int low = 0;
        int high = all.size() - 1;
        while (low <= high) {
            int middle = low + high >>> 1;
            int token = all.get(middle).name().firstToken();
            if (token == name.firstToken()) {
                return all.get(middle);
            }
            if (token < name.firstToken()) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return null;
    }

    /** Returns the places that read the name, in source order; {@code name += 1} is among them. */
    public List<Name> references() {
        List<Name> all = references;
        if (all == null) {
            all = new ArrayList<>();
            for (Symbol symbol : symbols) {
                all.addAll(symbol.references());
            }
            all.sort(BY_POSITION);
            all = List.copyOf(all);
            references = all;
        }
        return all;
    }

    /** Returns the names in {@code global} and {@code nonlocal} statements that stand for this variable. */
    public List<Identifier> declarations() {
        List<Identifier> all = new ArrayList<>();
        for (Symbol symbol : symbols) {
            all.addAll(symbol.declarations());
        }
        all.sort(BY_POSITION);
        return all;
    }

    /**
     * Returns every node that is this name, each once and in source order: what a rename must change.
     *
     * <p>{@code import a.b} has one occurrence, {@code a}.
     */
    public List<Node> occurrences() {
        List<Node> all = new ArrayList<>();
        for (Definition definition : definitions()) {
            all.add(definition.name());
        }
        for (Name reference : references()) {
            if (!all.contains(reference)) {
                all.add(reference);
            }
        }
        all.addAll(declarations());
        all.sort(BY_POSITION);
        return all;
    }

    /** Returns the constructs that bind the name. */
    public Set<BindingKind> kinds() {
        Set<BindingKind> kinds = EnumSet.noneOf(BindingKind.class);
        for (Definition definition : definitions()) {
            kinds.add(definition.kind());
        }
        return kinds;
    }

    /** Returns the only place that binds the name, or null if there is none or more than one, a deletion included. */
    public Definition onlyDefinition() {
        Definition only = null;
        for (Definition definition : definitions()) {
            if (definition.kind() == BindingKind.DECLARATION) {
                continue;
            }
            if (only != null) {
                return null;
            }
            only = definition;
        }
        return only;
    }

    /** Returns whether the file never reads the name; other files may read a name of a module or class. */
    public boolean isUnused() {
        return references().isEmpty();
    }

    @Override
    public String toString() {
        return name + " of " + scope;
    }
}
