package dev.codemod.codemods.singleton;

import dev.codemod.semantics.Binding;
import dev.codemod.semantics.Definition;
import dev.codemod.semantics.Semantics;
import dev.codemod.tree.AnnAssign;
import dev.codemod.tree.Assign;
import dev.codemod.tree.Attribute;
import dev.codemod.tree.Call;
import dev.codemod.tree.ClassDef;
import dev.codemod.tree.DictDisplay;
import dev.codemod.tree.Expression;
import dev.codemod.tree.ExpressionStatement;
import dev.codemod.tree.FunctionDef;
import dev.codemod.tree.Name;
import dev.codemod.tree.NodeList;
import dev.codemod.tree.Parameter;
import dev.codemod.tree.Return;
import dev.codemod.tree.Statement;
import dev.codemod.tree.Subscript;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What a metaclass consists of besides its {@code __call__}: mappings, locks, initial values. */
final class MetaclassMembers {
    private static final Set<String> MAPPINGS = Set.of(
            "builtins.dict",
            "__builtin__.dict",
            "collections.OrderedDict",
            "collections.defaultdict",
            "weakref.WeakKeyDictionary",
            "weakref.WeakValueDictionary");

    private final ClassDef metaclass;

    /** Null for classes. */
    private final FunctionDef decorator;

    private final Semantics names;

    /** How a class keeps its own instance; null for a metaclass. */
    private final MetaclassUse.Form form;

    private final Map<String, Expression> attributes = new HashMap<>();
    private final Set<String> stored = new HashSet<>();
    private FunctionDef call;
    private String extra = "";

    /** Reads a decorator whose inner function returns the instance. */
    MetaclassMembers(FunctionDef decorator, FunctionDef inner, Semantics names) {
        this.metaclass = null;
        this.decorator = decorator;
        this.names = names;
        this.form = MetaclassUse.Form.DECORATOR;
        for (Statement statement : decorator.body().statements()) {
            boolean isReturn = statement instanceof Return result
                    && result.value() != null
                    && result.value().is(inner.name().sourceText());
            if (statement != inner && !isReturn) {
                read(statement);
            }
        }
        call = inner;
        noteStored();
    }

    /**
     * Reads a class that keeps its own instance in one of its methods.
     *
     * @param form {@link MetaclassUse.Form#NEW} or {@link MetaclassUse.Form#ACCESSOR}
     */
    MetaclassMembers(ClassDef own, Semantics names, FunctionDef method, MetaclassUse.Form form) {
        this.metaclass = own;
        this.decorator = null;
        this.names = names;
        this.form = form;
        for (Statement statement : own.body().statements()) {
            if (statement instanceof Assign || statement instanceof AnnAssign) {
                read(statement);
            }
        }
        extra = "";
        call = method;
        noteStored();
    }

    MetaclassMembers(ClassDef metaclass, Semantics names) {
        this.metaclass = metaclass;
        this.decorator = null;
        this.names = names;
        this.form = null;
        for (Statement statement : metaclass.body().statements()) {
            read(statement);
        }
        if (call != null) {
            noteStored();
        }
    }

    String name() {
        return (decorator != null ? decorator.name() : metaclass.name()).sourceText();
    }

    /** Returns the name by which the method knows the class that is called; null if it does not. */
    String classParameter() {
        boolean isStatic = form == MetaclassUse.Form.ACCESSOR
                && call.decorators().stream()
                        .anyMatch(keeper -> keeper.expression().is("staticmethod"));
        return isStatic ? null : firstParameter(decorator != null ? decorator : call);
    }

    boolean isDecorator() {
        return decorator != null;
    }

    /** Returns the {@code __call__}, or null if it has none. */
    FunctionDef call() {
        return call;
    }

    /** Returns a member that has nothing to do with keeping one instance, a clause for messages; empty if none. */
    String extra() {
        return extra;
    }

    private void read(Statement statement) {
        if (Text.isIdle(statement)) {
            return;
        }
        if (statement instanceof Assign assign
                && assign.targets().size() == 1
                && assign.targets().first() instanceof Name) {
            put(assign.targets().first().sourceText(), assign.value());
        } else if (statement instanceof AnnAssign assign && assign.target() instanceof Name) {
            if (assign.value() != null) {
                put(assign.target().sourceText(), assign.value());
            }
        } else if (statement instanceof FunctionDef method && method.name().is("__call__") && call == null) {
            call = method;
        } else if (statement instanceof FunctionDef method && method.name().is("__init__")) {
            readInit(method);
        } else if (statement instanceof FunctionDef method) {
            extra = "it also defines " + method.name().sourceText() + "()";
        } else {
            extra = "its body does more than define __call__";
        }
    }

