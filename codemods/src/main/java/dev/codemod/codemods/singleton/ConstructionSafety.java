package dev.codemod.codemods.singleton;

import dev.codemod.semantics.Binding;
import dev.codemod.semantics.Definition;
import dev.codemod.semantics.Semantics;
import dev.codemod.tree.AnnAssign;
import dev.codemod.tree.Argument;
import dev.codemod.tree.Assign;
import dev.codemod.tree.Attribute;
import dev.codemod.tree.AugAssign;
import dev.codemod.tree.Block;
import dev.codemod.tree.Call;
import dev.codemod.tree.ClassDef;
import dev.codemod.tree.Elif;
import dev.codemod.tree.Expression;
import dev.codemod.tree.ExpressionStatement;
import dev.codemod.tree.For;
import dev.codemod.tree.FunctionDef;
import dev.codemod.tree.If;
import dev.codemod.tree.Import;
import dev.codemod.tree.ImportFrom;
import dev.codemod.tree.Keyword;
import dev.codemod.tree.Name;
import dev.codemod.tree.Node;
import dev.codemod.tree.Parameter;
import dev.codemod.tree.ParameterItem;
import dev.codemod.tree.Return;
import dev.codemod.tree.Statement;
import dev.codemod.tree.Subscript;
import dev.codemod.tree.Tuple;
import dev.codemod.tree.Yield;
import dev.codemod.tree.YieldFrom;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Decides whether constructing a class can move to the time of import: whether it only stores parameters, literals and
 * what pure built-ins make of them, following the methods, functions and classes of the module.
 *
 * <p>Anything else, for example files, the environment, the clock, threads, or names that other code may have changed
 * before the first call, makes the construction impure, and the reason is kept.
 */
final class ConstructionSafety {
    private static final int MAX_DEPTH = 20;
    private static final Set<String> FACTORIES = Set.of("list", "dict", "set", "tuple", "str", "int", "float", "bool");

    private final String path;
    private final Semantics names;
    private final ModuleConstants constants;
    private final String doubt;
    private final Set<HelperUse> uses = new TreeSet<>();
    private final Set<String> members = new HashSet<>();
    private final List<String> paths;
    private final Set<Statement> needed = new LinkedHashSet<>();
    private final Set<Node> open = new HashSet<>();
    private String reason = "";
    private Node place;
    private int depth;

    /**
     * @param path the file
     * @param paths the files of the project, one of which may hide a module of the standard library
     * @param doubt why what other modules define may do more than store, a clause; empty if it is taken for pure, which
     *     {@link #uses()} then says
     */
    ConstructionSafety(String path, Semantics names, ModuleConstants constants, List<String> paths, String doubt) {
        this.path = path;
        this.doubt = doubt;
        this.paths = paths;
        this.names = names;
        this.constants = constants;
    }

    /**
     * Returns whether constructing the class without arguments does nothing but store.
     *
     * @param own how the class keeps its instance, if it does that itself; else null
     */
    boolean isPure(ClassView view, OwnSingleton own) {
        constructWhole(view);
        if (own != null) {
            PureFrame frame =
                    new PureFrame(this, view).enter((FunctionDef) own.use().place());
            own.initialValues(names)
                    .values()
                    .forEach(value -> frame.expressions().evaluate(value));
        }
        return reason.isEmpty();
    }

    /** Returns whether constructing a subclass does nothing but store, as far as the class has a part in that. */
    boolean isPureBase(ClassView view) {
        construct(view);
        return reason.isEmpty();
    }

    /** Returns why the construction is impure, a clause for messages; empty if it is pure. */
    String reason() {
        return reason;
    }

    /** Returns the place that makes the construction impure, or null. */
    Node place() {
        return place;
    }

    /** Returns the statements of the module that must have run before an instance is constructed. */
    Set<Statement> needed() {
        return needed;
    }

    ModuleConstants constants() {
        return constants;
    }

