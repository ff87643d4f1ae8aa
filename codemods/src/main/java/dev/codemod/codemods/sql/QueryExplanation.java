package dev.codemod.codemods.sql;

import dev.codemod.codemod.FileContext;
import dev.codemod.semantics.Definition;
import dev.codemod.semantics.Evidence;
import dev.codemod.semantics.Resolution;
import dev.codemod.tree.Attribute;
import dev.codemod.tree.Call;
import dev.codemod.tree.Expression;
import dev.codemod.tree.Name;
import dev.codemod.tree.Node;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** Tells {@code codemod explain} where the driver, the pieces and the values of a query come from. */
final class QueryExplanation {
    private final FileFacts facts;
    private final FileContext file;

    /** The values about which something was told: a query may be read several times. */
    private final Set<Expression> told = Collections.newSetFromMap(new IdentityHashMap<>());

    QueryExplanation(FileFacts facts) {
        this.facts = facts;
        this.file = facts.file();
    }

    /** Tells what a call hands its query to. */
    void tellDriver(Sink sink) {
        if (!file.isExplaining()) {
            return;
        }
        Call call = sink.call();
        HelperFact helper = facts.targets().helper(call);
        if (helper != null) {
            file.explain(
                    call,
                    "`" + call.func().sourceText() + "` is the function in " + helper.path() + " that hands `"
                            + helper.query() + "` to " + name(sink.driver()));
            return;
        }
        Expression receiver = call.func() instanceof Attribute method ? method.value() : call.func();
        Resolution type = facts.inferred().typeOf(receiver);
        Driver driver = sink.driver();
        if (driver == null && type.isKnown()) {
            file.explain(call, "`" + receiver.sourceText() + "` is " + names(type), type.evidence());
            return;
        }
        if (driver == null) {
            Driver imported = facts.imported();
            file.explain(
                    call,
                    "nothing shows what `" + receiver.sourceText() + "` is"
                            + (imported == null
                                    ? ""
                                    : "; " + imported.module() + " is the only driver that the file imports"),
                    type.evidence());
            return;
        }
        String style = "its placeholders are like `"
                + facts.sinks()
                        .rules(sink.target())
                        .style()
                        .placeholder(driver.style().isNumbered() ? "1" : "name")
                + "`";
        file.explain(
                call,
                type.isKnown()
                        ? "`" + receiver.sourceText() + "` is " + names(type) + ", so " + style
                        : "the query goes to " + name(driver) + ", " + style,
                type.isKnown() ? type.evidence() : List.of());
    }

    private static String name(Driver driver) {
        return driver == null ? "a database of which the driver is not known" : driver.module();
    }

    /** Tells where the text of a query in a variable comes from. */
    void tellVariable(Sink sink, QueryVariable variable) {
        if (file.isExplaining()) {
            file.explain(sink.call(), "the text is assigned in line " + file.lineOnDisk(variable.assignment()));
            file.explain(variable.assignment(), "the text is executed in line " + file.lineOnDisk(sink.call()));
        }
    }

    /** Tells which statements compose the text of a query, and which calls execute it. */
    void tellFlow(QueryFlow flow) {
        if (!file.isExplaining()) {
            return;
        }
        String steps =
                lines(flow.steps().stream().map(QueryFlow.Step::statement).toList());
        String calls = lines(flow.uses().stream().map(QueryFlow.Use::call).toList());
        for (QueryFlow.Use use : flow.uses()) {
            file.explain(use.call(), "the text is composed in " + steps);
        }
        for (QueryFlow.Step step : flow.steps()) {
            file.explain(step.statement(), "the text is composed in " + steps + " and executed in " + calls);
        }
    }

    private String lines(List<? extends Node> places) {
        List<String> lines = places.stream()
                .map(file::lineOnDisk)
                .sorted()
                .distinct()
                .map(String::valueOf)
                .toList();
        return (lines.size() == 1 ? "line " : "lines ") + String.join(", ", lines);
    }

    /** Tells what every piece that is put into the text is, where it stands, and what becomes of it. */
    void tellPieces(QueryPlan plan) {
        if (!file.isExplaining()) {
            return;
        }
        for (Query.Field field : plan.query().fields()) {
            Value value = field.value();
            if (told.contains(value.argument())
                    || value.argument().parsed() != file.module().parsed()) {
                continue;
            }
            told.add(value.argument());
            if (field.isConstant()) {
                String text = facts.constants().textOf(value.expression());
                Definition only = value.expression() instanceof Name name
                        ? facts.semantics().singleAssignment(name)
                        : null;
                String where = only == null ? "" : " (line " + file.lineOnDisk(only.name()) + ")";
                file.explain(value.argument(), "`" + value.shortened() + "` is always the text `" + text + "`" + where);
            } else {
                tell(value, plan);
            }
        }
    }

    private void tell(Value value, QueryPlan plan) {
        Resolution type = facts.inferred().typeOf(value.expression());
        String what = type.isKnown() ? names(type) : "of unknown type";
        BindingChoice choice = plan.choice(value);
        String then = choice == null || choice.isKept()
                ? choice == QueryPlan.FIXED || choice == QueryPlan.PLACEHOLDERS ? "it is right as it is" : "it stays"
                : "it can be bound " + form(value, choice);
        List<Evidence> evidence = type.isKnown() ? type.evidence() : List.of();
        file.explain(
                value.argument(),
                "`" + value.shortened() + "` is " + what + " and stands " + place(plan.position(value)) + "; " + then,
                evidence);
    }

    private static String names(Resolution type) {
        return String.join(" or ", type.names()).replace("builtins.", "");
    }

    private static String form(Value value, BindingChoice choice) {
        if (choice.list() != null) {
            return "element by element";
        }
        boolean isSame = choice.parameter() == value.expression();
        return isSame
                ? "as it is"
                : choice.reason().equals("number") ? "as a number" : "as the text that Python composes";
    }

    private static String place(Position position) {
        switch (position) {
            case WHOLE_LITERAL:
                return "alone between quotes";
            case UNCONVERTED_LITERAL:
                return "alone between quotes, where no column gives it a type";
            case PART_OF_LITERAL:
                return "between quotes with other text";
            case VALUE:
            case UNPARENTHESIZED_VALUE:
                return "without quotes, where only a value can stand";
            case EXPRESSION:
            case OPERAND:
            case COMPARED:
                return "without quotes, where a value or a column can stand";
            case LIST:
            case QUOTED_LIST:
            case PARENTHESIZED_LIST:
                return "where a list can stand";
            case DOUBLE_QUOTED:
                return "between double quotes, as a name or a string";
            case IDENTIFIER:
                return "where a name of the database stands";
            case PREFIXED_LITERAL:
            case TYPED_LITERAL:
            case LITERAL_ONLY:
                return "where only a literal can stand";
            case COMMENT:
                return "in a comment of the query";
            default:
                return "where a piece of SQL stands";
        }
    }
}
