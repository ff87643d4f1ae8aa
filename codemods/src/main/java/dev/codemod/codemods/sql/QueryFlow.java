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
import dev.codemod.tree.Call;
import dev.codemod.tree.Expression;
import dev.codemod.tree.Name;
import dev.codemod.tree.Operator;
import dev.codemod.tree.Statement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * A query in a variable: the statements that give it its text, and all calls that execute it.
 *
 * <p>Statements may assign the text, each in its branch, or append to it, in branches and loops; a call may append the
 * end. Everything that has a part in the text of one of the calls belongs to the flow, so that it can be rewritten as a
 * whole.
 */
final class QueryFlow {
    /**
     * A part of the text.
     *
     * @param definition what assigns or appends it; null for what a call itself appends
     * @param text the expression; it may start with the variable
     * @param read where the step reads what it appends to; null for a step that starts the text
     */
    record Step(Definition definition, Expression text, Name read) {
        boolean isStart() {
            return read == null;
        }

        /** Returns the statement, or null for what a call itself appends. */
        Statement statement() {
            return definition == null ? null : (Statement) definition.site();
        }

        /** Returns whether the step gives the variable no text but {@code None}. */
        boolean isNone() {
            return Functions.isNone(text);
        }
    }

    /**
     * A call that executes the text.
     *
     * @param variable where the call reads it
     * @param tail what the call appends, or null
     */
    record Use(Call call, Sink sink, Name variable, Step tail) {}

    private final Binding binding;
    private final Semantics semantics;
    private final List<Step> steps = new ArrayList<>();
    private final List<Use> uses = new ArrayList<>();
    private boolean isAlsoLogged;

    private QueryFlow(Binding binding, Semantics semantics) {
        this.binding = binding;
        this.semantics = semantics;
    }

    /**
     * Returns the flow that an argument is a part of, or null if it is none that can be followed.
     *
     * @param sinks gives the sink that a call is, or null
     */
    static QueryFlow of(Sink first, Semantics semantics, Function<Call, Sink> sinks) {
        Name use = variable(first.query());
        Binding binding = use == null ? null : semantics.bindingOf(use);
        if (binding == null
                || binding.scope().kind() == ScopeKind.CLASS
                || !binding.declarations().isEmpty()) {
            return null;
        }
        QueryFlow flow = new QueryFlow(binding, semantics);
        return flow.collect(use, sinks) ? flow : null;
    }

    /** Returns the variable that an argument is or starts with, or null. */
    private static Name variable(Expression argument) {
        if (argument instanceof BinOp sum && sum.op() == Operator.ADD) {
            return QueryComposer.operands(sum).get(0) instanceof Name name ? name : null;
        }
        return argument instanceof Name name ? name : null;
    }

    // ---------------------------------------------------------------- collecting

    private boolean collect(Name first, Function<Call, Sink> sinks) {
        Set<Definition> found = new LinkedHashSet<>();
        if (!addReaching(first, found)) {
            return false;
        }
        int before;
        do {
            before = found.size();
            for (Name reference : binding.references()) {
                if (isReached(reference, found) && !addReaching(reference, found)) {
                    return false;
                }
            }
        } while (found.size() > before);
        for (Definition definition : found) {
            Step step = step(definition);
            if (step == null) {
                return false;
            }
            steps.add(step);
        }
        steps.sort(Comparator.comparingInt(step -> step.definition().name().firstToken()));
        return steps.get(0).isStart() && addUses(found, sinks);
    }

    private boolean isReached(Name reference, Set<Definition> definitions) {
        return reaching(reference).stream().anyMatch(definitions::contains);
    }

