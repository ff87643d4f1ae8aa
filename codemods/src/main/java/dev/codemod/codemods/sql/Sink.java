package dev.codemod.codemods.sql;

import dev.codemod.tree.Argument;
import dev.codemod.tree.Attribute;
import dev.codemod.tree.Call;
import dev.codemod.tree.Expression;
import dev.codemod.tree.Keyword;
import dev.codemod.tree.NodeList;
import dev.codemod.tree.Starred;
import java.util.List;
import java.util.Set;

/** A call that may hand a query to a database. */
final class Sink {
    private static final Set<String> METHODS = Set.of("execute", "executemany", "executescript");
    private static final List<String> QUERY_KEYWORDS = List.of("query", "sql", "operation", "statement");
    private static final List<String> PARAMETER_KEYWORDS = List.of("params", "args", "vars", "parameters");

    private final Call call;
    private final Attribute method;
    private final Driver driver;
    private final int queryIndex;
    private final int parametersIndex;

    private Sink(Call call, Attribute method, Driver driver, int queryIndex, int parametersIndex) {
        this.call = call;
        this.method = method;
        this.driver = driver;
        this.queryIndex = queryIndex;
        this.parametersIndex = parametersIndex;
    }

    /** Returns whether a call has the form of a sink. */
    static boolean isSink(Call call) {
        return call.func() instanceof Attribute method
                && METHODS.contains(method.attr().sourceText())
                && !call.arguments().isEmpty();
    }

    /**
     * Returns the sink that a call is.
     *
     * @param driver the driver, or null if it is not known
     * @return the sink, or null if the call has no query that can be found
     */
    static Sink of(Call call, Driver driver) {
        List<String> queryKeywords = driver == null ? QUERY_KEYWORDS : driver.queryKeywords();
        List<String> parameterKeywords = driver == null ? PARAMETER_KEYWORDS : driver.parameterKeywords();
        int query = -1;
        int parameters = -1;
        int positional = 0;
        for (int i = 0; i < call.arguments().size(); i++) {
            Argument argument = call.arguments().get(i);
            if (argument instanceof Starred || argument instanceof Keyword keyword && keyword.isDoubleStar()) {
                return null;
            }
            if (argument instanceof Keyword keyword) {
                String name = keyword.name().sourceText();
                query = queryKeywords.contains(name) ? i : query;
                parameters = parameterKeywords.contains(name) ? i : parameters;
            } else {
                query = positional == 0 ? i : query;
                parameters = positional == 1 ? i : parameters;
                positional++;
            }
        }
        return query < 0 ? null : new Sink(call, (Attribute) call.func(), driver, query, parameters);
    }

    Call call() {
        return call;
    }

    Driver driver() {
        return driver;
    }

    /** Returns the object whose method is called. */
    Expression receiver() {
        return method.value();
    }

    boolean isMany() {
        return method.attr().is("executemany");
    }

    boolean isScript() {
        return method.attr().is("executescript");
    }

    private static Expression value(Argument argument) {
        return argument instanceof Keyword keyword ? keyword.value() : (Expression) argument;
    }

    /** Returns the query. */
    Expression query() {
        return value(call.arguments().get(queryIndex));
    }

    /** Returns the parameters, or null if none are passed; None counts as none. */
    Expression parameters() {
        if (parametersIndex < 0) {
            return null;
        }
        Expression parameters = value(call.arguments().get(parametersIndex));
        return Functions.isNone(parameters) ? null : parameters;
    }

    /** Returns the call with another query, or the same, and other parameters. */
    Call with(Expression query, Expression parameters, Code code) {
        NodeList<Argument> arguments = call.arguments();
        Argument old = arguments.get(queryIndex);
        arguments = arguments.with(queryIndex, old instanceof Keyword keyword ? keyword.withValue(query) : query);
        if (parameters == null) {
            return call.withArguments(arguments);
        }
        if (parametersIndex >= 0) {
            Argument argument = arguments.get(parametersIndex);
            Argument changed = argument instanceof Keyword keyword ? keyword.withValue(parameters) : parameters;
            return call.withArguments(arguments.with(parametersIndex, changed));
        }
        Argument added = old instanceof Keyword
                ? code.keyword(
                        driver == null ? "params" : driver.parameterKeywords().get(0), parameters)
                : parameters;
        return call.withArguments(arguments.insert(queryIndex + 1, added));
    }
}
