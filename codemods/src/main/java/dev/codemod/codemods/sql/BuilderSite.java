package dev.codemod.codemods.sql;

import dev.codemod.tree.Assign;
import dev.codemod.tree.Attribute;
import dev.codemod.tree.Call;
import dev.codemod.tree.Expression;
import dev.codemod.tree.Name;

/**
 * A call in a file whose result is executed as a query, and used for nothing else.
 *
 * @param call the call that gives the text
 * @param sink what executes it
 * @param assignment the statement that puts the text into a variable; null if the call is the argument itself
 */
record BuilderSite(Call call, Sink sink, Assign assignment) {
    /** Returns where the query of a sink comes from, or null if that is no call of a function with a name. */
    static BuilderSite of(Sink sink, FileFacts facts) {
        if (sink.query() instanceof Call call) {
            return isNamed(call.func()) ? new BuilderSite(call, sink, null) : null;
        }
        QueryFlow flow = sink.query() instanceof Name ? QueryFlow.of(sink, facts.semantics(), facts.sinks()::of) : null;
        boolean isOnly = flow != null && flow.isSimple() && !flow.isAlsoLogged();
        return isOnly
                        && flow.steps().get(0).statement() instanceof Assign assignment
                        && assignment.value() instanceof Call call
                        && isNamed(call.func())
                ? new BuilderSite(call, sink, assignment)
                : null;
    }

    private static boolean isNamed(Expression function) {
        return function instanceof Name || function instanceof Attribute attribute && isNamed(attribute.value());
    }

    /** Returns the rules by which the text is executed, or null if parameters cannot simply be passed beside it. */
    QueryRules rules(FileFacts facts) {
        Target target = sink.target();
        boolean isPlain = sink.driver() != null
                && target.form().kind() == CallForm.Kind.ONE
                && target.form().parametersIndex() == 1
                && target.unit() == null
                && sink.call().arguments().size() == 1
                && sink.call().arguments().get(0) == sink.query()
                && HelperExtension.takesNoParameters(sink.driver());
        if (!isPlain) {
            return null;
        }
        QueryRules rules = facts.sinks().rules(target);
        return rules.style() == ParamStyle.DOLLAR ? null : rules;
    }
}
