package dev.codemod.codemods.singleton;

import dev.codemod.semantics.Semantics;
import dev.codemod.source.Source;
import dev.codemod.tree.Alias;
import dev.codemod.tree.Attribute;
import dev.codemod.tree.Call;
import dev.codemod.tree.Expression;
import dev.codemod.tree.ExpressionStatement;
import dev.codemod.tree.Import;
import dev.codemod.tree.ImportFrom;
import dev.codemod.tree.Module;
import dev.codemod.tree.Name;
import dev.codemod.tree.Node;
import dev.codemod.tree.StringConstant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The second pass: where a file uses names of modules that define singletons.
 *
 * <p>As it is not known where imports are searched, every import and every dotted mention that may mean a module counts.
 */
final class UseScanner {
    private final String path;
    private final ModulePath own;
    private final Semantics names;
    private final List<ImportFrom> fromImports;
    private final List<Import> imports;
    private final List<Attribute> attributes;
    private final Set<Attribute> stored;
    private final List<StringConstant> strings;
    private final Set<UseFact> found = new TreeSet<>();

    private UseScanner(String path, Module module, Semantics names) {
        this.path = path;
        this.own = ModulePath.of(path);
        this.names = names;
        this.fromImports = module.findAll(ImportFrom.class);
        this.imports = module.findAll(Import.class);
        this.attributes = module.findAll(Attribute.class);
        this.stored = new HashSet<>(names.attributeTargets());
        this.strings = new ArrayList<>(module.findAll(StringConstant.class));
        Set<Node> documentation = new HashSet<>();
        for (ExpressionStatement statement : module.findAll(ExpressionStatement.class)) {
            documentation.add(statement.value());
        }
        strings.removeIf(documentation::contains);
    }

    static SingletonFacts scan(String path, Module module, Semantics names, SingletonFacts definitions) {
        UseScanner scanner = new UseScanner(path, module, names);
        Source source = module.parsed().source();
        String text = source.text(0, source.length());
        for (Map.Entry<String, Targets> entry : targets(definitions).entrySet()) {
            Set<String> literals = new TreeSet<>();
            addLiterals(entry.getKey(), entry.getValue(), literals);
            if (!entry.getKey().equals(path) && literals.stream().anyMatch(text::contains)) {
                scanner.scan(entry.getKey(), entry.getValue());
            }
        }
        return new SingletonFacts(List.of(), List.of(), List.copyOf(scanner.found));
    }

    /** Returns the facts for a file that cannot be read. */
    static SingletonFacts unreadable(String path, SingletonFacts definitions) {
        Set<UseFact> found = new TreeSet<>();
        for (String definedIn : targets(definitions).keySet()) {
            if (!definedIn.equals(path)) {
                found.add(new UseFact(definedIn, "", path, 0, UseFact.Kind.UNREADABLE));
            }
        }
        return new SingletonFacts(List.of(), List.of(), List.copyOf(found));
    }

    /** Returns the literals one of which a file must contain to use any of the definitions. */
    static Set<String> literals(SingletonFacts definitions) {
        Set<String> literals = new TreeSet<>();
        targets(definitions).forEach((path, targets) -> addLiterals(path, targets, literals));
        return literals;
    }

    private static void addLiterals(String definedIn, Targets targets, Set<String> literals) {
        ModulePath module = ModulePath.of(definedIn);
        literals.addAll(targets.mentioned);
        if (!module.last().isEmpty()) {
            literals.add(module.last());
        }
        if (module.isPackage()) {
            literals.add("import *");
        }
    }

    /** The names of one module that are looked for. */
    private static final class Targets {
        /** Classes and metaclasses: any mention counts. */
        final Set<String> mentioned = new TreeSet<>();
        /** Attributes in which metaclasses keep instances. */
        final Set<String> storages = new TreeSet<>();
        /** Constants and imports: they count where they are imported from the module or assigned in it. */
        final Set<String> others = new TreeSet<>();
    }

    private static Map<String, Targets> targets(SingletonFacts definitions) {
        Map<String, Targets> targets = new TreeMap<>();
        for (CandidateFact candidate : definitions.singletons()) {
            Targets target = targets.computeIfAbsent(candidate.path(), key -> new Targets());
            target.mentioned.add(candidate.name());
            target.others.addAll(candidate.names());
            for (MetaclassFact metaclass : definitions.metaclasses()) {
                if (metaclass.name().equals(candidate.metaclass())) {
                    target.storages.add(metaclass.storage());
                }
            }
        }
        for (MetaclassFact metaclass : definitions.metaclasses()) {
            if (metaclass.kind() == MetaclassFact.Kind.SINGLETON) {
                Targets target = targets.computeIfAbsent(metaclass.path(), key -> new Targets());
                target.mentioned.add(metaclass.name());
                target.storages.add(metaclass.storage());
            }
        }
        return targets;
    }

