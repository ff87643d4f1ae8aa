package dev.codemod.codemods.sql;

import dev.codemod.semantics.Binding;
import dev.codemod.semantics.Definition;
import dev.codemod.semantics.Scope;
import dev.codemod.semantics.ScopeKind;
import dev.codemod.semantics.Semantics;
import dev.codemod.tree.Argument;
import dev.codemod.tree.Attribute;
import dev.codemod.tree.Call;
import dev.codemod.tree.ClassDef;
import dev.codemod.tree.Decorator;
import dev.codemod.tree.Expression;
import dev.codemod.tree.FunctionDef;
import dev.codemod.tree.GeneratorExp;
import dev.codemod.tree.Lambda;
import dev.codemod.tree.Name;
import dev.codemod.tree.NameConstant;
import dev.codemod.tree.Node;
import dev.codemod.tree.Parameter;
import dev.codemod.tree.Return;
import dev.codemod.tree.Yield;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The functions and classes of a file, as far as they say what an object is. */
final class Functions {
    private static final Set<String> CONTEXT_MANAGERS =
            Set.of("contextlib.contextmanager", "contextlib.asynccontextmanager");

    private final Semantics semantics;

    Functions(Semantics semantics) {
        this.semantics = semantics;
    }

    /** Returns whether an expression is {@code None}. */
    static boolean isNone(Expression expression) {
        return (expression instanceof NameConstant || expression instanceof Name) && expression.is("None");
    }

    /** Returns whether an expression denotes a builtin function. */
    boolean isBuiltin(Expression expression, String name) {
        String qualified = semantics.qualifiedName(expression);
        return qualified != null && (qualified.equals("builtins." + name) || qualified.equals("__builtin__." + name));
    }

    /** Returns whether a variable is assigned something that has no length and can be read only once. */
    boolean isIterator(Expression expression) {
        Definition only = expression instanceof Name name ? semantics.singleAssignment(name) : null;
        return only != null
                && (only.value() instanceof GeneratorExp
                        || only.value() instanceof Call call
                                && (isBuiltin(call.func(), "map")
                                        || isBuiltin(call.func(), "filter")
                                        || isBuiltin(call.func(), "iter")
                                        || isBuiltin(call.func(), "zip")));
    }

    /** Returns the function or method of the file that a call certainly calls, or null. */
    FunctionDef called(Call call) {
        if (call.func() instanceof Name name) {
            Definition only = semantics.singleAssignment(name);
            return only != null && only.site() instanceof FunctionDef function ? function : null;
        }
        if (call.func() instanceof Attribute method) {
            ClassDef owner = classOfSelf(method.value());
            return owner == null ? null : method(owner, method.attr().sourceText(), 0);
        }
        return null;
    }

    private FunctionDef method(ClassDef owner, String name, int depth) {
        Binding member = member(owner, name);
        if (member != null) {
            Definition only = member.onlyDefinition();
            return only != null && only.site() instanceof FunctionDef function ? function : null;
        }
        for (ClassDef base : depth < 5 ? bases(owner) : List.<ClassDef>of()) {
            FunctionDef found = method(base, name, depth + 1);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** Returns a variable of the body of a class, or null. */
    Binding member(ClassDef owner, String name) {
        for (Scope scope : semantics.scopeOf(owner).children()) {
            if (scope.node() == owner && scope.kind() == ScopeKind.CLASS) {
                return scope.binding(name);
            }
            for (Scope inner : scope.children()) {
                if (inner.node() == owner && inner.kind() == ScopeKind.CLASS) {
                    return inner.binding(name);
                }
            }
        }
        return null;
    }

    /** Returns the base classes that are classes of the file. */
    List<ClassDef> bases(ClassDef owner) {
        List<ClassDef> bases = new ArrayList<>();
        if (owner.arguments() == null) {
            return bases;
        }
        for (Argument argument : owner.arguments().arguments()) {
            Definition only = argument instanceof Name name ? semantics.singleAssignment(name) : null;
            if (only != null && only.site() instanceof ClassDef base) {
                bases.add(base);
            }
        }
        return bases;
    }

    /** Returns the class whose methods call themselves on the object, or null if the expression is not {@code self}. */
    ClassDef classOfSelf(Expression expression) {
        if (!(expression instanceof Name name)) {
            return null;
        }
        Binding binding = semantics.bindingOf(name);
        Definition only = binding == null ? null : binding.onlyDefinition();
        if (only == null
                || !(only.site() instanceof Parameter parameter)
                || !(binding.scope().node() instanceof FunctionDef function)
                || function.parameters().items().isEmpty()
                || function.parameters().items().get(0) != parameter) {
            return null;
        }
        Scope around = binding.scope().parent();
        while (around != null && around.kind() != ScopeKind.CLASS && !(around.node() instanceof FunctionDef)) {
            around = around.parent();
        }
        boolean isMethod = around != null && around.node() instanceof ClassDef && !isStatic(function);
        return isMethod ? (ClassDef) around.node() : null;
    }

    private boolean isStatic(FunctionDef function) {
        return function.decorators().stream().anyMatch(decorator -> isBuiltin(decorator.expression(), "staticmethod"));
    }

    /** Returns whether reading the attribute calls the function. */
    boolean isProperty(FunctionDef function) {
        for (Decorator decorator : function.decorators()) {
            Expression expression = decorator.expression();
            String qualified = semantics.qualifiedName(expression);
            if (isBuiltin(expression, "property")
                    || "functools.cached_property".equals(qualified)
                    || "django.utils.functional.cached_property".equals(qualified)) {
                return true;
            }
        }
        return false;
    }

    /** Returns whether calls of the function are used in {@code with} statements. */
    boolean isContextManager(FunctionDef function) {
        return function.decorators().stream()
                .map(decorator -> semantics.qualifiedName(decorator.expression()))
                .anyMatch(name -> name != null && CONTEXT_MANAGERS.contains(name));
    }

    /** Returns what a function returns or, as a context manager, yields. */
    List<Expression> results(FunctionDef function) {
        List<Expression> results = new ArrayList<>();
        boolean isContextManager = isContextManager(function);
        List<Node> open = new ArrayList<>(function.body().children());
        while (!open.isEmpty()) {
            Node node = open.remove(open.size() - 1);
            if (node instanceof FunctionDef || node instanceof ClassDef || node instanceof Lambda) {
                continue;
            }
            if (isContextManager && node instanceof Yield yield && yield.value() != null) {
                results.add(yield.value());
            } else if (!isContextManager && node instanceof Return statement && statement.value() != null) {
                results.add(statement.value());
            }
            node.addChildrenTo(open);
        }
        return results;
    }
}
