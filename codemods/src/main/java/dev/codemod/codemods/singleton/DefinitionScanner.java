package dev.codemod.codemods.singleton;

import dev.codemod.semantics.Binding;
import dev.codemod.semantics.Definition;
import dev.codemod.semantics.Semantics;
import dev.codemod.tree.Attribute;
import dev.codemod.tree.ClassDef;
import dev.codemod.tree.Decorator;
import dev.codemod.tree.Expression;
import dev.codemod.tree.Import;
import dev.codemod.tree.ImportFrom;
import dev.codemod.tree.Module;
import dev.codemod.tree.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** The first pass: which metaclasses and which classes with a metaclass a file defines. */
final class DefinitionScanner {
    /** What a file has besides its classes: its variables and the names and the modules that it imports. */
    record Around(List<String> names, List<ModuleRef> imports) {
        static Around of(String path, Semantics names) {
            return new Around(moduleNames(names), HelperReader.imports(path, names));
        }
    }

    private DefinitionScanner() {}

    static SingletonFacts scan(String path, Module module, Semantics names) {
        if (StubRewrite.isStub(path)) {
            return SingletonFacts.NONE;
        }
        List<MetaclassFact> metaclasses =
                new ArrayList<>(MetaclassReader.read(path, module, names).values());
        metaclasses.addAll(DecoratorReader.read(path, names).values());
        List<CandidateFact> candidates = new ArrayList<>();
        List<ClassKey> others = new ArrayList<>();
        Around around = null;
        for (ClassDef definition : module.findAll(ClassDef.class)) {
            MetaclassUse use = MetaclassUse.of(definition, names);
            String metaclass = use == null ? null : definedName(use.metaclass(), names);
            if (metaclass != null && !metaclass.equals("ABCMeta") && !metaclass.equals("type")) {
                around = around == null ? Around.of(path, names) : around;
                candidates.add(candidate(path, definition, metaclass, "", "", around));
                continue;
            }
            if (!module.statements().contains(definition) || metaclass != null) {
                continue;
            }
            MetaclassUse inherited = definition.arguments() == null
                    ? null
                    : MetaclassUse.inherited(new ClassView(definition, names), names);
            String heritage = inherited == null ? null : definedName(inherited.metaclass(), names);
            if (heritage != null && !heritage.equals("ABCMeta") && !heritage.equals("type")) {
                around = around == null ? Around.of(path, names) : around;
                candidates.add(candidate(path, definition, heritage, "", "", around));
            }
            OwnSingleton own = OwnSingleton.of(definition, path, names);
            if (own == null && NearSingleton.of(definition, path, names) != null) {
                others.add(new ClassKey(path, definition.name().sourceText()));
            }
            if (own != null) {
                around = around == null ? Around.of(path, names) : around;
                candidates.add(candidate(path, definition, "", own.fact().storage(), own.method(), around));
            }
            for (Decorator decorator : definition.decorators()) {
                String decoration = definedName(decorator.expression(), names);
                if (decoration != null) {
                    around = around == null ? Around.of(path, names) : around;
                    candidates.add(candidate(path, definition, decoration, "", "", around));
                }
            }
        }
        SingletonFacts keepers =
                new SingletonFacts(metaclasses.stream().sorted().toList(), List.of(), List.of());
        return keepers.with(
                candidates.stream().sorted().toList(),
                FamilyFacts.NONE,
                others.stream().sorted().toList());
    }

    /** Returns what a class is if it should turn out to be a singleton. */
    static CandidateFact heir(String path, ClassDef definition, Around around) {
        return candidate(path, definition, "", "", "", around);
    }

    private static CandidateFact candidate(
            String path, ClassDef definition, String metaclass, String storage, String method, Around around) {
        return new CandidateFact(
                path,
                definition.line(),
                definition.name().sourceText(),
                metaclass,
                storage,
                method,
                around.names(),
                around.imports());
    }

    /** Returns the last part of the name that a class was given where it was defined, or null. */
    static String definedName(Expression expression, Semantics names) {
        if (expression instanceof Attribute attribute) {
            return attribute.attr().sourceText();
        }
        if (!(expression instanceof Name)) {
            return null;
        }
        Binding binding = names.bindingOf(expression);
        Definition only = binding == null ? null : binding.onlyDefinition();
        if (only != null && only.alias() != null && only.site() instanceof ImportFrom) {
            return only.alias().name().sourceText();
        }
        return expression.sourceText();
    }

    /** Returns the variables and the imported names of a module that are bound once. */
    private static List<String> moduleNames(Semantics names) {
        TreeSet<String> found = new TreeSet<>();
        for (Binding binding : names.scope().bindings()) {
            Definition only = binding.onlyDefinition();
            boolean isImport = only != null && (only.site() instanceof Import || only.site() instanceof ImportFrom);
            if (isImport || only != null && only.value() != null) {
                found.add(binding.name());
            }
        }
        return List.copyOf(found);
    }
}
