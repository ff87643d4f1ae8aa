package dev.codemod.codemods.singleton;

import dev.codemod.semantics.Binding;
import dev.codemod.semantics.Definition;
import dev.codemod.semantics.Scope;
import dev.codemod.semantics.Semantics;
import dev.codemod.semantics.Symbol;
import dev.codemod.tree.Alias;
import dev.codemod.tree.Attribute;
import dev.codemod.tree.Call;
import dev.codemod.tree.ClassDef;
import dev.codemod.tree.Expression;
import dev.codemod.tree.Import;
import dev.codemod.tree.ImportFrom;
import dev.codemod.tree.Name;
import dev.codemod.tree.Node;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Where a file mentions names of other modules that may be singleton classes.
 *
 * <p>The names alone are looked for; which class they mean is known when all files were seen: see {@link Decisions}.
 */
final class SiteScanner {
    /**
     * One mention.
     *
     * @param place the name, attribute or import
     * @param fact what to tell about it
     */
    record Site(Node place, SiteFact fact) {}

    private final String path;
    private final Semantics names;
    private final Set<String> wanted;
    private final UseClassifier classifier;
    private final List<ImportedName> imports;
    private final List<Site> sites = new ArrayList<>();

    /** Built on first use. */
    private Map<Expression, ClassDef> metaclassUses;

    /**
     * @param wanted the names of classes and metaclasses
     * @param methods the names of methods that return instances
     */
    SiteScanner(String path, Semantics names, Set<String> wanted, Set<String> methods) {
        this.path = path;
        this.names = names;
        this.wanted = wanted;
        this.classifier = new UseClassifier(names);
        this.imports = ImportedName.in(path, names);
        imports.stream().filter(imported -> wanted.contains(imported.name())).forEach(this::add);
        for (Attribute attribute : names.module().findAll(Attribute.class)) {
            if (wanted.contains(attribute.attr().sourceText())) {
                add(attribute);
            }
        }
        starMentions();
        if (!methods.isEmpty()) {
            methodMentions(methods);
        }
    }

    List<Site> sites() {
        return sites;
    }

    /** Returns the variables that imports bind, those of other names included. */
    List<ImportedName> imports() {
        return imports;
    }

    private void add(Node place, List<ModuleRef> modules, String name, UseKind kind, String detail) {
        sites.add(new Site(place, new SiteFact(path, place.line(), modules, name, kind, detail)));
    }

    private void add(ImportedName imported) {
        List<ModuleRef> modules = List.of(imported.module());
        for (Definition definition : imported.definitions()) {
            UseKind kind = imported.isSure() ? UseKind.IMPORT : UseKind.UNSURE;
            add(
                    definition.alias(),
                    modules,
                    imported.name(),
                    kind,
                    imported.binding().name());
        }
        if (imported.isGlobal(names)
                && Exports.contains(names.module(), imported.binding().name())) {
            boolean isList = Exports.statement(names.module()) != null;
            Node place = imported.definitions().get(0).alias();
            add(place, modules, imported.name(), UseKind.EXPORTED, isList ? "" : "computed");
        }
        if (imported.isSure()) {
            for (Name reference : imported.references()) {
                mention(reference, modules, imported.name());
            }
        }
    }

    private void mention(Expression mention, List<ModuleRef> modules, String name) {
        ClassDef made = metaclassUses().get(mention);
        if (made != null) {
            add(mention, modules, name, UseKind.METACLASS, made.name().sourceText());
            return;
        }
        UseKind kind = classifier.kind(mention);
        boolean isAttribute = kind == UseKind.ATTRIBUTE
                || kind == UseKind.METHOD_CALL
                || kind == UseKind.DROPPED_METHOD_CALL
                || kind == UseKind.PATCHED;
        boolean hasAttribute = isAttribute && names.path(mention).parent() instanceof Attribute;
        String attr =
                hasAttribute ? ((Attribute) names.path(mention).parent()).attr().sourceText() : "";
        if (kind == UseKind.SUBCLASSED
                && names.path(mention).ancestor(2) instanceof ClassDef heir
                && names.module().statements().contains(heir)) {
            attr = heir.name().sourceText();
        }
        add(mention, modules, name, kind, attr);
    }

    /** Returns the classes of the file by the expressions that name their metaclasses. */
    private Map<Expression, ClassDef> metaclassUses() {
        if (metaclassUses == null) {
            metaclassUses = new IdentityHashMap<>();
            for (ClassDef definition : names.module().findAll(ClassDef.class)) {
                MetaclassUse use = MetaclassUse.of(definition, names);
                if (use != null && use.form() != MetaclassUse.Form.MODULE_ATTRIBUTE) {
                    metaclassUses.put(use.metaclass(), definition);
                }
                definition.decorators().forEach(decorator -> metaclassUses.put(decorator.expression(), definition));
            }
        }
        return metaclassUses;
    }

