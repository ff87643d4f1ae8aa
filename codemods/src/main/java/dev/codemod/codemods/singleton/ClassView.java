package dev.codemod.codemods.singleton;

import dev.codemod.semantics.Binding;
import dev.codemod.semantics.Definition;
import dev.codemod.semantics.Semantics;
import dev.codemod.tree.AnnAssign;
import dev.codemod.tree.Argument;
import dev.codemod.tree.Assign;
import dev.codemod.tree.Block;
import dev.codemod.tree.Call;
import dev.codemod.tree.ClassDef;
import dev.codemod.tree.Decorator;
import dev.codemod.tree.Expression;
import dev.codemod.tree.FunctionDef;
import dev.codemod.tree.Name;
import dev.codemod.tree.Node;
import dev.codemod.tree.Statement;
import dev.codemod.tree.Subscript;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** A class of the module with what it inherits from classes of the same module. */
final class ClassView {
    /** Bases that neither construct the class by themselves nor do anything when an instance is made. */
    private static final Set<String> PASSIVE = Set.of(
            "builtins.object",
            "__builtin__.object",
            "builtins.dict",
            "__builtin__.dict",
            "builtins.list",
            "__builtin__.list",
            "builtins.set",
            "__builtin__.set",
            "abc.ABC",
            "typing.Generic");

    /** Bases that do not construct the class by themselves, but whose construction does more than store. */
    private static final Set<String> KNOWN = Set.of(
            "builtins.Exception",
            "__builtin__.Exception",
            "threading.Thread",
            "threading.local",
            "logging.Handler",
            "logging.Filter",
            "logging.Formatter");

    private final ClassDef definition;
    private final Semantics names;
    private final List<Statement> without;
    private final Heritage heritage;
    private final List<Expression> foreignBases = new ArrayList<>();
    private final Set<ClassDef> classes = new LinkedHashSet<>();
    private final Map<String, Statement> members = new LinkedHashMap<>();
    private final Set<String> truthBases = new HashSet<>();
    private String unknownBase = "";
    private String activeBase = "";
    private boolean isPlain = true;

    ClassView(ClassDef definition, Semantics names) {
        this(definition, names, List.of(), null);
    }

    /**
     * @param without statements of the class body that are on their way out
     * @param heritage what is known of base classes in other files; null if nothing is
     */
    ClassView(ClassDef definition, Semantics names, List<Statement> without, Heritage heritage) {
        this.heritage = heritage;
        this.definition = definition;
        this.names = names;
        this.without = without;
        collect(definition);
    }

    private void collect(ClassDef current) {
        if (!classes.add(current)) {
            return;
        }
        for (Statement statement : current.body().statements()) {
            if (without.contains(statement)) {
                continue;
            }
            for (String name : bound(statement)) {
                members.putIfAbsent(name, statement);
            }
            isPlain &= isPlain(statement);
        }
        for (Expression base : bases(current, names)) {
            collectBase(base);
        }
    }

    private void collectBase(Expression base) {
        Expression bare = base instanceof Subscript generic ? generic.value() : base;
        ClassDef local = classOf(bare, names);
        String name = names.qualifiedName(bare);
        if (local != null) {
            collect(local);
        } else if (name != null && KNOWN.contains(name)) {
            activeBase = base.sourceText();
        } else if (name == null || !PASSIVE.contains(name)) {
            unknownBase = base.sourceText();
            foreignBases.add(bare);
        } else if (name.endsWith(".dict") || name.endsWith(".list") || name.endsWith(".set")) {
            truthBases.add(name);
        }
    }

    /** Returns the class of the module that an expression denotes, if nothing else has its name; else null. */
    static ClassDef classOf(Expression expression, Semantics names) {
        if (!(expression instanceof Name)) {
            return null;
        }
        Binding binding = names.bindingOf(expression);
        Definition only = binding == null || binding.scope() != names.scope() ? null : binding.onlyDefinition();
        return only != null && only.site() instanceof ClassDef found ? found : null;
    }

    /** Returns the base classes as they are written; those inside {@code with_metaclass(...)} included. */
    static List<Expression> bases(ClassDef definition, Semantics names) {
        List<Expression> bases = new ArrayList<>();
        if (definition.arguments() == null) {
            return bases;
        }
        for (Argument argument : definition.arguments().arguments()) {
            if (argument instanceof Call call && MetaclassUse.isWithMetaclass(call.func(), names)) {
                for (Argument base :
                        call.arguments().subList(1, call.arguments().size())) {
                    if (base instanceof Expression expression) {
                        bases.add(expression);
                    }
                }
            } else if (argument instanceof Expression expression) {
                bases.add(expression);
            }
        }
        return bases;
    }

