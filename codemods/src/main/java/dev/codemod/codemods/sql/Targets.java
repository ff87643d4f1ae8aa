package dev.codemod.codemods.sql;

import dev.codemod.codemods.sql.Access.Role;
import dev.codemod.codemods.sql.CallForm.Kind;
import dev.codemod.semantics.Definition;
import dev.codemod.semantics.Semantics;
import dev.codemod.tree.Argument;
import dev.codemod.tree.Assign;
import dev.codemod.tree.Attribute;
import dev.codemod.tree.Call;
import dev.codemod.tree.Expression;
import dev.codemod.tree.Keyword;
import dev.codemod.tree.Module;
import dev.codemod.tree.Name;
import java.util.HashSet;
import java.util.Set;

/** Finds the calls that hand a query to a database, and what they hand it to. */
final class Targets {
    /** Methods of which it is reported if the driver is not known; the others are too often something else. */
    private static final Set<String> TELLING = Set.of(
            "execute",
            "executemany",
            "executescript",
            "exec_driver_sql",
            "fetch",
            "fetchrow",
            "fetchval",
            "fetch_all",
            "fetch_one",
            "fetch_val",
            "execute_fetchall",
            "query",
            "raw");

    private static final Set<String> OTHERS = Set.of(
            "scalar",
            "scalars",
            "execute_insert",
            "iterate",
            "execute_many",
            "fetchmany",
            "cursor",
            "prepare",
            "sql",
            "stream",
            "execute_iter",
            "execute_with_progress",
            "query_dataframe",
            "query_and_wait",
            "execute_async",
            "execute_string",
            "bulk_query",
            "text");

    /** What Django's managers are called. */
    private static final Set<String> MANAGERS = Set.of("objects", "_default_manager", "_base_manager");

    private static final CallForm RAW = CallForm.one("raw_query", "params");

    private final Semantics semantics;
    private final Receivers receivers;
    private final Constants constants;
    private final ParamStyle style;
    private final HelperCalls helpers;

    /**
     * Creates the finder.
     *
     * @param style how the user says that placeholders of unknown drivers are written, or null
     */
    Targets(Semantics semantics, Receivers receivers, Constants constants, ParamStyle style, HelperCalls helpers) {
        this.style = style;
        this.helpers = helpers;
        this.semantics = semantics;
        this.receivers = receivers;
        this.constants = constants;
    }

    /** Returns whether a call has the form of one that hands over a query. */
    static boolean mayBe(Call call) {
        if (call.arguments().isEmpty()) {
            return false;
        }
        if (call.func() instanceof Name name) {
            // An alias can have any name, but the arguments have to be literal text or a variable.
            return FunctionSinks.NAMES.contains(name.sourceText())
                    || name.sourceText().contains("sql");
        }
        if (!(call.func() instanceof Attribute method)) {
            return false;
        }
        String name = method.attr().sourceText();
        return TELLING.contains(name) || OTHERS.contains(name) || FunctionSinks.NAMES.contains(name);
    }

    /** Returns whether a call has the form of one that hands over a query, or calls a function that does. */
    boolean mayBeSink(Call call) {
        return mayBe(call) || helpers.of(call) != null || call.func() instanceof Name && method(call) != null;
    }

    /** Returns the method that a call calls, directly or by a variable that is assigned just that, or null. */
    private Attribute method(Call call) {
        if (call.func() instanceof Name name) {
            Definition only = semantics.singleAssignment(name);
            boolean isAlias = only != null
                    && only.value() instanceof Attribute method
                    && TELLING.contains(method.attr().sourceText());
            return isAlias ? (Attribute) only.value() : null;
        }
        return call.func() instanceof Attribute method ? method : null;
    }

    /** Returns the variables of a file that are assigned a method which may take a query. */
    static Set<String> aliases(Module module) {
        Set<String> names = new HashSet<>();
        for (Assign assign : module.findAll(Assign.class)) {
            boolean isMethod = assign.value() instanceof Attribute method
                    && TELLING.contains(method.attr().sourceText());
            if (isMethod && assign.targets().get(0) instanceof Name name) {
                names.add(name.sourceText());
            }
        }
        return names;
    }

    /** Returns the function of the project that a call calls and that hands its argument to a database, or null. */
    HelperFact helper(Call call) {
        return helpers.of(call);
    }

    /** Returns whether a call may be reported if its driver is not known. */
    static boolean isTelling(Call call) {
        return call.func() instanceof Attribute method
                && TELLING.contains(method.attr().sourceText());
    }

