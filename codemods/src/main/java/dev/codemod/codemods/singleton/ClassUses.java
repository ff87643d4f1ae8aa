package dev.codemod.codemods.singleton;

import dev.codemod.semantics.Binding;
import dev.codemod.semantics.Definition;
import dev.codemod.semantics.Semantics;
import dev.codemod.tree.AnnAssign;
import dev.codemod.tree.ArgumentList;
import dev.codemod.tree.Attribute;
import dev.codemod.tree.BinOp;
import dev.codemod.tree.Call;
import dev.codemod.tree.ClassDef;
import dev.codemod.tree.Compare;
import dev.codemod.tree.CompareOperator;
import dev.codemod.tree.Comparison;
import dev.codemod.tree.ExceptHandler;
import dev.codemod.tree.Expression;
import dev.codemod.tree.ExpressionStatement;
import dev.codemod.tree.FunctionDef;
import dev.codemod.tree.ImportFrom;
import dev.codemod.tree.Keyword;
import dev.codemod.tree.MatchClass;
import dev.codemod.tree.Name;
import dev.codemod.tree.Node;
import dev.codemod.tree.Parameter;
import dev.codemod.tree.Path;
import dev.codemod.tree.Subscript;
import dev.codemod.tree.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Sorts the mentions of a class in its own module: calls to rewrite, harmless ones, and those that are in the way. */
final class ClassUses {
    private static final Set<String> TYPE_TESTS = Set.of("isinstance", "issubclass");
    private static final Set<String> SAFE_ATTRIBUTES =
            Set.of("__name__", "__qualname__", "__module__", "__doc__", "__init__", "__mro__", "__annotations__");
    private static final Set<CompareOperator> IDENTITY =
            Set.of(CompareOperator.IS, CompareOperator.IS_NOT, CompareOperator.EQ, CompareOperator.NOT_EQ);

    private final ClassDef definition;
    private final String name;
    private final ClassView view;
    private final Semantics names;
    private final List<Call> calls = new ArrayList<>();
    private final List<Blocker> blockers = new ArrayList<>();

    ClassUses(ClassView view, Semantics names) {
        this.definition = view.definition();
        this.name = definition.name().sourceText();
        this.view = view;
        this.names = names;
        Binding binding = names.bindingOf(definition.name());
        for (Definition other : binding.definitions()) {
            if (other.site() != definition) {
                block(
                        other.name(),
                        "rebound",
                        name + " is bound to something else here, so a call may not mean the class");
            }
        }
        for (ImportFrom star : names.scope().starImports()) {
            if (star.firstToken() > definition.firstToken()) {
                block(star, "rebound", "the star import may bind " + name + " to something else");
            }
        }
        for (Name reference : binding.references()) {
            sort(reference, names.path(reference));
        }
    }

    /** Returns the calls of the class, in source order. */
    List<Call> calls() {
        return calls;
    }

    List<Blocker> blockers() {
        return blockers;
    }

    private void block(Node place, String reason, String message) {
        blockers.add(new Blocker(place, reason, message));
    }

    private void sort(Name reference, Path path) {
        Node parent = path.parent();
        if (parent instanceof Call call && call.func() == reference) {
            calls.add(call);
        } else if (parent instanceof Attribute attribute) {
            attribute(attribute, path);
        } else if (parent instanceof ArgumentList) {
            block(
                    reference,
                    "subclassed",
                    "a subclass of " + name + " inherits the metaclass and has an instance of its own");
        } else if (parent instanceof Subscript subscript && subscript.value() == reference) {
            generic(subscript, path);
        } else if (!isHarmless(reference, path)) {
            block(
                    reference,
                    "class-passed",
                    name + " is used without a call, and whoever gets the class may call it; pass a function that"
                            + " returns the instance instead");
        }
    }

    private void generic(Subscript subscript, Path path) {
        boolean isCalled = path.ancestor(2) instanceof Call call && call.func() == subscript;
        if (isCalled || !isHarmless(subscript, names.path(subscript))) {
            block(
                    subscript,
                    "generic",
                    "the generic alias " + subscript.sourceText() + " may be called like the class");
        }
    }

    private void attribute(Attribute attribute, Path path) {
        String attr = attribute.attr().sourceText();
        boolean isStored = names.attributeTargets().contains(attribute);
        if (attr.equals("__new__") || attr.equals("__call__") || attr.equals("__class__")) {
            block(attribute, "class-passed", name + "." + attr + " constructs or shows the class behind the metaclass");
        } else if (!isStored && !SAFE_ATTRIBUTES.contains(attr) && !view.hasMember(attr) && !isStoredAnywhere(attr)) {
            block(
                    attribute,
                    "metaclass-attribute",
                    name + " defines no " + attr + ": it comes from the metaclass, which goes away");
        }
    }

    private boolean isStoredAnywhere(String attr) {
        for (Attribute target : names.attributeTargets()) {
            if (target.attr().is(attr) && ClassView.classOf(target.value(), names) == definition) {
                return true;
            }
        }
        return false;
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
