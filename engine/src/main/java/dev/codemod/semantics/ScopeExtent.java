package dev.codemod.semantics;

import dev.codemod.tree.ClassDef;
import dev.codemod.tree.Comprehension;
import dev.codemod.tree.DictComp;
import dev.codemod.tree.FunctionDef;
import dev.codemod.tree.GeneratorExp;
import dev.codemod.tree.Lambda;
import dev.codemod.tree.ListComp;
import dev.codemod.tree.Module;
import dev.codemod.tree.Node;
import dev.codemod.tree.NodeList;
import dev.codemod.tree.Parameter;
import dev.codemod.tree.ParameterItem;
import dev.codemod.tree.Parameters;
import dev.codemod.tree.SetComp;
import dev.codemod.tree.TupleParameter;
import dev.codemod.tree.TypeAlias;

/**
 * Which code belongs to a scope, by token numbers.
 *
 * <p>A scope's node covers more than the scope: decorators, defaults, base classes and the iterable of a comprehension's
 * first {@code for} are evaluated in the scope around it.
 */
final class ScopeExtent {
    private ScopeExtent() {}

    /** Returns the innermost scope at or below {@code scope} in which the code of a node is evaluated. */
    static Scope innermost(Scope scope, Node node) {
        Scope found = scope;
        while (true) {
            Scope inner = null;
            for (Scope child : found.children()) {
                if (covers(child, node)) {
                    inner = child;
                    break;
                }
            }
            if (inner == null) {
                return found;
            }
            found = inner;
        }
    }

    private static boolean covers(Scope scope, Node inner) {
        Node node = scope.node();
        if (scope.kind() == ScopeKind.ANNOTATION || !within(node, inner)) {
            return false;
        }
        boolean typeParameters = scope.kind() == ScopeKind.TYPE_PARAMETERS;
        if (node instanceof FunctionDef function) {
            return within(function.body(), inner)
                    || (typeParameters ? inSignature(function, inner) : isParameterName(function.parameters(), inner));
        }
        if (node instanceof ClassDef definition) {
            return within(definition.body(), inner)
                    || typeParameters
                            && (within(definition.typeParams(), inner) || within(definition.arguments(), inner));
        }
        if (node instanceof Lambda lambda) {
            return within(lambda.body(), inner)
                    || lambda.parameters() != null && isParameterName(lambda.parameters(), inner);
        }
        if (node instanceof TypeAlias alias) {
            return within(alias.typeParams(), inner) || within(alias.value(), inner);
        }
        Comprehension first = firstFor(node);
        return node instanceof Module
                || first != null && node.lastToken() != inner.lastToken() && !within(first.iter(), inner)
                || first != null && node.firstToken() != inner.firstToken() && !within(first.iter(), inner);
    }

    private static boolean inSignature(FunctionDef function, Node inner) {
        return within(function.typeParams(), inner)
                || within(function.returns(), inner)
                || within(function.parameters(), inner)
                        && !isInDefault(function.parameters().items(), inner);
    }

    private static boolean isInDefault(NodeList<ParameterItem> items, Node inner) {
        for (ParameterItem item : items) {
            if (item instanceof Parameter parameter && within(parameter.defaultValue(), inner)
                    || item instanceof TupleParameter tuple && within(tuple.defaultValue(), inner)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isParameterName(Parameters parameters, Node inner) {
        return within(parameters, inner) && isParameterName(parameters.items(), inner);
    }

    private static boolean isParameterName(NodeList<ParameterItem> items, Node inner) {
        for (ParameterItem item : items) {
            if (item instanceof Parameter parameter && within(parameter.name(), inner)
                    || item instanceof TupleParameter tuple && isParameterName(tuple.items(), inner)) {
                return true;
            }
        }
        return false;
    }

    /** Returns the first {@code for} of a comprehension, or null for any other node. */
    static Comprehension firstFor(Node node) {
        if (node instanceof ListComp comprehension) {
            return comprehension.generators().first();
        }
        if (node instanceof SetComp comprehension) {
            return comprehension.generators().first();
        }
        if (node instanceof DictComp comprehension) {
            return comprehension.generators().first();
        }
        return node instanceof GeneratorExp comprehension
                ? comprehension.generators().first()
                : null;
    }

    /** Returns whether {@code outer} is there and covers the tokens of {@code inner}. */
    static boolean within(Node outer, Node inner) {
        return outer != null && outer.firstToken() <= inner.firstToken() && inner.lastToken() <= outer.lastToken();
    }
}
