package dev.codemod.semantics;

import dev.codemod.tree.Expression;
import dev.codemod.tree.FunctionDef;
import dev.codemod.tree.Lambda;
import dev.codemod.tree.Module;
import dev.codemod.tree.Node;
import dev.codemod.tree.Return;
import dev.codemod.tree.Yield;
import dev.codemod.tree.YieldFrom;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** What the functions of a file return and yield, found in one walk through the file. */
final class FunctionExits {
    private final Map<FunctionDef, Exits> byFunction = new IdentityHashMap<>();

    /** The values of one function, those of functions inside it left out. */
    static final class Exits {
        private static final Exits NONE = new Exits();

        final List<Expression> returned = new ArrayList<>(2);
        final List<Expression> yielded = new ArrayList<>(0);
        boolean isGenerator;
    }

    FunctionExits(Module module) {
        Deque<Node> around = new ArrayDeque<>();
        for (Node node : module.findAll(Node.class)) {
            while (!around.isEmpty() && node.firstToken() > around.peek().lastToken()) {
                around.pop();
            }
            if (node instanceof FunctionDef || node instanceof Lambda) {
                around.push(node);
            } else if (!around.isEmpty() && around.peek() instanceof FunctionDef function) {
                add(node, function);
            }
        }
    }

    private void add(Node node, FunctionDef function) {
        if (node instanceof Return statement && statement.value() != null) {
            exits(function).returned.add(statement.value());
        } else if (node instanceof Yield yield) {
            exits(function).isGenerator = true;
            if (yield.value() != null) {
                exits(function).yielded.add(yield.value());
            }
        } else if (node instanceof YieldFrom) {
            exits(function).isGenerator = true;
        }
    }

    private Exits exits(FunctionDef function) {
        return byFunction.computeIfAbsent(function, key -> new Exits());
    }

    /** Returns the values of a function. */
    Exits of(FunctionDef function) {
        return byFunction.getOrDefault(function, Exits.NONE);
    }
}
