package dev.codemod.codemods.sql;

import dev.codemod.tree.Argument;
import dev.codemod.tree.Call;
import dev.codemod.tree.Expression;
import dev.codemod.tree.ImportFrom;
import dev.codemod.tree.Keyword;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Writes the parameters of a BigQuery client: a configuration with one typed parameter for each value. */
final class BigQueryConfig {
    private static final Set<String> TEXTS = Set.of("quoted-value", "part-of-literal", "escaped-by-hand");

    private final FileFacts facts;
    private final Sink sink;

    BigQueryConfig(FileFacts facts, Sink sink) {
        this.facts = facts;
        this.sink = sink;
    }

    /**
     * Returns the configuration.
     *
     * @throws CompositionProblem if the call has one already, or the type of a value is not known
     */
    Expression write(QueryPlan plan, List<ParameterMerge.Slot> slots) {
        boolean isConfigured = sink.call().arguments().stream()
                .anyMatch(argument -> argument instanceof Keyword keyword
                        && !keyword.isDoubleStar()
                        && keyword.name().is("job_config"));
        if (isConfigured || sink.parameters() != null) {
            throw new CompositionProblem(
                    sink.call(),
                    "job-config",
                    "the call has a job_config; add query_parameters to it and write @name into the text");
        }
        List<String> types = new ArrayList<>();
        for (int i = 0; i < slots.size(); i++) {
            types.add(type(plan.bound().get(i), slots.get(i).value()));
        }
        Expression parameterClass = member("ScalarQueryParameter");
        List<Expression> parameters = new ArrayList<>();
        for (int i = 0; i < slots.size(); i++) {
            ParameterMerge.Slot slot = slots.get(i);
            List<Argument> arguments = List.of(
                    facts.code().expression("\"" + slot.name() + "\""),
                    facts.code().expression("\"" + types.get(i) + "\""),
                    slot.value());
            parameters.add(facts.code().call("_", arguments).withFunc(parameterClass));
        }
        Keyword list = facts.code().keyword("query_parameters", facts.code().list(parameters));
        return facts.code().call("_", List.of(list)).withFunc(member("QueryJobConfig"));
    }

    private Expression member(String name) {
        boolean isFromPackage = facts.file().module().findAll(ImportFrom.class).stream()
                .anyMatch(each ->
                        each.module() != null && each.module().sourceText().equals("google.cloud"));
        return isFromPackage
                ? facts.code().attribute(facts.imports().ensureInStyle("google.cloud", "bigquery", sink.call()), name)
                : facts.imports().ensureInStyle("google.cloud.bigquery", name, sink.call());
    }

    private String type(BindingChoice choice, Expression value) {
        if (TEXTS.contains(choice.reason())) {
            return "STRING";
        }
        Expression number = value instanceof Call call
                        && facts.semantics().module().parsed() != call.parsed()
                        && call.func().is("int")
                ? null
                : value;
        ValueType type = number == null
                ? ValueType.of(ValueType.Kind.INTEGER)
                : facts.types().of(number);
        switch (type.kind()) {
            case INTEGER:
                return "INT64";
            case FLOAT:
                return "FLOAT64";
            case BOOLEAN:
                return "BOOL";
            default:
                throw new CompositionProblem(
                        sink.call(),
                        "bigquery-type",
                        "BigQuery wants the type of every parameter, and that of a value is not known here");
        }
    }
}