    /** Adds every definition that a reference may see. */
    private boolean addReaching(Name reference, Set<Definition> found) {
        List<Definition> definitions = reaching(reference);
        if (definitions.isEmpty()) {
            return false;
        }
        for (Definition definition : definitions) {
            if (found.add(definition)) {
                Name read = read(definition, binding, semantics);
                if (read != null && !addReaching(read, found)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Returns the definitions that a reference may see; another scope sees the only one of a function around it. */
    private List<Definition> reaching(Name reference) {
        Reaching reaching = semantics.reaching(reference);
        if (reaching == null) {
            return List.of();
        }
        boolean isElsewhere = semantics.scopeOf(reference) != binding.scope();
        boolean canBeSeen = binding.scope().kind() == ScopeKind.FUNCTION && binding.onlyDefinition() != null;
        return isElsewhere && !canBeSeen ? List.of() : reaching.definitions();
    }

    private Step step(Definition definition) {
        if (definition.scope() != binding.scope()) {
            return null;
        }
        Name read = read(definition, binding, semantics);
        if (definition.site() instanceof AugAssign append) {
            return append.op() == AugOperator.ADD ? new Step(definition, append.value(), read) : null;
        }
        boolean isAssigned = definition.site() instanceof AnnAssign assign && assign.value() != null
                || definition.site() instanceof Assign plain
                        && plain.targets().size() == 1
                        && plain.targets().get(0) == definition.name();
        return isAssigned ? new Step(definition, definition.value(), read) : null;
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

    private boolean addUses(Set<Definition> definitions, Function<Call, Sink> sinks) {
        for (Name reference : binding.references()) {
            boolean isRead = steps.stream().anyMatch(step -> step.read() == reference);
            if (isRead) {
                continue;
            }
            Reaching reaching = semantics.reaching(reference);
            if (reaching != null && reaching.definitions().stream().noneMatch(definitions::contains)) {
                continue;
            }
            Use use = use(reference, sinks);
            if (use != null) {
                uses.add(use);
            } else if (TextReads.isLogging(reference, semantics)) {
                isAlsoLogged = true;
            } else if (!TextReads.isTest(reference, semantics)) {
                return false;
            }
        }
        return !uses.isEmpty();
    }

    /** Returns the call that executes what a reference reads, or null if there is none. */
    private Use use(Name reference, Function<Call, Sink> sinks) {
        Call call = semantics.path(reference).enclosing(Call.class);
        Sink sink = call == null ? null : sinks.apply(call);
        if (sink == null
                || variable(sink.query()) != reference
                || reaching(reference).isEmpty()) {
            return null;
        }
        boolean isWhole = sink.query() == reference;
        return new Use(call, sink, reference, isWhole ? null : new Step(null, sink.query(), reference));
    }

    // ---------------------------------------------------------------- answers

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

    /** Returns the steps in source order, without those of the calls. */
    List<Step> steps() {
        return steps;
    }

    /** Returns the calls in source order. */
    List<Use> uses() {
        return uses;
    }

    boolean isAlsoLogged() {
        return isAlsoLogged;
    }

    /** Returns whether one assignment gives the text and one call in the same function executes just that. */
    boolean isSimple() {
        return steps.size() == 1
                && uses.size() == 1
                && uses.get(0).tail() == null
                && semantics.scopeOf(uses.get(0).variable()) == binding.scope();
    }

    /**
     * Returns the texts that a call may execute: for each start the steps that may follow, all of them, in source order.
     */
    List<List<Step>> variants(Use use) {
        List<Definition> seen = allDefinitions(use.variable(), semantics);
        List<List<Step>> variants = new ArrayList<>();
        for (Step start : steps) {
            if (!start.isStart() || start.isNone() || !seen.contains(start.definition())) {
                continue;
            }
            List<Step> variant = new ArrayList<>(List.of(start));
            for (Step step : steps) {
                boolean isAfter = !step.isStart()
                        && seen.contains(step.definition())
                        && allDefinitions(step.read(), semantics).contains(start.definition());
                if (isAfter) {
                    variant.add(step);
                }
            }
            if (use.tail() != null) {
                variant.add(use.tail());
            }
            variants.add(variant);
        }
        return variants;
    }

    /** Returns whether an expression is the variable itself, whose text is that of the steps before. */
    boolean isVariable(Expression expression) {
        return expression instanceof Name name
                && name.parsed() == semantics.module().parsed()
                && semantics.bindingOf(name) == binding;
    }
}
