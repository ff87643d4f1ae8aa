package dev.codemod.semantics;

import dev.codemod.tree.ClassDef;
import dev.codemod.tree.Expression;
import dev.codemod.tree.FunctionDef;
import dev.codemod.tree.Name;
import dev.codemod.tree.Parameter;
import dev.codemod.tree.ParameterItem;
import java.util.List;
import java.util.Set;

/** The first parameters of methods: {@code self}, an instance, and {@code cls}, the class. */
final class MethodReceivers {
    private static final Set<String> CALLED_ON_CLASSES = Set.of("__new__", "__init_subclass__", "__class_getitem__");

    private final Semantics semantics;
    private final OwnDefinitions own;

    MethodReceivers(Semantics semantics, OwnDefinitions own) {
        this.semantics = semantics;
        this.own = own;
    }

    /** Returns the class of the first parameter of a method, or null if the parameter is another one. */
    Resolution typeOfSelf(Definition parameter) {
        FunctionDef function = methodWithFirst(parameter);
        if (function == null
                || CALLED_ON_CLASSES.contains(semantics.text(function.name()))
                || own.decorators(function).contains("builtins.classmethod")) {
            return null;
        }
        return Resolution.known(
                own.nameOf(own.classAround(function)), parameter.name(), "the first parameter of a method");
    }

    /** Returns the class that a name stands for because it is the first parameter of a class method, or null. */
    ClassDef classOfClsParameter(Expression callee) {
        Definition definition = callee instanceof Name name ? semantics.singleAssignment(name) : null;
        FunctionDef function = definition == null ? null : methodWithFirst(definition);
        if (function == null) {
            return null;
        }
        return semantics.text(function.name()).equals("__new__")
                        || own.decorators(function).contains("builtins.classmethod")
                ? own.classAround(function)
                : null;
    }

    /** Returns the method whose first parameter is bound there, or null; static methods have none. */
    private FunctionDef methodWithFirst(Definition parameter) {
        if (parameter.kind() != BindingKind.PARAMETER
                || !(parameter.scope().node() instanceof FunctionDef function)
                || own.classAround(function) == null) {
            return null;
        }
        List<ParameterItem> items = function.parameters().items();
        boolean first = !items.isEmpty()
                && items.get(0) instanceof Parameter candidate
                && candidate == parameter.site()
                && !candidate.isStar();
        return first && !own.decorators(function).contains("builtins.staticmethod") ? function : null;
    }
}
