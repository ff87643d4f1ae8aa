package dev.codemod.codemods.sql;

import dev.codemod.semantics.Binding;
import dev.codemod.tree.Assign;
import dev.codemod.tree.Block;
import dev.codemod.tree.Elif;
import dev.codemod.tree.Expression;
import dev.codemod.tree.FunctionDef;
import dev.codemod.tree.If;
import dev.codemod.tree.Name;
import dev.codemod.tree.Node;
import dev.codemod.tree.Raise;
import dev.codemod.tree.Return;
import dev.codemod.tree.Statement;
import dev.codemod.tree.Yield;
import java.util.ArrayList;
import java.util.List;

/** The texts that a function returns, each of them a query that is composed in the function, or a constant. */
final class BuilderTexts {
    /**
     * One text.
     *
     * @param result the statement that returns it
     * @param assignment the statement before that puts it into a variable; null if it is returned where it is written
     * @param plan what becomes of its values; null if it has none
     */
    record Text(Return result, Assign assignment, QueryPlan plan) {}

    private final FunctionDef function;
    private final FileFacts facts;

    BuilderTexts(FunctionDef function, FileFacts facts) {
        this.function = function;
        this.facts = facts;
    }

    /** Returns whether the function returns a query with values that could be bound. */
    boolean hasQuery(QueryRules rules) {
        boolean isQuery = false;
        for (Expression result : facts.functions().results(function)) {
            Assign assignment = assignmentOf(result);
            Expression text = assignment == null ? result : assignment.value();
            QueryReader reader = new QueryReader(facts, rules, false);
            Query query = reader.composed(text);
            if (query != null && query.hasValues() && reader.lex(query).readsAsSql()) {
                isQuery |= planned(query, rules, reader).bindsAnything();
            }
        }
        return isQuery;
    }

    /** Returns the texts; complains with {@link CompositionProblem} if one of them cannot have parameters beside it. */
    List<Text> read(QueryRules rules) {
        List<Expression> results = facts.functions().results(function);
        boolean isAlways = ends(function.body())
                && function.body().findAll(Return.class).size() == results.size()
                && function.body().findAll(Yield.class).isEmpty();
        if (!isAlways) {
            throw problem("not every path of it returns a text");
        }
        if (function.returns() != null && !function.returns().is("str")) {
            throw problem("its annotation says that it returns something other than str");
        }
        List<Text> texts = new ArrayList<>();
        for (Expression result : results) {
            texts.add(text(result, rules));
        }
        return texts;
    }

    private CompositionProblem problem(String message) {
        return new CompositionProblem(function.name(), "query-from-function", message);
    }

    private static boolean ends(Block block) {
        Statement last = block.statements().last();
        if (!(last instanceof If choice)) {
            return last instanceof Return || last instanceof Raise;
        }
        for (Elif elif : choice.elifs()) {
            if (!ends(elif.body())) {
                return false;
            }
        }
        return choice.orElse() != null
                && ends(choice.body())
                && ends(choice.orElse().body());
    }

    private Text text(Expression result, QueryRules rules) {
        Return statement = (Return) facts.semantics().path(result).parent();
        Assign assignment = assignmentOf(result);
        Expression text = assignment == null ? result : assignment.value();
        QueryReader reader = new QueryReader(facts, rules, false);
        Query query = reader.composed(text);
        if (query == null || !query.hasValues()) {
            String constant = query == null ? facts.constants().textOf(text) : query.text();
            checkConstant(constant, rules);
            return new Text(statement, assignment, null);
        }
        SqlStatement sql = reader.lex(query);
        if (sql.isUnfinished() || sql.verb() == null || !sql.isBindable() || sql.hasSeveralStatements()) {
            throw problem("one of its texts is not one whole statement that takes parameters");
        }
        QueryPlan plan = planned(query, rules, reader);
        if (!plan.bindsAnything() && rules.style().isPercent()) {
            throw problem("one of its texts has no value that can be bound, and may hold percent signs");
        }
        boolean isOpaque = plan.boundValues().stream().anyMatch(value -> PlanWriter.isElement(value, plan));
        if (isOpaque || !plan.placeholders().isEmpty() || new PercentRules(rules, query).isBroken()) {
            throw problem("one of its texts has placeholders, percent signs or values that are not written out");
        }
        if (!new EvaluationOrder(facts.purity()).isKept(plan, null)) {
            throw problem("values with effects would be evaluated in another order");
        }
        return new Text(statement, assignment, plan);
    }

    private void checkConstant(String text, QueryRules rules) {
        if (text == null) {
            throw problem("one of its results is not composed in the function");
        }
        boolean hasPercent = rules.style().isPercent() && text.indexOf('%') >= 0;
        boolean isSeveral = new SqlStatement(SqlLexer.lex(text, rules.dialect(), null)).hasSeveralStatements();
        if (hasPercent || isSeveral) {
            throw problem("one of its texts means something else when it is executed with parameters");
        }
    }

    private QueryPlan planned(Query query, QueryRules rules, QueryReader reader) {
        QueryPlan plan =
                new QueryPlan(query, reader.lex(query), rules, new ValueChooser(facts, rules.driver(), query), facts);
        plan.decide();
        return plan;
    }

    /** Returns the statement directly before that assigns what is returned, or null if it is not such a variable. */
    private Assign assignmentOf(Expression result) {
        if (!(result instanceof Name name)) {
            return null;
        }
        Node around =
                facts.semantics().path(facts.semantics().path(result).parent()).parent();
        if (!(around instanceof Block block)) {
            return null;
        }
        int index =
                block.statements().indexOfNode(facts.semantics().path(result).parent());
        Binding binding = facts.semantics().bindingOf(name);
        boolean isAssigned = index > 0
                && binding != null
                && binding.references().size() == 1
                && block.statements().get(index - 1) instanceof Assign assignment
                && assignment.targets().size() == 1
                && assignment.targets().get(0).is(name.sourceText());
        return isAssigned ? (Assign) block.statements().get(index - 1) : null;
    }
}
