package dev.codemod.codemods.asyncio;

import dev.codemod.semantics.ScopeKind;
import dev.codemod.semantics.Semantics;
import dev.codemod.semantics.Symbol;
import dev.codemod.semantics.SymbolKind;
import dev.codemod.tree.Assign;
import dev.codemod.tree.Attribute;
import dev.codemod.tree.AugAssign;
import dev.codemod.tree.Call;
import dev.codemod.tree.Delete;
import dev.codemod.tree.Expression;
import dev.codemod.tree.FunctionDef;
import dev.codemod.tree.Name;
import dev.codemod.tree.Node;
import dev.codemod.tree.Subscript;
import java.util.HashSet;
import java.util.Set;

/**
 * The collections that functions of a file change in place, so that other tasks may change them during an {@code await}.
 *
 * <p>Attributes count by their names, of whatever object, and variables that are not local to a function. What only
 * constructors and the code of the module change is complete before a task sees it.
 */
final class SharedCollections {
    private static final Set<String> CHANGERS = Set.of(
            "append",
            "appendleft",
            "extend",
            "extendleft",
            "insert",
            "add",
            "update",
            "setdefault",
            "pop",
            "popleft",
            "popitem",
            "remove",
            "discard",
            "clear",
            "sort",
            "reverse");

    private static final Set<String> CONSTRUCTORS = Set.of("__init__", "__new__", "__post_init__");

    private static final Set<String> VIEWS = Set.of("items", "values", "keys");

    private static final Set<String> LAZY = Set.of(
            "builtins.enumerate",
            "builtins.zip",
            "builtins.reversed",
            "builtins.iter",
            "builtins.map",
            "builtins.filter");

    private final Semantics semantics;
    private final Set<String> attributes = new HashSet<>();
    private final Set<String> variables = new HashSet<>();

    private SharedCollections(Semantics semantics) {
        this.semantics = semantics;
    }

    static SharedCollections of(Semantics semantics) {
        SharedCollections collections = new SharedCollections(semantics);
        for (Call call : semantics.module().findAll(Call.class)) {
            if (isChange(call)) {
                collections.add(((Attribute) call.func()).value());
            }
        }
        semantics
                .module()
                .findAll(Assign.class)
                .forEach(assign -> assign.targets().forEach(collections::addIndexed));
        semantics.module().findAll(AugAssign.class).forEach(assign -> collections.addIndexed(assign.target()));
        semantics
                .module()
                .findAll(Delete.class)
                .forEach(statement -> statement.targets().forEach(collections::addIndexed));
        return collections;
    }

    /** Returns whether a call changes, by its name, the collection that it is a method of. */
    static boolean isChange(Call call) {
        return call.func() instanceof Attribute method
                && CHANGERS.contains(method.attr().sourceText());
    }

    private void addIndexed(Expression target) {
        if (target instanceof Subscript subscript) {
            add(subscript.value());
        }
    }

    private void add(Expression collection) {
        if (!isShared(collection) || !runsInTask(collection)) {
            return;
        }
        if (collection instanceof Attribute attribute) {
            attributes.add(attribute.attr().sourceText());
        } else {
            variables.add(collection.sourceText());
        }
    }

    private boolean runsInTask(Node node) {
        FunctionDef function = semantics.path(node).enclosing(FunctionDef.class);
        return function != null && !CONSTRUCTORS.contains(function.name().sourceText());
    }

    /** What a local variable holds is shared only if it came from elsewhere; parameters, such as self, may. */
    private boolean isShared(Expression collection) {
        Expression root = collection;
        while (root instanceof Attribute attribute) {
            root = attribute.value();
        }
        Symbol symbol = root instanceof Name ? semantics.symbolOf(root) : null;
        if (symbol == null) {
            return false;
        }
        boolean isLocal = symbol.kind() == SymbolKind.LOCAL && symbol.scope().kind() == ScopeKind.FUNCTION;
        return !isLocal || root != collection && symbol.isParameter();
    }

    /** Returns whether functions of the file change the collection that an expression means. */
    boolean isChanged(Expression expression) {
        if (!isShared(expression)) {
            return false;
        }
        return expression instanceof Attribute attribute
                ? attributes.contains(attribute.attr().sourceText())
                : expression instanceof Name && variables.contains(expression.sourceText());
    }

    /** Returns the changed collection over which a loop goes step by step, or null. */
    Expression goneThroughBy(Expression iterated) {
        if (isChanged(iterated)) {
            return iterated;
        }
        if (!(iterated instanceof Call call)) {
            return null;
        }
        if (call.func() instanceof Attribute method
                && VIEWS.contains(method.attr().sourceText())
                && isChanged(method.value())) {
            return method.value();
        }
        String name = semantics.qualifiedName(call.func());
        if (name != null && LAZY.contains(name)) {
            for (Node argument : call.arguments()) {
                Expression through = argument instanceof Expression value ? goneThroughBy(value) : null;
                if (through != null) {
                    return through;
                }
            }
        }
        return null;
    }
}
