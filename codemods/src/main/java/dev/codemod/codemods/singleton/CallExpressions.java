package dev.codemod.codemods.singleton;

import dev.codemod.tree.Argument;
import dev.codemod.tree.Attribute;
import dev.codemod.tree.BoolOp;
import dev.codemod.tree.BoolOperator;
import dev.codemod.tree.Call;
import dev.codemod.tree.Compare;
import dev.codemod.tree.CompareOperator;
import dev.codemod.tree.Expression;
import dev.codemod.tree.FunctionDef;
import dev.codemod.tree.IfExp;
import dev.codemod.tree.Keyword;
import dev.codemod.tree.Name;
import dev.codemod.tree.NamedExpr;
import dev.codemod.tree.NodeList;
import dev.codemod.tree.Nonlocal;
import dev.codemod.tree.Parameter;
import dev.codemod.tree.ParameterItem;
import dev.codemod.tree.Starred;
import dev.codemod.tree.Subscript;
import dev.codemod.tree.UnaryOp;
import dev.codemod.tree.UnaryOperator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The expressions in a {@link CallSimulation}. */
final class CallExpressions {
    private final MetaclassMembers members;
    private final CallSimulation run;
    private final String cls;
    private final Set<String> parameters = new HashSet<>();
    private final Map<String, CallValue> locals = new HashMap<>();
    private final Map<String, String> containers = new HashMap<>();
    private final Set<String> outer = new HashSet<>();
    private String storage = "";

    CallExpressions(MetaclassMembers members, FunctionDef call, CallSimulation run) {
        this.members = members;
        this.run = run;
        String first = null;
        boolean hasClass = !members.isDecorator() && members.classParameter() != null;
        for (ParameterItem item : call.parameters().items()) {
            if (item instanceof Parameter parameter) {
                String name = parameter.name().sourceText();
                if (first == null && hasClass) {
                    first = name;
                } else {
                    parameters.add(name);
                }
            }
        }
        this.cls = members.isDecorator() ? members.classParameter() : first;
        for (Nonlocal statement : call.findAll(Nonlocal.class)) {
            statement.names().forEach(name -> outer.add(name.sourceText()));
        }
    }

    String storage() {
        return storage;
    }

    /** Returns whether a name is the variable of a decorator in which the instance is kept, None at first. */
    boolean isOuterSlot(String name) {
        return members.isDecorator() && outer.contains(name) && members.isInitiallyNone(name) && isOnlyStorage(name);
    }

    void setLocal(String name, CallValue value) {
        locals.put(name, value);
    }

    /** Returns whether an argument hands on one of the call's own: {@code *args}, {@code **kw}, {@code name=name}. */
    boolean isPassedOn(Argument argument) {
        if (argument instanceof Starred starred) {
            return isParameter(starred.value());
        }
        if (argument instanceof Keyword keyword) {
            return isParameter(keyword.value())
                    && (keyword.name() == null
                            || keyword.value().is(keyword.name().sourceText()));
        }
        return argument instanceof Expression expression && isParameter(expression);
    }

    private boolean isParameter(Expression expression) {
        return expression instanceof Name && parameters.contains(expression.sourceText());
    }

    /** Returns the truth of a condition, or null if it could not be told. */
    Boolean test(Expression expression) {
        CallValue value = evaluate(expression);
        if (!run.isRunning()) {
            return null;
        }
        switch (value) {
            case NONE, FALSE -> {
                return false;
            }
            case TRUE -> {
                return true;
            }
            case OLD, NEW -> {
                run.isByTruth = true;
                return true;
            }
            default -> {
                run.fail("it depends on a condition that is not about the stored instance");
                return null;
            }
        }
    }

    CallValue evaluate(Expression expression) {
        if (!run.isRunning()) {
            return CallValue.UNKNOWN;
        }
        if (expression.is("None")) {
            return CallValue.NONE;
        } else if (expression.is("True")) {
            return CallValue.TRUE;
        } else if (expression.is("False")) {
            return CallValue.FALSE;
        } else if (expression instanceof Name) {
            return name(expression.sourceText());
        } else if (expression instanceof Attribute attribute) {
            return attribute(attribute);
        } else if (expression instanceof Subscript) {
            return isSlot(expression) ? read("KeyError") : run.fail("it looks up something other than the class");
        } else if (expression instanceof Call call) {
            return call(call);
        } else if (expression instanceof Compare compare) {
            return compare(compare);
        } else if (expression instanceof BoolOp operation) {
            return operation(operation);
        } else if (expression instanceof UnaryOp operation && operation.op() == UnaryOperator.NOT) {
            Boolean operand = test(operation.operand());
            return operand == null ? CallValue.UNKNOWN : truth(!operand);
        } else if (expression instanceof IfExp choice) {
            Boolean test = test(choice.test());
            return test == null ? CallValue.UNKNOWN : evaluate(test ? choice.body() : choice.orElse());
        } else if (expression instanceof NamedExpr named) {
            CallValue value = evaluate(named.value());
            setLocal(named.target().sourceText(), value);
            return value;
        }
        return CallValue.UNKNOWN;
    }