    private void add(String definedIn, String name, Node place, UseFact.Kind kind) {
        found.add(new UseFact(definedIn, name, path, place.line(), kind));
    }

    private void scan(String definedIn, Targets targets) {
        ModulePath target = ModulePath.of(definedIn);
        if (path.endsWith(".pyi") && path.substring(0, path.length() - 1).equals(definedIn)) {
            found.add(new UseFact(definedIn, "", path, 1, UseFact.Kind.STUB));
        }
        boolean isReached = imports(definedIn, target, targets);
        attributes(definedIn, target, targets, isReached);
        strings(definedIn, target, targets, isReached);
    }

    /** Returns whether the file may have the module, or a package around it, in a variable. */
    private boolean imports(String definedIn, ModulePath target, Targets targets) {
        boolean isReached = false;
        for (ImportFrom statement : fromImports) {
            String dotted = statement.module() == null ? "" : statement.module().sourceText();
            String from = own.imported(statement.level(), dotted.replaceAll("\\s", ""));
            boolean isModule = target.mayBe(from);
            boolean isPackage = target.mayBeInside(from) || from.isEmpty();
            if (isModule && statement.isStar()) {
                add(definedIn, "", statement, UseFact.Kind.STAR);
                isReached = true;
            }
            for (Alias alias : statement.names()) {
                String name = alias.name().sourceText();
                boolean isName = targets.mentioned.contains(name);
                if (isModule && (isName || targets.others.contains(name)) || isPackage && isName) {
                    add(definedIn, name, alias, UseFact.Kind.USE);
                }
                isReached |= target.mayBe(from.isEmpty() ? name : from + "." + name);
                isReached |= isModule && isName;
            }
        }
        for (Import statement : imports) {
            for (Alias alias : statement.names()) {
                isReached |= target.mayBe(alias.name().sourceText());
            }
        }
        return isReached;
    }

    private void attributes(String definedIn, ModulePath target, Targets targets, boolean isReached) {
        for (Attribute attribute : attributes) {
            String name = attribute.attr().sourceText();
            boolean isOfModule = isReached || target.last().equals(lastName(attribute.value()));
            if (targets.mentioned.contains(name) && isOfModule) {
                add(definedIn, name, attribute, UseFact.Kind.USE);
            } else if (targets.storages.contains(name) && isReached && !isOwn(attribute.value())) {
                add(definedIn, name, attribute, UseFact.Kind.USE);
            } else if (targets.others.contains(name) && isOfModule) {
                add(definedIn, name, attribute, stored.contains(attribute) ? UseFact.Kind.STORE : UseFact.Kind.USE);
            }
        }
    }

    /** Returns whether an attribute is one of the class that the code is in, by the names that everybody uses. */
    private static boolean isOwn(Expression owner) {
        return Text.isName(owner, "cls") || Text.isName(owner, "self");
    }

    private static String lastName(Expression expression) {
        if (expression instanceof Attribute attribute) {
            return attribute.attr().sourceText();
        }
        return expression instanceof Name ? expression.sourceText() : "";
    }

    private void strings(String definedIn, ModulePath target, Targets targets, boolean isReached) {
        boolean isNamed = isReached;
        for (StringConstant string : strings) {
            String content = Text.content(string);
            isNamed |= content.contains(target.last())
                    && DottedNames.in(content).stream().anyMatch(dotted -> dotted.contains(target.last()));
        }
        for (StringConstant string : strings) {
            String content = Text.content(string);
            for (String name : targets.mentioned) {
                if (DottedNames.mayName(content, name, target.last(), isNamed)) {
                    add(definedIn, name, string, UseFact.Kind.STRING);
                }
            }
            String name = content.substring(content.lastIndexOf('.') + 1);
            if (targets.others.contains(name)) {
                boolean isOfModule = name.length() == content.length()
                        ? isNamed && isPatched(string)
                        : ("." + content).endsWith("." + target.last() + "." + name);
                if (isOfModule) {
                    add(definedIn, name, string, UseFact.Kind.STORE);
                }
            }
        }
    }

    /** Returns whether a string is the second argument of a call, as in {@code setattr(module, "NAME", value)}. */
    private boolean isPatched(StringConstant string) {
        return names.path(string).parent() instanceof Call call
                && call.arguments().size() >= 2
                && call.arguments().get(1) == string;
    }
}
