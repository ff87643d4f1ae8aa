package dev.codemod.codemods.singleton;

import dev.codemod.semantics.Semantics;
import dev.codemod.tree.AnnAssign;
import dev.codemod.tree.ArgumentList;
import dev.codemod.tree.Attribute;
import dev.codemod.tree.BinOp;
import dev.codemod.tree.Call;
import dev.codemod.tree.Compare;
import dev.codemod.tree.CompareOperator;
import dev.codemod.tree.Comparison;
import dev.codemod.tree.ExceptHandler;
import dev.codemod.tree.Expression;
import dev.codemod.tree.ExpressionStatement;
import dev.codemod.tree.FormattedValue;
import dev.codemod.tree.FunctionDef;
import dev.codemod.tree.JoinedStr;
import dev.codemod.tree.Keyword;
import dev.codemod.tree.MatchClass;
import dev.codemod.tree.Name;
import dev.codemod.tree.Node;
import dev.codemod.tree.Parameter;
import dev.codemod.tree.Path;
import dev.codemod.tree.Statement;
import dev.codemod.tree.Subscript;
import dev.codemod.tree.Tuple;
import java.util.HashSet;
import java.util.Set;

/** Tells what happens to a class at a place that mentions it, in its own file or in another one. */
final class UseClassifier {
    private static final Set<String> TYPE_TESTS = Set.of("isinstance", "issubclass");
    private static final Set<String> SAFE_ATTRIBUTES =
            Set.of("__name__", "__qualname__", "__module__", "__doc__", "__init__", "__annotations__");
    private static final Set<String> HOOKS = Set.of(
            "__init__",
            "__new__",
            "__call__",
            "__class__",
            "__setattr__",
            "__getattribute__",
            "__getattr__",
            "__delattr__",
            "__post_init__",
            "__reduce__",
            "__reduce_ex__",
            "__copy__",
            "__deepcopy__",
            "__bases__");

    /** Attributes that give a class, which may then be called. */
    private static final Set<String> CLASSES =
            Set.of("__new__", "__call__", "__class__", "__mro__", "__bases__", "__base__", "__subclasses__");

    /** Returns whether constructing an object asks for an attribute of its class. */
    static boolean isHook(String attribute) {
        return HOOKS.contains(attribute);
    }

    /** Returns whether an attribute of a class gives code a class to call. */
    static boolean isClassGiver(String attribute) {
        return CLASSES.contains(attribute);
    }

    private static final Set<CompareOperator> IDENTITY =
            Set.of(CompareOperator.IS, CompareOperator.IS_NOT, CompareOperator.EQ, CompareOperator.NOT_EQ);

    private final Semantics names;

    /** The attributes that the file assigns or deletes; built on first use. */
    private Set<Attribute> stored;

    UseClassifier(Semantics names) {
        this.names = names;
    }

    /** Returns what happens to the class that an expression denotes; of attributes only their names are looked at. */
    UseKind kind(Expression mention) {
        UseKind kind = plainKind(mention);
        boolean isRewritten = kind == UseKind.CALL
                || kind == UseKind.DROPPED_CALL
                || kind == UseKind.METHOD_CALL
                || kind == UseKind.DROPPED_METHOD_CALL;
        return isRewritten && isShown(names.path(mention)) ? UseKind.SHOWN : kind;
    }

    /** Returns whether a program can see the text of an expression: {@code f"{Config().x=}"}, and in template strings. */
    private static boolean isShown(Path path) {
        for (int distance = 1; path.ancestor(distance) != null; distance++) {
            Node parent = path.ancestor(distance);
            if (parent instanceof FormattedValue field && field.isDebug()
                    || parent instanceof JoinedStr string && isTemplate(string)) {
                return true;
            }
            if (parent instanceof Statement) {
                return false;
            }
        }
        return false;
    }

    private static boolean isTemplate(JoinedStr string) {
        String text = string.sourceText();
        for (int i = 0; i < text.length() && Character.isLetter(text.charAt(i)); i++) {
            if (text.charAt(i) == 't' || text.charAt(i) == 'T') {
                return true;
            }
        }
        return false;
    }

    private UseKind plainKind(Expression mention) {
        Path path = names.path(mention);
        Node parent = path.parent();
        if (mention instanceof Attribute attribute && isStored(attribute)) {
            return UseKind.STORED;
        }
        if (parent instanceof Call call && call.func() == mention) {
            if (!call.arguments().isEmpty()) {
                return UseKind.CALL_WITH_ARGUMENTS;
            }
            return names.path(call).parent() instanceof ExpressionStatement ? UseKind.DROPPED_CALL : UseKind.CALL;
        }
        if (parent instanceof Attribute attribute) {
            return kind(attribute);
        }
        if (parent instanceof ArgumentList) {
            return UseKind.SUBCLASSED;
        }
        if (parent instanceof Subscript subscript && subscript.value() == mention) {
            boolean isCalled = path.ancestor(2) instanceof Call call && call.func() == subscript;
            boolean isHarmless = !isCalled && isHarmless(subscript, names.path(subscript));
            return isHarmless ? UseKind.HARMLESS : UseKind.GENERIC;
        }
        return isHarmless(mention, path) ? UseKind.HARMLESS : UseKind.PASSED;
    }

