package dev.codemod.codemods.asyncio;

import dev.codemod.tree.ClassDef;
import dev.codemod.tree.DictComp;
import dev.codemod.tree.FunctionDef;
import dev.codemod.tree.GeneratorExp;
import dev.codemod.tree.Lambda;
import dev.codemod.tree.ListComp;
import dev.codemod.tree.Node;
import dev.codemod.tree.SetComp;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The code that runs as a part of a function's body, without that of the functions, lambdas and classes inside it. */
final class OwnCode {
    private OwnCode() {}

    /**
     * Returns the nodes of a type in a function's own code, in source order. What stands in comprehensions and generator
     * expressions is not among them: a {@code yield} there would make a function of its own.
     */
    static <T extends Node> List<T> findAll(FunctionDef function, Class<T> type) {
        List<T> found = new ArrayList<>();
        Deque<Node> open = new ArrayDeque<>();
        open.push(function.body());
        while (!open.isEmpty()) {
            Node node = open.pop();
            if (type.isInstance(node)) {
                found.add(type.cast(node));
            }
            if (!isCodeOfItsOwn(node)) {
                List<Node> children = node.children();
                for (int i = children.size() - 1; i >= 0; i--) {
                    open.push(children.get(i));
                }
            }
        }
        return found;
    }

    /** Returns the nodes that a call of the function evaluates, those of list, set and dict comprehensions included. */
    static List<Node> evaluated(FunctionDef function) {
        List<Node> found = new ArrayList<>();
        Deque<Node> open = new ArrayDeque<>();
        open.push(function.body());
        while (!open.isEmpty()) {
            Node node = open.pop();
            found.add(node);
            boolean runsLater = node instanceof FunctionDef || node instanceof Lambda || node instanceof GeneratorExp;
            if (!runsLater) {
                List<Node> children = node.children();
                for (int i = children.size() - 1; i >= 0; i--) {
                    open.push(children.get(i));
                }
            }
        }
        return found;
    }

    private static boolean isCodeOfItsOwn(Node node) {
        return node instanceof FunctionDef
                || node instanceof Lambda
                || node instanceof ClassDef
                || node instanceof GeneratorExp
                || node instanceof ListComp
                || node instanceof SetComp
                || node instanceof DictComp;
    }
}
