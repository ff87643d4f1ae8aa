package dev.codemod.codemods.sql;

import dev.codemod.codemods.sql.CallForm.Kind;
import dev.codemod.tree.Argument;
import dev.codemod.tree.Attribute;
import dev.codemod.tree.Call;
import dev.codemod.tree.DictDisplay;
import dev.codemod.tree.DictItem;
import dev.codemod.tree.Expression;
import dev.codemod.tree.KeyValue;
import dev.codemod.tree.Keyword;
import dev.codemod.tree.ListDisplay;
import dev.codemod.tree.Node;
import dev.codemod.tree.NodeList;
import dev.codemod.tree.Starred;
import dev.codemod.tree.Tuple;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** A call that may hand a query to a database. */
final class Sink {
    private static final Set<String> EXECUTIONS = Set.of("execute", "scalar", "scalars");

    private final Call call;
    private final Target target;
    private final int queryIndex;
    private final int parametersIndex;

    /** The call that executes what this one makes, and takes its parameters; or null. */
    private final Call execution;

    /** The names of the parameters that stand for the elements of lists. */
    private final List<String> expandingNames = new ArrayList<>();

    /** What denotes SQLAlchemy's {@code bindparam}; null if there are no such parameters. */
    private final Expression bindparam;

    private Sink(Call call, Target target, int queryIndex, int parametersIndex, Call execution, Expression bindparam) {
        this.bindparam = bindparam;
        this.call = call;
        this.target = target;
        this.queryIndex = queryIndex;
        this.parametersIndex = parametersIndex;
        this.execution = execution;
    }

    /**
     * Returns the sink that a call is, or null if the call has no query that can be found.
     *
     * @param parent the node around the call
     */
    static Sink of(Call call, Target target, Node parent) {
        CallForm form = target.form();
        int query = -1;
        int parameters = -1;
        int positional = 0;
        for (int i = 0; i < call.arguments().size(); i++) {
            Argument argument = call.arguments().get(i);
            boolean isSpread = argument instanceof Starred || isDoubleStar(argument);
            boolean isOracle = target.driver() == Driver.ORACLEDB || target.driver() == Driver.CX_ORACLE;
            if (isSpread && !(query >= 0 && (takesRest(form) || isOracle && isDoubleStar(argument)))) {
                return null;
            }
            if (argument instanceof Keyword keyword) {
                String name = keyword.isDoubleStar() ? "" : keyword.name().sourceText();
                query = form.query().contains(name) ? i : query;
                parameters = form.parameters().contains(name) ? i : parameters;
            } else {
                query = positional == form.queryIndex() ? i : query;
                parameters = positional == form.parametersIndex() ? i : parameters;
                positional++;
            }
        }
        boolean isExecuted = form.kind() == Kind.CLAUSE && parent instanceof Call around && executes(around, call);
        return query < 0 ? null : new Sink(call, target, query, parameters, isExecuted ? (Call) parent : null, null);
    }

    /** Returns whether a call executes a clause with parameters that are written out, or none. */
    private static boolean executes(Call around, Call clause) {
        boolean isMethod = around.func() instanceof Attribute method
                && EXECUTIONS.contains(method.attr().sourceText());
        int count = around.arguments().size();
        return isMethod
                && count <= 2
                && around.arguments().get(0) == clause
                && (count == 1 || around.arguments().get(1) instanceof DictDisplay);
    }

    /**
     * Returns this sink with parameters that stand for the elements of lists.
     *
     * @param function what denotes SQLAlchemy's {@code bindparam}
     */
    Sink withExpanding(List<String> names, Expression function) {
        Sink changed = new Sink(call, target, queryIndex, parametersIndex, execution, function);
        changed.expandingNames.addAll(names);
        return changed;
    }

    private static boolean isDoubleStar(Argument argument) {
        return argument instanceof Keyword keyword && keyword.isDoubleStar();
    }

    private static boolean takesRest(CallForm form) {
        return form.kind() == Kind.ARGUMENTS || form.kind() == Kind.KEYWORDS;
    }

    /** Returns the call that changes if the query does. */
    Call call() {
        return execution == null ? call : execution;
    }

    Target target() {
        return target;
    }

    Driver driver() {
        return target.driver();
    }

    /** Returns the object whose method is called, or the function. */
    Expression receiver() {
        return call.func() instanceof Attribute method ? method.value() : call.func();
    }

    boolean isMany() {
        return target.form().kind() == Kind.ROWS;
    }

