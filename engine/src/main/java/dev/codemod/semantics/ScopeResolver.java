package dev.codemod.semantics;

import java.util.List;

/** Finds the variable behind every symbol, outer scopes before inner ones. */
final class ScopeResolver {
    private final Scope module;

    private ScopeResolver(Scope module) {
        this.module = module;
    }

    static void resolve(Scope module) {
        new ScopeResolver(module).resolveAll(module);
    }

    private void resolveAll(Scope scope) {
        for (Symbol symbol : scope.symbols()) {
            resolve(symbol);
        }
        List<Scope> children = scope.children();
        for (int i = 0; i < children.size(); i++) {
            resolveAll(children.get(i));
        }
    }

    private void resolve(Symbol symbol) {
        Scope scope = symbol.scope();
        if (symbol.has(Symbol.GLOBAL)) {
            symbol.setKind(SymbolKind.GLOBAL_EXPLICIT);
            symbol.setBinding(scope == module ? own(symbol) : globalBinding(symbol.name()));
        } else if (symbol.has(Symbol.BOUND) && !symbol.has(Symbol.NONLOCAL)) {
            symbol.setKind(SymbolKind.LOCAL);
            symbol.setBinding(own(symbol));
        } else {
            resolveOuter(symbol);
        }
    }

    private void resolveOuter(Symbol symbol) {
        Binding enclosing = enclosing(symbol.scope(), symbol.name());
        if (symbol.has(Symbol.NONLOCAL) || enclosing != null && isClosed(enclosing)) {
            symbol.setKind(SymbolKind.FREE);
        } else {
            symbol.setKind(SymbolKind.GLOBAL_IMPLICIT);
        }
        symbol.setBinding(enclosing != null ? enclosing : globalBinding(symbol.name()));
        if (enclosing != null && isClosed(enclosing) && symbol.scope().isEvaluated()) {
            close(symbol, enclosing);
        }
    }

    /** Returns whether inner scopes reach a variable through a closure; a class's own names they reach otherwise. */
    private static boolean isClosed(Binding binding) {
        return binding.scope().kind() != ScopeKind.CLASS
                || binding == binding.scope().classCell();
    }

    /** Makes the owner's symbol a cell and passes the name through the scopes between. */
    private static void close(Symbol symbol, Binding binding) {
        Scope owner = binding.scope();
        for (Scope between = symbol.scope().parent(); between != owner; between = between.parent()) {
            if (between.symbol(symbol.name()) == null) {
                Symbol passed = between.symbolFor(symbol.name());
                passed.setKind(SymbolKind.FREE);
                passed.setBinding(binding);
            }
        }
        if (owner.kind() != ScopeKind.CLASS) {
            owner.symbol(symbol.name()).setKind(SymbolKind.CELL);
        }
    }

    private Binding globalBinding(String name) {
        Symbol symbol = module.symbol(name);
        return symbol != null && symbol.has(Symbol.BOUND | Symbol.GLOBAL) ? own(symbol) : null;
    }

    private static Binding own(Symbol symbol) {
        if (symbol.binding() == null) {
            Binding binding = new Binding(symbol.name(), symbol.scope());
            symbol.setBinding(binding);
        }
        return symbol.binding();
    }

    /**
     * Returns the variable that a name of {@code scope} stands for in the functions and comprehensions around it.
     *
     * @return the variable, or null if it is a name of the module, a builtin or nothing
     */
    static Binding enclosing(Scope scope, String name) {
        boolean seesClass = scope.kind().seesClass();
        for (Scope outer = scope.parent(); outer != null && outer.parent() != null; outer = outer.parent()) {
            Symbol symbol = outer.symbol(name);
            if (outer.kind() == ScopeKind.CLASS) {
                if (name.equals("__class__") && isPython3(outer)) {
                    return outer.classCell();
                }
                if (!seesClass || symbol == null) {
                    seesClass = false;
                    continue;
                }
            }
            seesClass &= outer.kind().seesClass();
            if (symbol == null) {
                continue;
            }
            if (symbol.has(Symbol.GLOBAL)) {
                return null;
            }
            if (symbol.has(Symbol.BOUND) && !symbol.has(Symbol.NONLOCAL)) {
                return own(symbol);
            }
        }
        return null;
    }

    private static boolean isPython3(Scope scope) {
        return !scope.node().parsed().level().isPython2();
    }
}
