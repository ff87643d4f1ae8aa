package dev.codemod.codemods.singleton;

import dev.codemod.semantics.Definition;
import dev.codemod.tree.Argument;
import dev.codemod.tree.Attribute;
import dev.codemod.tree.Call;
import dev.codemod.tree.ClassDef;
import dev.codemod.tree.Expression;
import dev.codemod.tree.FunctionDef;
import dev.codemod.tree.Keyword;
import dev.codemod.tree.Lambda;
import dev.codemod.tree.Name;
import dev.codemod.tree.Statement;
import dev.codemod.tree.StringConstant;
import java.util.Set;

/** The calls that {@link ConstructionSafety} understands: pure builtins, and what the module itself defines. */
final class PureCalls {
    private static final Set<String> MAKERS = Set.of(
            "list",
            "dict",
            "set",
            "bytearray",
            "sorted",
            "collections.OrderedDict",
            "collections.deque",
            "collections.Counter");
    private static final Set<String> PURE = Set.of(
            "tuple",
            "frozenset",
            "str",
            "unicode",
            "int",
            "long",
            "float",
            "bool",
            "bytes",
            "object",
            "len",
            "min",
            "max",
            "sum",
            "range",
            "xrange",
            "enumerate",
            "zip",
            "abs",
            "round",
            "chr",
            "ord");
    private static final Set<String> CONTAINER_METHODS = Set.of(
            "append",
            "extend",
            "insert",
            "add",
            "update",
            "setdefault",
            "clear",
            "copy",
            "keys",
            "values",
            "items",
            "get",
            "appendleft",
            "discard",
            "reverse");
    private static final Set<String> STRING_METHODS = Set.of(
            "format",
            "join",
            "split",
            "strip",
            "lstrip",
            "rstrip",
            "upper",
            "lower",
            "title",
            "replace",
            "encode",
            "splitlines");

    private final ConstructionSafety safety;
    private final PureFrame frame;
    private final PureExpressions expressions;

    PureCalls(ConstructionSafety safety, PureFrame frame, PureExpressions expressions) {
        this.safety = safety;
        this.frame = frame;
        this.expressions = expressions;
    }

    PureValue call(Call call) {
        String name = safety.names().qualifiedName(call.func());
        boolean isOwn = name == null || !isBuiltin(name) && safety.isOfProject(name);
        PureValue made = isOwn ? null : PureLibrary.call(name, call, safety.names());
        if (made == PureValue.FRESH || made != null && call.arguments().isEmpty()) {
            return imported(call, made);
        }
        for (Argument argument : call.arguments()) {
            if (made != null && PureLibrary.isLiteral(argument, safety.names())) {
                continue;
            } else if (argument instanceof Keyword keyword && keyword.name() != null) {
                expressions.evaluate(keyword.value());
            } else if (argument instanceof Expression expression) {
                expressions.evaluate(expression);
            } else {
                return expressions.fail(call);
            }
        }
        if (safety.hasFailed()) {
            return PureValue.IMPURE;
        }
        if (made != null) {
            return imported(call, made);
        }
        if (!isOwn && isPure(name, call)) {
            return MAKERS.contains(withoutBuiltins(name)) ? PureValue.FRESH : PureValue.PLAIN;
        }
        if (call.func() instanceof Name function) {
            return function(call, function.sourceText());
        }
        return call.func() instanceof Attribute method ? method(call, method) : expressions.fail(call);
    }

    /** What a call of an imported name makes; the import must have run before. */
    private PureValue imported(Call call, PureValue made) {
        Expression root = call.func();
        while (root instanceof Attribute attribute) {
            root = attribute.value();
        }
        Definition definition = root instanceof Name name ? safety.constants().definition(name.sourceText()) : null;
        if (definition == null || !(definition.site() instanceof Statement statement)) {
            return expressions.fail(call);
        }
        safety.need(statement);
        return made;
    }

    private boolean isPure(String name, Call call) {
        String bare = withoutBuiltins(name);
        boolean isKnown = MAKERS.contains(bare) || PURE.contains(bare);
        return isKnown && call.findAll(Lambda.class).isEmpty() && isKnownOwner(name);
    }

    private static boolean isKnownOwner(String name) {
        return isBuiltin(name) || name.startsWith("collections.");
    }

    static boolean isBuiltin(String name) {
        return name.startsWith("builtins.") || name.startsWith("__builtin__.");
    }

    private static String withoutBuiltins(String name) {
        return isBuiltin(name) ? name.substring(name.indexOf('.') + 1) : name;
    }

    private PureValue function(Call call, String name) {
        Definition definition = safety.constants().definition(name);
        if (frame.local(name) == null && definition != null) {
            if (definition.site() instanceof FunctionDef function) {
                safety.need(function);
                return safety.call(function, new PureFrame(safety, null), call);
            }
            if (definition.site() instanceof ClassDef made) {
                safety.need(made);
                return safety.constructPlain(made);
            }
        }
        return other(call);
    }

    /** A call of what another module of the project defines, or of nobody knows what. */
    private PureValue other(Call call) {
        PureValue made = safety.imported(call.func(), true);
        return made == null ? expressions.fail(call) : made;
    }

    private PureValue method(Call call, Attribute method) {
        String name = method.attr().sourceText();
        if (isBaseCall(call, method)) {
            return base(call, name);
        }
        if (method.value() instanceof StringConstant && STRING_METHODS.contains(name)) {
            return PureValue.PLAIN;
        }
        PureValue made = safety.imported(method, true);
        if (made != null) {
            return made;
        }
        PureValue owner = expressions.evaluate(method.value());
        if (owner == PureValue.FRESH && CONTAINER_METHODS.contains(name)) {
            return PureValue.PLAIN;
        }
        if (owner == PureValue.SELF
                && frame.attribute(name) == null
                && frame.view().method(name) != null) {
            FunctionDef called = frame.view().method(name);
            safety.readMember(name);
            return safety.call(called, frame, call);
        }
        return expressions.fail(call);
    }

    /** Returns whether a call is {@code super().m(...)} or {@code Base.m(self, ...)}. */
    private boolean isBaseCall(Call call, Attribute method) {
        if (frame.view() == null) {
            return false;
        }
        if (method.value() instanceof Call inner && inner.func().is("super")) {
            return true;
        }
        return method.value() instanceof Name
                && !call.arguments().isEmpty()
                && call.arguments().first() instanceof Name self
                && frame.local(self.sourceText()) == PureValue.SELF
                && ClassView.bases(frame.view().definition(), safety.names()).stream()
                        .anyMatch(
                                base -> base.sourceText().equals(method.value().sourceText()));
    }

    /** The method of that name of every visible base: which of them is meant depends on the order of the bases. */
    private PureValue base(Call call, String name) {
        for (ClassDef part : frame.view().classes()) {
            FunctionDef inherited = new ClassView(part, safety.names()).method(name);
            if (part != frame.view().definition() && inherited != null) {
                safety.call(inherited, frame, call);
            }
        }
        if (!name.equals("__init__")) {
            return expressions.fail(call);
        }
        safety.constructBases(frame.view(), call);
        return safety.hasFailed() ? PureValue.IMPURE : PureValue.PLAIN;
    }
}
