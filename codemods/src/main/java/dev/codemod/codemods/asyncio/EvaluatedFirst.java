package dev.codemod.codemods.asyncio;

import dev.codemod.tree.Argument;
import dev.codemod.tree.Attribute;
import dev.codemod.tree.Await;
import dev.codemod.tree.BinOp;
import dev.codemod.tree.Call;
import dev.codemod.tree.Constant;
import dev.codemod.tree.Expression;
import dev.codemod.tree.Keyword;
import dev.codemod.tree.ListDisplay;
import dev.codemod.tree.Name;
import dev.codemod.tree.Node;
import dev.codemod.tree.NodeList;
import dev.codemod.tree.Path;
import dev.codemod.tree.Statement;
import dev.codemod.tree.Subscript;
import dev.codemod.tree.Tuple;
import dev.codemod.tree.UnaryOp;

/** Tells whether an expression may be evaluated before the rest of its statement. */
final class EvaluatedFirst {
    private EvaluatedFirst() {}

    /** Returns whether a statement always evaluates an expression, and before it nothing but names and constants. */
    static boolean in(Statement statement, Path path) {
        Node child = path.node();
        for (int i = 1; i < path.length() && path.ancestor(i) != statement; i++) {
            Node parent = path.ancestor(i);
            if (!isFirstOf(parent, child)) {
                return false;
            }
            child = parent;
        }
        return true;
    }

    private static boolean isFirstOf(Node parent, Node child) {
        if (parent instanceof Attribute
                || parent instanceof Await
                || parent instanceof UnaryOp
                || parent instanceof Keyword) {
            return true;
        }
        if (parent instanceof Subscript subscript) {
            return subscript.value() == child || isPlain(subscript.value());
        }
        if (parent instanceof BinOp operation) {
            return operation.left() == child || isPlain(operation.left());
        }
        if (parent instanceof Call call) {
            return call.func() == child || isPlain(call.func()) && areBeforePlain(call.arguments(), child);
        }
        if (parent instanceof Tuple tuple) {
            return areBeforePlain(tuple.elements(), child);
        }
        return parent instanceof ListDisplay list && areBeforePlain(list.elements(), child);
    }

    private static boolean areBeforePlain(NodeList<? extends Argument> elements, Node child) {
        for (Argument element : elements) {
            if (element == child) {
                return true;
            }
            if (!(element instanceof Expression expression && isPlain(expression))) {
                return false;
            }
        }
        return false;
    }

    private static boolean isPlain(Expression expression) {
        return expression instanceof Name
                || expression instanceof Constant
                || expression instanceof Attribute attribute && isPlain(attribute.value());
    }
}
