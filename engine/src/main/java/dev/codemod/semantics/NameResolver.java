package dev.codemod.semantics;

import dev.codemod.source.LanguageLevel;
import dev.codemod.tree.Alias;
import dev.codemod.tree.Attribute;
import dev.codemod.tree.Constant;
import dev.codemod.tree.DictComp;
import dev.codemod.tree.DictDisplay;
import dev.codemod.tree.Expression;
import dev.codemod.tree.GeneratorExp;
import dev.codemod.tree.IfExp;
import dev.codemod.tree.ImportFrom;
import dev.codemod.tree.Lambda;
import dev.codemod.tree.ListComp;
import dev.codemod.tree.ListDisplay;
import dev.codemod.tree.Module;
import dev.codemod.tree.Name;
import dev.codemod.tree.NamedExpr;
import dev.codemod.tree.Node;
import dev.codemod.tree.SetComp;
import dev.codemod.tree.SetDisplay;
import dev.codemod.tree.Statement;
import dev.codemod.tree.Tuple;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds the qualified name of what an expression denotes: through imports, aliases and attributes. */
final class NameResolver {
    private final Semantics semantics;
    private final ModuleName moduleName;
    private final LanguageLevel level;

    /** Answers for code that runs at another time than the definitions. */
    private final Map<Binding, Resolution> anyTime = new IdentityHashMap<>();

    private final Map<Binding, List<String>> everyName = new IdentityHashMap<>();

    /** The definitions being followed, against cycles such as {@code a = b; b = a}. */
    private final Set<Definition> open = new HashSet<>();

    private Set<String> patched;

    NameResolver(Semantics semantics, ModuleName moduleName) {
        this.semantics = semantics;
        this.moduleName = moduleName;
        level = semantics.module().parsed().level();
    }

    Resolution resolve(Expression expression) {
        Resolution resolution = resolveUnpatched(expression);
        if (resolution.isKnown() && !semantics.attributeTargets().isEmpty()) {
            for (String name : resolution.names()) {
                if (isPatched(name)) {
                    return Resolution.unknown(expression, name + " is assigned in this file");
                }
            }
        }
        return resolution;
    }

    private boolean isPatched(String name) {
        if (patched == null) {
            patched = new HashSet<>();
            for (Attribute target : semantics.attributeTargets()) {
                patched.addAll(resolveUnpatched(target).names());
            }
        }
        for (int end = name.length(); end > 0; end = name.lastIndexOf('.', end - 1)) {
            if (patched.contains(name.substring(0, end))) {
                return true;
            }
        }
        return false;
    }

    private Resolution resolveUnpatched(Expression expression) {
        if (expression instanceof Name name) {
            return resolveName(name);
        }
        if (expression instanceof Attribute attribute) {
            return resolveAttribute(attribute);
        }
        if (expression instanceof NamedExpr named) {
            return resolveUnpatched(named.value());
        }
        if (expression instanceof IfExp choice) {
            return resolveUnpatched(choice.body()).or(resolveUnpatched(choice.orElse()));
        }
        return isNameless(expression) ? Resolution.not() : Resolution.unknown(expression, "the value is computed");
    }

    /** Returns whether the value of an expression is new or a literal, and so has no qualified name. */
    private static boolean isNameless(Expression expression) {
        return expression instanceof Constant
                || expression instanceof Lambda
                || expression instanceof Tuple
                || expression instanceof ListDisplay
                || expression instanceof SetDisplay
                || expression instanceof DictDisplay
                || expression instanceof ListComp
                || expression instanceof SetComp
                || expression instanceof DictComp
                || expression instanceof GeneratorExp;
    }

    private Resolution resolveAttribute(Attribute attribute) {
        // A loop, because chains such as a.b.c.d may be long.
        List<String> attributes = new ArrayList<>();
        Expression root = attribute;
        while (root instanceof Attribute step) {
            attributes.add(0, semantics.text(step.attr()));
            root = step.value();
        }
        Resolution value = resolveUnpatched(root);
        return value.isKnown() ? member(value, "." + String.join(".", attributes)) : value;
    }

    private static Resolution member(Resolution value, String suffix) {
        List<String> names = new ArrayList<>();
        for (String name : value.names()) {
            names.add(name + suffix);
        }
        return value.withNames(names);
    }

