package dev.codemod.project;

import dev.codemod.semantics.Binding;
import dev.codemod.semantics.BindingKind;
import dev.codemod.semantics.Definition;
import dev.codemod.semantics.ModuleName;
import dev.codemod.semantics.Resolution;
import dev.codemod.semantics.Scope;
import dev.codemod.semantics.ScopeKind;
import dev.codemod.semantics.Semantics;
import dev.codemod.tree.Argument;
import dev.codemod.tree.Assign;
import dev.codemod.tree.Attribute;
import dev.codemod.tree.Call;
import dev.codemod.tree.ClassDef;
import dev.codemod.tree.Decorator;
import dev.codemod.tree.Expression;
import dev.codemod.tree.FunctionDef;
import dev.codemod.tree.Import;
import dev.codemod.tree.ImportFrom;
import dev.codemod.tree.Keyword;
import dev.codemod.tree.KeywordOnlyMarker;
import dev.codemod.tree.Module;
import dev.codemod.tree.Node;
import dev.codemod.tree.Parameter;
import dev.codemod.tree.ParameterItem;
import dev.codemod.tree.PositionalOnlyMarker;
import dev.codemod.tree.Starred;
import dev.codemod.tree.Statement;
import dev.codemod.tree.Subscript;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Describes the definitions of one file. */
final class DefinitionReader {
    private final Semantics semantics;
    private final References references;
    private final Map<Node, Scope> scopes = new IdentityHashMap<>();
    private final Map<Scope, Set<Node>> direct = new IdentityHashMap<>();

    DefinitionReader(Semantics semantics, References references) {
        this.semantics = semantics;
        this.references = references;
        collect(semantics.scope());
    }

    private void collect(Scope scope) {
        for (Scope child : scope.children()) {
            if (child.kind() == ScopeKind.CLASS || child.kind() == ScopeKind.FUNCTION) {
                scopes.put(child.node(), child);
            }
            collect(child);
        }
    }

    /** Returns the scope of a class or function. */
    Scope scope(Node definition) {
        return scopes.get(definition);
    }

    DefinitionFacts function(FunctionDef n, String name, boolean isGenerator, boolean isConditional) {
        return new DefinitionFacts(
                DefinitionKind.FUNCTION,
                name,
                n.name().line(),
                n.name().startOffset(),
                n.isAsync(),
                isGenerator,
                isConditional,
                decorators(n.decorators()),
                parameters(n.parameters().items()),
                List.of(),
                null,
                references.typesOfReturned(n),
                null);
    }

    private List<String> decorators(Iterable<Decorator> decorators) {
        List<String> names = new ArrayList<>(0);
        for (Decorator decorator : decorators) {
            Expression expression = decorator.expression();
            names.add(references.certainName(expression instanceof Call call ? call.func() : expression));
        }
        return List.copyOf(names);
    }

    private List<String> parameters(Iterable<ParameterItem> items) {
        List<String> names = new ArrayList<>();
        for (ParameterItem item : items) {
            if (item instanceof Parameter parameter) {
                String stars = parameter.isStar() ? "*" : parameter.isDoubleStar() ? "**" : "";
                names.add(RecentStrings.canonical(stars + semantics.text(parameter.name())));
            } else {
                names.add(
                        item instanceof PositionalOnlyMarker
                                ? "/"
                                : item instanceof KeywordOnlyMarker ? "*" : References.UNKNOWN);
            }
        }
        return List.copyOf(names);
    }

    DefinitionFacts classDefinition(ClassDef n, Scope scope, String name, boolean isConditional) {
        List<String> bases = new ArrayList<>(1);
        String metaclass = null;
        if (n.arguments() != null) {
            for (Argument argument : n.arguments().arguments()) {
                if (argument instanceof Keyword keyword) {
                    if (keyword.name() == null) {
                        bases.add(References.UNKNOWN);
                    } else if (keyword.name().is("metaclass")) {
                        metaclass = references.certainName(keyword.value());
                    }
                } else {
                    bases.add(base((Expression) argument));
                }
            }
        }
        Binding python2 = scope.binding("__metaclass__");
        if (metaclass == null && python2 != null) {
            Definition only = python2.onlyDefinition();
            metaclass =
                    only == null || only.value() == null ? References.UNKNOWN : references.certainName(only.value());
        }
        return new DefinitionFacts(
                DefinitionKind.CLASS,
                name,
                n.name().line(),
                n.name().startOffset(),
                false,
                false,
                isConditional,
                decorators(n.decorators()),
                List.of(),
                List.copyOf(bases),
                metaclass,
                List.of(),
                null);
    }

