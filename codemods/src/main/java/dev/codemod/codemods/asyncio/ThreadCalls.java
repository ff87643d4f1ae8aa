package dev.codemod.codemods.asyncio;

import dev.codemod.rewrite.Imports;
import dev.codemod.rewrite.Snippet;
import dev.codemod.source.LanguageLevel;
import dev.codemod.tree.Argument;
import dev.codemod.tree.Call;
import dev.codemod.tree.Expression;
import dev.codemod.tree.Keyword;
import dev.codemod.tree.Node;
import dev.codemod.tree.NodeList;

/** Writes calls that run a function in a worker thread, as a framework and a version of Python have them. */
final class ThreadCalls {
    private static final Snippet<Expression> AWAIT = Snippet.expression("await $value");
    private static final Snippet<Expression> CALL = Snippet.expression("$function($$$arguments)");
    private static final Snippet<Expression> PARTIAL = Snippet.expression("$function($partial)");
    private static final Snippet<Expression> NONE = Snippet.expression("None");
    private static final Snippet<Expression> EXECUTOR = Snippet.expression("$loop().run_in_executor");

    private final Framework framework;
    private final boolean usesExecutor;
    private final String runningLoop;
    private final Imports imports;

    /** Starts with a framework; {@code usesExecutor} says that there is no {@code asyncio.to_thread}. */
    ThreadCalls(Framework framework, boolean usesExecutor, TargetPython python, Imports imports) {
        this.framework = framework;
        this.usesExecutor = usesExecutor && framework == Framework.ASYNCIO;
        runningLoop = python.isAtLeast(LanguageLevel.PY37) ? "get_running_loop" : "get_event_loop";
        this.imports = imports;
    }

    /** Returns what a message calls the function that starts the thread. */
    String displayName() {
        return usesExecutor ? "loop.run_in_executor" : framework.module() + "." + framework.toThread();
    }

    /** Returns the awaited call of the same function with the same arguments in a worker thread. */
    Expression moved(Call call) {
        NodeList<Argument> withFunction = call.arguments().insert(0, call.func());
        boolean hasKeywords = call.arguments().stream().anyMatch(Keyword.class::isInstance);
        if (!usesExecutor) {
            return hasKeywords && !framework.passesKeywords()
                    ? awaited(PARTIAL.bind("function", toThread(call)).bind("partial", partial(call, withFunction)))
                    : awaited(call.withFunc(toThread(call)).withArguments(withFunction));
        }
        Expression executor = EXECUTOR.bind("loop", imports.ensure("asyncio", runningLoop, call))
                .build();
        if (hasKeywords) {
            NodeList<Argument> partial = NodeList.of(NONE.build(), partial(call, withFunction));
            return awaited(CALL.bind("function", executor).bind("arguments", partial));
        }
        return awaited(call.withFunc(executor).withArguments(withFunction.insert(0, NONE.build())));
    }

    /** Returns the awaited call of a builtin with one argument in a worker thread. */
    Expression applied(String function, Expression argument, Node place) {
        Expression name = Snippet.name(function);
        return usesExecutor
                ? awaited(CALL.bind(
                                "function",
                                EXECUTOR.bind("loop", imports.ensure("asyncio", runningLoop, place))
                                        .build())
                        .bind("arguments", NodeList.of(NONE.build(), name, argument)))
                : awaited(CALL.bind("function", toThread(place)).bind("arguments", NodeList.of(name, argument)));
    }

    private Expression toThread(Node place) {
        return imports.ensure(framework.module(), framework.toThread(), place);
    }

    private Expression partial(Call call, NodeList<Argument> withFunction) {
        return call.withFunc(imports.ensure("functools", "partial", call)).withArguments(withFunction);
    }

    private static Expression awaited(Snippet<Expression> call) {
        return awaited(call.build());
    }

    static Expression awaited(Expression call) {
        return AWAIT.bind("value", call).build();
    }
}
