package dev.codemod.semantics;

import dev.codemod.tree.AnnAssign;
import dev.codemod.tree.Assign;
import dev.codemod.tree.Attribute;
import dev.codemod.tree.Call;
import dev.codemod.tree.ClassDef;
import dev.codemod.tree.Delete;
import dev.codemod.tree.Expression;
import dev.codemod.tree.FunctionDef;
import dev.codemod.tree.Name;
import dev.codemod.tree.Node;
import dev.codemod.tree.Parameter;
import dev.codemod.tree.ParameterItem;
import dev.codemod.tree.Starred;
import dev.codemod.tree.Statement;
import dev.codemod.tree.StringConstant;
import dev.codemod.tree.With;
import dev.codemod.tree.WithItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The types of calls and attributes: of classes and functions of the file, and of those that the table knows. */
final class Members {
    /** Decorators that leave what a call returns as it is. */
    private static final Set<String> HARMLESS = Set.of(
            "builtins.staticmethod",
            "builtins.classmethod",
            "functools.lru_cache",
            "functools.cache",
            "functools.wraps",
            "abc.abstractmethod",
            "typing.override",
            "typing.final");

    private static final Set<String> PROPERTIES =
            Set.of("builtins.property", "functools.cached_property", "django.utils.functional.cached_property");

    private static final Set<String> CONTEXT_MANAGERS =
            Set.of("contextlib.contextmanager", "contextlib.asynccontextmanager");

    /** Context managers that bind their first argument. */
    private static final Set<String> WRAPPERS =
            Set.of("contextlib.closing", "contextlib.nullcontext", "contextlib.aclosing");

    private static final Set<String> CALLED_ON_CLASSES = Set.of("__new__", "__init_subclass__", "__class_getitem__");

    private final Semantics semantics;
    private final Types types;
    private final TypeTable table;
    private OwnDefinitions own;
    private FunctionExits exits;

    Members(Semantics semantics, Types types, TypeTable table) {
        this.semantics = semantics;
        this.types = types;
        this.table = table;
    }

    private OwnDefinitions own() {
        if (own == null) {
            own = new OwnDefinitions(semantics);
        }
        return own;
    }

    private FunctionExits exits() {
        if (exits == null) {
            exits = new FunctionExits(semantics.module());
        }
        return exits;
    }

    private static Resolution unknown(Node node, String sentence) {
        return Resolution.unknown(node, sentence);
    }

    // ---------------------------------------------------------------- calls

    /** Returns the type of the result of a call, or of awaiting it. */
    Resolution typeOfCall(Call call, boolean awaited) {
        Resolution callee = semantics.resolve(call.func());
        if (callee.isKnown()) {
            List<Resolution> results = new ArrayList<>();
            for (String name : callee.names()) {
                Resolution result = typeOfResult(Types.normalised(name), call, awaited);
                results.add(new Resolution(result.state(), result.names(), concat(callee, result)));
            }
            Resolution joined = Types.joinTypes(results);
            if (joined.isKnown() || !(call.func() instanceof Attribute)) {
                return joined;
            }
        }
        if (call.func() instanceof Attribute attribute) {
            return typeOfMethodCall(attribute, call, awaited);
        }
        ClassDef constructed = classOfClsParameter(call.func());
        if (constructed != null && !awaited) {
            return Resolution.known(own().nameOf(constructed), call, "an instance of the class around");
        }
        Resolution called = types.typeOf(call.func());
        return called.name() != null
                ? typeOfMethodResult(called.name(), "__call__", call, awaited)
                : unknown(call, "it is not known what is called");
    }

    private static List<Evidence> concat(Resolution first, Resolution second) {
        List<Evidence> all = new ArrayList<>(first.evidence());
        all.addAll(second.evidence());
        return all;
    }

    private Resolution typeOfResult(String name, Call call, boolean awaited) {
        FunctionDef function = own().functionNamed(name);
        if (function != null) {
            return typeOfReturned(function, call, awaited);
        }
        if (!awaited && own().classNamed(name) != null) {
            return Resolution.known(name, call, "an instance of the class");
        }
        if (name.equals("builtins.getattr") && !awaited) {
            Resolution attribute = typeOfGetattr(call);
            return attribute != null ? attribute : unknown(call, "it is not known what the attribute is");
        }
        String type = awaited ? table.awaited(name) : table.returned(name);
        return type != null
                ? Resolution.known(type, call, name + " gives " + type)
                : unknown(call, "it is not known what " + name + " gives");
    }

