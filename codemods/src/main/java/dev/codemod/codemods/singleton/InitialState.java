package dev.codemod.codemods.singleton;

import dev.codemod.rewrite.Snippet;
import dev.codemod.semantics.Binding;
import dev.codemod.semantics.Semantics;
import dev.codemod.source.LanguageLevel;
import dev.codemod.tree.Argument;
import dev.codemod.tree.Assign;
import dev.codemod.tree.Attribute;
import dev.codemod.tree.Call;
import dev.codemod.tree.Compare;
import dev.codemod.tree.CompareOperator;
import dev.codemod.tree.Expression;
import dev.codemod.tree.FunctionDef;
import dev.codemod.tree.If;
import dev.codemod.tree.Name;
import dev.codemod.tree.Node;
import dev.codemod.tree.NodeList;
import dev.codemod.tree.Return;
import dev.codemod.tree.Statement;
import dev.codemod.tree.UnaryOp;
import dev.codemod.tree.UnaryOperator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a class that keeps its own instance in {@code __new__} does to the instance at every call.
 *
 * <p>Python runs {@code __init__} whenever the class is called, so the class can only be converted if it has none, or
 * one that does nothing when it runs again: behind a flag.
 */
final class InitialState {
    private static final Snippet<Statement> INIT = Snippet.statement("""
            def __init__(self):
                $$$body
            """);
    private static final Snippet<Statement> OWN = Snippet.statement("self.$name = $value");
    private static final Snippet<Statement> SHARED = Snippet.statement("$name = $value");

    private final OwnSingleton own;
    private final ClassView view;
    private final Semantics names;

    InitialState(OwnSingleton own, ClassView view, Semantics names) {
        this.own = own;
        this.view = view;
        this.names = names;
    }

    /** Returns what of the initialisation keeps the class as it is, or null. */
    Blocker blocker() {
        String name = view.definition().name().sourceText();
        Map<String, Expression> values = own.initialValues(names);
        if (own.use().form() == MetaclassUse.Form.ACCESSOR) {
            return own.initialised().isEmpty() ? null : block(own.method() + "() also sets attributes of the instance");
        }
        if (values == null || !values.values().stream().allMatch(this::isMovable)) {
            return block("its __new__ sets attributes in a way that does not fit into __init__");
        }
        Statement init = view.member("__init__");
        if (init == null) {
            return null;
        }
        if (!(init instanceof FunctionDef function) || !isGuarded(function)) {
            return new Blocker(
                    init,
                    "init-every-time",
                    "Python runs __init__ at every " + name + "(), which would happen once only; guard it by a flag, or"
                            + " move its work to where the instance is made");
        }
        boolean isConstant = values.values().stream().allMatch(ModuleConstants::isImmutable);
        return isConstant ? null : block("its __new__ sets attributes before __init__ runs");
    }

    private Blocker block(String why) {
        return new Blocker(own.use().place(), "initialised-by-method", why + "; move that to __init__ first");
    }

    /** Returns whether an expression means the same in {@code __init__}: it reads no variable of the method. */
    private boolean isMovable(Expression value) {
        for (Name name : value.findAll(Name.class)) {
            Binding binding = names.bindingOf(name);
            if (binding != null && binding.scope() != names.scope()) {
                return false;
            }
        }
        return true;
    }

    /** Returns the statements that take the place of the method. */
    List<Statement> replacement(LanguageLevel level) {
        Map<String, Expression> values = own.initialValues(names);
        List<Statement> statements = new ArrayList<>();
        boolean isInit = view.member("__init__") == null;
        values.forEach((name, value) -> {
            if (isInit || !view.hasMember(name)) {
                statements.add((isInit ? OWN : SHARED)
                        .at(level)
                        .bind("name", name)
                        .bind("value", value)
                        .build());
            }
        });
        return isInit && !statements.isEmpty()
                ? List.of(INIT.at(level).bind("body", statements).build())
                : statements;
    }

    // ---------------------------------------------------------------- an __init__ that does its work once

    private boolean isGuarded(FunctionDef init) {
        List<Statement> work = new ArrayList<>();
        for (Statement statement : init.body().statements()) {
            if (!Text.isIdle(statement)) {
                work.add(statement);
            }
        }
        if (work.isEmpty()) {
            return true;
        }
        if (!(work.get(0) instanceof If guard) || !guard.elifs().isEmpty() || guard.orElse() != null) {
            return false;
        }
        String self = MetaclassMembers.firstParameter(init);
        NodeList<Statement> body = guard.body().statements();
        boolean isReturn = body.size() == 1 && body.first() instanceof Return result && result.value() == null;
        String flag = flag(guard.test(), self, isReturn);
        if (flag == null || !isReturn && work.size() > 1) {
            return false;
        }
        return isSet(isReturn ? work.subList(1, work.size()) : body, flag);
    }

    /**
     * Returns the attribute that a condition is about, or null.
     *
     * @param isDone whether the condition says that the work was done, else that it was not
     */
    private String flag(Expression test, String self, boolean isDone) {
        if (test instanceof UnaryOp not && not.op() == UnaryOperator.NOT) {
            return flag(not.operand(), self, !isDone);
        }
        if (test instanceof Compare compare && compare.comparisons().size() == 1) {
            boolean isNone = compare.comparisons().first().right().is("None");
            CompareOperator op = compare.comparisons().first().op();
            boolean saysDone = op == CompareOperator.IS_NOT;
            boolean isTest = isNone && (saysDone || op == CompareOperator.IS) && saysDone == isDone;
            return isTest ? attribute(compare.left(), self) : null;
        }
        if (!isDone) {
            return null;
        }
        if (test instanceof Call call
                && (call.func().is("hasattr") || call.func().is("getattr"))) {
            NodeList<Argument> arguments = call.arguments();
            boolean isDefault = call.func().is("hasattr") && arguments.size() == 2
                    || call.func().is("getattr")
                            && arguments.size() == 3
                            && (arguments.get(2).is("False") || arguments.get(2).is("None"));
            boolean isOwn = isDefault && arguments.first().is(self);
            return isOwn && arguments.get(1) instanceof Expression text ? Text.content(text) : null;
        }
        return attribute(test, self);
    }

    private String attribute(Expression expression, String self) {
        boolean isOwn = expression instanceof Attribute attribute
                && (Text.isName(attribute.value(), self)
                        || ClassView.classOf(attribute.value(), names) == view.definition());
        return isOwn ? ((Attribute) expression).attr().sourceText() : null;
    }

    private static boolean isSet(List<Statement> statements, String flag) {
        for (Statement statement : statements) {
            if (statement instanceof Assign assign
                    && !assign.value().is("False")
                    && !assign.value().is("None")) {
                for (Node target : assign.targets()) {
                    if (target instanceof Attribute attribute
                            && attribute.attr().is(flag)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }
}
