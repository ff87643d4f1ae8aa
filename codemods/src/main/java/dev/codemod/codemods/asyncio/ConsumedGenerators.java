package dev.codemod.codemods.asyncio;

import dev.codemod.semantics.Semantics;
import dev.codemod.tree.Attribute;
import dev.codemod.tree.Call;
import dev.codemod.tree.Comprehension;
import dev.codemod.tree.Expression;
import dev.codemod.tree.For;
import dev.codemod.tree.FunctionDef;
import dev.codemod.tree.Module;
import dev.codemod.tree.Name;
import dev.codemod.tree.Return;
import dev.codemod.tree.Starred;
import dev.codemod.tree.YieldFrom;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/** The functions of a file that something uses as generators: delegates to them, iterates over them, sends to them. */
final class ConsumedGenerators {
    private static final Set<String> CONSUMERS = Set.of(
            "builtins.next",
            "builtins.iter",
            "builtins.list",
            "builtins.tuple",
            "builtins.set",
            "builtins.sum",
            "builtins.any",
            "builtins.all",
            "inspect.isgeneratorfunction",
            "inspect.isgenerator");

    private final Awaitables awaitables;
    private final Semantics semantics;
    private final Module module;
    private Set<FunctionDef> consumed;

    ConsumedGenerators(Semantics semantics, Awaitables awaitables) {
        this.semantics = semantics;
        this.awaitables = awaitables;
        module = semantics.module();
    }

    boolean contains(FunctionDef function) {
        return consumed().contains(function);
    }

    private Set<FunctionDef> consumed() {
        if (consumed == null) {
            consumed = Collections.newSetFromMap(new IdentityHashMap<>());
            addDelegatedTo();
            module.findAll(For.class).forEach(loop -> addConsumed(loop.isAsync() ? null : loop.iter()));
            module.findAll(Comprehension.class).forEach(clause -> addConsumed(clause.isAsync() ? null : clause.iter()));
            module.findAll(Starred.class).forEach(starred -> addConsumed(starred.value()));
            module.findAll(Call.class).forEach(this::addConsumedBy);
        }
        return consumed;
    }

    private void addDelegatedTo() {
        for (FunctionDef function : module.findAll(FunctionDef.class)) {
            if (!function.isAsync() && awaitables.legacyDecorator(function) == null) {
                OwnCode.findAll(function, YieldFrom.class).forEach(delegation -> addConsumed(delegation.value()));
            }
        }
    }

    private void addConsumedBy(Call call) {
        String name = semantics.qualifiedName(call.func());
        boolean sends = call.func() instanceof Attribute method
                && (method.attr().is("send")
                        || method.attr().is("throw")
                        || method.attr().is("__next__"));
        if (sends) {
            addConsumed(((Attribute) call.func()).value());
        } else if (name != null && CONSUMERS.contains(name) && !call.arguments().isEmpty()) {
            if (call.arguments().first() instanceof Expression argument) {
                addConsumed(argument);
                addFunction(argument);
            }
        }
    }

    private void addConsumed(Expression consumedValue) {
        Expression value = consumedValue;
        if (value instanceof Name name && semantics.singleAssignment(name) != null) {
            value = semantics.singleAssignment(name).value();
        }
        if (value instanceof Call call) {
            addFunction(call.func());
            FunctionDef through = awaitables.functionOf(call.func());
            if (through != null && !through.isAsync() && awaitables.legacyDecorator(through) == null) {
                for (Return statement : OwnCode.findAll(through, Return.class)) {
                    if (statement.value() instanceof Call returned) {
                        addFunction(returned.func());
                    }
                }
            }
        }
    }

    private void addFunction(Expression callee) {
        FunctionDef function = awaitables.functionOf(callee);
        if (function != null) {
            consumed.add(function);
        }
    }
}
