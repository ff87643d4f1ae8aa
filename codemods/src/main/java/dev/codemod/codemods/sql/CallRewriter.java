package dev.codemod.codemods.sql;

import dev.codemod.codemods.sql.SqlToken.Kind;
import dev.codemod.semantics.Definition;
import dev.codemod.tree.AugAssign;
import dev.codemod.tree.Call;
import dev.codemod.tree.Expression;
import dev.codemod.tree.Name;
import dev.codemod.tree.NamedExpr;
import java.util.List;

/** Rewrites one call that may hand a query to a database, or says why it does not. */
final class CallRewriter {
    private final FileFacts facts;
    private final Call call;
    private final Changes changes;
    private final BuilderRewriter builders;
    private Target target;
    private Sink sink;
    private Driver driver;

    /** Whether the driver is known only because the file imports no other. */
    private boolean isDriverAssumed;

    /** Whether nothing shows the driver, so that the query can only be reported. */
    private boolean isUnsettled;

    private QueryVariable variable;

    /** The constant that holds the text which the call formats, or null. */
    private QueryTemplate template;

    /** Why the variable of the query cannot be rewritten; matters only if there is something to bind. */
    private CompositionProblem variableProblem;

    CallRewriter(FileFacts facts, Call call, Changes changes, BuilderRewriter builders) {
        this.builders = builders;
        this.facts = facts;
        this.call = call;
        this.changes = changes;
    }

    /** Reports and, if it may, changes. */
    void run() {
        try {
            rewrite();
        } catch (CompositionProblem problem) {
            if (driver != null || sink != null && Templates.readsAsSql(textOf(sink.query()))) {
                facts.file().refuse(call, problem.reason(), problem.getMessage());
            }
        }
    }

    /** Returns the expression that the text of a query is written in. */
    private Expression textOf(Expression query) {
        if (query instanceof Name name) {
            for (Definition definition : QueryVariable.definitions(name, facts.semantics())) {
                if (definition.value() != null) {
                    return definition.value();
                }
            }
        }
        return query;
    }

    private void rewrite() {
        sink = facts.sinks().of(call);
        if (sink == null || facts.sinks().isDone(call)) {
            return;
        }
        target = sink.target();
        driver = target.driver();
        facts.explanation().tellDriver(sink);
        if (builders.rewrite(sink) || isRewrittenFlow()) {
            return;
        }
        Query query = compose();
        if (query == null) {
            return;
        }
        if (driver == null && !recognize(query)) {
            return;
        }
        QueryRules rules = rules();
        SqlStatement statement = lex(query, rules);
        if (!query.hasValues()) {
            if (variableProblem != null) {
                return;
            }
            new Repairs(facts, sink, rules, changes, variable).check(query, statement);
            return;
        }
        check(statement);
        if (!isBindable(query, statement, rules)) {
            return;
        }
        plan(query, statement, rules);
    }

    /** Returns whether the query is in a variable that was rewritten, or reported, with all that belongs to it. */
    private boolean isRewrittenFlow() {
        QueryFlow flow = QueryFlow.of(sink, facts.semantics(), facts.sinks()::likely);
        if (flow == null || flow.isSimple() || !new FlowRewriter(facts, flow, changes).run()) {
            return false;
        }
        flow.uses().forEach(use -> facts.sinks().setDone(use.call()));
        return true;
    }

    /** Returns the text of the query, or null if nothing is composed. */
    private Query compose() {
        Expression argument = sink.query();
        if (argument instanceof Name name) {
            return composeVariable(name);
        }
        if (argument instanceof NamedExpr named) {
            return composeNamed(named);
        }
        Query query = composed(argument);
        if (query == null) {
            template = QueryTemplate.of(argument, facts);
            query = template == null ? null : composed(template.operation());
        }
        if (query == null) {
            new IndirectQueries(facts, sink, this::composed, this::readsAsSql).check(argument);
        }
        return query;
    }

    /** Returns the text of a query that the argument assigns to a variable as well. */
    private Query composeNamed(NamedExpr named) {
        Query query = composed(named.value());
        if (query != null && hasForeignValues(query)) {
            try {
                variable = QueryVariable.assignedIn(named, sink.call(), facts.semantics());
            } catch (CompositionProblem problem) {
                variableProblem = problem;
            }
        }
        return query;
    }