    private Resolution typeOfMethodCall(Attribute method, Call call, boolean awaited) {
        String entering = awaited ? "enter_async_context" : "enter_context";
        if (method.attr().is(entering) && firstArgument(call) != null) {
            return typeOfEntered(firstArgument(call));
        }
        if (method.attr().is(awaited ? "__aenter__" : "__enter__")
                && call.arguments().isEmpty()) {
            return typeOfEntered(method.value());
        }
        Resolution receiver = types.typeOf(method.value());
        if (!receiver.isKnown()) {
            return receiver;
        }
        String attribute = semantics.text(method.attr());
        List<Resolution> results = new ArrayList<>();
        for (String type : receiver.names()) {
            Resolution result = typeOfMethodResult(type, attribute, call, awaited);
            results.add(new Resolution(result.state(), result.names(), concat(receiver, result)));
        }
        return Types.joinTypes(results);
    }

    private Resolution typeOfMethodResult(String type, String method, Call call, boolean awaited) {
        ClassDef definition = own().classNamed(type);
        if (definition == null) {
            return typeOfResult(type + "." + method, call, awaited);
        }
        for (ClassDef candidate : own().ancestors(definition)) {
            if (own().scope(candidate).binding(method) != null) {
                FunctionDef function = own().method(candidate, method);
                return function == null
                        ? unknown(call, method + " is no plain method")
                        : typeOfReturned(function, call, awaited);
            }
        }
        for (String base : foreignBases(definition)) {
            String result = awaited ? table.awaited(base + "." + method) : table.returned(base + "." + method);
            if (result != null) {
                return Resolution.known(result, call, base + "." + method + " gives " + result);
            }
        }
        return unknown(call, "it is not known what " + type + "." + method + " gives");
    }

    /** Returns the base classes outside the file that are known, of a class and its base classes in the file. */
    private List<String> foreignBases(ClassDef definition) {
        List<String> foreign = new ArrayList<>();
        for (ClassDef ancestor : own().ancestors(definition)) {
            for (String base : own().bases(ancestor)) {
                if (base != null && own().classNamed(base) == null) {
                    foreign.add(base);
                }
            }
        }
        return foreign;
    }

    // ---------------------------------------------------------------- functions of the file

    private Resolution typeOfReturned(FunctionDef function, Call call, boolean awaited) {
        return function.isAsync() != awaited
                ? unknown(call, "the result is " + (awaited ? "not known to be awaitable" : "a coroutine"))
                : typeOfResult(function, call);
    }

    /** Returns the type of what calling, awaiting or entering a call of a function gives. */
    Resolution typeOfReturned(FunctionDef function) {
        List<String> decorators = own().decorators(function);
        if (decorators.size() == 1 && decorators.get(0) != null) {
            if (CONTEXT_MANAGERS.contains(decorators.get(0))) {
                return typeOfYielded(function);
            }
            if (PROPERTIES.contains(decorators.get(0))) {
                return typeOfOwnReturned(function, function.name());
            }
        }
        return typeOfResult(function, function.name());
    }

    private Resolution typeOfResult(FunctionDef function, Node call) {
        for (String decorator : own().decorators(function)) {
            if (decorator == null || !HARMLESS.contains(decorator)) {
                return unknown(call, "a decorator may change what " + semantics.text(function.name()) + " returns");
            }
        }
        return typeOfOwnReturned(function, call);
    }

    private Resolution typeOfOwnReturned(FunctionDef function, Node use) {
        FunctionExits.Exits exits = exits().of(function);
        if (exits.isGenerator) {
            return unknown(use, semantics.text(function.name()) + " is a generator");
        }
        if (function.returns() != null) {
            Resolution annotated = types.typeOfAnnotation(function.returns());
            if (annotated.isKnown()) {
                return annotated;
            }
        }
        return exits.returned.isEmpty()
                ? Resolution.known("builtins.NoneType", function.name(), "returns no value")
                : types.join(exits.returned).because(function.name(), "returned by " + semantics.text(function.name()));
    }

