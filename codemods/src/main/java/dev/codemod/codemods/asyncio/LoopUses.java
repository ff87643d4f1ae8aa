package dev.codemod.codemods.asyncio;

import dev.codemod.semantics.Binding;
import dev.codemod.semantics.Definition;
import dev.codemod.semantics.Semantics;
import dev.codemod.tree.Assign;
import dev.codemod.tree.Attribute;
import dev.codemod.tree.Call;
import dev.codemod.tree.ExpressionStatement;
import dev.codemod.tree.Name;
import dev.codemod.tree.Node;
import dev.codemod.tree.Path;
import dev.codemod.tree.Statement;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/**
 * What is done with a variable that holds an event loop.
 *
 * @param removable the statements that {@code asyncio.run} makes unnecessary: the assignment, closing the loop, shutting
 *     down its generators
 * @param other a use that is neither one of those nor the run itself, or null
 */
record LoopUses(Set<Statement> removable, Node other) {
    static final LoopUses NONE = new LoopUses(Set.of(), null);

    private static final Set<String> DONE_BY_RUN = Set.of("shutdown_asyncgens", "shutdown_default_executor");

    static LoopUses of(Semantics semantics, Name loop, Call run) {
        Binding binding = semantics.bindingOf(loop);
        Set<Statement> removable = Collections.newSetFromMap(new IdentityHashMap<>());
        Definition only = binding.onlyDefinition();
        removable.add((Assign) only.site());
        Node other = null;
        for (Name reference : binding.references()) {
            Path path = semantics.path(reference);
            if (path.ancestor(2) == run && run.func() == path.parent()) {
                continue;
            }
            Statement statement = path.statement();
            if (isCleanUp(statement, path) || isSetting(semantics, statement, path)) {
                removable.add(statement);
            } else if (other == null && !removable.contains(statement)) {
                other = reference;
            }
        }
        return new LoopUses(removable, other);
    }

    /** Returns whether a statement is {@code loop.close()} or {@code loop.run_until_complete(loop.shutdown_asyncgens())}. */
    private static boolean isCleanUp(Statement statement, Path path) {
        if (!(statement instanceof ExpressionStatement expression
                && expression.value() instanceof Call call
                && call.func() instanceof Attribute method
                && method.value() instanceof Name)) {
            return false;
        }
        if (method.attr().is("close")) {
            return call.arguments().isEmpty() && path.parent() == method;
        }
        return method.attr().is("run_until_complete") && isShutdown(call);
    }

    /** Returns whether a statement is {@code asyncio.set_event_loop(loop)}. */
    private static boolean isSetting(Semantics semantics, Statement statement, Path path) {
        return path.ancestor(2) == statement
                && path.parent() instanceof Call call
                && "asyncio.set_event_loop".equals(semantics.qualifiedName(call.func()));
    }

    /** Returns whether a call is a statement that can be removed. */
    boolean removes(Call call) {
        return removable.stream()
                .anyMatch(
                        statement -> statement instanceof ExpressionStatement expression && expression.value() == call);
    }

    /** Returns whether a call only shuts down what {@code asyncio.run} shuts down itself. */
    static boolean isShutdown(Call run) {
        return run.arguments().size() == 1
                && run.arguments().first() instanceof Call inner
                && inner.func() instanceof Attribute shutdown
                && DONE_BY_RUN.contains(shutdown.attr().sourceText());
    }
}
