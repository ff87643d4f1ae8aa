package dev.codemod.semantics;

import dev.codemod.tree.FunctionDef;
import dev.codemod.tree.ImportFrom;
import dev.codemod.tree.Node;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A region of code with its own names. */
public final class Scope {
    private final ScopeKind kind;
    private final Node node;
    private final Scope parent;
    private final String name;

    /** The class whose name mangles private names here, its leading underscores removed; null outside classes. */
    private final String mangling;

    /** False for annotations that are never evaluated, which therefore make no closures. */
    private final boolean evaluated;

    private final List<Scope> children = new ArrayList<>(0);
    private final Map<String, Symbol> symbols = new LinkedHashMap<>();
    private List<ImportFrom> starImports = List.of();
    private boolean bareExec;
    private Binding classCell;

    Scope(ScopeKind kind, Node node, Scope parent, String name, String mangling, boolean evaluated) {
        this.kind = kind;
        this.node = node;
        this.parent = parent;
        this.name = name;
        this.mangling = mangling;
        this.evaluated = evaluated;
    }

    /** Returns the kind. */
    public ScopeKind kind() {
        return kind;
    }

    /**
     * Returns the node that opens the scope: the Module, ClassDef, FunctionDef, Lambda, comprehension, the definition
     * with type parameters, or the owner of the annotations.
     */
    public Node node() {
        return node;
    }

    /** Returns the scope around this one, or null for the module. */
    public Scope parent() {
        return parent;
    }

    /** Returns the scopes directly inside. */
    public List<Scope> children() {
        return Collections.unmodifiableList(children);
    }

    /** Returns the name of the function or class, else what CPython calls such code, for example {@code <lambda>}. */
    public String name() {
        return name;
    }

    /** Returns the name as in Python's {@code __qualname__}: {@code Class.method}, {@code outer.<locals>.inner}. */
    public String qualifiedName() {
        if (parent == null) {
            return "";
        }
        if (kind.seesClass()) {
            return parent.qualifiedName();
        }
        Scope around = parent;
        while (around.kind.seesClass()) {
            around = around.parent;
        }
        String prefix = around.parent == null ? "" : around.qualifiedName() + ".";
        return prefix + (around.parent == null || around.kind == ScopeKind.CLASS ? "" : "<locals>.") + name;
    }

    /** Returns the names that occur in the scope. */
    public Collection<Symbol> symbols() {
        return Collections.unmodifiableCollection(symbols.values());
    }

    /**
     * Returns what a name is in this scope.
     *
     * @param name the name, private names of classes mangled
     * @return the symbol, or null if the name does not occur in the scope
     */
    public Symbol symbol(String name) {
        return symbols.get(name);
    }

    /**
     * Returns the variable of a name that this scope owns.
     *
     * @param name the name, private names of classes mangled
     * @return the variable, or null if the scope does not own one of that name
     */
    public Binding binding(String name) {
        Symbol symbol = symbols.get(name);
        return symbol != null && symbol.binding() != null && symbol.binding().scope() == this ? symbol.binding() : null;
    }

    /** Returns the variables that this scope owns, in the order in which they first occur. */
    public List<Binding> bindings() {
        List<Binding> bindings = new ArrayList<>();
        for (Symbol symbol : symbols.values()) {
            if (symbol.binding() != null && symbol.binding().scope() == this) {
                bindings.add(symbol.binding());
            }
        }
        return bindings;
    }

    /**
     * Returns the variable that a name would stand for if code of this scope read it.
     *
     * @param name the name, private names of classes mangled
     * @return the variable, or null if nothing in the file binds it there
     */
    public Binding lookup(String name) {
        Symbol symbol = symbols.get(name);
        if (symbol != null) {
            return symbol.binding();
        }
        Binding enclosing = ScopeResolver.enclosing(this, name);
        return enclosing != null ? enclosing : module().binding(name);
    }

    /** Returns the scope of the file. */
    public Scope module() {
        Scope scope = this;
        while (scope.parent != null) {
            scope = scope.parent;
        }
        return scope;
    }

    /** Returns the {@code from ... import *} statements of this scope, in source order. */
    public List<ImportFrom> starImports() {
        return starImports;
    }

    /** Returns whether a Python 2 {@code exec} without its own namespace may bind any name of this scope. */
    public boolean hasBareExec() {
        return bareExec;
    }

    /** Returns whether code of this scope runs as a coroutine: the body of an {@code async def}. */
    public boolean isAsyncFunction() {
        return node instanceof FunctionDef function && kind == ScopeKind.FUNCTION && function.isAsync();
    }

    boolean isEvaluated() {
        return evaluated;
    }

    String mangling() {
        return mangling;
    }

    void addChild(Scope child) {
        children.add(child);
    }

    void addStarImport(ImportFrom statement) {
        if (starImports.isEmpty()) {
            starImports = new ArrayList<>(1);
        }
        starImports.add(statement);
    }

    void setBareExec() {
        bareExec = true;
    }

    /** Returns the symbol of a name, created if this is the first time that it is met. */
    Symbol symbolFor(String name) {
        Symbol symbol = symbols.get(name);
        if (symbol == null) {
            symbol = new Symbol(name, this);
            symbols.put(name, symbol);
        }
        return symbol;
    }

    /** Returns the variable behind {@code super()} and {@code __class__} in the methods of this class. */
    Binding classCell() {
        if (classCell == null) {
            classCell = new Binding("__class__", this);
        }
        return classCell;
    }

    @Override
    public String toString() {
        return kind + " " + name;
    }
}