    // ---------------------------------------------------------------- with

    /** Returns the type of what {@code with} binds for a context expression. */
    Resolution typeOfEntered(Expression context) {
        if (context instanceof Call call) {
            Resolution special = typeOfEnteredCall(call);
            if (special != null) {
                return special;
            }
        }
        Resolution manager = types.typeOf(context);
        if (!manager.isKnown()) {
            return manager;
        }
        List<Resolution> results = new ArrayList<>();
        for (String type : manager.names()) {
            Resolution result = typeOfEnteredType(type, context);
            results.add(new Resolution(result.state(), result.names(), concat(manager, result)));
        }
        return Types.joinTypes(results);
    }

    private Resolution typeOfEnteredCall(Call call) {
        String callee = semantics.qualifiedName(call.func());
        Expression wrapped = firstArgument(call);
        if (callee != null && WRAPPERS.contains(callee) && wrapped != null) {
            return types.typeOf(wrapped);
        }
        FunctionDef function = callee == null ? methodOfKnownReceiver(call) : own().functionNamed(callee);
        if (function == null) {
            return null;
        }
        List<String> decorators = own().decorators(function);
        return decorators.size() == 1 && decorators.get(0) != null && CONTEXT_MANAGERS.contains(decorators.get(0))
                ? typeOfYielded(function)
                : null;
    }

    /** Returns the first argument if it is passed by its position, or null. */
    private static Expression firstArgument(Call call) {
        return !call.arguments().isEmpty()
                        && call.arguments().first() instanceof Expression argument
                        && !(argument instanceof Starred)
                ? argument
                : null;
    }

    private FunctionDef methodOfKnownReceiver(Call call) {
        if (!(call.func() instanceof Attribute attribute)) {
            return null;
        }
        String type = types.typeOf(attribute.value()).name();
        ClassDef definition = type == null ? null : own().classNamed(type);
        return definition == null ? null : own().method(definition, semantics.text(attribute.attr()));
    }

    private Resolution typeOfYielded(FunctionDef function) {
        List<Expression> values = exits().of(function).yielded;
        return values.isEmpty()
                ? Resolution.unknown(function.name(), "yields no value")
                : types.join(values).because(function.name(), "yielded by " + semantics.text(function.name()));
    }

    private Resolution typeOfEnteredType(String type, Expression context) {
        ClassDef definition = own().classNamed(type);
        if (definition != null) {
            for (ClassDef candidate : own().ancestors(definition)) {
                for (String name : new String[] {"__enter__", "__aenter__"}) {
                    FunctionDef enter = own().method(candidate, name);
                    if (enter != null && enter.decorators().isEmpty()) {
                        Resolution result = typeOfOwnReturned(enter, context);
                        return result.names().contains(own().nameOf(candidate))
                                ? Resolution.known(type, context, "with binds the context manager itself")
                                : result;
                    }
                }
            }
        }
        String target = table.entered(type);
        if (target == null && definition != null) {
            for (String base : foreignBases(definition)) {
                String entered = table.entered(base);
                target = target == null && entered != null ? (entered.equals(base) ? type : entered) : target;
            }
        }
        return target != null
                ? Resolution.known(target, context, "with over " + type + " binds " + target)
                : unknown(context, "it is not known what with over " + type + " binds");
    }

    // ---------------------------------------------------------------- attributes

    /** Returns the type of an attribute of a value; modules were tried before. */
    Resolution typeOfAttribute(Attribute attribute) {
        Resolution receiver = types.typeOf(attribute.value());
        String name = semantics.text(attribute.attr());
        if (!receiver.isKnown()) {
            Resolution assigned = typeOfAssignedToObject(attribute.value(), name);
            return assigned == null ? receiver : assigned;
        }
        List<Resolution> results = new ArrayList<>();
        for (String type : receiver.names()) {
            ClassDef definition = own().classNamed(type);
            String value = definition == null ? table.value(type + "." + name) : null;
            if (definition != null) {
                results.add(typeOfOwnAttribute(definition, name, attribute));
            } else if (value != null) {
                results.add(Resolution.known(value, attribute, type + "." + name + " is a " + value));
            } else {
                results.add(unknown(attribute, "it is not known what " + type + "." + name + " is"));
            }
        }
        return Types.joinTypes(results);
    }

