package dev.codemod.semantics;

import dev.codemod.tree.Attribute;
import dev.codemod.tree.Call;
import dev.codemod.tree.ClassDef;
import dev.codemod.tree.Expression;
import dev.codemod.tree.FunctionDef;
import dev.codemod.tree.Node;
import dev.codemod.tree.Starred;
import dev.codemod.tree.StringConstant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The types of what calls give and {@code with} binds: of functions and classes of the file, and of the table's. */
final class CallTypes {
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

    private final Semantics semantics;
    private final Types types;
    private final TypeTable table;
    private final OwnDefinitions own;
    private final Ancestry ancestry;
    private final MethodReceivers receivers;
    private final AttributeTypes attributes;
    private FunctionExits exits;

    CallTypes(
            Semantics semantics,
            Types types,
            TypeTable table,
            OwnDefinitions own,
            Ancestry ancestry,
            MethodReceivers receivers) {
        this.semantics = semantics;
        this.types = types;
        this.table = table;
        this.own = own;
        this.ancestry = ancestry;
        this.receivers = receivers;
        attributes = new AttributeTypes(semantics, types, table, own, ancestry, this);
    }

    AttributeTypes attributes() {
        return attributes;
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
        ClassDef constructed = receivers.classOfClsParameter(call.func());
        if (constructed != null && !awaited) {
            return Resolution.known(own.nameOf(constructed), call, "an instance of the class around");
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
        FunctionDef function = own.functionNamed(name);
        if (function != null) {
            return typeOfReturned(function, call, awaited);
        }
        if (!awaited && own.classNamed(name) != null) {
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
        ClassDef definition = own.classNamed(type);
        if (definition == null) {
            return typeOfResult(type + "." + method, call, awaited);
        }
        for (ClassDef candidate : own.ancestors(definition)) {
            if (own.scope(candidate).binding(method) != null) {
                FunctionDef function = own.method(candidate, method);
                return function == null
                        ? unknown(call, method + " is no plain method")
                        : typeOfReturned(function, call, awaited);
            }
        }
        for (String base : ancestry.foreignBases(definition)) {
            String result = awaited ? table.awaited(base + "." + method) : table.returned(base + "." + method);
            if (result != null) {
                return Resolution.known(result, call, base + "." + method + " gives " + result);
            }
        }
        return unknown(call, "it is not known what " + type + "." + method + " gives");
    }

    /** Returns the type of {@code getattr(object, "name", default)}, or null if the call is none or nothing is known. */
    private Resolution typeOfGetattr(Call call) {
        if (call.arguments().size() < 2
                || !(call.arguments().get(0) instanceof Expression object)
                || !(call.arguments().get(1) instanceof StringConstant name)) {
            return null;
        }
        String source = name.sourceText();
        Resolution assigned = source.length() < 3
                ? null
                : attributes.typeOfAssignedToObject(object, source.substring(1, source.length() - 1));
        if (assigned == null || call.arguments().size() == 2) {
            return assigned;
        }
        return call.arguments().get(2) instanceof Expression byDefault
                ? Types.joinTypes(List.of(assigned, types.typeOf(byDefault)))
                : null;
    }

    // ---------------------------------------------------------------- functions of the file

    private Resolution typeOfReturned(FunctionDef function, Call call, boolean awaited) {
        return function.isAsync() != awaited
                ? unknown(call, "the result is " + (awaited ? "not known to be awaitable" : "a coroutine"))
                : typeOfResult(function, call);
    }

    /** Returns the type of what calling, awaiting or entering a call of a function gives. */
    Resolution typeOfReturned(FunctionDef function) {
        List<String> decorators = own.decorators(function);
        if (decorators.size() == 1 && decorators.get(0) != null) {
            if (CONTEXT_MANAGERS.contains(decorators.get(0))) {
                return typeOfYielded(function);
            }
        }
        Resolution property = typeOfProperty(function, function.name());
        return property != null ? property : typeOfResult(function, function.name());
    }

    /** Returns the type of a property's value, or null if the function is no property. */
    Resolution typeOfProperty(FunctionDef function, Node use) {
        List<String> decorators = own.decorators(function);
        return decorators.size() == 1 && decorators.get(0) != null && PROPERTIES.contains(decorators.get(0))
                ? typeOfOwnReturned(function, use)
                : null;
    }

    private Resolution typeOfResult(FunctionDef function, Node call) {
        for (String decorator : own.decorators(function)) {
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
        FunctionDef function = callee == null ? methodOfKnownReceiver(call) : own.functionNamed(callee);
        if (function == null) {
            return null;
        }
        List<String> decorators = own.decorators(function);
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
        ClassDef definition = type == null ? null : own.classNamed(type);
        return definition == null ? null : own.method(definition, semantics.text(attribute.attr()));
    }

    private Resolution typeOfYielded(FunctionDef function) {
        List<Expression> values = exits().of(function).yielded;
        return values.isEmpty()
                ? Resolution.unknown(function.name(), "yields no value")
                : types.join(values).because(function.name(), "yielded by " + semantics.text(function.name()));
    }

    private Resolution typeOfEnteredType(String type, Expression context) {
        ClassDef definition = own.classNamed(type);
        if (definition != null) {
            for (ClassDef candidate : own.ancestors(definition)) {
                for (String name : new String[] {"__enter__", "__aenter__"}) {
                    FunctionDef enter = own.method(candidate, name);
                    if (enter != null && enter.decorators().isEmpty()) {
                        Resolution result = typeOfOwnReturned(enter, context);
                        return result.names().contains(own.nameOf(candidate))
                                ? Resolution.known(type, context, "with binds the context manager itself")
                                : result;
                    }
                }
            }
        }
        String target = table.entered(type);
        if (target == null && definition != null) {
            for (String base : ancestry.foreignBases(definition)) {
                String entered = table.entered(base);
                target = target == null && entered != null ? (entered.equals(base) ? type : entered) : target;
            }
        }
        return target != null
                ? Resolution.known(target, context, "with over " + type + " binds " + target)
                : unknown(context, "it is not known what with over " + type + " binds");
    }
}