    /**
     * Returns what a call hands its query to.
     *
     * @return the target, its driver null if that is not known; or null if the call is no such call
     */
    Target of(Call call) {
        HelperFact helper = helpers.of(call);
        if (helper != null) {
            return helper.target();
        }
        String name = semantics.qualifiedName(call.func());
        FunctionSinks.Function function = name == null ? null : FunctionSinks.of(name);
        if (function != null) {
            return isClause(call, function.form()) ? null : ofFunction(function, call);
        }
        Attribute method = method(call);
        if (method == null) {
            return null;
        }
        String attribute = method.attr().sourceText();
        if (isClause(call, CallForm.UNKNOWN)) {
            return null;
        }
        if (attribute.equals("raw") && isManager(method.value())) {
            return new Target(Driver.DJANGO, RAW, true, false);
        }
        Access access = receivers.of(method.value());
        CallForm form = access.form(attribute);
        if (form != null && receivers.isOverridden(method.value(), attribute)) {
            return new Target(null, unknownForm(attribute), false, false);
        }
        if (access.role() == Role.ENGINE && form != null) {
            return new Target(access.driver(), form, true, false);
        }
        if (form != null && access.isKnown()) {
            return Target.of(access.driver(), form);
        }
        return isTelling(call) ? new Target(null, unknownForm(attribute), false, false) : null;
    }

    private CallForm unknownForm(String method) {
        Kind usual = style == ParamStyle.DOLLAR ? Kind.ARGUMENTS : Kind.ONE;
        Kind kind = method.equals("executemany") ? Kind.ROWS : method.equals("executescript") ? Kind.SCRIPT : usual;
        CallForm form = CallForm.UNKNOWN;
        return new CallForm(kind, form.queryIndex(), form.query(), form.parametersIndex(), form.parameters());
    }

    private Target ofFunction(FunctionSinks.Function function, Call call) {
        switch (function.rules()) {
            case SQLALCHEMY:
                return new Target(Driver.SQLALCHEMY, function.form(), false, true);
            case DJANGO:
                return new Target(Driver.DJANGO, function.form(), true, true);
            case DUCKDB:
                return Target.of(Driver.DUCKDB, function.form());
            default:
                return ofConnection(function, call);
        }
    }

    private Target ofConnection(FunctionSinks.Function function, Call call) {
        Expression connection = argument(call, function.connectionIndex(), "con");
        if (connection == null) {
            return null;
        }
        Driver byUrl = SqlAlchemy.byUrl(connection, constants);
        Access access = byUrl == null ? receivers.of(connection) : new Access(byUrl, Role.ENGINE);
        boolean isEngine = access.role() == Role.ENGINE;
        return new Target(access.driver(), function.form(), isEngine, false);
    }

    private static Expression argument(Call call, int index, String keyword) {
        int positional = 0;
        for (Argument argument : call.arguments()) {
            if (argument instanceof Keyword named) {
                if (!named.isDoubleStar() && named.name().is(keyword)) {
                    return named.value();
                }
            } else if (positional++ == index) {
                return (Expression) argument;
            }
        }
        return null;
    }

    /** Returns what would have to be known to rewrite a call, as the end of a sentence about a driver. */
    String whatIsUnknown(Call call) {
        String name = semantics.qualifiedName(call.func());
        FunctionSinks.Function function = name == null ? null : FunctionSinks.of(name);
        Expression object = function != null
                ? argument(call, function.connectionIndex(), "con")
                : call.func() instanceof Attribute method ? method.value() : call.func();
        boolean isEngine = receivers.of(object).role() == Role.ENGINE;
        return "`" + object.sourceText() + "` belongs to; "
                + (isEngine
                        ? "use text() with :name, or write the URL out in create_engine(),"
                        : "annotate it (for example `cur: sqlite3.Cursor`)");
    }

    /** Returns whether a call calls a method by which a class of the project replaces that of the driver. */
    boolean isOverridden(Call call) {
        return call.func() instanceof Attribute method
                && receivers.isOverridden(method.value(), method.attr().sourceText());
    }

    /** Returns whether the query is itself a call of {@code text()}, which is looked at by itself. */
    private boolean isClause(Call call, CallForm form) {
        for (Argument argument : call.arguments()) {
            boolean isQuery = !(argument instanceof Keyword keyword)
                    || !keyword.isDoubleStar()
                            && form.query().contains(keyword.name().sourceText());
            if (isQuery) {
                Expression query = argument instanceof Keyword keyword ? keyword.value() : (Expression) argument;
                return isClause(query);
            }
        }
        return false;
    }

    /** Returns whether an expression is a call of {@code text()}. */
    boolean isClause(Expression expression) {
        String name = expression instanceof Call call ? semantics.qualifiedName(call.func()) : null;
        FunctionSinks.Function function = name == null ? null : FunctionSinks.of(name);
        return function != null && function.form().kind() == Kind.CLAUSE;
    }

    /** Returns whether an expression is a manager of a model of Django: {@code Model.objects}, or a query set of it. */
    static boolean isManager(Expression expression) {
        Expression current = expression;
        while (true) {
            if (current instanceof Attribute attribute) {
                if (MANAGERS.contains(attribute.attr().sourceText())) {
                    return true;
                }
                current = attribute.value();
            } else if (current instanceof Call call) {
                current = call.func();
            } else {
                return false;
            }
        }
    }
}
