package dev.codemod.codemods.sql;

import dev.codemod.tree.Expression;
import java.util.ArrayList;
import java.util.List;

/** Reports the values that stay in the text of a query. */
final class KeptValues {
    private final FileFacts facts;

    KeptValues(FileFacts facts) {
        this.facts = facts;
    }

    /** Reports each value once, except those that are right as they are. */
    void report(QueryPlan plan) {
        report(List.of(plan));
    }

    /** Reports each value of texts that have parts in common once. */
    void report(List<QueryPlan> plans) {
        List<Expression> reported = new ArrayList<>();
        plans.forEach(plan -> report(plan, reported));
    }

    private void report(QueryPlan plan, List<Expression> reported) {
        for (Query.Field field : plan.query().fields()) {
            BindingChoice choice = plan.kept().get(field.value());
            Expression place = field.value().argument();
            if (choice == null
                    || isHarmless(choice, field.value())
                    || reported.stream().anyMatch(each -> each == place)) {
                continue;
            }
            reported.add(place);
            facts.file().refuse(place, choice.reason(), choice.message());
        }
    }

    /** Returns whether a value that stays is right as it is: placeholders, or a name that is safe. */
    private boolean isHarmless(BindingChoice choice, Value value) {
        boolean isName = choice.reason().equals("identifier") || choice.reason().equals("value-or-column");
        return choice == QueryPlan.PLACEHOLDERS
                || choice == QueryPlan.FIXED
                || isName && new QuotedNames(facts).isHarmless(value.expression());
    }
}