    private void put(String name, Expression value) {
        if (attributes.put(mangled(name), value) != null) {
            extra = "it sets " + name + " twice";
        } else if (kind(value) == CallValue.UNKNOWN && !name.equals("__slots__")) {
            extra = "it also has the attribute " + name;
        }
    }

    /** A metaclass's {@code __init__} may call its base and give the class what {@code __call__} uses, nothing else. */
    private void readInit(FunctionDef init) {
        String cls = firstParameter(init);
        for (Statement statement : init.body().statements()) {
            if (Text.isIdle(statement) || isBaseInit(statement)) {
                continue;
            }
            if (statement instanceof Assign assign
                    && assign.targets().size() == 1
                    && assign.targets().first() instanceof Attribute target
                    && Text.isName(target.value(), cls)
                    && kind(assign.value()) != CallValue.UNKNOWN) {
                put(target.attr().sourceText(), assign.value());
            } else {
                extra = "its __init__ does more than prepare the instance";
            }
        }
    }

    private static boolean isBaseInit(Statement statement) {
        return statement instanceof ExpressionStatement expression
                && expression.value() instanceof Call call
                && call.func() instanceof Attribute attribute
                && attribute.attr().is("__init__")
                && (attribute.value() instanceof Call inner && inner.func().is("super")
                        || attribute.value().is("type"));
    }

    static String firstParameter(FunctionDef function) {
        NodeList<?> items = function.parameters().items();
        return !items.isEmpty() && items.first() instanceof Parameter first && !first.isStar() && !first.isDoubleStar()
                ? first.name().sourceText()
                : null;
    }

    private void noteStored() {
        for (Attribute target : call.findAll(Attribute.class)) {
            if (isClassName(target.value())) {
                stored.add(mangled(target.attr().sourceText()));
            }
        }
        stored.removeIf(name -> !isAssigned(name));
    }

    /** Returns whether an expression is the class that is called: the first parameter, or its own name. */
    boolean isClassName(Expression expression) {
        return Text.isName(expression, classParameter()) || isOwn() && Text.isName(expression, name());
    }

    /** Returns whether the class that is called is the one whose members these are, not one that has a metaclass. */
    boolean isOwn() {
        return form != null && decorator == null;
    }

    private boolean isAssigned(String name) {
        for (Assign assign : call.findAll(Assign.class)) {
            for (Expression target : assign.targets()) {
                if (target instanceof Attribute attribute
                        && isClassName(attribute.value())
                        && mangled(attribute.attr().sourceText()).equals(name)) {
                    return true;
                }
            }
        }
        return isSetByName(name);
    }

    private boolean isSetByName(String name) {
        for (Call candidate : call.findAll(Call.class)) {
            if (candidate.func().is("setattr")
                    && candidate.arguments().size() == 3
                    && candidate.arguments().get(1) instanceof Expression text
                    && name.equals(Text.content(text))) {
                return true;
            }
        }
        return false;
    }

    /** Returns whether {@code __call__} assigns anything but variables: an attribute of the class, an item. */
    boolean isStoring() {
        for (Assign assign : call.findAll(Assign.class)) {
            for (Expression target : assign.targets()) {
                if (target instanceof Subscript) {
                    return true;
                }
            }
        }
        return !stored.isEmpty();
    }

    /** Returns whether {@code __call__} assigns an attribute of the class. */
    boolean isStoredByCall(String attribute) {
        return stored.contains(attribute);
    }

    /** Returns the attribute as it is really named: {@code __instances} of class M is {@code _M__instances}. */
    String mangled(String attribute) {
        if (!attribute.startsWith("__") || attribute.endsWith("__") || decorator != null) {
            return attribute;
        }
        String owner = name().replaceFirst("^_+", "");
        return owner.isEmpty() ? attribute : "_" + owner + attribute;
    }

    /** Returns what an attribute of the metaclass is: a mapping, a lock, or unknown. */
    CallValue attribute(String attribute) {
        Expression value = attributes.get(attribute);
        CallValue kind = value == null ? CallValue.UNKNOWN : kind(value);
        return kind == CallValue.NONE ? CallValue.UNKNOWN : kind;
    }

    /** Returns whether an attribute exists from the start, as None. */
    boolean isInitiallyNone(String attribute) {
        Expression value = attributes.get(attribute);
        return value != null && value.is("None");
    }