    /** Returns whether the module of a dotted name may be one of the project: {@code queue.Queue} of its own queue.py. */
    boolean isOfProject(String dotted) {
        String module = dotted.substring(0, Math.max(dotted.indexOf('.'), 0));
        String file = module + ".py";
        String folder = module + "/__init__.py";
        for (String path : paths) {
            if (isAtEnd(path, file) || isAtEnd(path, folder)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAtEnd(String path, String file) {
        int start = path.length() - file.length();
        return path.endsWith(file) && (start == 0 || path.charAt(start - 1) == '/');
    }

    Semantics names() {
        return names;
    }

    void need(Statement statement) {
        needed.add(statement);
    }

    PureValue fail(Node where, String why) {
        if (reason.isEmpty()) {
            reason = why;
            place = where;
        }
        return PureValue.IMPURE;
    }

    boolean hasFailed() {
        return !reason.isEmpty();
    }

    void readMember(String name) {
        members.add(name);
    }

    /** Returns the attributes of classes whose values matter. */
    Set<String> members() {
        return members;
    }

    /** Returns what is taken for pure of other modules of the project. */
    Set<HelperUse> uses() {
        return uses;
    }

    /**
     * Returns what is known of a name or attribute that comes from another module of the project, or null if it does not.
     *
     * @param mention a name, or an attribute of a module; arguments of a call were evaluated
     */
    PureValue imported(Expression mention, boolean isCall) {
        Expression root = mention;
        while (root instanceof Attribute attribute) {
            root = attribute.value();
        }
        Binding binding = root instanceof Name ? names.bindingOf(root) : null;
        Definition only = binding == null || binding.scope() != names.scope() ? null : binding.onlyDefinition();
        boolean isImport = only != null && (only.site() instanceof Import || only.site() instanceof ImportFrom);
        ForeignName foreign = isImport ? ForeignName.of(mention, names, path) : null;
        HelperUse use = foreign == null
                ? null
                : new HelperUse(foreign.module(), foreign.name(), isCall, mention instanceof Attribute);
        if (use == null || Helpers.filesOf(use.module(), paths).isEmpty()) {
            return null;
        }
        if (constants.definition(binding.name()) == null) {
            return null;
        }
        if (!doubt.isEmpty()) {
            return fail(mention, doubt);
        }
        need((Statement) only.site());
        uses.add(use);
        return PureValue.PLAIN;
    }

    /** Follows the construction of a class that other modules call; one with a metaclass may do anything. */
    PureValue constructPlain(ClassDef definition) {
        ClassView view = new ClassView(definition, names);
        for (ClassDef part : view.classes()) {
            if (MetaclassUse.of(part, names) != null) {
                return fail(definition.name(), definition.name().sourceText() + " has a metaclass");
            }
        }
        boolean isPlain = definition.decorators().isEmpty() || view.isDataclass();
        return isPlain
                ? constructWhole(view)
                : fail(definition.name(), definition.name().sourceText() + " is decorated");
    }

    private PureValue constructWhole(ClassView view) {
        if (!view.abstractMembers().isEmpty()) {
            String missing = view.abstractMembers().get(0);
            return fail(view.definition().name(), "it may be abstract: " + missing + " is not defined");
        }
        return construct(view);
    }

    private PureValue construct(ClassView view) {
        ClassDef definition = view.definition();
        if (!view.unknownBase().isEmpty()) {
            return fail(definition.name(), "its base class " + view.unknownBase() + " is not in this file");
        }
        if (!view.activeBase().isEmpty()) {
            return fail(definition.name(), "constructing its base class " + view.activeBase() + " may do anything");
        }
        if (!view.isPlain() || view.member("__init__") != null && view.method("__init__") == null) {
            return fail(definition.name(), "its body does more than define methods and attributes");
        }
        for (String hook : new String[] {"__setattr__", "__getattribute__", "__getattr__", "__new__"}) {
            if (view.hasMember(hook)) {
                return fail(definition.name(), "it defines " + hook);
            }
        }
        PureFrame frame = new PureFrame(this, view);
        if (view.isDataclass()) {
            fields(view);
            FunctionDef after = view.method("__post_init__");
            return after == null ? PureValue.PLAIN : call(after, frame, after);
        }
        FunctionDef init = view.method("__init__");
        return init == null ? constructBases(view, definition) : call(init, frame, init);
    }

    /** Follows the {@code __init__} of the base classes in other files. */
    PureValue constructBases(ClassView view, Node where) {
        ClassShape bases = view.foreign();
        if (!bases.hasInit()) {
            return PureValue.PLAIN;
        }
        if (!bases.impure().isEmpty()) {
            return fail(where, bases.impure());
        }
        for (String attribute : bases.stores()) {
            if (view.isComputed(attribute)) {
                return fail(where, "setting " + attribute + " runs code");
            }
        }
        return PureValue.PLAIN;
    }

    private void fields(ClassView view) {
        for (ClassDef part : view.classes()) {
            part.body().statements().forEach(this::field);
        }
    }

    private void field(Statement statement) {
        if (statement instanceof AnnAssign field && field.value() instanceof Call call) {
            for (Argument argument : call.arguments()) {
                if (argument instanceof Keyword keyword
                        && keyword.name() != null
                        && keyword.name().is("default_factory")
                        && !FACTORIES.contains(keyword.value().sourceText())) {
                    fail(keyword, "a field is made by " + keyword.value().sourceText());
                }
            }
        }
    }

    /**
     * Follows a call of a method or function of the module.
     *
     * @param frame the attributes of the instance that is constructed and its class; for a function an empty one
     */
    PureValue call(FunctionDef function, PureFrame frame, Node where) {
        if (depth > MAX_DEPTH || !open.add(function)) {
            return fail(where, function.name().sourceText() + "() calls itself");
        }
        depth++;
        PureValue result = body(function, frame.enter(function));
        depth--;
        open.remove(function);
        return result;
    }

    private PureValue body(FunctionDef function, PureFrame frame) {
        boolean isGenerator = !function.body().findAll(Yield.class).isEmpty()
                || !function.body().findAll(YieldFrom.class).isEmpty();
        if (function.isAsync() || isGenerator || !function.decorators().isEmpty()) {
            return fail(function.name(), function.name().sourceText() + "() is no plain function");
        }
        for (ParameterItem item : function.parameters().items()) {
            if (!(item instanceof Parameter)) {
                continue;
            }
            Parameter parameter = (Parameter) item;
            Expression value = parameter.defaultValue();
            if (value instanceof Name) {
                new PureFrame(this, null).expressions().evaluate(value);
            } else if (value != null && !ModuleConstants.isImmutable(value)) {
                return fail(
                        value,
                        "the default value of " + parameter.name().sourceText()
                                + " is an object that other code may change before");
            }
            frame.setLocalIfAbsent(parameter.name().sourceText(), PureValue.PLAIN);
        }
        execute(function.body(), frame);
        return hasFailed() ? PureValue.IMPURE : PureValue.PLAIN;
    }

    private void execute(Block block, PureFrame frame) {
        for (Statement statement : block.statements()) {
            if (hasFailed()) {
                return;
            }
            execute(statement, frame);
        }
    }

    private void execute(Statement statement, PureFrame frame) {
        if (Text.isIdle(statement)) {
            return;
        }
        PureExpressions expressions = frame.expressions();
        if (statement instanceof Return result) {
            if (result.value() != null) {
                expressions.evaluate(result.value());
            }
        } else if (statement instanceof ExpressionStatement expression) {
            expressions.evaluate(expression.value());
        } else if (statement instanceof Assign assign) {
            PureValue value = expressions.evaluate(assign.value());
            assign.targets().forEach(target -> assign(target, value, frame));
        } else if (statement instanceof AnnAssign assign) {
            if (assign.value() != null) {
                assign(assign.target(), expressions.evaluate(assign.value()), frame);
            }
        } else if (statement instanceof AugAssign assign) {
            expressions.evaluate(assign.value());
            assign(assign.target(), expressions.evaluate(assign.target()), frame);
        } else if (statement instanceof If branch) {
            execute(branch, frame);
        } else if (statement instanceof For loop && !loop.isAsync() && loop.orElse() == null) {
            expressions.evaluate(loop.iter());
            assign(loop.target(), PureValue.PLAIN, frame);
            execute(loop.body(), frame);
        } else {
            fail(statement, "line " + statement.line() + " does more than store values");
        }
    }

    private void execute(If branch, PureFrame frame) {
        frame.expressions().evaluate(branch.test());
        execute(branch.body(), frame);
        for (Elif elif : branch.elifs()) {
            frame.expressions().evaluate(elif.test());
            execute(elif.body(), frame);
        }
        if (branch.orElse() != null) {
            execute(branch.orElse().body(), frame);
        }
    }

    private void assign(Expression target, PureValue value, PureFrame frame) {
        if (hasFailed()) {
            return;
        }
        if (target instanceof Name) {
            if (!frame.isLocal(target)) {
                fail(target, "it assigns the global " + target.sourceText());
            }
            frame.setLocal(target.sourceText(), value);
        } else if (target instanceof Attribute attribute
                && frame.expressions().evaluate(attribute.value()) == PureValue.SELF) {
            String name = attribute.attr().sourceText();
            if (frame.view().isComputed(name)) {
                fail(target, "setting " + name + " runs code");
            }
            frame.setAttribute(name, value);
        } else if (target instanceof Subscript subscript
                && frame.expressions().evaluate(subscript.value()) == PureValue.FRESH) {
            frame.expressions().evaluate(subscript.slice());
        } else if (target instanceof Tuple tuple) {
            tuple.elements().forEach(element -> assign(element, PureValue.PLAIN, frame));
        } else {
            fail(target, "it changes " + target.sourceText() + ", which it did not make");
        }
    }
}
