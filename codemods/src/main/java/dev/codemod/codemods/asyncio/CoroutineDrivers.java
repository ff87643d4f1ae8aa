package dev.codemod.codemods.asyncio;

import dev.codemod.semantics.BindingKind;
import dev.codemod.semantics.Definition;
import dev.codemod.semantics.Reaching;
import dev.codemod.semantics.Semantics;
import dev.codemod.tree.Attribute;
import dev.codemod.tree.Call;
import dev.codemod.tree.Expression;
import dev.codemod.tree.FunctionDef;
import dev.codemod.tree.Module;
import dev.codemod.tree.Name;
import java.util.Locale;

/** Code that runs coroutines itself, step by step, without an event loop. */
final class CoroutineDrivers {
    private CoroutineDrivers() {}

    /**
     * Returns whether a file calls {@code send(None)} on a coroutine: on the result of an {@code async def} of the file,
     * or on something unknown that is called a coroutine. Queues, pipes, sockets and generators have the method too.
     */
    static boolean areIn(Module module, Semantics semantics) {
        return module.findAll(Call.class).stream().anyMatch(call -> isStep(call, semantics));
    }

    private static boolean isStep(Call call, Semantics semantics) {
        return call.func() instanceof Attribute method
                && method.attr().is("send")
                && call.arguments().size() == 1
                && call.arguments().first().is("None")
                && isCoroutine(method.value(), semantics);
    }

    private static boolean isCoroutine(Expression receiver, Semantics semantics) {
        if (receiver instanceof Call call) {
            return isCallOfAsync(call, semantics) || isAwaitIterator(call);
        }
        Reaching reaching = receiver instanceof Name name ? semantics.reaching(name) : null;
        if (reaching != null) {
            for (Definition definition : reaching.definitions()) {
                if (definition.value() instanceof Call call
                        && (isCallOfAsync(call, semantics) || isAwaitIterator(call))) {
                    return true;
                }
            }
        }
        String text = receiver instanceof Attribute attribute ? attribute.attr().sourceText() : receiver.sourceText();
        return text.toLowerCase(Locale.ROOT).contains("coro");
    }

    private static boolean isAwaitIterator(Call call) {
        return call.func() instanceof Attribute method && method.attr().is("__await__");
    }

    /** Methods count by their name, on whatever they are called. */
    private static boolean isCallOfAsync(Call call, Semantics semantics) {
        if (call.func() instanceof Attribute method) {
            return semantics.module().findAll(FunctionDef.class).stream()
                    .anyMatch(function -> function.isAsync()
                            && function.name().is(method.attr().sourceText()));
        }
        Reaching reaching = call.func() instanceof Name name ? semantics.reaching(name) : null;
        return reaching != null
                && reaching.definitions().stream()
                        .anyMatch(definition -> definition.kind() == BindingKind.FUNCTION
                                && ((FunctionDef) definition.site()).isAsync());
    }
}