    /** Returns what a dotted name in a string denotes for code that runs at another time. */
    Resolution resolveText(String dotted, Scope from, Node node) {
        int dot = dotted.indexOf('.');
        String first = dot < 0 ? dotted : dotted.substring(0, dot);
        Binding binding = from.lookup(first);
        Resolution root = binding != null && !binding.definitions().isEmpty()
                ? resolveAnyTime(binding)
                : resolveBuiltin(node, from, first);
        return dot < 0 || !root.isKnown() ? root : member(root, dotted.substring(dot));
    }

    // ---------------------------------------------------------------- names

    private Resolution resolveName(Name name) {
        Symbol symbol = semantics.symbolOf(name);
        if (symbol == null) {
            return Resolution.unknown(name, "the name is not part of the analysed file");
        }
        Binding binding = symbol.binding();
        if (binding == null || binding.definitions().isEmpty()) {
            return binding != null && binding == binding.scope().classCell()
                    ? Resolution.known(
                            moduleName.qualify(binding.scope().qualifiedName()), name, "it is the class around")
                    : resolveBuiltin(name, symbol.scope(), symbol.name());
        }
        if (binding.scope() != symbol.scope() || isAlwaysTheSame(binding)) {
            return resolveAnyTime(binding);
        }
        return resolveInOrder(name, symbol, binding);
    }

    /** Returns whether the order of the code does not matter: one definition, and nothing else to find without it. */
    private boolean isAlwaysTheSame(Binding binding) {
        Definition only = binding.onlyDefinition();
        return only != null
                && only.kind().givesValue()
                && binding.scope().kind() != ScopeKind.CLASS
                && (binding.scope().kind() != ScopeKind.MODULE || !Builtins.contains(level, binding.name()));
    }

    private Resolution resolveBuiltin(Node node, Scope from, String name) {
        for (Scope scope = from; scope != null; scope = scope.parent()) {
            if (!scope.starImports().isEmpty()) {
                return Resolution.unknown(scope.starImports().get(0), "a star import may bind the name " + name);
            }
            if (scope.hasBareExec()) {
                return Resolution.unknown(node, "exec may bind the name " + name);
            }
        }
        if (!Builtins.contains(level, name)) {
            return Resolution.unknown(node, "nothing in this file binds the name " + name);
        }
        return Resolution.known(Builtins.module(level) + "." + name, node, name + " is a builtin");
    }

    private Resolution resolveInOrder(Name name, Symbol symbol, Binding binding) {
        Reaching reaching = semantics.reaching(name);
        if (reaching == null) {
            return Resolution.unknown(name, "a star import or exec may bind the name " + binding.name());
        }
        ScopeKind kind = binding.scope().kind();
        Resolution outer = null;
        if (reaching.mayBeUnbound()) {
            // Code of modules and classes then looks further out; code of functions raises.
            if (kind == ScopeKind.CLASS) {
                Binding global = semantics.scope().binding(binding.name());
                outer = global != null ? resolveAnyTime(global) : resolveBuiltin(name, symbol.scope(), symbol.name());
            } else if (kind == ScopeKind.MODULE && Builtins.contains(level, binding.name())) {
                outer = resolveBuiltin(name, symbol.scope(), symbol.name());
            }
        }
        Resolution inner = reaching.definitions().isEmpty() ? null : join(reaching.definitions(), name);
        if (inner == null) {
            return outer != null ? outer : Resolution.unknown(name, "nothing is assigned to the name before");
        }
        return outer == null ? inner : inner.or(outer);
    }

    private Resolution resolveAnyTime(Binding binding) {
        Resolution known = anyTime.get(binding);
        if (known == null) {
            boolean nested = !open.isEmpty();
            known = computeAnyTime(binding);
            if (!nested) {
                anyTime.put(binding, known);
            }
        }
        return known;
    }

