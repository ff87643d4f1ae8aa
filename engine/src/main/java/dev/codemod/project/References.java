package dev.codemod.project;

import dev.codemod.semantics.Binding;
import dev.codemod.semantics.Definition;
import dev.codemod.semantics.ModuleName;
import dev.codemod.semantics.Resolution;
import dev.codemod.semantics.Scope;
import dev.codemod.semantics.ScopeKind;
import dev.codemod.semantics.Semantics;
import dev.codemod.semantics.TypeTable;
import dev.codemod.semantics.Types;
import dev.codemod.tree.Attribute;
import dev.codemod.tree.Call;
import dev.codemod.tree.Decorator;
import dev.codemod.tree.Expression;
import dev.codemod.tree.FunctionDef;
import dev.codemod.tree.ImportFrom;
import dev.codemod.tree.Name;
import dev.codemod.tree.Parameter;
import dev.codemod.tree.Starred;
import dev.codemod.tree.StringConstant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes what expressions of one file name as {@link ModuleFacts} write names. */
final class References {
    static final String OWN = "__main__.";
    static final String UNKNOWN = "?";

    private static final TypeTable NAMED = TypeTable.builder().build().with(new NamedTypes());
    private static final Set<String> CALLED_ON_CLASSES = Set.of("__new__", "__init_subclass__", "__class_getitem__");
    private static final Set<String> BY_NAME = Set.of("getattr", "setattr", "delattr", "hasattr");

    private final Semantics semantics;
    private final Types types;
    private final List<String> starModules = new ArrayList<>();

    /** The first parameters of methods, and the class around: an instance of it, or it or a class derived from it. */
    private final Map<Binding, String> selves = new IdentityHashMap<>();

    private final Map<Binding, Found> meanings = new IdentityHashMap<>();

    /**
     * What an expression names.
     *
     * @param isPossible whether it may also name something else
     */
    record Found(List<String> names, boolean isPossible) {
        static final Found NOTHING = new Found(List.of(), false);

        Found member(String suffix) {
            if (suffix.isEmpty() || names.isEmpty()) {
                return this;
            }
            List<String> members = new ArrayList<>(names.size());
            for (String name : names) {
                members.add(ModuleName.member(name, suffix));
            }
            return new Found(members, isPossible);
        }
    }

    References(Semantics semantics) {
        this.semantics = semantics;
        types = Types.of(semantics, NAMED);
        Deque<Scope> open = new ArrayDeque<>(List.of(semantics.scope()));
        while (!open.isEmpty()) {
            Scope next = open.pop();
            for (ImportFrom star : next.starImports()) {
                starModules.add(semantics.moduleName().imported(star));
            }
            open.addAll(next.children());
        }
    }

    /** Returns what an attribute chain starts from. */
    static Expression root(Expression expression) {
        Expression root = expression;
        while (root instanceof Attribute step) {
            root = step.value();
        }
        return root;
    }

    /** Notes what the first parameter of a method is. */
    void enterFunction(FunctionDef function, Scope scope, String classAround) {
        if (classAround == null
                || function.parameters().items().isEmpty()
                || !(function.parameters().items().first() instanceof Parameter first)
                || first.isStar()
                || first.isDoubleStar()) {
            return;
        }
        for (Decorator decorator : function.decorators()) {
            if ("builtins.staticmethod".equals(semantics.qualifiedName(decorator.expression()))) {
                return;
            }
        }
        Binding binding = scope.binding(semantics.text(first.name()));
        if (binding != null && binding.onlyDefinition() != null) {
            selves.put(binding, OWN + classAround);
        }
    }

    boolean isTypeChecking(Expression test) {
        Resolution resolution = semantics.resolve(test);
        return resolution.names().contains("typing.TYPE_CHECKING")
                || test instanceof Name name && name.is("TYPE_CHECKING");
    }

    /** Returns the name of a variable of a module or class. */
    String ownName(Binding binding) {
        String scope = binding.scope().qualifiedName();
        return OWN + (scope.isEmpty() ? "" : scope + ".") + binding.name();
    }

    // ---------------------------------------------------------------- names and attributes

    /** Returns what a name or an attribute chain names; {@code root} is what the chain starts from. */
    Found of(Expression expression, Expression root) {
        String suffix = suffix(expression);
        if (!(root instanceof Name name)) {
            return members(root, suffix);
        }
        Binding binding = semantics.bindingOf(name);
        if (binding == null || binding.definitions().isEmpty()) {
            return unbound(name, suffix);
        }
        String self = selves.get(binding);
        if (self != null) {
            return suffix.isEmpty() ? Found.NOTHING : new Found(List.of(self + "()." + suffix), false);
        }
        if (isNameless(binding)) {
            return suffix.isEmpty() ? Found.NOTHING : members(name, suffix);
        }
        Resolution resolution = semantics.resolve(name);
        if (resolution.isKnown()) {
            return new Found(resolution.names(), resolution.names().size() > 1).member(suffix);
        }
        return rebound(name, binding, suffix);
    }

    /** Returns what a dotted name in a quoted annotation names; such code sees what the scope has when all is defined. */
    Found inAnnotation(StringConstant annotation, String dotted) {
        Resolution resolution = semantics.resolveText(dotted, semantics.scopeOf(annotation), annotation);
        return resolution.isKnown()
                ? new Found(resolution.names(), resolution.names().size() > 1)
                : Found.NOTHING;
    }

    private String suffix(Expression expression) {
        if (!(expression instanceof Attribute attribute)) {
            return "";
        }
        if (!(attribute.value() instanceof Attribute)) {
            return semantics.text(attribute.attr());
        }
        StringBuilder suffix = new StringBuilder();
        for (Expression step = expression; step instanceof Attribute inner; step = inner.value()) {
            suffix.insert(0, suffix.length() == 0 ? "" : ".").insert(0, semantics.text(inner.attr()));
        }
        return suffix.toString();
    }

