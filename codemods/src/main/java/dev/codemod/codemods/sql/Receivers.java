package dev.codemod.codemods.sql;

import dev.codemod.codemods.sql.Access.Role;
import dev.codemod.semantics.Binding;
import dev.codemod.semantics.BindingKind;
import dev.codemod.semantics.Definition;
import dev.codemod.semantics.Reaching;
import dev.codemod.semantics.ScopeKind;
import dev.codemod.semantics.Semantics;
import dev.codemod.tree.Argument;
import dev.codemod.tree.Attribute;
import dev.codemod.tree.Await;
import dev.codemod.tree.BoolOp;
import dev.codemod.tree.Call;
import dev.codemod.tree.ClassDef;
import dev.codemod.tree.Expression;
import dev.codemod.tree.FunctionDef;
import dev.codemod.tree.IfExp;
import dev.codemod.tree.Name;
import dev.codemod.tree.NamedExpr;
import dev.codemod.tree.Node;
import dev.codemod.tree.Parameter;
import dev.codemod.tree.StringConstant;
import dev.codemod.tree.Subscript;
import dev.codemod.tree.WithItem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Proves of which driver an object is, inside one file: by constructors, annotations, {@code with}, attributes that are
 * assigned, and functions of the file that return it.
 */
final class Receivers {
    private static final Set<String> PSYCOPG2_POOLS = Set.of(
            "psycopg2.pool.SimpleConnectionPool",
            "psycopg2.pool.ThreadedConnectionPool",
            "psycopg2.pool.PersistentConnectionPool");
    private static final Set<String> PSYCOPG_POOLS =
            Set.of("psycopg_pool.ConnectionPool", "psycopg_pool.AsyncConnectionPool");
    private static final Set<String> WRAPPERS = Set.of("contextlib.closing", "contextlib.aclosing");
    private static final Set<String> EXECUTING = Set.of("execute", "executemany", "executescript");

    private final Semantics semantics;
    private final Annotations annotations;
    private final Functions functions;

    /** The nodes being followed, against cycles. */
    private final Set<Node> open = new HashSet<>();

    Receivers(Semantics semantics) {
        this.semantics = semantics;
        this.annotations = new Annotations(semantics);
        this.functions = new Functions(semantics);
    }

    /** Returns what an expression is. */
    Access of(Expression expression) {
        if (!open.add(expression)) {
            return Access.NONE;
        }
        try {
            return follow(expression);
        } finally {
            open.remove(expression);
        }
    }

    private Access follow(Expression expression) {
        Access named = byName(expression);
        if (named.isKnown()) {
            return named;
        }
        if (expression instanceof Name name) {
            return name(name);
        }
        if (expression instanceof Attribute attribute) {
            return attribute(attribute);
        }
        if (expression instanceof Call call) {
            return call(call);
        }
        if (expression instanceof Subscript subscript) {
            Access value = of(subscript.value());
            return value.role() == Role.CONNECTIONS ? new Access(value.driver(), Role.CONNECTION) : Access.UNKNOWN;
        }
        if (expression instanceof IfExp choice) {
            return Access.agreed(List.of(of(choice.body()), of(choice.orElse())));
        }
        if (expression instanceof BoolOp choice) {
            return Access.agreed(choice.values().stream().map(this::of).toList());
        }
        if (expression instanceof NamedExpr named2) {
            return of(named2.value());
        }
        if (expression instanceof Await await) {
            return of(await.value());
        }
        return Functions.isNone(expression) ? Access.NONE : Access.UNKNOWN;
    }

    /** Django's connections are objects of a module. */
    private Access byName(Expression expression) {
        if (!(expression instanceof Name) && !(expression instanceof Attribute)) {
            return Access.UNKNOWN;
        }
        List<String> names = semantics.resolve(expression).names();
        if (names.equals(List.of("django.db.connection"))) {
            return new Access(Driver.DJANGO, Role.CONNECTION);
        }
        return names.equals(List.of("django.db.connections"))
                ? new Access(Driver.DJANGO, Role.CONNECTIONS)
                : Access.UNKNOWN;
    }

    // ---------------------------------------------------------------- names