    private Resolution computeAnyTime(Binding binding) {
        List<Definition> values = new ArrayList<>();
        for (Definition definition : binding.definitions()) {
            if (definition.kind() == BindingKind.DELETION) {
                return Resolution.unknown(definition.name(), binding.name() + " is deleted");
            }
            if (definition.kind().givesValue()) {
                values.add(definition);
            }
        }
        Scope scope = binding.scope();
        if (scope.hasBareExec()) {
            return Resolution.unknown(scope.node(), "exec may bind the name " + binding.name());
        }
        for (ImportFrom star : scope.starImports()) {
            if (!isBoundAtTopLevelAfter(star.lastToken(), values)) {
                return Resolution.unknown(star, "a star import may bind the name " + binding.name());
            }
        }
        if (values.isEmpty()) {
            return Resolution.unknown(scope.node(), "nothing is assigned to the name " + binding.name());
        }
        Resolution joined = join(values, values.get(0).name());
        boolean mayBeBuiltin = scope.kind() == ScopeKind.MODULE
                && Builtins.contains(level, binding.name())
                && !isBoundAtTopLevelAfter(-1, values);
        return mayBeBuiltin ? joined.or(resolveBuiltin(values.get(0).name(), scope, binding.name())) : joined;
    }

    /** Returns whether a statement after a token, and in no other statement of the module, binds the name. */
    private boolean isBoundAtTopLevelAfter(int token, List<Definition> definitions) {
        Module module = semantics.module();
        for (Definition definition : definitions) {
            if (definition.name().firstToken() > token
                    && definition.site() instanceof Statement statement
                    && module.statements().indexOfNode(statement) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** Returns the qualified names of all definitions of a variable that have one, in source order. */
    List<String> everyNameOf(Binding binding) {
        List<String> names = everyName.get(binding);
        if (names == null) {
            names = new ArrayList<>();
            for (Definition definition : binding.definitions()) {
                if (definition.kind().givesValue()) {
                    names.addAll(resolveDefinition(definition).names());
                }
            }
            everyName.put(binding, names);
        }
        return names;
    }

    private Resolution join(List<Definition> definitions, Node node) {
        Resolution joined = null;
        for (Definition definition : definitions) {
            if (definitions.size() > 1 && isNone(definition.value())) {
                // The usual fallback of a missing module; None has no attributes to use and cannot be called.
                continue;
            }
            Resolution one = resolveDefinition(definition);
            joined = joined == null ? one : joined.or(one);
        }
        return joined == null ? Resolution.unknown(node, "the value is None") : joined;
    }

    private static boolean isNone(Expression value) {
        return value != null && value.is("None");
    }

    private Resolution resolveDefinition(Definition definition) {
        switch (definition.kind()) {
            case IMPORT:
                return resolveImport(definition);
            case FROM_IMPORT:
                return resolveFromImport(definition, (ImportFrom) definition.site());
            case FUNCTION:
            case CLASS:
                return resolveOwn(definition);
            case ASSIGNMENT:
            case ANNOTATED_ASSIGNMENT:
            case NAMED_EXPRESSION:
            case TYPE_ALIAS:
                return follow(definition);
            default:
                return Resolution.unknown(
                        definition.name(), semantics.text(definition.name()) + " is bound to an unknown value");
        }
    }

    private Resolution follow(Definition definition) {
        Expression value = definition.value();
        if (value == null) {
            return Resolution.unknown(
                    definition.name(), semantics.text(definition.name()) + " is a part of an unknown value");
        }
        if (!open.add(definition)) {
            return Resolution.unknown(
                    definition.name(), semantics.text(definition.name()) + " depends on its own value");
        }
        Resolution resolution = resolveUnpatched(value);
        open.remove(definition);
        return resolution.state() == Resolution.State.NOT
                ? resolution
                : resolution.because(definition.name(), semantics.text(definition.name()) + " is assigned here");
    }

    private Resolution resolveImport(Definition definition) {
        Alias alias = definition.alias();
        String module = ModuleName.dotted(alias.name());
        String name = alias.asName() != null ? module : semantics.text(definition.name());
        return Resolution.known(name, definition.name(), "imports " + module);
    }

    private Resolution resolveFromImport(Definition definition, ImportFrom statement) {
        String module = moduleName.imported(statement);
        String imported = ModuleName.dotted(definition.alias().name());
        return Resolution.known(
                ModuleName.member(module, imported), definition.name(), "imports " + imported + " from " + module);
    }

    private Resolution resolveOwn(Definition definition) {
        String name = definition.scope().qualifiedName();
        String own = semantics.text(definition.name());
        if (!name.isEmpty()) {
            own = name + (definition.scope().kind() == ScopeKind.CLASS ? "." : ".<locals>.") + own;
        }
        return Resolution.known(moduleName.qualify(own), definition.name(), "defined in this file");
    }
}
