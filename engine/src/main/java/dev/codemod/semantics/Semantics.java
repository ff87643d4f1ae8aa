package dev.codemod.semantics;

import static java.util.Objects.requireNonNull;

import dev.codemod.tree.Attribute;
import dev.codemod.tree.Expression;
import dev.codemod.tree.For;
import dev.codemod.tree.GeneratorExp;
import dev.codemod.tree.Identifier;
import dev.codemod.tree.Module;
import dev.codemod.tree.Name;
import dev.codemod.tree.Node;
import dev.codemod.tree.Path;
import dev.codemod.tree.Statement;
import dev.codemod.tree.While;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the names of one file mean.
 *
 * <p>Built in one pass over the tree; what needs more is computed when it is asked for. Answers never change; an instance
 * must not be used by two threads at a time. Nodes that a {@code with...} method made from a node of the file are as good
 * as the node itself; nodes of other texts are unknown.
 *
 * <pre>{@code
 * Semantics names = Semantics.of(module);
 * for (Call call : module.findAll(Call.class)) {
 *     if ("time.sleep".equals(names.qualifiedName(call.func())) && names.functionAround(call) ...
 * }
 * }</pre>
 */
public final class Semantics {
    private final Module module;
    private final ModuleName moduleName;
    private final Scope scope;
    private final Symbol[] byToken;
    private final NameTable names;
    private final List<Attribute> attributeTargets;
    private final NameResolver resolver;
    private final Map<Binding, ReachingDefinitions> reaching = new IdentityHashMap<>();

    private Semantics(Module module, ModuleName moduleName) {
        ScopeCollector collector = new ScopeCollector(module);
        module.accept(collector, null);
        ScopeResolver.resolve(collector.module());
        this.module = module;
        this.moduleName = moduleName;
        scope = collector.module();
        byToken = collector.byToken();
        names = collector.names();
        attributeTargets = Collections.unmodifiableList(collector.attributeTargets());
        resolver = new NameResolver(this, moduleName);
    }

    /**
     * Analyses a file whose module name does not matter: what it defines is called {@code __main__.name}, what it
     * imports relatively {@code .module.name}.
     *
     * @param module a tree as it was parsed
     * @throws IllegalArgumentException if the tree was edited
     */
    public static Semantics of(Module module) {
        return of(module, ModuleName.UNKNOWN);
    }

    /**
     * Analyses a file.
     *
     * @param module a tree as it was parsed
     * @throws IllegalArgumentException if the tree was edited
     */
    public static Semantics of(Module module, ModuleName moduleName) {
        requireNonNull(module, "module is null");
        requireNonNull(moduleName, "moduleName is null");
        if (module.isEdited()) {
            throw new IllegalArgumentException("the tree was edited; parse its text and analyse that");
        }
        return new Semantics(module, moduleName);
    }

    /** Returns the tree. */
    public Module module() {
        return module;
    }

    /** Returns the name under which the file is imported. */
    public ModuleName moduleName() {
        return moduleName;
    }

    /** Returns the scope of the file. */
    public Scope scope() {
        return scope;
    }

    /** Returns the attributes that are assigned, deleted or bound otherwise, in source order. */
    public List<Attribute> attributeTargets() {
        return attributeTargets;
    }

    // ---------------------------------------------------------------- scopes and bindings

    /**
     * Returns what a name is in its scope.
     *
     * @param name a Name, or the Identifier of a definition, import, parameter, capture or global statement
     * @return the symbol, or null if the node names no variable: an attribute, a keyword, a node of another text
     */
    public Symbol symbolOf(Node name) {
        return (name instanceof Name || name instanceof Identifier) && name.parsed() == module.parsed()
                ? byToken[name.firstToken()]
                : null;
    }

    /**
     * Returns the variable that a name stands for.
     *
     * @param name as for {@link #symbolOf}
     * @return the variable, or null if nothing in the file binds it (builtins), or the node names no variable
     */
    public Binding bindingOf(Node name) {
        Symbol symbol = symbolOf(name);
        return symbol == null ? null : symbol.binding();
    }

    /**
     * Returns the scope in which a node is evaluated: decorators, defaults, base classes and the iterable of the first
     * {@code for} of a comprehension belong to the scope around. A definition belongs to the scope that it is in.
     * Annotations count as evaluated in the scope around.
     */
    public Scope scopeOf(Node node) {
        requireOwn(node);
        return ScopeExtent.innermost(scope, node);
    }

    /**
     * Returns the function whose call runs a node: comprehensions count as a part of the function around them, except
     * generator expressions, which are a scope of their own here as they run later.
     *
     * @return the scope of a FunctionDef, Lambda or GeneratorExp; null if the code belongs to the module or to a class
     *     body
     */
    public Scope functionAround(Node node) {
        Scope around = scopeOf(node);
        while (around != null) {
            ScopeKind kind = around.kind();
            if (kind == ScopeKind.FUNCTION || kind == ScopeKind.LAMBDA || around.node() instanceof GeneratorExp) {
                return around;
            }
            if (kind == ScopeKind.CLASS) {
                return null;
            }
            around = around.parent();
        }
        return null;
    }

    /** Returns the way from the root of the file to a node. */
    public Path path(Node node) {
        requireOwn(node);
        return Path.to(module, node.original());
    }

    private void requireOwn(Node node) {
        requireNonNull(node, "node is null");
        if (node.parsed() != module.parsed()) {
            throw new IllegalArgumentException("not a node of this file: " + node);
        }
    }

    /** Returns the text of a name or identifier of the file in the normal form NFKC, as Python compares names. */
    public String text(Node name) {
        return names.name(name.firstToken());
    }

    // ---------------------------------------------------------------- qualified names

    /**
     * Returns what an expression denotes, by qualified name: {@code time.sleep} for {@code sleep} after
     * {@code from time import sleep}. Imports in every form, simple aliases and builtins ({@code builtins.input}, in
     * Python 2 {@code __builtin__.input}) are followed; functions and classes of the file are called
     * {@code module.name}.
     *
     * <p>The state is NOT for literals and the like, and UNKNOWN where the name may have another value: parameters,
     * loop variables, rebinding to something else, star imports, assignments to an attribute ({@code time.sleep = f}).
     */
    public Resolution resolve(Expression expression) {
        requireOwn(expression);
        return resolver.resolve((Expression) expression.original());
    }

    /** Returns the qualified name of what an expression certainly denotes, or null; see {@link #resolve}. */
    public String qualifiedName(Expression expression) {
        return resolve(expression).name();
    }

    /**
     * Returns what a dotted name would denote if it stood in code of a scope, for names in quoted annotations.
     *
     * @param node the place to name as evidence
     */
    public Resolution resolveText(String dotted, Scope from, Node node) {
        return resolver.resolveText(dotted, from, node);
    }

    /**
     * Returns every qualified name that a variable may stand for by imports or simple aliases, whatever else is assigned
     * to it: for questions whose safe answer is yes.
     */
    public List<String> everyNameOf(Binding binding) {
        return resolver.everyNameOf(binding);
    }

    // ---------------------------------------------------------------- flow

    /**
     * Returns the definitions that may have given the value that a name has where it is read.
     *
     * <p>In the code of the scope that owns the variable the order of execution is followed, through branches, loops and
     * exceptions; elsewhere every definition counts. Assignments from other files are not seen.
     *
     * @return the definitions, or null if they are not known: a builtin, a star import, {@code exec}, a name that
     *     is bound and not read, a node of another text
     */
    public Reaching reaching(Name name) {
        Binding binding = bindingOf(name);
        if (binding == null) {
            return null;
        }
        return reaching.computeIfAbsent(binding, key -> new ReachingDefinitions(key, byToken))
                .at((Name) name.original());
    }

    /** Returns the only definition that may have given the value of a name where it is read, or null. */
    public Definition singleAssignment(Name name) {
        Reaching found = reaching(name);
        return found == null ? null : found.only();
    }

    /**
     * Returns whether a variable may be bound, deleted or bound anew after {@code from} was evaluated and before
     * {@code to} is.
     *
     * @param from an expression, a statement or the name of a definition; a binding by a statement, or by the one that
     *     the name belongs to, is not counted itself
     * @param to a node that runs later
     * @return false only if the variable certainly keeps its value
     */
    public boolean isReboundBetween(Binding binding, Node from, Node to) {
        requireOwn(from);
        requireOwn(to);
        Scope code = codeOf(scopeOf(from));
        if (code == null || codeOf(scopeOf(to)) != code) {
            return true;
        }
        if (binding.scope() != code || isBoundElsewhere(binding, code)) {
            Definition only = binding.onlyDefinition();
            return only == null || !isStable(only);
        }
        Statement first = path(from).statement();
        Statement second = path(to).statement();
        boolean overlapping = first == second
                || ScopeExtent.within(second, first)
                || second instanceof While
                || bindsInExpression(binding, second);
        if (overlapping && !isDefinedBy(first, binding, from) && isBoundInside(binding, second)) {
            return true;
        }
        return Rebinding.happens(binding, byToken, code.node(), first, isDefinedBy(first, binding, from), second);
    }

    /** Returns the scope with statements that runs the code of {@code inner}, or null for lambdas and generators. */
    private static Scope codeOf(Scope inner) {
        Scope around = inner;
        while (around.kind() == ScopeKind.COMPREHENSION && !(around.node() instanceof GeneratorExp)) {
            around = around.parent();
        }
        ScopeKind kind = around.kind();
        return kind == ScopeKind.MODULE || kind == ScopeKind.FUNCTION || kind == ScopeKind.CLASS ? around : null;
    }

    private static boolean isBoundElsewhere(Binding binding, Scope code) {
        for (Definition definition : binding.definitions()) {
            if (codeOf(definition.scope()) != code) {
                return true;
            }
        }
        return code.hasBareExec();
    }

    /** Returns whether a definition outside the function is one that runs once, before the function can be called. */
    private boolean isStable(Definition only) {
        if (!only.kind().givesValue() || only.scope().kind() == ScopeKind.CLASS) {
            return false;
        }
        if (only.kind() == BindingKind.PARAMETER) {
            return true;
        }
        Path path = path(only.name());
        return path.enclosing(For.class) == null && path.enclosing(While.class) == null;
    }

    private static boolean isDefinedBy(Statement statement, Binding binding, Node from) {
        if (from == statement) {
            return true;
        }
        for (Definition definition : binding.definitions()) {
            if (definition.name() == from && ScopeExtent.within(statement, from)) {
                return true;
            }
        }
        return false;
    }

    private static boolean bindsInExpression(Binding binding, Statement statement) {
        for (Definition definition : binding.definitions()) {
            if (definition.kind() == BindingKind.NAMED_EXPRESSION && ScopeExtent.within(statement, definition.name())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isBoundInside(Binding binding, Statement statement) {
        for (Definition definition : binding.definitions()) {
            if (definition.kind() != BindingKind.DECLARATION && ScopeExtent.within(statement, definition.name())) {
                return true;
            }
        }
        return false;
    }
}