    /** {@code Generic[T]} and {@code list[int]} are derived from what is indexed. */
    private String base(Expression base) {
        if (base instanceof Starred) {
            return References.UNKNOWN;
        }
        return references.certainName(base instanceof Subscript generic ? generic.value() : base);
    }

    // ---------------------------------------------------------------- variables and imports

    /** Returns the variables and imports of the module and its classes that are not local to functions. */
    List<DefinitionFacts> variables() {
        List<DefinitionFacts> found = new ArrayList<>();
        addVariables(semantics.scope(), found);
        return found;
    }

    private void addVariables(Scope scope, List<DefinitionFacts> found) {
        String prefix = scope.qualifiedName().isEmpty() ? "" : scope.qualifiedName() + ".";
        for (Binding binding : scope.bindings()) {
            for (Definition definition : binding.definitions()) {
                DefinitionFacts facts = variable(definition, prefix, scope);
                if (facts != null) {
                    found.add(facts);
                }
            }
        }
        for (Scope child : scope.children()) {
            if (child.kind() == ScopeKind.CLASS) {
                addVariables(child, found);
            }
        }
    }

    private DefinitionFacts variable(Definition definition, String prefix, Scope scope) {
        BindingKind kind = definition.kind();
        if (kind == BindingKind.FUNCTION
                || kind == BindingKind.CLASS
                || kind == BindingKind.DELETION
                || kind == BindingKind.TYPE_PARAMETER) {
            return null;
        }
        boolean isImport = kind == BindingKind.IMPORT || kind == BindingKind.FROM_IMPORT;
        Node name = definition.name();
        return DefinitionFacts.plain(
                isImport ? DefinitionKind.IMPORT : DefinitionKind.VARIABLE,
                RecentStrings.canonical(prefix + semantics.text(name)),
                name.line(),
                name.startOffset(),
                isConditional(definition, scope),
                isImport ? List.of() : references.typesOf(definition),
                isImport ? imported(definition) : alias(definition));
    }

    private String imported(Definition definition) {
        String written = ModuleName.dotted(definition.alias().name());
        if (definition.site() instanceof ImportFrom from) {
            return RecentStrings.canonical(
                    ModuleName.member(semantics.moduleName().imported(from), written));
        }
        return definition.alias().asName() == null
                ? semantics.text(definition.name())
                : RecentStrings.canonical(written);
    }

    private String alias(Definition definition) {
        Expression value = definition.value();
        if (value == null) {
            return null;
        }
        Resolution resolution = semantics.resolve(value);
        return resolution.name() == null ? null : RecentStrings.canonical(resolution.name());
    }

    /** Returns whether a binding is not a statement of the body of its module or class itself. */
    private boolean isConditional(Definition definition, Scope scope) {
        if (definition.scope() != scope) {
            return true;
        }
        Node site = definition.site();
        if (!(site instanceof Assign || site instanceof Import || site instanceof ImportFrom)) {
            return !(site instanceof Statement);
        }
        return !directStatements(scope).contains(site);
    }

    /** Returns the statements of the body of a module or class that are in no other statement of it. */
    private Set<Node> directStatements(Scope scope) {
        return direct.computeIfAbsent(scope, key -> {
            Set<Node> statements = Collections.newSetFromMap(new IdentityHashMap<>());
            if (key.node() instanceof Module module) {
                module.statements().forEach(statements::add);
            } else if (key.node() instanceof ClassDef definition) {
                definition.body().statements().forEach(statements::add);
            }
            return statements;
        });
    }

    /**
     * Returns the attribute of its object that a method assigns, or null if the target is none.
     *
     * @param root the name that the target starts with
     */
    DefinitionFacts attribute(Attribute target, Expression root) {
        String ofClass = references.selfClass(root);
        return ofClass == null
                ? null
                : DefinitionFacts.plain(
                        DefinitionKind.ATTRIBUTE,
                        RecentStrings.canonical(ofClass + "." + semantics.text(target.attr())),
                        target.attr().line(),
                        target.attr().startOffset(),
                        true,
                        references.typesOf(target),
                        null);
    }
}