    private void add(Attribute attribute) {
        String name = attribute.attr().sourceText();
        String qualified = names.qualifiedName(attribute);
        if (qualified != null && qualified.endsWith("." + name)) {
            mention(
                    attribute,
                    List.of(ModuleRef.of(qualified.substring(0, qualified.length() - name.length() - 1), path)),
                    name);
        } else {
            UseKind kind = classifier.isStored(attribute) ? UseKind.STORED : UseKind.UNSURE;
            add(attribute, modulesInReach(attribute.value()), name, kind, "attribute");
        }
    }

    /** Returns every module that an object of unknown meaning may be: what the file imports, and what its name says. */
    private List<ModuleRef> modulesInReach(Expression owner) {
        Set<ModuleRef> modules = new TreeSet<>();
        for (Import statement : names.module().findAll(Import.class)) {
            for (Alias alias : statement.names()) {
                modules.add(new ModuleRef(alias.name().sourceText().replaceAll("\\s", ""), false));
            }
        }
        for (ImportFrom statement : names.module().findAll(ImportFrom.class)) {
            ModuleRef module = ImportedName.module(statement, path);
            modules.add(module);
            for (Alias alias : statement.names()) {
                modules.add(module.member(alias.name().sourceText()));
            }
        }
        if (owner instanceof Name || owner instanceof Attribute) {
            String last =
                    owner instanceof Attribute attribute ? attribute.attr().sourceText() : owner.sourceText();
            modules.add(new ModuleRef(last, false));
        }
        return List.copyOf(modules);
    }

    /** Returns whether a method gets arguments, which one that returns the instance has no use for. */
    static boolean isCalledWithArguments(Attribute attribute, Semantics names) {
        return names.path(attribute).parent() instanceof Call call
                && call.func() == attribute
                && !call.arguments().isEmpty();
    }

    /** Methods of objects of unknown meaning. */
    private void methodMentions(Set<String> methods) {
        Set<Node> known = Collections.newSetFromMap(new IdentityHashMap<>());
        sites.forEach(site -> known.add(site.place()));
        for (Attribute attribute : names.module().findAll(Attribute.class)) {
            boolean isUnknown = methods.contains(attribute.attr().sourceText())
                    && !known.contains(attribute.value())
                    && !isCalledWithArguments(attribute, names)
                    && names.qualifiedName(attribute.value()) == null;
            if (isUnknown) {
                List<ModuleRef> modules = modulesInReach(attribute.value());
                add(attribute, modules, attribute.attr().sourceText(), UseKind.UNSURE, "method");
            }
        }
    }

    // ---------------------------------------------------------------- star imports

    private void starMentions() {
        List<ImportFrom> stars = names.scope().starImports();
        if (stars.isEmpty()) {
            return;
        }
        List<ModuleRef> modules =
                stars.stream().map(star -> ImportedName.module(star, path)).toList();
        for (Name name : names.module().findAll(Name.class)) {
            if (wanted.contains(name.sourceText()) && names.symbolOf(name) != null && names.bindingOf(name) == null) {
                add(name, modules, name.sourceText(), UseKind.UNSURE, "star");
            }
        }
    }

    // ---------------------------------------------------------------- names for other files

    /** Returns what the module offers under the names that are looked for, and under new names for them. */
    List<ProviderFact> providers() {
        List<ProviderFact> found = new ArrayList<>();
        List<String> taken = null;
        for (ImportedName imported : imports) {
            if (imported.isGlobal(names) && imported.isSure() && wanted.contains(imported.name())) {
                taken = taken == null ? takenNames() : taken;
                found.add(new ProviderFact(path, imported.binding().name(), imported.module(), imported.name(), taken));
            }
        }
        for (String name : wanted) {
            Binding binding = names.scope().binding(name);
            boolean isKnown =
                    found.stream().anyMatch(provider -> provider.name().equals(name));
            if (binding != null && !binding.definitions().isEmpty() && !isKnown) {
                found.add(new ProviderFact(path, name, null, "", List.of()));
            }
        }
        for (ImportFrom star : names.scope().starImports()) {
            found.add(new ProviderFact(
                    path, ProviderFact.STAR, ImportedName.module(star, path), ProviderFact.STAR, List.of()));
        }
        return found;
    }

    private List<String> takenNames() {
        Set<String> taken = new TreeSet<>();
        List<Scope> open = new ArrayList<>(List.of(names.scope()));
        for (int i = 0; i < open.size(); i++) {
            for (Symbol symbol : open.get(i).symbols()) {
                taken.add(symbol.name());
            }
            open.addAll(open.get(i).children());
        }
        return List.copyOf(taken);
    }
}