    /** Returns whether parameters may be passed by keywords of their own, as Oracle's drivers allow it. */
    boolean hasKeywordParameters() {
        boolean isOracle = driver() == Driver.ORACLEDB || driver() == Driver.CX_ORACLE;
        return isOracle
                && call.arguments().stream()
                        .anyMatch(argument -> argument instanceof Keyword keyword && !isOwnKeyword(keyword));
    }

    private boolean isOwnKeyword(Keyword keyword) {
        String name = keyword.isDoubleStar() ? "" : keyword.name().sourceText();
        return target.form().query().contains(name)
                || target.form().parameters().contains(name);
    }

    /** Returns whether the parameters are one argument, or one for each row. */
    boolean takesOne() {
        return target.form().kind() == Kind.ONE || isMany();
    }

    /** Returns whether the call takes the parameters of one execution, which a variable can hold. */
    boolean takesVariable() {
        return EnumSet.of(Kind.ONE, Kind.ARGUMENTS, Kind.KEYWORDS, Kind.CLAUSE)
                .contains(target.form().kind());
    }

    boolean isScript() {
        return target.form().kind() == Kind.SCRIPT;
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
        if (execution != null) {
            return execution.arguments().size() < 2
                    ? null
                    : (Expression) execution.arguments().get(1);
        }
        if (parametersIndex < 0) {
            return null;
        }
        Expression parameters = value(call.arguments().get(parametersIndex));
        return Functions.isNone(parameters) ? null : parameters;
    }

    /** Returns whether the text may have placeholders, because parameters are passed or can be passed later. */
    boolean mayHavePlaceholders() {
        Kind kind = target.form().kind();
        return parameters() != null || kind == Kind.CLAUSE || kind == Kind.CONFIG || kind == Kind.KEYWORDS;
    }

    /** Returns the arguments that are parameters themselves, for calls that take them one by one. */
    private List<Expression> argumentsAfterQuery() {
        List<Expression> rest = new ArrayList<>();
        for (Argument argument : call.arguments()) {
            if (argument instanceof Expression expression) {
                rest.add(expression);
            }
        }
        return rest.subList(Math.min(rest.size(), target.form().queryIndex() + 1), rest.size());
    }

    /**
     * Returns the parameters as one expression, to be merged with others; null if there are none.
     *
     * @throws CompositionProblem if their number is not known
     */
    Expression mergeable(Code code) {
        if (target.form().kind() == Kind.KEYWORDS) {
            List<DictItem> items = keywordItems(code);
            return items.isEmpty() ? null : code.dict(items);
        }
        if (target.form().kind() != Kind.ARGUMENTS || parameters() == null) {
            return parameters();
        }
        List<Expression> arguments = argumentsAfterQuery();
        Expression only = arguments.size() == 1 ? arguments.get(0) : null;
        boolean isSequence = only instanceof Tuple || only instanceof ListDisplay;
        if (driver() == Driver.PYODBC && isSequence) {
            return only;
        }
        boolean isSpread = arguments.stream().anyMatch(each -> each instanceof Starred);
        if (driver() == Driver.PYODBC && (only != null || isSpread)) {
            throw new CompositionProblem(
                    call,
                    "opaque-parameters",
                    "the argument may be one parameter or a sequence of them; write the parameters as a tuple first");
        }
        return code.tuple(arguments);
    }

    private List<DictItem> keywordItems(Code code) {
        List<DictItem> items = new ArrayList<>();
        for (Argument argument : call.arguments()) {
            if (argument instanceof Keyword keyword && isParameter(keyword)) {
                items.add(
                        keyword.isDoubleStar()
                                ? code.unpacking(keyword.value())
                                : code.item(keyword.name().sourceText(), keyword.value()));
            }
        }
        return items;
    }

    private boolean isParameter(Keyword keyword) {
        return keyword.isDoubleStar()
                || !keyword.name().is("fetchall")
                        && !target.form().query().contains(keyword.name().sourceText());
    }

    // ---------------------------------------------------------------- rewriting

