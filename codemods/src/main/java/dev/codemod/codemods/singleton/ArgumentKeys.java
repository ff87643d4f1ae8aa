package dev.codemod.codemods.singleton;

import dev.codemod.tree.Assign;
import dev.codemod.tree.Attribute;
import dev.codemod.tree.Call;
import dev.codemod.tree.Compare;
import dev.codemod.tree.CompareOperator;
import dev.codemod.tree.Expression;
import dev.codemod.tree.FunctionDef;
import dev.codemod.tree.Name;
import dev.codemod.tree.Node;
import dev.codemod.tree.Parameter;
import dev.codemod.tree.ParameterItem;
import dev.codemod.tree.Subscript;
import java.util.HashSet;
import java.util.Set;

/** Decides whether a metaclass's {@code __call__} looks its instances up by the arguments of the call. */
final class ArgumentKeys {
    private static final Set<String> LOOKUPS = Set.of("get", "setdefault", "has_key", "pop");

    private final FunctionDef call;

    /** The parameters after the class, and the variables that are made of them. */
    private final Set<String> keys = new HashSet<>();

    private ArgumentKeys(FunctionDef call, boolean hasClass) {
        this.call = call;
        boolean isClass = hasClass;
        for (ParameterItem item : call.parameters().items()) {
            if (item instanceof Parameter parameter && !isClass) {
                keys.add(parameter.name().sourceText());
            }
            isClass = false;
        }
        for (Assign assign : call.findAll(Assign.class)) {
            boolean isKey = mentionsKey(assign.value()) && !creates(assign.value());
            for (Expression target : assign.targets()) {
                if (isKey && target instanceof Name) {
                    keys.add(target.sourceText());
                }
            }
        }
    }

    /**
     * Returns whether instances are looked up by the arguments.
     *
     * @param hasClass whether the first parameter is the class
     */
    static boolean areUsed(FunctionDef call, boolean hasClass) {
        return new ArgumentKeys(call, hasClass).areUsed();
    }

    private boolean areUsed() {
        for (Subscript subscript : call.findAll(Subscript.class)) {
            if (mentionsKey(subscript.slice())) {
                return true;
            }
        }
        for (Compare compare : call.findAll(Compare.class)) {
            CompareOperator op = compare.comparisons().first().op();
            if ((op == CompareOperator.IN || op == CompareOperator.NOT_IN) && mentionsKey(compare.left())) {
                return true;
            }
        }
        for (Call lookup : call.findAll(Call.class)) {
            if (lookup.func() instanceof Attribute method
                    && LOOKUPS.contains(method.attr().sourceText())
                    && !lookup.arguments().isEmpty()
                    && mentionsKey(lookup.arguments().first())) {
                return true;
            }
        }
        return false;
    }

    private boolean mentionsKey(Node node) {
        for (Name name : node.findAll(Name.class)) {
            if (keys.contains(name.sourceText())) {
                return true;
            }
        }
        return false;
    }

    /** Returns whether an expression calls the {@code __call__} of the base. */
    private static boolean creates(Expression value) {
        for (Call candidate : value.findAll(Call.class)) {
            if (candidate.func() instanceof Attribute method && method.attr().is("__call__")) {
                return true;
            }
        }
        return false;
    }
}