    /** Names that nothing in the file binds: builtins, or whatever a star import brings. */
    private Found unbound(Name name, String suffix) {
        if (starModules.isEmpty()) {
            return Found.NOTHING;
        }
        List<String> names = new ArrayList<>();
        for (String module : starModules) {
            names.add(ModuleName.member(module, semantics.text(name)));
        }
        return new Found(names, true).member(suffix);
    }

    /** Returns whether a variable of a function never stands for something with a qualified name, as most do not. */
    private boolean isNameless(Binding binding) {
        return binding.scope().kind() == ScopeKind.FUNCTION
                && meanings.computeIfAbsent(binding, this::everyMeaning).names().isEmpty();
    }

    /** Names whose value is not certain, or that have no qualified name. */
    private Found rebound(Name name, Binding binding, String suffix) {
        Found found = meanings.computeIfAbsent(binding, this::everyMeaning);
        if (suffix.isEmpty()) {
            return found;
        }
        Found members = members(name, suffix);
        if (found.names().isEmpty()) {
            return members;
        }
        List<String> all = new ArrayList<>(found.member(suffix).names());
        all.addAll(members.names());
        return new Found(all, true);
    }

    private Found everyMeaning(Binding binding) {
        ScopeKind kind = binding.scope().kind();
        if (kind == ScopeKind.MODULE || kind == ScopeKind.CLASS) {
            // The definitions say what it may be.
            return new Found(List.of(ownName(binding)), false);
        }
        Set<String> names = new LinkedHashSet<>(semantics.everyNameOf(binding));
        return new Found(List.copyOf(names), true);
    }

    // ---------------------------------------------------------------- members of values

    private Found members(Expression value, String suffix) {
        if (value instanceof Call call && call.func() instanceof Name name && name.is("super")) {
            return superMember(name, suffix);
        }
        Resolution type = types.typeOf(value);
        if (!type.isKnown()) {
            return new Found(List.of(UNKNOWN + "." + suffix), true);
        }
        List<String> names = new ArrayList<>();
        for (String one : type.names()) {
            if (NamedTypes.isNamed(one)) {
                names.add(NamedTypes.nameOf(one) + "." + suffix);
            } else if (!one.startsWith("builtins.")) {
                names.add(one + "()." + suffix);
            }
        }
        return new Found(names, names.size() > 1);
    }

    /** Returns the types of what a function gives as {@link DefinitionFacts} have them. */
    List<String> typesOfReturned(FunctionDef function) {
        return names(types.typeOfReturned(function));
    }

    /** Returns the types of what a definition gives its name. */
    List<String> typesOf(Definition definition) {
        return definition.kind().givesValue() ? names(types.typeOf(definition)) : List.of();
    }

    /** Returns the types of what is assigned to an attribute. */
    List<String> typesOf(Attribute target) {
        return names(types.typeOfTarget(target));
    }

    private static List<String> names(Resolution type) {
        List<String> names = new ArrayList<>(1);
        type.names().forEach(name -> names.add(RecentStrings.canonical(name)));
        return List.copyOf(names);
    }

    /** Returns the class whose method's first parameter an expression is, or null. */
    String selfClass(Expression expression) {
        Binding binding = expression instanceof Name name ? semantics.bindingOf(name) : null;
        String self = binding == null ? null : selves.get(binding);
        return self == null ? null : self.substring(OWN.length());
    }

    private Found superMember(Name name, String suffix) {
        if (semantics.bindingOf(name) != null) {
            return new Found(List.of(UNKNOWN + "." + suffix), true);
        }
        for (Scope scope = semantics.scopeOf(name); scope != null; scope = scope.parent()) {
            if (scope.kind() == ScopeKind.CLASS) {
                return new Found(List.of("super(" + OWN + scope.qualifiedName() + ")." + suffix), false);
            }
        }
        return new Found(List.of(UNKNOWN + "." + suffix), true);
    }

    // ---------------------------------------------------------------- strings beside objects

    /**
     * Returns the attribute that a call names by a string beside an object; {@code *} if the string is computed and the
     * callee is one that takes such a string; null if there is none.
     */
    String stringArgument(Call call) {
        if (call.arguments().size() < 2
                || !(call.arguments().get(0) instanceof Expression first)
                || first instanceof Starred) {
            return null;
        }
        if (call.arguments().get(1) instanceof StringConstant string) {
            String content = Strings.content(string);
            return Strings.isIdentifier(content) ? content : null;
        }
        return call.func() instanceof Name name && BY_NAME.contains(name.sourceText()) ? "*" : null;
    }

    /** Returns the names of an object whose attribute is named by a string. */
    List<String> objectNames(Expression object) {
        if (object instanceof Name name) {
            Binding binding = semantics.bindingOf(name);
            String self = binding == null ? null : selves.get(binding);
            if (self != null) {
                return List.of(self + "()");
            }
            if (binding == null || binding.definitions().isEmpty()) {
                return List.of(UNKNOWN);
            }
        } else if (!(object instanceof Attribute)) {
            return List.of(UNKNOWN);
        }
        Found found = of(object, root(object));
        return found.names().isEmpty() ? List.of(UNKNOWN) : found.names();
    }

    /** Returns what decorators, base classes and the like name; {@code ?} if that is not certain. */
    String certainName(Expression expression) {
        String name = semantics.qualifiedName(expression);
        return name == null ? UNKNOWN : RecentStrings.canonical(name);
    }
}
