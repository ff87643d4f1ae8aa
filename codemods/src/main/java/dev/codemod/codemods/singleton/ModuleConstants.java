package dev.codemod.codemods.singleton;

import dev.codemod.semantics.Binding;
import dev.codemod.semantics.Definition;
import dev.codemod.semantics.Semantics;
import dev.codemod.tree.AnnAssign;
import dev.codemod.tree.Assign;
import dev.codemod.tree.BinOp;
import dev.codemod.tree.ConcatenatedString;
import dev.codemod.tree.EllipsisConstant;
import dev.codemod.tree.Expression;
import dev.codemod.tree.NumberConstant;
import dev.codemod.tree.StringConstant;
import dev.codemod.tree.StringPart;
import dev.codemod.tree.Tuple;
import dev.codemod.tree.UnaryOp;
import java.util.HashSet;
import java.util.Set;

/** The names of a module that always have the same, immutable value. */
final class ModuleConstants {
    private final Semantics names;
    private final Set<String> storedElsewhere;
    private final boolean isAnyStored;

    /** What has been asked for; see {@link #reads()}. */
    private final Set<String> reads = new HashSet<>();

    /**
     * @param storedElsewhere the names of this module that other files of the project assign, the empty one for any
     */
    ModuleConstants(Semantics names, Set<String> storedElsewhere) {
        this(names, storedElsewhere, storedElsewhere.contains("") || DynamicStores.isInItself(names.module()));
    }

    private ModuleConstants(Semantics names, Set<String> storedElsewhere, boolean isAnyStored) {
        this.names = names;
        this.storedElsewhere = storedElsewhere;
        this.isAnyStored = isAnyStored;
    }

    /** Returns the constants of the same module, of which nothing has been asked yet. */
    ModuleConstants copy() {
        return new ModuleConstants(names, storedElsewhere, isAnyStored);
    }

    /** Returns the names of the module that were asked for, and so matter to what was found out with them. */
    Set<String> reads() {
        return reads;
    }

    private boolean isStored(String name) {
        if (names.scope().binding(name) != null) {
            reads.add(name);
        }
        return isAnyStored || storedElsewhere.contains(name);
    }

    /** Returns the only definition of a constant of the module, or null if the name is none. */
    Definition constant(String name) {
        Binding binding = names.scope().binding(name);
        Definition only = isStored(name) || binding == null ? null : binding.onlyDefinition();
        boolean isAssignment = only != null && (only.site() instanceof Assign || only.site() instanceof AnnAssign);
        return isAssignment && only.value() != null && isImmutable(only.value()) ? only : null;
    }

    /** Returns the only definition of a name that no other file assigns, or null. */
    Definition definition(String name) {
        Binding binding = names.scope().binding(name);
        return isStored(name) || binding == null ? null : binding.onlyDefinition();
    }

    /** Returns whether an expression is a literal whose value cannot change. */
    static boolean isImmutable(Expression value) {
        if (value instanceof NumberConstant
                || value instanceof StringConstant
                || value instanceof EllipsisConstant
                || value.is("None")
                || value.is("True")
                || value.is("False")) {
            return true;
        }
        if (value instanceof ConcatenatedString string) {
            for (StringPart part : string.parts()) {
                if (!(part instanceof StringConstant)) {
                    return false;
                }
            }
            return true;
        }
        if (value instanceof UnaryOp operation) {
            return isImmutable(operation.operand());
        }
        if (value instanceof BinOp operation) {
            return isImmutable(operation.left()) && isImmutable(operation.right());
        }
        if (value instanceof Tuple tuple) {
            for (Expression element : tuple.elements()) {
                if (!isImmutable(element)) {
                    return false;
                }
            }
            return true;
        }
        return false;
    }
}
