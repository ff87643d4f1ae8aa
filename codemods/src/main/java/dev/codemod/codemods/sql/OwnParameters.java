package dev.codemod.codemods.sql;

import dev.codemod.semantics.Binding;
import dev.codemod.semantics.Definition;
import dev.codemod.semantics.ScopeKind;
import dev.codemod.semantics.Semantics;
import dev.codemod.tree.Assign;
import dev.codemod.tree.Attribute;
import dev.codemod.tree.Call;
import dev.codemod.tree.Expression;
import dev.codemod.tree.ExpressionStatement;
import dev.codemod.tree.ListDisplay;
import dev.codemod.tree.Name;
import dev.codemod.tree.Node;
import dev.codemod.tree.Starred;
import dev.codemod.tree.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * The list of parameters that the program itself grows beside a query, to which new parameters can be added in the same
 * way.
 */
final class OwnParameters {
    /** A statement that adds parameters to the list, or placeholders to the text. */
    private record Event(Statement statement, int count) {}

    private OwnParameters() {}

    /**
     * Returns the variable that holds the list, or null if there is no such list, or it is not in step with the text
     * where the text grows.
     *
     * @param placeholders gives the number of placeholders that a step of the flow has already
     * @param added gives the number of parameters that will be added after a step
     */
    static String of(
            QueryFlow flow,
            Semantics semantics,
            ToIntFunction<QueryFlow.Step> placeholders,
            ToIntFunction<QueryFlow.Step> added) {
        Binding list = list(flow, semantics);
        if (list == null) {
            return null;
        }
        List<Event> events = growth(list, flow, semantics);
        if (events == null) {
            return null;
        }
        List<QueryFlow.Step> open = new ArrayList<>();
        for (QueryFlow.Step step : flow.steps()) {
            events.add(new Event(step.statement(), -placeholders.applyAsInt(step)));
            if (added.applyAsInt(step) > 0) {
                open.add(step);
            }
        }
        events.sort(Comparator.comparingInt(event -> event.statement().firstToken()));
        return isInStep(events, open, semantics) ? list.name() : null;
    }

    /** Returns the only variable that all calls pass, or null. */
    private static Binding list(QueryFlow flow, Semantics semantics) {
        Binding list = null;
        for (QueryFlow.Use use : flow.uses()) {
            Binding passed = use.tail() == null && use.sink().parameters() instanceof Name name
                    ? semantics.bindingOf(name)
                    : null;
            if (passed == null || list != null && list != passed) {
                return null;
            }
            list = passed;
        }
        return list != null && list.scope().kind() == ScopeKind.FUNCTION ? list : null;
    }

    /** Returns the statements that assign and grow the list, or null if something else is done with it. */
    private static List<Event> growth(Binding list, QueryFlow flow, Semantics semantics) {
        Definition only = list.onlyDefinition();
        if (only == null || !(only.site() instanceof Assign assign) || !(assign.value() instanceof ListDisplay first)) {
            return null;
        }
        List<Event> events = new ArrayList<>();
        if (!addEvent(assign, first, events)) {
            return null;
        }
        for (Name reference : list.references()) {
            boolean isPassed = flow.uses().stream().anyMatch(use -> use.sink().parameters() == reference);
            if (!isPassed && !addGrowth(reference, semantics, events)) {
                return null;
            }
        }
        return events;
    }

    private static boolean addGrowth(Name reference, Semantics semantics, List<Event> events) {
        boolean isGrowth = semantics.path(reference).parent() instanceof Attribute method
                && semantics.path(method).parent() instanceof Call call
                && call.func() == method
                && call.arguments().size() == 1
                && semantics.path(call).parent() instanceof ExpressionStatement;
        if (!isGrowth) {
            return false;
        }
        Attribute method = (Attribute) semantics.path(reference).parent();
        Call call = (Call) semantics.path(method).parent();
        Statement statement = (Statement) semantics.path(call).parent();
        if (method.attr().is("append")) {
            return !(call.arguments().get(0) instanceof Starred) && events.add(new Event(statement, 1));
        }
        return method.attr().is("extend")
                && call.arguments().get(0) instanceof ListDisplay more
                && addEvent(statement, more, events);
    }

    private static boolean addEvent(Statement statement, ListDisplay display, List<Event> events) {
        for (Expression element : display.elements()) {
            if (element instanceof Starred) {
                return false;
            }
        }
        return events.add(new Event(statement, display.elements().size()));
    }

    /**
     * Returns whether text and list have grown by the same number wherever a block ends and wherever parameters are to
     * be added.
     */
    private static boolean isInStep(List<Event> events, List<QueryFlow.Step> open, Semantics semantics) {
        int ahead = 0;
        Node block = null;
        boolean hasList = false;
        for (Event event : events) {
            Node parent = semantics.path(event.statement()).parent();
            if (parent != block && ahead != 0) {
                return false;
            }
            block = parent;
            ahead += event.count();
            boolean isStep = open.stream().anyMatch(step -> step.statement() == event.statement());
            hasList |= event.statement() instanceof Assign assign && assign.value() instanceof ListDisplay;
            if (isStep && (ahead != 0 || !hasList)) {
                return false;
            }
        }
        return ahead == 0;
    }
}