    /**
     * Returns the type of what the file assigns to an attribute of an object that the module has by a name, such as
     * Flask's {@code g.db}, or null if the object is no such, or nothing is assigned.
     */
    Resolution typeOfAssignedToObject(Expression object, String attribute) {
        Binding binding = object instanceof Name name ? semantics.bindingOf(name) : null;
        if (binding == null || binding.scope().kind() != ScopeKind.MODULE) {
            return null;
        }
        List<Resolution> found = new ArrayList<>();
        for (Attribute target : own().targets(attribute)) {
            if (target.value() instanceof Name name && semantics.bindingOf(name) == binding) {
                Resolution assigned = typeOfAssigned(target);
                if (assigned != null) {
                    found.add(assigned);
                }
            }
        }
        return found.isEmpty() ? null : Types.joinTypes(found);
    }

    /** Returns the type of {@code getattr(object, "name", default)}, or null if the call is none or nothing is known. */
    private Resolution typeOfGetattr(Call call) {
        if (call.arguments().size() < 2
                || !(call.arguments().get(0) instanceof Expression object)
                || !(call.arguments().get(1) instanceof StringConstant name)) {
            return null;
        }
        String source = name.sourceText();
        Resolution assigned =
                source.length() < 3 ? null : typeOfAssignedToObject(object, source.substring(1, source.length() - 1));
        if (assigned == null || call.arguments().size() == 2) {
            return assigned;
        }
        return call.arguments().get(2) instanceof Expression byDefault
                ? Types.joinTypes(List.of(assigned, types.typeOf(byDefault)))
                : null;
    }

    private Resolution typeOfOwnAttribute(ClassDef definition, String name, Attribute use) {
        List<Resolution> found = new ArrayList<>();
        for (ClassDef relative : own().family(definition)) {
            Binding binding = own().scope(relative).binding(name);
            if (binding != null) {
                found.add(typeOfClassVariable(relative, binding, use));
            }
        }
        for (Attribute target : own().targets(name)) {
            Resolution assigned = typeOfTarget(definition, target);
            if (assigned != null) {
                found.add(assigned);
            }
        }
        if (!found.isEmpty()) {
            return Types.joinTypes(found);
        }
        for (String base : foreignBases(definition)) {
            String value = table.value(base + "." + name);
            if (value != null) {
                return Resolution.known(value, use, base + "." + name + " is a " + value);
            }
        }
        return unknown(use, "nothing in this file assigns " + name);
    }

    private Resolution typeOfClassVariable(ClassDef definition, Binding binding, Attribute use) {
        FunctionDef function = own().method(definition, binding.name());
        if (function != null) {
            List<String> decorators = own().decorators(function);
            return decorators.size() == 1 && decorators.get(0) != null && PROPERTIES.contains(decorators.get(0))
                    ? typeOfOwnReturned(function, use)
                    : unknown(use, binding.name() + " is a method");
        }
        List<Resolution> types = new ArrayList<>();
        for (Definition value : binding.definitions()) {
            if (value.kind() == BindingKind.DECLARATION && value.site() instanceof AnnAssign declaration) {
                types.add(this.types.typeOfAnnotation(declaration.annotation()));
            } else if (value.kind().givesValue()) {
                types.add(this.types.typeOf(value));
            }
        }
        return types.isEmpty() ? unknown(use, binding.name() + " is deleted") : Types.joinTypes(types);
    }

    /**
     * Returns the type that an assignment gives to an attribute of instances of a class.
     *
     * @return the type; null if the target certainly belongs to instances of another class
     */
    private Resolution typeOfTarget(ClassDef definition, Attribute target) {
        Resolution receiver = types.typeOf(target.value());
        boolean own = false;
        for (ClassDef relative : own().family(definition)) {
            own |= receiver.names().contains(own().nameOf(relative));
        }
        if (receiver.isKnown() && !own) {
            return null;
        }
        if (!own) {
            return semantics.resolve(target).isKnown()
                    ? null
                    : unknown(target, "may be assigned by " + target.sourceText());
        }
        return typeOfAssigned(target);
    }