    private UseKind kind(Attribute attribute) {
        String attr = attribute.attr().sourceText();
        if (isStored(attribute)) {
            return UseKind.PATCHED;
        }
        if (isClassGiver(attr)) {
            return UseKind.CONSTRUCTOR;
        }
        if (SAFE_ATTRIBUTES.contains(attr)) {
            return UseKind.HARMLESS;
        }
        Path path = names.path(attribute);
        boolean isCall = path.parent() instanceof Call call
                && call.func() == attribute
                && call.arguments().isEmpty();
        if (!isCall) {
            return UseKind.ATTRIBUTE;
        }
        return path.ancestor(2) instanceof ExpressionStatement ? UseKind.DROPPED_METHOD_CALL : UseKind.METHOD_CALL;
    }

    boolean isStored(Attribute attribute) {
        if (stored == null) {
            stored = new HashSet<>(names.attributeTargets());
        }
        return stored.contains(attribute);
    }

    /** Returns whether an expression that denotes the class stands where nothing can call it. */
    private boolean isHarmless(Expression expression, Path path) {
        Node child = expression;
        for (int distance = 1; path.ancestor(distance) != null; distance++) {
            Node parent = path.ancestor(distance);
            if (parent instanceof Parameter parameter) {
                return child == parameter.annotation() && !isInjected(parameter);
            }
            if (parent instanceof FunctionDef function) {
                return child == function.returns();
            }
            if (parent instanceof AnnAssign assign) {
                return child == assign.annotation() && !mentionsDepends(assign.annotation());
            }
            if (parent instanceof ExceptHandler
                    || parent instanceof MatchClass
                    || parent instanceof ExpressionStatement) {
                return true;
            }
            if (parent instanceof Comparison comparison) {
                return IDENTITY.contains(comparison.op());
            }
            if (parent instanceof Compare compare) {
                return compare.comparisons().size() == 1
                        && IDENTITY.contains(compare.comparisons().first().op());
            }
            if (parent instanceof Call call) {
                return isTypeArgument(call, child);
            }
            if (parent instanceof Keyword keyword) {
                return keyword.name() != null
                        && keyword.name().is("bound")
                        && path.ancestor(distance + 1) instanceof Call call
                        && "typing.TypeVar".equals(names.qualifiedName(call.func()));
            }
            boolean isTypePart = parent instanceof Tuple
                    || parent instanceof BinOp
                    || parent instanceof Subscript subscript && subscript.slice() == child;
            if (!isTypePart) {
                return false;
            }
            if (parent instanceof Subscript subscript && isTyping(subscript)) {
                return true;
            }
            child = parent;
        }
        return false;
    }

    /** Returns whether a subscript is a type such as {@code Optional[Config]}, whose parts nobody calls. */
    private boolean isTyping(Subscript subscript) {
        String type = names.qualifiedName(subscript.value());
        boolean isAnnotated = type != null && type.endsWith(".Annotated");
        return type != null && (type.startsWith("typing.") || type.startsWith("typing_extensions.")) && !isAnnotated;
    }

    private boolean isTypeArgument(Call call, Node argument) {
        String function = names.qualifiedName(call.func());
        if (function == null) {
            return false;
        }
        String bare = function.substring(function.indexOf('.') + 1);
        boolean isFirst = !call.arguments().isEmpty() && call.arguments().first() == argument;
        boolean isBuiltin = function.equals("builtins." + bare) || function.equals("__builtin__." + bare);
        return isBuiltin && (TYPE_TESTS.contains(bare) && !isFirst || bare.equals("super") && isFirst)
                || function.equals("typing.cast") && isFirst;
    }

    /** Returns whether a framework constructs the annotated class for a parameter: FastAPI's {@code Depends()}. */
    private static boolean isInjected(Parameter parameter) {
        return mentionsDepends(parameter.annotation())
                || parameter.defaultValue() != null && mentionsDepends(parameter.defaultValue());
    }

    private static boolean mentionsDepends(Expression expression) {
        for (Name part : expression.findAll(Name.class)) {
            if (part.is("Depends")) {
                return true;
            }
        }
        for (Attribute part : expression.findAll(Attribute.class)) {
            if (part.attr().is("Depends")) {
                return true;
            }
        }
        return false;
    }
}