    /** Returns whether a text is SQL: because it is given to a database, or because it reads so. */
    private boolean readsAsSql(Query query) {
        SqlStatement statement = lex(query, rules());
        return driver == null ? statement.readsAsSql() : statement.hasKnownVerb();
    }

    private Query composed(Expression expression) {
        return reader(rules()).composed(expression);
    }

    private Query composeVariable(Name name) {
        List<Definition> definitions = QueryFlow.allDefinitions(name, facts.semantics());
        boolean hasValues = false;
        Query only = null;
        for (Definition definition : definitions) {
            boolean isAppended = definition.site() instanceof AugAssign;
            Expression text = definition.site() instanceof AugAssign append ? append.value() : definition.value();
            Query query = text == null ? null : composed(text);
            hasValues |= query == null ? isAppended && !facts.fixedTexts().isFixed(text) : hasForeignValues(query);
            only = query == null ? only : query;
        }
        if (only == null) {
            new IndirectQueries(facts, sink, this::composed, this::readsAsSql).checkDerived(definitions);
            return null;
        }
        if (definitions.size() > 1 && !hasValues) {
            return null;
        }
        if (!hasValues) {
            return only;
        }
        if (driver == null && !isKnownText(definitions)) {
            return null;
        }
        try {
            variable = QueryVariable.of(name, facts.semantics());
            facts.explanation().tellVariable(sink, variable);
        } catch (CompositionProblem problem) {
            if (definitions.size() != 1) {
                throw problem;
            }
            variableProblem = problem;
        }
        return only;
    }

    /** Returns whether a text has values, other than placeholders that the program makes. */
    private boolean hasForeignValues(Query query) {
        return query.fields().stream()
                .filter(field -> !field.isConstant())
                .anyMatch(field -> !ListValue.isPlaceholders(field.value().expression(), facts.semantics()));
    }

    /** Returns whether one of several texts reads as SQL, or the user says how placeholders are written. */
    private boolean isKnownText(List<Definition> definitions) {
        for (Definition definition : definitions) {
            Query query = definition.value() == null ? null : composed(definition.value());
            if (query != null && readsAsSql(query)) {
                return true;
            }
        }
        return false;
    }

    /** Returns whether the call goes on: what it is called on is not known. */
    private boolean recognize(Query query) {
        if (!query.hasValues() || !lex(query, rules()).readsAsSql()) {
            return false;
        }
        if (facts.styleOption() != null) {
            return true;
        }
        Sink assumed = facts.sinks().assumed(call);
        if (assumed != null) {
            sink = assumed;
            target = sink.target();
            driver = target.driver();
            isDriverAssumed = true;
            return true;
        }
        isUnsettled = true;
        return true;
    }

    private QueryRules rules() {
        return facts.sinks().rules(target);
    }

    private SqlStatement lex(Query query, QueryRules rules) {
        return reader(rules).lex(query);
    }

    private QueryReader reader(QueryRules rules) {
        return new QueryReader(facts, rules, sink.mayHavePlaceholders());
    }

    private void check(SqlStatement statement) {
        if (sink.isScript()) {
            throw problem(
                    "executescript",
                    "executescript takes no parameters; split the script and use execute for this part");
        }
        if (target.form().kind() == CallForm.Kind.PREPARED) {
            throw problem(
                    "prepared-statement",
                    "prepare takes no values; put $1 into the text and pass the value where the statement is executed");
        }
        if (statement.isUnfinished()) {
            throw problem(
                    "unfinished-sql", "a quote or comment of the query does not end in the text that is written here");
        }
        if (target.isFragment() && !statement.readsAsSql()) {
            return;
        }
        if (statement.verb() == null) {
            throw problem("sql-fragment", "the query starts with text that is not known here");
        }
    }

    /** Returns whether values can be bound in the statement; if not, says so unless all texts are written here. */
    private boolean isBindable(Query query, SqlStatement statement, QueryRules rules) {
        boolean isFragment = target.isFragment() && !statement.readsAsSql();
        boolean isKnown = !isFragment && (statement.hasKnownVerb() || driver != null);
        if (new BindableStatements(rules, statement).isBindable() || !isKnown) {
            return true;
        }
        refuseStatement(query, statement);
        return false;
    }