    /** Returns the type that an assignment gives to its target, or null if it gives none. */
    Resolution typeOfAssigned(Attribute target) {
        Statement statement = semantics.path(target).statement();
        String sentence = target.sourceText() + " is assigned here";
        if (statement instanceof Assign assign) {
            Expression value = Definition.valueFor(assign, target);
            return value == null ? unknown(target, "a part of an unknown value") : because(value, target, sentence);
        }
        if (statement instanceof AnnAssign assign) {
            Resolution annotated = types.typeOfAnnotation(assign.annotation());
            return annotated.isKnown() || assign.value() == null
                    ? annotated
                    : because(assign.value(), target, sentence);
        }
        if (statement instanceof With with) {
            for (WithItem item : with.items()) {
                if (item.target() == target) {
                    return typeOfEntered(item.context());
                }
            }
        }
        return statement instanceof Delete ? null : unknown(target, "assigned in an unknown way");
    }

    private Resolution because(Expression value, Attribute target, String sentence) {
        Resolution type = types.typeOf(value);
        return type.isKnown() ? type.because(target, sentence) : type;
    }

    // ---------------------------------------------------------------- self and cls

    /** Returns the class of the first parameter of a method, or null if the parameter is another one. */
    Resolution typeOfSelf(Definition parameter) {
        FunctionDef function = methodWithFirst(parameter);
        if (function == null
                || CALLED_ON_CLASSES.contains(semantics.text(function.name()))
                || own().decorators(function).contains("builtins.classmethod")) {
            return null;
        }
        return Resolution.known(
                own().nameOf(own().classAround(function)), parameter.name(), "the first parameter of a method");
    }

    private ClassDef classOfClsParameter(Expression callee) {
        Definition definition = callee instanceof Name name ? semantics.singleAssignment(name) : null;
        FunctionDef function = definition == null ? null : methodWithFirst(definition);
        if (function == null) {
            return null;
        }
        return semantics.text(function.name()).equals("__new__")
                        || own().decorators(function).contains("builtins.classmethod")
                ? own().classAround(function)
                : null;
    }

    /** Returns the method whose first parameter is bound there, or null; static methods have none. */
    private FunctionDef methodWithFirst(Definition parameter) {
        if (parameter.kind() != BindingKind.PARAMETER
                || !(parameter.scope().node() instanceof FunctionDef function)
                || own().classAround(function) == null) {
            return null;
        }
        List<ParameterItem> items = function.parameters().items();
        boolean first = !items.isEmpty()
                && items.get(0) instanceof Parameter candidate
                && candidate == parameter.site()
                && !candidate.isStar();
        return first && !own().decorators(function).contains("builtins.staticmethod") ? function : null;
    }

    // ---------------------------------------------------------------- subtypes

    /** Returns whether a class is another one or derived from it; no base class of a foreign class is known for sure. */
    Truth isSubtype(String type, String base) {
        List<String> reached = withBases(type);
        if (reached.contains(base)) {
            return Truth.YES;
        }
        for (String one : reached) {
            ClassDef definition = own().classNamed(one);
            if (definition == null
                    ? !one.startsWith("builtins.")
                    : own().bases(definition).contains(null)) {
                return Truth.UNKNOWN;
            }
        }
        return Truth.NO;
    }

    /** Returns a class and everything that it is known to be derived from, in the file and in the table. */
    List<String> withBases(String type) {
        List<String> reached = new ArrayList<>(table.withBases(type));
        for (int i = 0; i < reached.size(); i++) {
            ClassDef definition = own().classNamed(reached.get(i));
            List<String> parents = definition == null ? List.of() : own().bases(definition);
            for (String parent : parents) {
                if (parent != null) {
                    addNew(reached, table.withBases(parent));
                }
            }
        }
        return reached;
    }

    private static void addNew(List<String> all, List<String> added) {
        for (String one : added) {
            if (!all.contains(one)) {
                all.add(one);
            }
        }
    }
}