    private static List<String> bound(Statement statement) {
        List<String> bound = new ArrayList<>();
        if (statement instanceof FunctionDef function) {
            bound.add(function.name().sourceText());
        } else if (statement instanceof ClassDef inner) {
            bound.add(inner.name().sourceText());
        } else if (statement instanceof Assign assign) {
            for (Expression target : assign.targets()) {
                target.findAll(Name.class).forEach(name -> bound.add(name.sourceText()));
            }
        } else if (statement instanceof AnnAssign assign && assign.target() instanceof Name) {
            bound.add(assign.target().sourceText());
        } else {
            // Under a condition: such a name is a member of which nothing more is known.
            for (Block block : statement.findAll(Block.class)) {
                block.statements().forEach(inner -> bound.addAll(bound(inner)));
            }
        }
        return bound;
    }

    private static boolean isPlain(Statement statement) {
        return Text.isIdle(statement)
                || statement instanceof FunctionDef
                || statement instanceof ClassDef
                || statement instanceof Assign
                || statement instanceof AnnAssign;
    }

    /** Returns whether the class bodies only define: no conditions, no calls for their effect. */
    boolean isPlain() {
        return isPlain;
    }

    ClassDef definition() {
        return definition;
    }

    /** Returns the class and its visible bases, the class first. */
    Set<ClassDef> classes() {
        return classes;
    }

    /** Returns a base whose definition is not known; empty if there is none. */
    String unknownBase() {
        return heritage != null && heritage.isComplete() ? "" : unknownBase;
    }

    /** Returns the bases that are not defined in the module, without those that are known to be harmless. */
    List<Expression> foreignBases() {
        return foreignBases;
    }

    /** Returns what is known of the bases in other files; null if nothing is. */
    Heritage heritage() {
        return heritage;
    }

    /** Returns what the bases in other files give to the class. */
    ClassShape foreign() {
        return heritage == null ? ClassShape.NONE : heritage.shape();
    }

    /** Returns a known base whose construction does more than store; empty if there is none. */
    String activeBase() {
        return activeBase;
    }

    /** Returns the names that the class and its bases bind. */
    Set<String> memberNames() {
        Set<String> all = new TreeSet<>(members.keySet());
        all.addAll(foreign().members());
        return all;
    }

    /** Returns whether the class or one of its bases, those in other files included, binds a name. */
    boolean hasMember(String name) {
        return members.containsKey(name) || foreign().members().contains(name);
    }

    /** Returns the statement that binds a name in the class or the nearest visible base, or null. */
    Statement member(String name) {
        return members.get(name);
    }

    FunctionDef method(String name) {
        return members.get(name) instanceof FunctionDef method ? method : null;
    }

    /** Returns whether assigning an attribute of an instance runs code: a property or another descriptor. */
    boolean isComputed(String attribute) {
        Statement member = members.get(attribute);
        if (member == null) {
            return foreign().computed().contains(attribute);
        }
        Expression value = member instanceof Assign assign
                ? assign.value()
                : member instanceof AnnAssign annotated ? annotated.value() : null;
        if (member instanceof AnnAssign && value == null) {
            return false;
        }
        return value == null || value instanceof Call || value instanceof Name && !value.is("None");
    }

    /** Returns the members that subclasses must define before there can be an instance, as far as is visible, sorted. */
    List<String> abstractMembers() {
        Set<String> found = new TreeSet<>(foreign().abstracts());
        members.forEach((name, member) -> {
            boolean isAbstract = member instanceof FunctionDef method
                            && method.decorators().stream().anyMatch(ClassView::isAbstract)
                    || member instanceof Assign assign && assign.value() instanceof Call && isAbstract(assign.value());
            if (isAbstract) {
                found.add(name);
            } else {
                found.remove(name);
            }
        });
        return List.copyOf(found);
    }

    private static boolean isAbstract(Node node) {
        return node.sourceText().contains("abstract");
    }

    /** Returns whether instances may be false: they have a length or a truth value of their own. */
    boolean mayBeFalse() {
        return hasMember("__len__") || hasMember("__bool__") || hasMember("__nonzero__") || !truthBases.isEmpty();
    }

    /** Returns whether instances may be false because of what the class or a base of its file is made of. */
    boolean isContainer() {
        return !truthBases.isEmpty();
    }

    boolean isDataclass() {
        for (Decorator decorator : definition.decorators()) {
            Expression name = decorator.expression() instanceof Call call ? call.func() : decorator.expression();
            if ("dataclasses.dataclass".equals(names.qualifiedName(name))) {
                return true;
            }
        }
        return false;
    }
}