    private void refuseStatement(Query query, SqlStatement statement) {
        QuotedNames names = new QuotedNames(facts);
        List<String> open = query.fields().stream()
                .filter(field ->
                        !field.isConstant() && !names.isHarmless(field.value().expression()))
                .map(field -> "`" + field.value().shortened() + "`")
                .distinct()
                .toList();
        if (!open.isEmpty()) {
            String last = open.size() > 3 ? "the " + open.size() + " values" : String.join(", ", open);
            throw problem(
                    "not-bindable",
                    "in " + statement.verb() + " statements values cannot be bound; compare " + last
                            + " with what is allowed before");
        }
    }

    private CompositionProblem problem(String reason, String message) {
        return new CompositionProblem(call, reason, message);
    }

    // ---------------------------------------------------------------- plan

    private void plan(Query query, SqlStatement statement, QueryRules rules) {
        QueryRules exact = rules.named(statement, sink.parameters());
        if (exact == null) {
            throw problem("mixed-placeholders", "the query has placeholders with names and without");
        }
        ValueChooser chooser = new ValueChooser(facts, driver, query);
        QueryPlan plan = new QueryPlan(query, statement, exact, chooser, facts);
        plan.decide();
        facts.explanation().tellPieces(plan);
        if (isUnsettled && plan.bindsAnything()) {
            throw problem(
                    "unknown-driver",
                    "values are put into this query, but nothing in the file shows which driver "
                            + facts.targets().whatIsUnknown(call) + " or set -P paramstyle");
        }
        if (!plan.bindsAnything() && !statement.isBindable() && statement.hasKnownVerb() && !target.isFragment()) {
            refuseStatement(query, statement);
            return;
        }
        new KeptValues(facts).report(plan);
        if (!plan.bindsAnything()) {
            return;
        }
        if (variableProblem != null) {
            throw variableProblem;
        }
        if (!new BindableStatements(rules, statement).canBeSeveral()) {
            throw problem(
                    "several-statements",
                    "several statements in one text cannot have parameters with every driver; split them");
        }
        if (sink.hasKeywordParameters()) {
            throw problem(
                    "keyword-parameters",
                    "parameters are passed as keyword arguments; put them into a dict, then the new ones can join them");
        }
        if (sink.isMany()) {
            throw problem(
                    "executemany-values",
                    "the value is the same for every row; add it to each row and put a placeholder in its place");
        }
        if (sink.parameters() != null && plan.hasUnknownText()) {
            throw problem(
                    "fragment-may-hold-placeholders",
                    "a piece of SQL that is not known here may hold placeholders, so the order of the parameters is not known");
        }
        checkNumbers(statement, exact.style());
        if (exact.style() == ParamStyle.NUMERIC && plan.isNewBeforeExisting()) {
            throw problem("numbered-placeholders", "the new placeholder would stand before those that have numbers");
        }
        checkPercent(query, exact);
        checkOrder(plan);
        PlanWriter writer = new PlanWriter(facts, sink, changes, variable, isDriverAssumed);
        if (template != null) {
            writer.write(plan, template);
        } else {
            writer.write(plan);
        }
    }

    /** Refuses numbers that new placeholders would change, or whose order is not that of the parameters. */
    private void checkNumbers(SqlStatement statement, ParamStyle style) {
        int expected = 1;
        for (SqlToken token : statement.tokens()) {
            boolean isNumbered =
                    token.kind() == Kind.PLACEHOLDER && token.text().matches("[?:]\\d+");
            if (isNumbered && !(style == ParamStyle.NUMERIC && token.text().equals(":" + expected++))) {
                throw problem("numbered-placeholders", "the placeholders have numbers that new ones would change");
            }
        }
    }

    private void checkPercent(Query query, QueryRules rules) {
        if (sink.parameters() != null) {
            return;
        }
        PercentRules percent = new PercentRules(rules, query);
        if (percent.hasFalsePlaceholder()) {
            throw problem(
                    "percent-s-in-text",
                    "mysql.connector takes every %s in the text for a placeholder, even in a literal");
        }
        if (percent.hasPercentInConstant()) {
            throw problem(
                    "percent-in-constant",
                    "a constant of the query holds a percent sign, which must be doubled when parameters are passed");
        }
    }

    /** Refuses where values with effects would be evaluated in another order or another number of times. */
    private void checkOrder(QueryPlan plan) {
        if (!new EvaluationOrder(facts.purity()).isKept(plan, sink.parameters())) {
            throw problem(
                    "evaluation-order",
                    "values with effects would be evaluated in another order; assign them to variables first");
        }
    }
}
