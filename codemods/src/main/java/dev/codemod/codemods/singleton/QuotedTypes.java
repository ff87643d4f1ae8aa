package dev.codemod.codemods.singleton;

import dev.codemod.semantics.Semantics;
import dev.codemod.tree.AnnAssign;
import dev.codemod.tree.Call;
import dev.codemod.tree.FunctionDef;
import dev.codemod.tree.Node;
import dev.codemod.tree.Parameter;
import dev.codemod.tree.Path;
import dev.codemod.tree.Statement;

/** Strings that are types. */
final class QuotedTypes {
    private QuotedTypes() {}

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
