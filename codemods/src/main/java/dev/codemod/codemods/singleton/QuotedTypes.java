package dev.codemod.codemods.singleton;

import dev.codemod.semantics.Semantics;
import dev.codemod.tree.AnnAssign;
import dev.codemod.tree.Call;
import dev.codemod.tree.FunctionDef;
import dev.codemod.tree.Node;
import dev.codemod.tree.Parameter;
import dev.codemod.tree.Path;
import dev.codemod.tree.Statement;
import dev.codemod.tree.Subscript;

/** Strings that are types, or names of other things than classes. */
final class QuotedTypes {
    private QuotedTypes() {}

    /** Returns whether a string is the name of a logger. */
    static boolean isLogger(Path path, Semantics names) {
        return path.parent() instanceof Call call && "logging.getLogger".equals(names.qualifiedName(call.func()));
    }

    /** Returns whether a string is a quoted annotation or the type of a cast or type variable. */
    static boolean isAnnotation(Path path, Semantics names) {
        Node child = path.node();
        for (int distance = 1; path.ancestor(distance) != null; distance++) {
            Node parent = path.ancestor(distance);
            if (parent instanceof Parameter parameter) {
                return child == parameter.annotation();
            }
            if (parent instanceof FunctionDef function) {
                return child == function.returns();
            }
            if (parent instanceof AnnAssign assign) {
                return child == assign.annotation();
            }
            if (parent instanceof Subscript subscript && subscript.slice() == child) {
                String type = names.qualifiedName(subscript.value());
                if (type != null && (type.startsWith("typing.") || type.startsWith("typing_extensions."))) {
                    return true;
                }
            }
            if (parent instanceof Call call) {
                String function = names.qualifiedName(call.func());
                return function != null && (function.equals("typing.cast") || function.equals("typing.TypeVar"));
            }
            if (parent instanceof Statement) {
                return false;
            }
            child = parent;
        }
        return false;
    }
}