    private Access name(Name name) {
        Reaching reaching = semantics.reaching(name);
        if (reaching == null) {
            return Access.UNKNOWN;
        }
        return Access.agreed(
                reaching.definitions().stream().map(this::definition).toList());
    }

    private Access definition(Definition definition) {
        if (definition.value() != null) {
            Access annotated = annotations.access(definition.site());
            return annotated.isKnown() ? annotated : of(definition.value());
        }
        if (definition.site() instanceof WithItem item && item.target() == definition.name()) {
            return entered(item.context());
        }
        return definition.site() instanceof Parameter || definition.kind() == BindingKind.DECLARATION
                ? annotations.access(definition.site())
                : Access.UNKNOWN;
    }

    /** Returns what {@code with} gives for a context manager. */
    private Access entered(Expression context) {
        FunctionDef function = context instanceof Call call ? functions.called(call) : null;
        if (function != null && functions.isContextManager(function)) {
            return returned(function);
        }
        Access access = of(context);
        boolean isEither = access.role() == Role.CONNECTION
                && (access.driver() == Driver.PYMYSQL || access.driver() == Driver.MYSQLDB);
        // Up to PyMySQL 0.x and MySQLdb 1.3, a connection's context was a cursor.
        return isEither ? new Access(access.driver(), Role.CURSOR) : access;
    }

    // ---------------------------------------------------------------- attributes

    private Access attribute(Attribute attribute) {
        if (attribute.attr().is("connection")) {
            Access cursor = of(attribute.value());
            if (cursor.role() == Role.CURSOR) {
                return new Access(cursor.driver(), Role.CONNECTION);
            }
        }
        List<Access> answers = new ArrayList<>();
        ClassDef owner = functions.classOfSelf(attribute.value());
        if (owner != null) {
            addClassMember(owner, attribute.attr().sourceText(), answers, 0);
        } else {
            addAssigned(attribute, answers);
        }
        return Access.agreed(answers);
    }

    private void addClassMember(ClassDef owner, String name, List<Access> answers, int depth) {
        int before = answers.size();
        for (Attribute target : semantics.attributeTargets()) {
            if (target.attr().is(name) && functions.classOfSelf(target.value()) == owner) {
                answers.add(assigned(target));
            }
        }
        Binding member = functions.member(owner, name);
        if (member != null) {
            for (Definition definition : member.definitions()) {
                answers.add(member(definition));
            }
        }
        if (answers.size() == before && depth < 5) {
            for (ClassDef base : functions.bases(owner)) {
                addClassMember(base, name, answers, depth + 1);
            }
        }
    }

    private Access member(Definition definition) {
        if (definition.site() instanceof FunctionDef function) {
            return functions.isProperty(function) ? returned(function) : Access.UNKNOWN;
        }
        return definition(definition);
    }

    /** Adds what is assigned to the same attribute of the same object of the module, such as Flask's {@code g.db}. */
    private void addAssigned(Attribute attribute, List<Access> answers) {
        Binding base = attribute.value() instanceof Name name ? semantics.bindingOf(name) : null;
        if (base == null || base.scope().kind() != ScopeKind.MODULE) {
            return;
        }
        for (Attribute target : semantics.attributeTargets()) {
            if (target.attr().is(attribute.attr().sourceText())
                    && target.value() instanceof Name name
                    && semantics.bindingOf(name) == base) {
                answers.add(assigned(target));
            }
        }
    }

    /** Returns what an attribute gets where it is bound. */
    private Access assigned(Attribute target) {
        Node parent = semantics.path(target).parent();
        if (parent instanceof dev.codemod.tree.Assign assign && assign.targets().indexOfNode(target) >= 0) {
            return of(assign.value());
        }
        if (parent instanceof dev.codemod.tree.AnnAssign assign) {
            Access annotated = annotations.access(assign);
            return annotated.isKnown() || assign.value() == null ? annotated : of(assign.value());
        }
        if (parent instanceof WithItem item) {
            return entered(item.context());
        }
        return parent instanceof dev.codemod.tree.Delete ? Access.NONE : Access.UNKNOWN;
    }

    // ---------------------------------------------------------------- calls

