package dev.codemod.semantics;

import dev.codemod.tree.Argument;
import dev.codemod.tree.Attribute;
import dev.codemod.tree.Call;
import dev.codemod.tree.ClassDef;
import dev.codemod.tree.Decorator;
import dev.codemod.tree.Expression;
import dev.codemod.tree.FunctionDef;
import dev.codemod.tree.Keyword;
import dev.codemod.tree.Node;
import dev.codemod.tree.Starred;
import dev.codemod.tree.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The classes and functions that a file defines, by qualified name. */
final class OwnDefinitions {
    private final Semantics semantics;
    private final Map<String, Statement> byName = new HashMap<>();
    private final Map<Node, Scope> scopes = new IdentityHashMap<>();
    private final List<ClassDef> classes = new ArrayList<>();
    private final Map<ClassDef, List<ClassDef>> ancestry = new IdentityHashMap<>();
    private final Map<ClassDef, List<ClassDef>> families = new IdentityHashMap<>();

    /** The attributes that are assigned or deleted anywhere, by name. */
    private final Map<String, List<Attribute>> targets = new HashMap<>();

    OwnDefinitions(Semantics semantics) {
        this.semantics = semantics;
        Set<String> ambiguous = new HashSet<>();
        collect(semantics.scope(), ambiguous);
        byName.keySet().removeAll(ambiguous);
        for (Attribute target : semantics.attributeTargets()) {
            targets.computeIfAbsent(semantics.text(target.attr()), key -> new ArrayList<>())
                    .add(target);
        }
    }

    /** Returns the attributes of a name that are assigned or deleted anywhere in the file. */
    List<Attribute> targets(String attribute) {
        return targets.getOrDefault(attribute, List.of());
    }

    private void collect(Scope scope, Set<String> ambiguous) {
        for (Scope child : scope.children()) {
            if (child.kind() == ScopeKind.CLASS || child.kind() == ScopeKind.FUNCTION) {
                scopes.put(child.node(), child);
                String name = nameOf(child);
                // Overloads, properties with setters and conditional definitions: no single one to look at.
                if (byName.put(name, (Statement) child.node()) != null) {
                    ambiguous.add(name);
                }
                if (child.node() instanceof ClassDef definition) {
                    classes.add(definition);
                }
            }
            collect(child, ambiguous);
        }
    }

    private String nameOf(Scope scope) {
        return semantics.moduleName().qualify(scope.qualifiedName());
    }

    String nameOf(ClassDef definition) {
        return nameOf(scopes.get(definition));
    }

    /** Returns the scope of a class or function. */
    Scope scope(Statement definition) {
        return scopes.get(definition);
    }

    /** Returns the only class of a name, or null. */
    ClassDef classNamed(String name) {
        return byName.get(name) instanceof ClassDef found ? found : null;
    }

    /** Returns the only function of a name, or null. */
    FunctionDef functionNamed(String name) {
        return byName.get(name) instanceof FunctionDef found ? found : null;
    }

    /** Returns the method or property that a class itself defines, or null if there is not exactly one. */
    FunctionDef method(ClassDef definition, String name) {
        return functionNamed(nameOf(definition) + "." + name);
    }

    /** Returns the qualified names of the base classes; null in place of one that is not known. */
    List<String> bases(ClassDef definition) {
        List<String> bases = new ArrayList<>();
        if (definition.arguments() == null) {
            return bases;
        }
        for (Argument argument : definition.arguments().arguments()) {
            if (argument instanceof Starred || argument instanceof Keyword keyword && keyword.name() == null) {
                bases.add(null);
            } else if (argument instanceof Expression base) {
                String name = semantics.qualifiedName(base);
                bases.add(name == null ? null : Types.normalised(name));
            }
        }
        return bases;
    }

    /** Returns a class, and those of the file that it is derived from or that are derived from it. */
    List<ClassDef> family(ClassDef definition) {
        List<ClassDef> family = families.get(definition);
        if (family == null) {
            family = computeFamily(definition);
            families.put(definition, family);
        }
        return family;
    }

    private List<ClassDef> computeFamily(ClassDef definition) {
        List<ClassDef> family = new ArrayList<>(ancestors(definition));
        for (ClassDef other : classes) {
            if (!family.contains(other) && ancestors(other).contains(definition)) {
                family.add(other);
            }
        }
        return family;
    }

    /** Returns a class and its base classes in the file, nearest first. */
    List<ClassDef> ancestors(ClassDef definition) {
        List<ClassDef> ancestors = ancestry.get(definition);
        if (ancestors == null) {
            ancestors = computeAncestors(definition);
            ancestry.put(definition, ancestors);
        }
        return ancestors;
    }

    private List<ClassDef> computeAncestors(ClassDef definition) {
        List<ClassDef> ancestors = new ArrayList<>(List.of(definition));
        for (int i = 0; i < ancestors.size(); i++) {
            for (String base : bases(ancestors.get(i))) {
                ClassDef found = base == null ? null : classNamed(base);
                if (found != null && !ancestors.contains(found)) {
                    ancestors.add(found);
                }
            }
        }
        return ancestors;
    }

    /** Returns the class whose body directly holds a function, or null. */
    ClassDef classAround(FunctionDef function) {
        Scope around = scopes.get(function).parent();
        while (around.kind() == ScopeKind.TYPE_PARAMETERS) {
            around = around.parent();
        }
        return around.node() instanceof ClassDef definition && around.kind() == ScopeKind.CLASS ? definition : null;
    }

    /** Returns the qualified names of a function's decorators, calls by what they call; null for an unknown one. */
    List<String> decorators(FunctionDef function) {
        List<String> names = new ArrayList<>();
        for (Decorator decorator : function.decorators()) {
            Expression expression = decorator.expression();
            if (expression instanceof Call call) {
                expression = call.func();
            }
            String name = semantics.qualifiedName(expression);
            names.add(name == null ? null : Types.normalised(name));
        }
        return names;
    }
}
