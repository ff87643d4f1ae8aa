package dev.codemod.codemods.asyncio;

import dev.codemod.tree.Attribute;
import dev.codemod.tree.AugAssign;
import dev.codemod.tree.BinOp;
import dev.codemod.tree.Compare;
import dev.codemod.tree.CompareOperator;
import dev.codemod.tree.Comparison;
import dev.codemod.tree.Comprehension;
import dev.codemod.tree.Elif;
import dev.codemod.tree.For;
import dev.codemod.tree.If;
import dev.codemod.tree.Node;
import dev.codemod.tree.Path;
import dev.codemod.tree.Starred;
import dev.codemod.tree.Subscript;
import dev.codemod.tree.UnaryOp;
import dev.codemod.tree.While;
import java.util.Set;

/** Recognises what nobody does with a coroutine on purpose. */
final class ValueUse {
    /** What coroutine objects have (documentation of the inspect module). */
    private static final Set<String> OF_COROUTINES = Set.of("send", "throw", "close", "__await__");

    private ValueUse() {}

    /**
     * Returns what is done with an expression that a coroutine, unlike its result, is not made for.
     *
     * @param path the way to the expression
     * @return words that follow the name of the expression, or null if a coroutine may be meant
     */
    static String of(Path path) {
        Node node = path.node();
        Node parent = path.parent();
        if (parent instanceof Attribute attribute && attribute.value() == node) {
            String name = attribute.attr().sourceText();
            return OF_COROUTINES.contains(name) || name.startsWith("cr_") || name.startsWith("__")
                    ? null
                    : "has no attribute " + name + ", which is asked of it before it is awaited";
        }
        if (parent instanceof Subscript subscript && subscript.value() == node) {
            return "is subscripted before it is awaited";
        }
        if (parent instanceof BinOp || parent instanceof UnaryOp || parent instanceof AugAssign) {
            return "is an operand before it is awaited";
        }
        if (parent instanceof Compare compare && compare.left() == node && !isIdentity(compare)
                || parent instanceof Comparison comparison && !isIdentity(comparison)) {
            return "is compared before it is awaited";
        }
        boolean isTest = parent instanceof If || parent instanceof Elif || parent instanceof While;
        if (isTest) {
            return "is true whatever its result is";
        }
        boolean isIterated = parent instanceof For loop && loop.iter() == node && !loop.isAsync()
                || parent instanceof Comprehension clause && clause.iter() == node && !clause.isAsync()
                || parent instanceof Starred;
        return isIterated ? "is iterated over before it is awaited" : null;
    }

    private static boolean isIdentity(Compare compare) {
        return compare.comparisons().stream().anyMatch(ValueUse::isIdentity);
    }

    private static boolean isIdentity(Comparison comparison) {
        return comparison.op() == CompareOperator.IS || comparison.op() == CompareOperator.IS_NOT;
    }
}
