package dev.codemod.codemods.asyncio;

import dev.codemod.semantics.Binding;
import dev.codemod.semantics.BindingKind;
import dev.codemod.semantics.Definition;
import dev.codemod.semantics.Semantics;
import dev.codemod.semantics.TypeTable;
import dev.codemod.semantics.Types;
import dev.codemod.tree.Attribute;
import dev.codemod.tree.Call;
import dev.codemod.tree.ClassDef;
import dev.codemod.tree.Decorator;
import dev.codemod.tree.Expression;
import dev.codemod.tree.FunctionDef;
import dev.codemod.tree.Name;
import dev.codemod.tree.Node;
import dev.codemod.tree.Parameter;
import dev.codemod.tree.ParameterItem;
import dev.codemod.tree.Path;
import dev.codemod.tree.Statement;
import dev.codemod.tree.Yield;
import dev.codemod.tree.YieldFrom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Knows what calling a function gives to a coroutine: from the functions of the file, those of the project and the
 * standard library.
 *
 * <p>Used for one file by one thread.
 */
final class Awaitables {
    /** What the value of an expression is. */
    enum Kind {
        /** A coroutine, which does nothing before it is awaited or made a task. */
        COROUTINE,
        /** A future or a task: it can be awaited, and runs without that too. */
        FUTURE,
        /** A plain generator, which {@code yield from} accepts and {@code await} does not. */
        GENERATOR,
        /** Nobody knows. */
        UNKNOWN
    }

    /** The packages some of whose functions are known here to make coroutines. */
    static final Set<String> PACKAGES = Set.of("asyncio", "anyio", "trio");

    private static final Set<String> PLAIN_DECORATORS = Set.of(
            "builtins.staticmethod",
            "builtins.classmethod",
            "abc.abstractmethod",
            "functools.wraps",
            "typing.override",
            "typing_extensions.override",
            "typing.final",
            "typing_extensions.final");

    private static final Set<String> LEGACY_DECORATORS = Set.of("asyncio.coroutine", "asyncio.coroutines.coroutine");

    private final Semantics semantics;
    private final Types types;
    private final ProjectCoroutines ofProject;
    private Map<String, List<FunctionDef>> functions;
    private Set<String> assignedAttributes;

    /**
     * Creates the knowledge of a file.
     *
     * @param ofProject what the other files say
     */
    Awaitables(Semantics semantics, ProjectCoroutines ofProject) {
        this.semantics = semantics;
        this.ofProject = ofProject;
        types = Types.of(semantics, AsyncioTypes.TABLE);
    }

    /** Returns what the value of an expression is. */
    Kind of(Expression expression) {
        if (expression instanceof Call call) {
            return ofCall(call);
        }
        if (expression instanceof Name name) {
            Definition only = semantics.singleAssignment(name);
            Expression value = only == null ? null : only.value();
            return value instanceof Call call ? ofCall(call) : Kind.UNKNOWN;
        }
        return Kind.UNKNOWN;
    }

    private Kind ofCall(Call call) {
        FunctionDef function = functionOf(call.func());
        if (function != null) {
            return isOverridden(function) ? Kind.UNKNOWN : ofFunction(function);
        }
        String name = semantics.qualifiedName(call.func());
        if (name == null && call.func() instanceof Attribute method) {
            String type = types.typeOf(method.value()).name();
            name = type == null ? null : type + "." + method.attr().sourceText();
        }
        if (name == null) {
            return Kind.UNKNOWN;
        }
        if (AsyncioTypes.COROUTINES.contains(name)) {
            return Kind.COROUTINE;
        }
        if (AsyncioTypes.FUTURES.contains(name)) {
            return Kind.FUTURE;
        }
        Kind known = ofProject.called().get(name);
        return known == null ? Kind.UNKNOWN : known;
    }

    /** Returns whether a class of the project may give a method another kind of result. */
    private boolean isOverridden(FunctionDef function) {
        if (ofProject.overridden().contains(function.name().startOffset())) {
            return true;
        }
        if (!(semantics.path(function).ancestor(2) instanceof ClassDef)) {
            return false;
        }
        Kind kind = ofFunction(function);
        for (FunctionDef other : functionsNamed(function.name().sourceText())) {
            if (other != function
                    && semantics.path(other).ancestor(2) instanceof ClassDef derived
                    && derived.arguments() != null
                    && ofFunction(other) != kind) {
                return true;
            }
        }
        return false;
    }

    private List<FunctionDef> functionsNamed(String name) {
        if (functions == null) {
            functions = new HashMap<>();
            for (FunctionDef function : semantics.module().findAll(FunctionDef.class)) {
                functions
                        .computeIfAbsent(function.name().sourceText(), key -> new ArrayList<>())
                        .add(function);
            }
        }
        return functions.getOrDefault(name, List.of());
    }

    /** Returns what calling a function gives. */
    private Kind ofFunction(FunctionDef function) {
        boolean isGenerator = !OwnCode.findAll(function, Yield.class).isEmpty();
        if (function.isAsync()) {
            return isGenerator ? Kind.UNKNOWN : Kind.COROUTINE;
        }
        if (legacyDecorator(function) != null) {
            return Kind.COROUTINE;
        }
        boolean delegates = !OwnCode.findAll(function, YieldFrom.class).isEmpty();
        return isGenerator || delegates ? Kind.GENERATOR : Kind.UNKNOWN;
    }

    /** Returns the decorator that makes a generator function a coroutine of the old style, or null. */
    Decorator legacyDecorator(FunctionDef function) {
        for (Decorator decorator : function.decorators()) {
            if (isLegacy(decorator)) {
                return decorator;
            }
        }
        return null;
    }