    private Access call(Call call) {
        Access constructed = constructed(call);
        if (constructed.isKnown()) {
            return constructed;
        }
        FunctionDef function = functions.called(call);
        if (function != null) {
            return functions.isContextManager(function) ? Access.UNKNOWN : returned(function);
        }
        if (call.func() instanceof Attribute method) {
            return method(method, call);
        }
        return functions.isBuiltin(call.func(), "getattr") ? gotten(call) : Access.UNKNOWN;
    }

    private Access constructed(Call call) {
        List<String> names = semantics.resolve(call.func()).names();
        if (names.isEmpty()) {
            return Access.UNKNOWN;
        }
        if (WRAPPERS.containsAll(names)) {
            return firstArgument(call);
        }
        List<Access> answers = new ArrayList<>();
        for (String name : names) {
            answers.add(constructed(name));
        }
        return Access.agreed(answers);
    }

    private static Access constructed(String name) {
        for (Driver driver : Driver.values()) {
            if (driver.connections().contains(name)) {
                return new Access(driver, Role.CONNECTION);
            }
            if (driver.cursors().contains(name)) {
                return new Access(driver, Role.CURSOR);
            }
        }
        if (PSYCOPG2_POOLS.contains(name)) {
            return new Access(Driver.PSYCOPG2, Role.POOL);
        }
        return PSYCOPG_POOLS.contains(name) ? new Access(Driver.PSYCOPG, Role.POOL) : Access.UNKNOWN;
    }

    private Access firstArgument(Call call) {
        return !call.arguments().isEmpty() && call.arguments().get(0) instanceof Expression argument
                ? of(argument)
                : Access.UNKNOWN;
    }

    private Access method(Attribute method, Call call) {
        String name = method.attr().sourceText();
        if (name.equals("enter_context") || name.equals("enter_async_context")) {
            Argument argument =
                    call.arguments().isEmpty() ? null : call.arguments().get(0);
            return argument instanceof Expression context ? entered(context) : Access.UNKNOWN;
        }
        boolean isKnownMethod = name.equals("cursor")
                || name.equals("getconn")
                || name.equals("connection")
                || name.equals("__enter__")
                || EXECUTING.contains(name);
        Access object = isKnownMethod ? of(method.value()) : Access.UNKNOWN;
        if (!object.isKnown()) {
            return Access.UNKNOWN;
        }
        if (object.role() == Role.POOL) {
            return name.equals("getconn") || name.equals("connection")
                    ? new Access(object.driver(), Role.CONNECTION)
                    : Access.UNKNOWN;
        }
        if (name.equals("cursor")) {
            return new Access(object.driver(), Role.CURSOR);
        }
        if (EXECUTING.contains(name)) {
            boolean returnsCursor = object.driver() == Driver.SQLITE3 || object.driver() == Driver.PSYCOPG;
            return returnsCursor ? new Access(object.driver(), Role.CURSOR) : Access.UNKNOWN;
        }
        return name.equals("__enter__") ? object : Access.UNKNOWN;
    }

    /** {@code getattr(g, "db", None)} is the attribute, or the default. */
    private Access gotten(Call call) {
        if (call.arguments().size() < 2
                || !(call.arguments().get(0) instanceof Name object)
                || !(call.arguments().get(1) instanceof StringConstant constant)) {
            return Access.UNKNOWN;
        }
        Piece name = new Piece(constant, Layer.NONE, null, 0);
        String attribute = name.source().substring(name.bodyStart(), name.bodyEnd());
        Binding base = semantics.bindingOf(object);
        List<Access> answers = new ArrayList<>();
        for (Attribute target : semantics.attributeTargets()) {
            boolean isSame = target.value() instanceof Name other && semantics.bindingOf(other) == base;
            if (isSame && base != null && target.attr().is(attribute)) {
                answers.add(assigned(target));
            }
        }
        return Access.agreed(answers);
    }

    private Access returned(FunctionDef function) {
        if (!open.add(function)) {
            return Access.NONE;
        }
        try {
            Access annotated = annotations.returned(function);
            if (annotated.isKnown()) {
                return annotated;
            }
            return Access.agreed(
                    functions.results(function).stream().map(this::of).toList());
        } finally {
            open.remove(function);
        }
    }
}
