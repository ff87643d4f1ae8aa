package dev.codemod.codemods.asyncio;

import dev.codemod.tree.Argument;
import dev.codemod.tree.Attribute;
import dev.codemod.tree.Call;
import dev.codemod.tree.Expression;
import dev.codemod.tree.Keyword;
import dev.codemod.tree.Lambda;
import dev.codemod.tree.Module;
import dev.codemod.tree.Name;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Set;

/**
 * The functions of a file that are handed to a thread or an executor, where blocking is right.
 *
 * <p>They are recognised by the name of the function that takes them ({@code to_thread}, {@code run_in_executor}, ...),
 * whatever it is called on: leaving such a function alone is always harmless.
 */
final class OffloadedFunctions {
    private static final Set<String> TAKERS = Set.of(
            "to_thread",
            "run_in_executor",
            "run_sync",
            "submit",
            "sync_to_async",
            "run_in_threadpool",
            "Thread",
            "Timer",
            "Process",
            "partial",
            "apply_async",
            "start_new_thread",
            "database_sync_to_async");

    private final Set<String> names = new HashSet<>();
    private final Set<Lambda> lambdas = Collections.newSetFromMap(new IdentityHashMap<>());

    private OffloadedFunctions() {}

    /** Reads a file; a helper of the project is judged where it is called, and moves into a thread there. */
    static OffloadedFunctions of(Module module, CallClassifier classifier) {
        OffloadedFunctions functions = new OffloadedFunctions();
        for (Call call : module.findAll(Call.class)) {
            if (call.func() instanceof Name name && classifier.helperOf(call) != null) {
                functions.names.add(name.sourceText());
            }
        }
        for (Call call : module.findAll(Call.class)) {
            if (isTaker(lastName(call.func()))) {
                call.arguments().forEach(functions::add);
            }
        }
        return functions;
    }

    /** Projects have helpers of their own around executors: {@code run_in_executor_with_context}. */
    private static boolean isTaker(String name) {
        return TAKERS.contains(name)
                || name.contains("in_executor")
                || name.contains("to_thread")
                || name.contains("in_thread");
    }

    private static String lastName(Expression function) {
        if (function instanceof Attribute attribute) {
            return attribute.attr().sourceText();
        }
        return function instanceof Name ? function.sourceText() : "";
    }

    private void add(Argument argument) {
        Argument value = argument instanceof Keyword keyword ? keyword.value() : argument;
        if (value instanceof Name name) {
            names.add(name.sourceText());
        } else if (value instanceof Lambda lambda) {
            lambdas.add(lambda);
        }
    }

    boolean contains(String functionName) {
        return names.contains(functionName);
    }

    boolean contains(Lambda lambda) {
        return lambdas.contains(lambda);
    }
}
