package dev.codemod.codemods.singleton;

import dev.codemod.semantics.Binding;
import dev.codemod.semantics.Definition;
import dev.codemod.semantics.Semantics;
import dev.codemod.tree.ClassDef;
import dev.codemod.tree.Decorator;
import dev.codemod.tree.Expression;
import dev.codemod.tree.FunctionDef;
import dev.codemod.tree.ImportFrom;
import dev.codemod.tree.Name;
import dev.codemod.tree.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Finds what is known of the metaclass that an expression names. */
final class MetaclassResolver {
    private final String path;
    private final Semantics names;
    private final SingletonFacts facts;
    private final Map<String, MetaclassFact> local;

    MetaclassResolver(String path, Semantics names, SingletonFacts facts) {
        this.path = path;
        this.names = names;
        this.facts = facts;
        this.local = new HashMap<>(MetaclassReader.read(path, names.module(), names));
        this.local.putAll(DecoratorReader.read(path, names));
    }

    /** Returns the decorator that makes a class a singleton, or null. */
    MetaclassUse decoration(ClassDef definition) {
        for (Decorator decorator : definition.decorators()) {
            MetaclassFact fact = resolve(decorator.expression());
            if (fact != null && fact.isDecorator()) {
                return new MetaclassUse(MetaclassUse.Form.DECORATOR, decorator.expression(), decorator);
            }
        }
        return null;
    }

    /** Returns the metaclass that a class gets from a base class of the module, if it keeps one instance; else null. */
    MetaclassUse inherited(ClassDef definition) {
        MetaclassUse use = MetaclassUse.inherited(new ClassView(definition, names), names);
        MetaclassFact fact = use == null ? null : resolve(use.metaclass());
        return fact != null && fact.kind() == MetaclassFact.Kind.SINGLETON ? use : null;
    }

    /** Returns the fact, or null if the metaclass keeps no instances or is not defined in the project. */
    MetaclassFact resolve(Expression metaclass) {
        Statement definition = definition(metaclass, names);
        if (definition != null) {
            return local.get(metaclass.sourceText());
        }
        List<MetaclassFact> found = imported(metaclass);
        if (found.isEmpty()) {
            return null;
        }
        MetaclassFact first = found.get(0);
        if (found.size() == 1) {
            return first;
        }
        return MetaclassFact.other(
                first.path(),
                first.line(),
                first.name(),
                MetaclassFact.Kind.OTHER,
                "it may be the one in " + first.path() + " or the one in "
                        + found.get(1).path(),
                first.storage());
    }

    /** Returns the class or function of the module that an expression names, if nothing else has the name; else null. */
    static Statement definition(Expression expression, Semantics names) {
        if (!(expression instanceof Name)) {
            return null;
        }
        Binding binding = names.bindingOf(expression);
        Definition only = binding == null || binding.scope() != names.scope() ? null : binding.onlyDefinition();
        boolean isDefinition = only != null && (only.site() instanceof ClassDef || only.site() instanceof FunctionDef);
        return isDefinition ? (Statement) only.site() : null;
    }

    private List<MetaclassFact> imported(Expression metaclass) {
        Binding binding = metaclass instanceof Name ? names.bindingOf(metaclass) : null;
        Definition only = binding == null ? null : binding.onlyDefinition();
        if (only != null && only.site() instanceof ImportFrom statement && only.alias() != null) {
            String dotted = statement.module() == null
                    ? ""
                    : statement.module().sourceText().replaceAll("\\s", "");
            String module = ModulePath.of(path).imported(statement.level(), dotted);
            String name = only.alias().name().sourceText();
            return found(new ModuleRef(module, statement.level() > 0), name);
        }
        String qualified = names.qualifiedName(metaclass);
        int dot = qualified == null ? -1 : qualified.lastIndexOf('.');
        if (dot <= 0) {
            return List.of();
        }
        return found(ModuleRef.of(qualified.substring(0, dot), path), qualified.substring(dot + 1));
    }

    /** Returns the metaclasses that a name of a module may mean, or the one that it certainly means by re-exports. */
    private List<MetaclassFact> found(ModuleRef module, String name) {
        List<MetaclassFact> direct = facts.metaclasses(module.dotted(), name);
        if (!direct.isEmpty() || facts.families().reexports().isEmpty()) {
            return direct;
        }
        List<ProviderFact> all = new ArrayList<>(facts.families().reexports());
        Set<ClassKey> keys = new HashSet<>();
        for (MetaclassFact metaclass : facts.metaclasses()) {
            all.add(new ProviderFact(metaclass.path(), metaclass.name(), null, "", List.of()));
            keys.add(new ClassKey(metaclass.path(), metaclass.name()));
        }
        Providers.Way way = new Providers(all, keys).certain(module, name);
        return facts.metaclasses().stream()
                .filter(metaclass -> way != null && new ClassKey(metaclass.path(), metaclass.name()).equals(way.key()))
                .toList();
    }

    /** Returns whether a metaclass whose definition is not in the project says by its name that it is a singleton's. */
    boolean isSuspicious(Expression metaclass) {
        return ClassView.classOf(metaclass, names) == null
                && metaclass.sourceText().toLowerCase(Locale.ROOT).contains("singleton");
    }
}