    /** Returns what a global of the module is: a mapping, a lock, or unknown. */
    CallValue global(String name) {
        if (decorator != null && attributes.containsKey(name)) {
            return attribute(name);
        }
        Expression value = globalValue(name);
        CallValue kind = value == null ? CallValue.UNKNOWN : kind(value);
        return kind == CallValue.NONE ? CallValue.UNKNOWN : kind;
    }

    private Expression globalValue(String name) {
        Binding binding = names.scope().binding(name);
        Definition only = binding == null ? null : binding.onlyDefinition();
        return only == null ? null : only.value();
    }

    private CallValue kind(Expression value) {
        if (value.is("None")) {
            return CallValue.NONE;
        }
        if (value instanceof DictDisplay display) {
            return display.items().isEmpty() ? CallValue.CONTAINER : CallValue.UNKNOWN;
        }
        if (value instanceof Call construction) {
            Expression function =
                    construction.func() instanceof Subscript generic ? generic.value() : construction.func();
            String type = names.qualifiedName(function);
            if (type == null) {
                return CallValue.UNKNOWN;
            }
            if (type.equals("threading.Lock") || type.equals("threading.RLock")) {
                return CallValue.LOCK;
            }
            if (MAPPINGS.contains(type) && construction.arguments().isEmpty()) {
                return CallValue.CONTAINER;
            }
        }
        return CallValue.UNKNOWN;
    }

    /** Returns whether an attribute of the metaclass, or a global, is a mapping. */
    boolean isMapping(String storage) {
        return attribute(storage) == CallValue.CONTAINER || global(storage) == CallValue.CONTAINER;
    }

    /** Returns whether a mapping or attribute of the metaclass, or a global, forgets values that nobody else holds. */
    boolean isWeak(String storage) {
        return "weakref.WeakValueDictionary".equals(constructor(storage));
    }

    /** Returns the name of the class of the lock, {@code Lock} or {@code RLock}; empty if there are none or both. */
    String lock() {
        Set<String> locks = new HashSet<>();
        for (Expression value : attributes.values()) {
            if (kind(value) == CallValue.LOCK) {
                locks.add(names.qualifiedName(((Call) value).func()));
            }
        }
        for (Name name : call.findAll(Name.class)) {
            if (global(name.sourceText()) == CallValue.LOCK) {
                locks.add(constructor(name.sourceText()));
            }
        }
        return locks.size() == 1 ? locks.iterator().next().substring("threading.".length()) : "";
    }

    private String constructor(String storage) {
        Expression value = attributes.containsKey(storage) ? attributes.get(storage) : globalValue(storage);
        return value instanceof Call construction ? names.qualifiedName(construction.func()) : null;
    }

    /** Returns whether a function is {@code super().__call__}, {@code super(M, cls).__call__} or {@code type.__call__}. */
    boolean isBaseCall(Expression function) {
        if (form == MetaclassUse.Form.ACCESSOR || form == MetaclassUse.Form.DECORATOR) {
            return isClassName(function);
        }
        if (form == MetaclassUse.Form.NEW) {
            return isBaseNew(function);
        }
        if (!(function instanceof Attribute attribute) || !attribute.attr().is("__call__")) {
            return false;
        }
        if (attribute.value() instanceof Call inner) {
            return inner.func().is("super")
                    && (inner.arguments().isEmpty()
                            || inner.arguments().size() == 2
                                    && inner.arguments().first().is(name())
                                    && inner.arguments().get(1).is(firstParameter(call)));
        }
        return isUnboundBaseCall(function);
    }

    /** Returns whether a function is {@code super().__new__}, {@code object.__new__} or the like. */
    private boolean isBaseNew(Expression function) {
        if (!(function instanceof Attribute attribute) || !attribute.attr().is("__new__")) {
            return false;
        }
        if (attribute.value().is("object")) {
            return true;
        }
        return attribute.value() instanceof Call inner
                && inner.func().is("super")
                && (inner.arguments().isEmpty()
                        || inner.arguments().size() == 2
                                && (inner.arguments().first().is(name())
                                        || inner.arguments().first().is(firstParameter(call)))
                                && inner.arguments().get(1).is(firstParameter(call)));
    }

    /** Returns whether a function is {@code type.__call__} or that of another base, which takes the class first. */
    boolean isUnboundBaseCall(Expression function) {
        if (form != null) {
            return form == MetaclassUse.Form.NEW;
        }
        if (!(function instanceof Attribute attribute)
                || metaclass.arguments() == null
                || attribute.value() instanceof Call) {
            return false;
        }
        return metaclass.arguments().arguments().size() == 1
                && metaclass
                        .arguments()
                        .arguments()
                        .first()
                        .sourceText()
                        .equals(attribute.value().sourceText());
    }
}
