package dev.codemod.semantics;

import dev.codemod.tree.Identifier;
import dev.codemod.tree.Name;
import java.util.ArrayList;
import java.util.List;

/**
 * A name as one scope sees it: what the code of the scope does with it, and the variable it stands for there.
 *
 * <p>There is also a symbol in each scope that merely passes a free variable on to a scope inside it.
 */
public final class Symbol {
    // What the code of a scope does with a name; the same bits as in CPython's symtable.
    static final int GLOBAL = 1;
    static final int ASSIGNED = 2;
    static final int PARAMETER = 4;
    static final int NONLOCAL = 8;
    static final int REFERENCED = 16;
    static final int IMPORTED = 128;
    static final int ANNOTATED = 256;
    static final int TYPE_PARAMETER = 1 << 9;
    static final int BOUND = ASSIGNED | PARAMETER | IMPORTED | TYPE_PARAMETER;

    private final String name;
    private final Scope scope;
    private int flags;
    private SymbolKind kind;
    private Binding binding;

    /** What happens to the name in this scope; null while empty. */
    private List<Definition> definitions;

    private List<Name> references;
    private List<Identifier> declarations;

    Symbol(String name, Scope scope) {
        this.name = name;
        this.scope = scope;
    }

    /** Returns the name, private names of classes mangled: {@code _Class__name}. */
    public String name() {
        return name;
    }

    /** Returns the scope. */
    public Scope scope() {
        return scope;
    }

    /** Returns how the scope reaches the name. */
    public SymbolKind kind() {
        return kind;
    }

    /**
     * Returns the variable that the name stands for.
     *
     * @return the variable, or null if nothing in the file binds it: a builtin, a name from a star import or a mistake
     */
    public Binding binding() {
        return binding;
    }

    /** Returns whether the name is a parameter of the scope. */
    public boolean isParameter() {
        return has(PARAMETER);
    }

    /** Returns whether the scope imports the name. */
    public boolean isImported() {
        return has(IMPORTED);
    }

    /** Returns whether the scope binds the name other than by a parameter or an import, or deletes it. */
    public boolean isAssigned() {
        return has(ASSIGNED);
    }

    /** Returns whether the scope reads the name; {@code name += 1} alone does not count. */
    public boolean isReferenced() {
        return has(REFERENCED);
    }

    /** Returns whether the scope annotates the name. */
    public boolean isAnnotated() {
        return has(ANNOTATED);
    }

    /** Returns whether the scope declares the name {@code nonlocal}, or binds it from a comprehension inside. */
    public boolean isNonlocal() {
        return has(NONLOCAL);
    }

    boolean has(int mask) {
        return (flags & mask) != 0;
    }

    int flags() {
        return flags;
    }

    void add(int mask) {
        flags |= mask;
    }

    void addDefinition(Definition definition) {
        if (definitions == null) {
            definitions = new ArrayList<>(2);
        }
        definitions.add(definition);
    }

    void addReference(Name node) {
        if (references == null) {
            references = new ArrayList<>(4);
        }
        references.add(node);
    }

    void addDeclaration(Identifier node) {
        if (declarations == null) {
            declarations = new ArrayList<>(1);
        }
        declarations.add(node);
    }

    List<Definition> definitions() {
        return definitions == null ? List.of() : definitions;
    }

    List<Name> references() {
        return references == null ? List.of() : references;
    }

    List<Identifier> declarations() {
        return declarations == null ? List.of() : declarations;
    }

    void setKind(SymbolKind kind) {
        this.kind = kind;
    }

    void setBinding(Binding binding) {
        if (binding != null && binding != this.binding) {
            binding.add(this);
        }
        this.binding = binding;
    }

    @Override
    public String toString() {
        return kind + " " + name + " in " + scope;
    }
}