    private CallValue name(String name) {
        if (isOuterSlot(name)) {
            return read("NameError");
        }
        if (locals.containsKey(name)) {
            return locals.get(name);
        }
        if (name.equals(cls) || members.isOwn() && name.equals(members.name())) {
            return CallValue.CLASS;
        }
        if (name.equals(members.name())) {
            return CallValue.METACLASS;
        }
        return members.global(name);
    }

    private CallValue attribute(Attribute attribute) {
        if (isSlot(attribute)) {
            return read("AttributeError");
        }
        CallValue owner = evaluate(attribute.value());
        if (owner == CallValue.CLASS && attribute.attr().is("__dict__")) {
            return CallValue.ATTRIBUTES;
        }
        String name = members.mangled(attribute.attr().sourceText());
        if (owner == CallValue.METACLASS && members.isInitiallyNone(name) && isOnlyStorage(name)) {
            return run.fail("it keeps one instance for all of its classes");
        }
        if (owner != CallValue.CLASS && owner != CallValue.METACLASS) {
            return CallValue.UNKNOWN;
        }
        return members.attribute(name);
    }

    private CallValue read(String exception) {
        return run.stored == CallValue.ABSENT ? run.raise(exception) : run.stored;
    }

    /** Returns whether an expression is the place in which the instance of the class is kept. */
    boolean isSlot(Expression expression) {
        if (expression instanceof Subscript subscript) {
            return isContainer(subscript.value()) && isClassKey(subscript.slice());
        }
        if (!(expression instanceof Attribute attribute) || !members.isClassName(attribute.value())) {
            return false;
        }
        String name = members.mangled(attribute.attr().sourceText());
        return members.attribute(name) == CallValue.UNKNOWN && members.isStoredByCall(name) && isOnlyStorage(name);
    }

    /** Returns whether an expression is a mapping of instances, and the same one as before. */
    private boolean isContainer(Expression expression) {
        if (evaluate(expression) != CallValue.CONTAINER) {
            return false;
        }
        String name = expression instanceof Attribute attribute
                ? members.mangled(attribute.attr().sourceText())
                : containers.getOrDefault(expression.sourceText(), expression.sourceText());
        return isOnlyStorage(name);
    }

    private boolean isOnlyStorage(String name) {
        if (storage.isEmpty()) {
            storage = name;
        }
        return storage.equals(name) || run.fail("it stores in more than one place") == CallValue.NONE;
    }

    /** Remembers that a local variable is another name of a mapping. */
    void setAlias(String local, Expression value) {
        if (value instanceof Attribute attribute) {
            containers.put(local, members.mangled(attribute.attr().sourceText()));
        } else if (value instanceof Name) {
            containers.put(local, containers.getOrDefault(value.sourceText(), value.sourceText()));
        }
    }

    private boolean isClassKey(Expression key) {
        return evaluate(key) == CallValue.CLASS;
    }

    private CallValue call(Call call) {
        if (run.isCreation(call)) {
            return create(call);
        }
        NodeList<Argument> arguments = call.arguments();
        if (call.func() instanceof Attribute method) {
            String name = method.attr().sourceText();
            CallValue owner = evaluate(method.value());
            if (owner == CallValue.LOCK && (name.equals("acquire") || name.equals("release"))) {
                run.heldLocks += name.equals("acquire") ? 1 : -1;
                return CallValue.TRUE;
            }
            if (owner == CallValue.CONTAINER && isContainer(method.value()) && hasClassKey(arguments)) {
                return container(name, arguments);
            }
        } else if (call.func() instanceof Name function && arguments.size() >= 1) {
            if (function.is("type") && arguments.size() == 1 && isClass(arguments.first())) {
                return CallValue.METACLASS;
            }
            if (function.is("vars") && arguments.size() == 1 && isClass(arguments.first())) {
                return CallValue.ATTRIBUTES;
            }
            if (arguments.size() >= 2 && isClass(arguments.first())) {
                return reflection(function.sourceText(), arguments);
            }
        }
        return run.isRunning() ? run.fail("its __call__ calls something else") : CallValue.UNKNOWN;
    }

    private CallValue create(Call call) {
        NodeList<Argument> arguments = call.arguments();
        if (members.isUnboundBaseCall(call.func())) {
            if (arguments.isEmpty() || !isClass(arguments.first())) {
                return run.fail("it creates an instance of another class");
            }
            arguments = arguments.without(0);
        }
        return run.create(arguments);
    }

