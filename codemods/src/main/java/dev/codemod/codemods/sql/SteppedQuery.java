package dev.codemod.codemods.sql;

import dev.codemod.semantics.Binding;
import dev.codemod.semantics.Definition;
import dev.codemod.semantics.Reaching;
import dev.codemod.semantics.ScopeKind;
import dev.codemod.semantics.Semantics;
import dev.codemod.tree.AnnAssign;
import dev.codemod.tree.Assign;
import dev.codemod.tree.AugAssign;
import dev.codemod.tree.AugOperator;
import dev.codemod.tree.BinOp;
import dev.codemod.tree.Expression;
import dev.codemod.tree.Name;
import dev.codemod.tree.Operator;
import dev.codemod.tree.Statement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/**
 * A query that several statements of a function put together: one assigns the start, others append, and the call may
 * append the end. Branches and loops may stand around the statements that append.
 */
final class SteppedQuery {
    /**
     * A statement that gives the variable its first text or appends to it.
     *
     * @param statement the statement, or null for what the call itself appends
     * @param text the expression whose text it assigns or appends; may start with the variable
     */
    record Step(Statement statement, Expression text) {}

    private final Binding binding;
    private final List<Step> steps;
    private final boolean isAlsoLogged;

    private SteppedQuery(Binding binding, List<Step> steps, boolean isAlsoLogged) {
        this.binding = binding;
        this.steps = steps;
        this.isAlsoLogged = isAlsoLogged;
    }

    /** Returns the query that an argument stands for, or null if it is none of this kind or cannot be followed. */
    static SteppedQuery of(Expression argument, Semantics semantics) {
        Name use = variable(argument);
        if (use == null || semantics.bindingOf(use) == null) {
            return null;
        }
        Binding binding = semantics.bindingOf(use);
        List<Definition> definitions = allDefinitions(use, semantics);
        if (definitions.isEmpty() || definitions.size() < 2 && argument == use || !isLocal(binding, use, semantics)) {
            return null;
        }
        List<Step> steps = new ArrayList<>();
        List<Name> reads = new ArrayList<>(List.of(use));
        int starts = 0;
        for (Definition definition : definitions) {
            Step step = step(definition, binding, semantics);
            if (step == null) {
                return null;
            }
            Name read = read(definition, binding, semantics);
            starts += read == null ? 1 : 0;
            if (read != null) {
                reads.add(read);
            }
            steps.add(step);
        }
        Boolean isLogged = otherUses(binding, definitions, reads, semantics);
        if (starts != 1 || read(definitions.get(0), binding, semantics) != null || isLogged == null) {
            return null;
        }
        if (argument != use) {
            steps.add(new Step(null, argument));
        }
        return new SteppedQuery(binding, steps, isLogged);
    }

    /** Returns the variable that an argument is or starts with, or null. */
    private static Name variable(Expression argument) {
        if (argument instanceof BinOp sum && sum.op() == Operator.ADD) {
            return QueryComposer.operands(sum).get(0) instanceof Name name ? name : null;
        }
        return argument instanceof Name name ? name : null;
    }

    private static boolean isLocal(Binding binding, Name use, Semantics semantics) {
        Reaching reaching = semantics.reaching(use);
        return reaching != null
                && !reaching.mayBeUnbound()
                && binding.scope().kind() != ScopeKind.CLASS
                && binding.declarations().isEmpty()
                && semantics.symbolOf(use).scope() == binding.scope();
    }

    /** Returns every definition whose text may be a part of a variable's value, in source order; none if not known. */
    static List<Definition> allDefinitions(Name use, Semantics semantics) {
        Binding binding = semantics.bindingOf(use);
        List<Definition> found = new ArrayList<>();
        Deque<Name> open = new ArrayDeque<>(List.of(use));
        while (!open.isEmpty()) {
            Reaching reaching = semantics.reaching(open.pop());
            if (reaching == null) {
                return List.of();
            }
            for (Definition definition : reaching.definitions()) {
                if (found.contains(definition)) {
                    continue;
                }
                found.add(definition);
                Name read = read(definition, binding, semantics);
                if (read != null) {
                    open.push(read);
                }
            }
        }
        found.sort(Comparator.comparingInt(definition -> definition.name().firstToken()));
        return found;
    }

    private static Step step(Definition definition, Binding binding, Semantics semantics) {
        if (definition.scope() != binding.scope()) {
            return null;
        }
        if (definition.site() instanceof AugAssign append) {
            return append.op() == AugOperator.ADD ? new Step(append, append.value()) : null;
        }
        if (definition.site() instanceof Assign assign && assign.targets().size() == 1) {
            return assign.targets().get(0) == definition.name() ? new Step(assign, assign.value()) : null;
        }
        return definition.site() instanceof AnnAssign assign && assign.value() != null
                ? new Step(assign, assign.value())
                : null;
    }

    /** Returns where a definition reads the variable that it appends to, or null if it does not append. */
    private static Name read(Definition definition, Binding binding, Semantics semantics) {
        if (definition.site() instanceof AugAssign append) {
            return append.target() instanceof Name name ? name : null;
        }
        Name first =
                definition.value() == null || definition.value() instanceof Name ? null : variable(definition.value());
        return first != null && semantics.bindingOf(first) == binding ? first : null;
    }

    /** Returns whether the text is read elsewhere by logging, or null if something else reads it. */
    private static Boolean otherUses(
            Binding binding, List<Definition> definitions, List<Name> reads, Semantics semantics) {
        boolean isLogged = false;
        for (Name reference : binding.references()) {
            if (reads.stream().anyMatch(read -> read == reference)) {
                continue;
            }
            Reaching reaching = semantics.reaching(reference);
            boolean isOther =
                    reaching != null && reaching.definitions().stream().noneMatch(definitions::contains);
            if (isOther) {
                continue;
            }
            if (!QueryVariable.isLogging(reference, semantics)) {
                return null;
            }
            isLogged = true;
        }
        return isLogged;
    }

    /** Returns the steps in source order, the one with the first text first. */
    List<Step> steps() {
        return steps;
    }

    boolean isAlsoLogged() {
        return isAlsoLogged;
    }

    /** Returns whether an expression is the variable itself, whose text is that of the steps before. */
    boolean isVariable(Expression expression, Semantics semantics) {
        return expression instanceof Name name && semantics.bindingOf(name) == binding;
    }
}
