package dev.codemod.codemods.sql;

import dev.codemod.codemod.Applicability;
import dev.codemod.project.Use;
import dev.codemod.tree.Expression;
import dev.codemod.tree.FunctionDef;
import dev.codemod.tree.NodeList;
import java.util.ArrayList;
import java.util.List;

/** Lets functions return the parameters beside the text of a query, and their calls pass them on. */
final class BuilderRewriter {
    private static final String PUBLIC = "public-builder";
    private static final String PRIVATE = "query-builder";

    private final FileFacts facts;
    private final HelperFacts helpers;
    private final Changes changes;

    BuilderRewriter(FileFacts facts, HelperFacts helpers, Changes changes) {
        this.facts = facts;
        this.helpers = helpers;
        this.changes = changes;
    }

    // ---------------------------------------------------------------- calls

    /** Rewrites or reports a call that executes what such a function returns; returns false if it is none. */
    boolean rewrite(Sink sink) {
        BuilderSite site = helpers.hasBuilders() ? BuilderSite.of(sink, facts) : null;
        BuilderFacts.Decision decision = site == null ? null : decision(site);
        if (decision == null) {
            return false;
        }
        String function = "`" + site.call().func().sourceText() + "`";
        if (decision.problem() != null || site.rules(facts) == null) {
            String why = decision.problem() == null ? "the call is not the one that was looked at" : decision.problem();
            facts.file()
                    .refuse(
                            sink.call(),
                            "query-from-function",
                            function
                                    + " puts the values into the query; let it return the text with placeholders and the "
                                    + "parameters (not done: " + why + ")");
            return true;
        }
        boolean isApplied = facts.file()
                .offer(
                        applicability(decision.builder()),
                        sink.call(),
                        reason(decision.builder()),
                        "pass on the parameters that " + function + " returns beside the text"
                                + doubt(decision.builder()),
                        decision.builder().key());
        if (isApplied) {
            apply(site);
        }
        return true;
    }

    private BuilderFacts.Decision decision(BuilderSite site) {
        int offset = site.call().startOffset();
        for (Use use : facts.file().moduleFacts().uses()) {
            if (use.offset() == offset && use.form().isCall() && !use.isPossible()) {
                BuilderFacts.Decision decision = helpers.builder(facts.file().path(), use.name());
                if (decision != null) {
                    return decision;
                }
            }
        }
        return null;
    }

    private void apply(BuilderSite site) {
        Sink sink = site.sink();
        if (site.assignment() == null) {
            changes.replace(
                    sink.call(),
                    sink.call().withArguments(NodeList.of(facts.code().starred(site.call()))));
            return;
        }
        String name = facts.freshName("params", sink.call());
        Expression parameters = facts.code().expression(name);
        changes.retarget(
                site.assignment(),
                facts.code().bareTuple(List.of(site.assignment().targets().get(0), parameters)));
        changes.replace(sink.call(), sink.with(sink.query(), facts.code().expression(name), facts.code()));
    }

    // ---------------------------------------------------------------- functions

    /** Rewrites the functions of the file. */
    void rewriteFunctions() {
        for (BuilderFacts.Decision decision : helpers.builders(facts.file().path())) {
            FunctionDef function = BuilderScanner.functions(facts.file().module())
                    .get(decision.builder().name());
            if (decision.problem() == null && function != null) {
                rewrite(function, decision);
            }
        }
    }

    private void rewrite(FunctionDef function, BuilderFacts.Decision decision) {
        BuilderTexts texts = new BuilderTexts(function, facts);
        try {
            // When the result is rewritten once more, to prove that nothing changes, the facts are those from before.
            if (texts.hasQuery(decision.rules())) {
                offer(function, decision, texts.read(decision.rules()));
            }
        } catch (CompositionProblem problem) {
            String message = "the parameters cannot be returned beside the text: " + problem.getMessage();
            facts.file()
                    .refuse(
                            function.name(),
                            problem.reason(),
                            message,
                            decision.builder().key());
        }
    }

    private void offer(FunctionDef function, BuilderFacts.Decision decision, List<BuilderTexts.Text> texts) {
        List<QueryPlan> plans = new ArrayList<>();
        Doubt doubt = null;
        for (BuilderTexts.Text text : texts) {
            if (text.plan() != null) {
                plans.add(text.plan());
                doubt = doubt == null ? Doubt.of(text.plan(), false, false, facts) : doubt;
            }
        }
        new KeptValues(facts).report(plans);
        BuilderFact builder = decision.builder();
        BindingChoice decisive = QueryPlan.decisive(plans);
        Applicability applicability = decisive.applicability();
        String reason = decisive.reason();
        String why = decisive.message().isEmpty() ? "" : ": " + decisive.message();
        if (applicability == Applicability.SAFE) {
            applicability = doubt == null ? applicability(builder) : Applicability.UNSAFE;
            reason = doubt == null ? reason(builder) : doubt.reason();
            why = doubt == null ? doubt(builder) : ": " + doubt.message();
        }
        List<Expression> results = new ArrayList<>();
        for (BuilderTexts.Text text : texts) {
            results.add(result(text, decision.rules()));
        }
        String message = "return the parameters of the query beside its text" + why;
        if (!facts.file().offer(applicability, function.name(), reason, message, builder.key())) {
            return;
        }
        for (int i = 0; i < texts.size(); i++) {
            BuilderTexts.Text text = texts.get(i);
            changes.giveBack(text.result(), results.get(i));
            if (text.assignment() != null && text.plan() != null) {
                changes.assign(text.assignment(), query(text));
            }
        }
        if (function.returns() != null) {
            changes.annotate(function, facts.code().expression("tuple"));
        }
    }

    private Expression parameters(QueryPlan plan) {
        ParameterMerge merge = new ParameterMerge(facts.code(), false);
        return plan.rules().style().isNamed() ? merge.mapping(null, plan.slots()) : merge.sequence(null, plan.slots());
    }

    private Expression result(BuilderTexts.Text text, QueryRules rules) {
        Expression none = rules.style().isNamed()
                ? facts.code().expression("{}")
                : facts.code().tuple(List.of());
        boolean isBound = text.plan() != null && text.plan().bindsAnything();
        Expression query = text.assignment() == null && isBound
                ? query(text)
                : text.result().value();
        Expression parameters = isBound ? parameters(text.plan()) : none;
        return facts.code().bareTuple(List.of(query, parameters));
    }

    private static Expression query(BuilderTexts.Text text) {
        QueryPlan plan = text.plan();
        return plan.bindsAnything()
                ? plan.rewrittenQuery(plan.rules().isPercentDoubled())
                : plan.query().root();
    }

    private static Applicability applicability(BuilderFact builder) {
        return builder.isPrivate() ? Applicability.SAFE : Applicability.UNSAFE;
    }

    private static String reason(BuilderFact builder) {
        return builder.isPrivate() ? PRIVATE : PUBLIC;
    }

    private static String doubt(BuilderFact builder) {
        return builder.isPrivate()
                ? ""
                : "; check that nothing outside of the project calls `" + builder.name() + "`, which is public";
    }
}