    /** Returns whether an expression is the instance that this call created. */
    boolean isNew(Expression expression) {
        return evaluate(expression) == CallValue.NEW;
    }

    private boolean isClass(Argument argument) {
        return argument instanceof Name name && evaluate(name) == CallValue.CLASS;
    }

    private boolean hasClassKey(NodeList<Argument> arguments) {
        return !arguments.isEmpty() && arguments.first() instanceof Expression key && isClassKey(key);
    }

    private CallValue container(String method, NodeList<Argument> arguments) {
        boolean isStored = run.stored != CallValue.ABSENT;
        if (method.equals("has_key") || method.equals("__contains__")) {
            return truth(isStored);
        }
        if (arguments.size() > 1 && !(arguments.get(1) instanceof Expression)) {
            return run.fail("its __call__ calls something else");
        }
        CallValue other = arguments.size() > 1 ? evaluate((Expression) arguments.get(1)) : CallValue.NONE;
        if (method.equals("get")) {
            return isStored ? run.stored : other;
        }
        if (method.equals("setdefault") && other == CallValue.NEW) {
            if (!isStored) {
                run.stored = other;
            }
            return run.stored;
        }
        return run.fail("its __call__ calls something else");
    }

    /** hasattr, getattr and setattr on the class, with a literal name. */
    private CallValue reflection(String function, NodeList<Argument> arguments) {
        String name = arguments.get(1) instanceof Expression text ? Text.content(text) : null;
        if (name == null || !isOnlyStorage(name)) {
            return run.fail("its __call__ calls something else");
        }
        if (function.equals("hasattr")) {
            return truth(run.stored != CallValue.ABSENT);
        }
        if (function.equals("getattr") && arguments.size() == 2) {
            return read("AttributeError");
        }
        if (function.equals("getattr") && arguments.size() == 3 && arguments.get(2) instanceof Expression other) {
            return run.stored != CallValue.ABSENT ? run.stored : evaluate(other);
        }
        if (function.equals("setattr") && arguments.size() == 3 && arguments.get(2) instanceof Expression value) {
            CallValue instance = evaluate(value);
            if (instance == CallValue.NEW || instance == CallValue.OLD) {
                run.stored = instance;
                return CallValue.NONE;
            }
        }
        return run.fail("its __call__ calls something else");
    }

    private CallValue compare(Compare compare) {
        if (compare.comparisons().size() != 1) {
            return run.fail("it depends on a condition that is not about the stored instance");
        }
        CompareOperator op = compare.comparisons().first().op();
        Expression right = compare.comparisons().first().right();
        if (op == CompareOperator.IN || op == CompareOperator.NOT_IN) {
            return contains(compare.left(), right, op == CompareOperator.IN);
        }
        CallValue left = evaluate(compare.left());
        boolean isEqual = op == CompareOperator.IS || op == CompareOperator.EQ;
        if (!isEqual && op != CompareOperator.IS_NOT && op != CompareOperator.NOT_EQ
                || evaluate(right) != CallValue.NONE
                || left == CallValue.UNKNOWN) {
            return run.isRunning()
                    ? run.fail("it depends on a condition that is not about the stored instance")
                    : CallValue.UNKNOWN;
        }
        return truth((left == CallValue.NONE) == isEqual);
    }

    private CallValue contains(Expression key, Expression mapping, boolean isIn) {
        boolean isStored = run.stored != CallValue.ABSENT;
        String text = Text.content(key);
        if (text != null && evaluate(mapping) == CallValue.ATTRIBUTES && isOnlyStorage(text)) {
            return truth(isStored == isIn);
        }
        if (text == null && isContainer(mapping) && isClassKey(key)) {
            return truth(isStored == isIn);
        }
        return run.isRunning()
                ? run.fail("it depends on a condition that is not about the stored instance")
                : CallValue.UNKNOWN;
    }

    private CallValue operation(BoolOp operation) {
        CallValue value = CallValue.UNKNOWN;
        for (Expression operand : operation.values()) {
            value = evaluate(operand);
            if (operand == operation.values().last()) {
                return value;
            }
            Boolean test = value == CallValue.UNKNOWN ? test(operand) : truthOf(value);
            if (test == null || test == (operation.op() == BoolOperator.OR)) {
                return value;
            }
        }
        return value;
    }

    private Boolean truthOf(CallValue value) {
        if (value == CallValue.OLD || value == CallValue.NEW) {
            run.isByTruth = true;
            return true;
        }
        if (value == CallValue.NONE || value == CallValue.FALSE) {
            return false;
        }
        if (value == CallValue.TRUE) {
            return true;
        }
        run.fail("it depends on a condition that is not about the stored instance");
        return null;
    }

    private static CallValue truth(boolean value) {
        return value ? CallValue.TRUE : CallValue.FALSE;
    }
}