    /**
     * Returns the call with another query, or the same, and other parameters.
     *
     * @param parameters all parameters; null if they stay as they are
     */
    Call with(Expression query, Expression parameters, Code code) {
        Argument old = call.arguments().get(queryIndex);
        Argument changed = old instanceof Keyword keyword ? keyword.withValue(query) : query;
        NodeList<Argument> arguments = call.arguments().with(queryIndex, changed);
        Call changedCall = call.withArguments(arguments);
        List<Argument> expanding = expanding(code);
        if (execution != null) {
            Call clause = expanding.isEmpty() ? changedCall : code.methodCall(changedCall, "bindparams", expanding);
            List<Argument> executed = new ArrayList<>(List.of(clause));
            Expression all = parameters == null ? parameters() : parameters;
            if (all != null) {
                executed.add(all);
            }
            return execution.withArguments(NodeList.copyOf(executed));
        }
        if (parameters == null) {
            return changedCall;
        }
        switch (target.form().kind()) {
            case ARGUMENTS:
                return call.withArguments(withEach(arguments, parameters, code));
            case KEYWORDS:
                return call.withArguments(withKeywords(arguments, parameters, code));
            case CLAUSE:
                expanding.addAll(keywords(parameters, code));
                return code.methodCall(changedCall, "bindparams", expanding);
            default:
                return call.withArguments(withOne(arguments, parameters, code));
        }
    }

    private List<Argument> expanding(Code code) {
        List<Argument> parameters = new ArrayList<>();
        for (String name : expandingNames) {
            Call parameter = (Call) code.expression("_(\"" + name + "\", expanding=True)");
            parameters.add(parameter.withFunc(bindparam));
        }
        return parameters;
    }

    private NodeList<Argument> withOne(NodeList<Argument> arguments, Expression parameters, Code code) {
        if (parametersIndex >= 0) {
            Argument argument = arguments.get(parametersIndex);
            Argument changed = argument instanceof Keyword keyword ? keyword.withValue(parameters) : parameters;
            return arguments.with(parametersIndex, changed);
        }
        CallForm form = target.form();
        boolean isNext = !(arguments.get(queryIndex) instanceof Keyword)
                && form.parametersIndex() == queryIndex + 1
                && form.kind() != Kind.CONFIG;
        if (isNext || form.parameters().isEmpty()) {
            return arguments.insert(queryIndex + 1, parameters);
        }
        Keyword added = code.keyword(form.parameters().get(0), parameters);
        return arguments.insert(target.form().parametersIndex() == 1 ? queryIndex + 1 : arguments.size(), added);
    }

    private NodeList<Argument> withEach(NodeList<Argument> arguments, Expression parameters, Code code) {
        List<Argument> result = new ArrayList<>();
        // Behind a keyword no argument can follow, so that the query is passed by its position.
        Argument query = arguments.get(queryIndex);
        result.add(query instanceof Keyword keyword ? keyword.value() : query);
        result.addAll(each(parameters, code));
        for (int i = 0; i < arguments.size(); i++) {
            if (i != queryIndex && arguments.get(i) instanceof Keyword) {
                result.add(arguments.get(i));
            }
        }
        return NodeList.copyOf(result);
    }

    private List<Expression> each(Expression parameters, Code code) {
        if (parameters instanceof Tuple tuple && !isPassedAsOne()) {
            return List.copyOf(tuple.elements());
        }
        return List.of(driver() == Driver.PYODBC ? parameters : code.starred(parameters));
    }

    /** Returns whether the parameters were one sequence before; pyodbc takes both. */
    private boolean isPassedAsOne() {
        List<Expression> before = argumentsAfterQuery();
        boolean isOne = before.size() == 1 && (before.get(0) instanceof Tuple || before.get(0) instanceof ListDisplay);
        return driver() == Driver.PYODBC && (before.isEmpty() || isOne);
    }

    private NodeList<Argument> withKeywords(NodeList<Argument> arguments, Expression parameters, Code code) {
        List<Argument> result = new ArrayList<>();
        for (Argument argument : arguments) {
            if (!(argument instanceof Keyword keyword) || !isParameter(keyword)) {
                result.add(argument);
            }
        }
        result.addAll(keywords(parameters, code));
        return NodeList.copyOf(result);
    }

    private static List<Argument> keywords(Expression parameters, Code code) {
        List<Argument> keywords = new ArrayList<>();
        if (!(parameters instanceof DictDisplay dict)) {
            return List.of(code.doubleStarred(parameters));
        }
        for (DictItem item : dict.items()) {
            if (item instanceof KeyValue pair) {
                String name = pair.key().sourceText();
                keywords.add(code.keyword(name.substring(1, name.length() - 1), pair.value()));
            } else {
                keywords.add(code.doubleStarred(((dev.codemod.tree.DictUnpacking) item).value()));
            }
        }
        return keywords;
    }
}
