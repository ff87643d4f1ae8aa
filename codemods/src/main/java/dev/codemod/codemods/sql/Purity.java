package dev.codemod.codemods.sql;

import dev.codemod.semantics.Semantics;
import dev.codemod.tree.Argument;
import dev.codemod.tree.Attribute;
import dev.codemod.tree.BinOp;
import dev.codemod.tree.BoolOp;
import dev.codemod.tree.Call;
import dev.codemod.tree.Compare;
import dev.codemod.tree.Constant;
import dev.codemod.tree.Expression;
import dev.codemod.tree.IfExp;
import dev.codemod.tree.JoinedStr;
import dev.codemod.tree.Keyword;
import dev.codemod.tree.ListDisplay;
import dev.codemod.tree.Name;
import dev.codemod.tree.Node;
import dev.codemod.tree.Slice;
import dev.codemod.tree.Starred;
import dev.codemod.tree.Subscript;
import dev.codemod.tree.Tuple;
import dev.codemod.tree.UnaryOp;
import java.util.Set;

/** Says of expressions whether it matters how often and in which order they are evaluated. */
final class Purity {
    private static final Set<String> PURE_BUILTINS = Set.of(
            "int", "str", "float", "len", "bool", "repr", "round", "abs", "min", "max", "tuple", "list", "unicode",
            "long", "sorted", "locals", "map");
    private static final Set<String> PURE_METHODS = Set.of(
            "strip",
            "lstrip",
            "rstrip",
            "lower",
            "upper",
            "title",
            "capitalize",
            "replace",
            "format",
            "join",
            "isoformat",
            "strftime",
            "startswith",
            "endswith",
            "encode",
            "decode",
            "get",
            "zfill",
            "split",
            "keys",
            "values",
            "date",
            "hex");

    private final Functions functions;

    Purity(Semantics semantics) {
        this.functions = new Functions(semantics);
    }

    /**
     * Returns whether evaluating an expression has no effect that its neighbours could see. Attributes and subscripts
     * count as pure: properties with effects are not looked for.
     */
    boolean isPure(Node node) {
        if (node instanceof Call call) {
            return isPureFunction(call) && areChildrenPure(call);
        }
        boolean isKnown = node instanceof Name
                || node instanceof Constant
                || node instanceof Attribute
                || node instanceof Subscript
                || node instanceof Slice
                || node instanceof BinOp
                || node instanceof BoolOp
                || node instanceof UnaryOp
                || node instanceof Compare
                || node instanceof IfExp
                || node instanceof Tuple
                || node instanceof ListDisplay
                || node instanceof JoinedStr
                || node instanceof Keyword
                || node instanceof Starred;
        boolean isPart = !(node instanceof Argument);
        return (isKnown || isPart) && areChildrenPure(node);
    }

    private boolean areChildrenPure(Node node) {
        for (Node child : node.children()) {
            if (!isPure(child)) {
                return false;
            }
        }
        return true;
    }

    private boolean isPureFunction(Call call) {
        if (call.func() instanceof Attribute method) {
            return PURE_METHODS.contains(method.attr().sourceText());
        }
        return call.func() instanceof Name name
                && PURE_BUILTINS.contains(name.sourceText())
                && functions.isBuiltin(name, name.sourceText());
    }

    /** Returns whether an expression's value is read from variables only, so that it can be read twice. */
    static boolean isVariable(Expression expression) {
        Expression current = expression;
        while (current instanceof Attribute attribute) {
            current = attribute.value();
        }
        return current instanceof Name;
    }
}