    boolean isLegacy(Decorator decorator) {
        return isLegacy(decorator.expression());
    }

    /** Returns whether an expression means {@code asyncio.coroutine}. */
    boolean isLegacy(Expression decorator) {
        String name = semantics.qualifiedName(decorator);
        return name != null && LEGACY_DECORATORS.contains(name);
    }

    /** Returns whether a decorator leaves alone what calling the function gives. */
    boolean isPlain(Decorator decorator) {
        Expression expression = decorator.expression();
        String name = semantics.qualifiedName(expression instanceof Call call ? call.func() : expression);
        return name != null
                && (PLAIN_DECORATORS.contains(name)
                        || LEGACY_DECORATORS.contains(name)
                        || name.startsWith("pytest.mark."));
    }

    /**
     * Returns the function of the file that a call runs, as far as its text tells: a function by its only definition, or
     * a method through {@code self}, {@code cls} or its class. Functions with unknown decorators are not told.
     */
    FunctionDef functionOf(Expression callee) {
        FunctionDef function = null;
        if (callee instanceof Name name) {
            function = definitionOf(name) instanceof FunctionDef found ? found : null;
        } else if (callee instanceof Attribute method && method.value() instanceof Name receiver) {
            ClassDef owner = definitionOf(receiver) instanceof ClassDef named ? named : classOfSelf(receiver);
            function = owner == null ? null : methodOf(owner, method);
        }
        return function != null && function.decorators().stream().allMatch(this::isPlain) ? function : null;
    }

    private Node definitionOf(Name name) {
        Binding binding = semantics.bindingOf(name);
        Definition only = binding == null ? null : binding.onlyDefinition();
        return only == null ? null : only.site();
    }

    /** Returns the class around a method whose first parameter a name is, or null. */
    private ClassDef classOfSelf(Name receiver) {
        Binding binding = semantics.bindingOf(receiver);
        Definition only = binding == null ? null : binding.onlyDefinition();
        if (only == null || only.kind() != BindingKind.PARAMETER) {
            return null;
        }
        Path path = semantics.path(only.site());
        FunctionDef method = path.enclosing(FunctionDef.class);
        if (method == null || method.parameters().items().isEmpty()) {
            return null;
        }
        ParameterItem first = method.parameters().items().first();
        boolean isFirst = first == only.site() && first instanceof Parameter parameter && !parameter.isStar();
        boolean isStatic = method.decorators().stream()
                .anyMatch(decorator -> "builtins.staticmethod".equals(semantics.qualifiedName(decorator.expression())));
        Path ofMethod = semantics.path(method);
        return isFirst && !isStatic && ofMethod.ancestor(2) instanceof ClassDef owner ? owner : null;
    }

    private FunctionDef methodOf(ClassDef owner, Attribute method) {
        String name = method.attr().sourceText();
        FunctionDef found = null;
        for (Statement statement : owner.body().statements()) {
            if (statement instanceof FunctionDef function && function.name().is(name)) {
                if (found != null) {
                    return null;
                }
                found = function;
            }
        }
        return found != null && assignedAttributes().contains(name) ? null : found;
    }

    private Set<String> assignedAttributes() {
        if (assignedAttributes == null) {
            assignedAttributes = new HashSet<>();
            semantics
                    .attributeTargets()
                    .forEach(target -> assignedAttributes.add(target.attr().sourceText()));
        }
        return assignedAttributes;
    }

    /** Returns the type of an expression's value by qualified name, or null if it is not known. */
    String typeOf(Expression expression) {
        return types.typeOf(expression).name();
    }

    /** Facts about asyncio that need a table of types. */
    private static final class AsyncioTypes {
        static final Set<String> COROUTINES = Set.of(
                "asyncio.sleep",
                "asyncio.wait",
                "asyncio.wait_for",
                "asyncio.to_thread",
                "asyncio.open_connection",
                "asyncio.open_unix_connection",
                "asyncio.start_server",
                "asyncio.start_unix_server",
                "asyncio.create_subprocess_exec",
                "asyncio.create_subprocess_shell",
                "asyncio.Lock.acquire",
                "asyncio.Semaphore.acquire",
                "asyncio.BoundedSemaphore.acquire",
                "asyncio.Condition.acquire",
                "asyncio.Condition.wait",
                "asyncio.Condition.wait_for",
                "asyncio.Event.wait",
                "asyncio.Queue.get",
                "asyncio.Queue.put",
                "asyncio.Queue.join",
                "anyio.sleep",
                "trio.sleep");

        static final Set<String> FUTURES = Set.of(
                "asyncio.gather",
                "asyncio.shield",
                "asyncio.ensure_future",
                "asyncio.create_task",
                "asyncio.wrap_future",
                "asyncio.Future",
                "asyncio.Task",
                "asyncio.AbstractEventLoop.run_in_executor",
                "asyncio.AbstractEventLoop.create_task",
                "asyncio.AbstractEventLoop.create_future");

        static final TypeTable TABLE = table();

        private static TypeTable table() {
            TypeTable.Builder builder = TypeTable.builder();
            for (String type : new String[] {"Lock", "Semaphore", "BoundedSemaphore", "Condition", "Event", "Queue"}) {
                builder.type("asyncio." + type);
            }
            for (String queue : new String[] {"LifoQueue", "PriorityQueue", "JoinableQueue"}) {
                builder.type("asyncio." + queue).subtype("asyncio." + queue, "asyncio.Queue");
            }
            builder.type("asyncio.AbstractEventLoop");
            for (String getter : new String[] {"get_event_loop", "get_running_loop", "new_event_loop"}) {
                builder.returns("asyncio." + getter, "asyncio.AbstractEventLoop");
            }
            return builder.build();
        }
    }
}
