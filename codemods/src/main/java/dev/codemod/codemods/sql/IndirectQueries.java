package dev.codemod.codemods.sql;

import dev.codemod.semantics.Binding;
import dev.codemod.semantics.Definition;
import dev.codemod.tree.Argument;
import dev.codemod.tree.Assign;
import dev.codemod.tree.Attribute;
import dev.codemod.tree.AugAssign;
import dev.codemod.tree.BinOp;
import dev.codemod.tree.BoolOp;
import dev.codemod.tree.Call;
import dev.codemod.tree.ClassDef;
import dev.codemod.tree.Expression;
import dev.codemod.tree.FunctionDef;
import dev.codemod.tree.IfExp;
import dev.codemod.tree.Name;
import dev.codemod.tree.Operator;
import dev.codemod.tree.Subscript;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** Reports queries that are composed of values, but not in the argument itself, where they could be rewritten. */
final class IndirectQueries {
    private static final Set<String> FORMATTING = Set.of("format", "substitute", "safe_substitute");

    private final FileFacts facts;
    private final Sink sink;
    private final Function<Expression, Query> composer;
    private final Predicate<Query> isSql;

    IndirectQueries(FileFacts facts, Sink sink, Function<Expression, Query> composer, Predicate<Query> isSql) {
        this.facts = facts;
        this.sink = sink;
        this.composer = composer;
        this.isSql = isSql;
    }

    /** Reports at most one thing about the query of a call. */
    void check(Expression argument) {
        for (Expression alternative : alternatives(argument)) {
            if (isComposedSql(alternative)) {
                refuse(
                        "query-in-choice",
                        "one of several queries is composed of values; execute each in its own branch");
                return;
            }
        }
        if (argument instanceof Call call && returnsComposedSql(call)) {
            refuse(
                    "query-from-function",
                    "`" + call.func().sourceText()
                            + "` puts the values into the query; let it return the text with placeholders and the parameters");
            return;
        }
        if (argument instanceof Attribute attribute && isAssignedComposedSql(attribute)) {
            refuse(
                    "query-on-attribute",
                    "the query is kept on an attribute, where the values are in its text; keep the parameters beside it");
            return;
        }
        if (argument instanceof Call call && passesComposedSql(call)) {
            refuse(
                    "query-through-call",
                    "the query goes through a call after the values were put into it; put placeholders into the text and "
                            + "pass the values as parameters");
            return;
        }
        Expression template = template(argument);
        if (template != null && isTemplate(template)) {
            refuse(
                    "query-text-elsewhere",
                    "values are put into a text that is written elsewhere; put placeholders there and pass the values as "
                            + "parameters");
        }
    }

    private void refuse(String reason, String message) {
        facts.file().refuse(sink.call(), reason, message);
    }

    private static List<Expression> alternatives(Expression argument) {
        List<Expression> alternatives = new ArrayList<>();
        if (argument instanceof IfExp choice) {
            alternatives.add(choice.body());
            alternatives.add(choice.orElse());
        } else if (argument instanceof BoolOp choice) {
            alternatives.addAll(choice.values());
        }
        return alternatives;
    }

    private boolean isComposedSql(Expression expression) {
        Query query = composer.apply(expression);
        return query != null && query.hasValues() && isSql.test(query);
    }

    /** Returns whether a call calls a function of the file that gives text composed of values. */
    private boolean returnsComposedSql(Call call) {
        FunctionDef function = facts.functions().called(call);
        if (function == null) {
            return false;
        }
        for (Expression result : facts.functions().results(function)) {
            List<Expression> texts = new ArrayList<>(List.of(result));
            if (result instanceof Name name) {
                QueryVariable.definitions(name, facts.semantics()).stream()
                        .map(Definition::value)
                        .filter(Objects::nonNull)
                        .forEach(texts::add);
            }
            if (texts.stream().anyMatch(this::isComposedSql)) {
                return true;
            }
        }
        return false;
    }

    private boolean isAssignedComposedSql(Attribute attribute) {
        if (facts.functions().classOfSelf(attribute.value()) == null) {
            return false;
        }
        for (Attribute target : facts.semantics().attributeTargets()) {
            boolean isAssigned = target.attr().is(attribute.attr().sourceText())
                    && facts.semantics().path(target).parent() instanceof Assign assign
                    && isComposedSql(assign.value());
            if (isAssigned) {
                return true;
            }
        }
        return false;
    }

    private boolean passesComposedSql(Call call) {
        if (call.func() instanceof Attribute method && isComposedSql(method.value())) {
            return true;
        }
        for (Argument argument : call.arguments()) {
            if (argument instanceof Expression expression && isComposedSql(expression)) {
                return true;
            }
        }
        return false;
    }

    /** Returns the text, written elsewhere, that {@code %} or {@code format} puts values into, or null. */
    private static Expression template(Expression argument) {
        if (argument instanceof BinOp operation && operation.op() == Operator.MOD) {
            return operation.left();
        }
        return argument instanceof Call call
                        && call.func() instanceof Attribute method
                        && FORMATTING.contains(method.attr().sourceText())
                ? method.value()
                : null;
    }

    private boolean isTemplate(Expression template) {
        String text = facts.constants().textOf(template);
        Definition assigned = template instanceof Name name ? facts.semantics().singleAssignment(name) : null;
        if (assigned != null
                && assigned.value() instanceof Call call
                && call.arguments().size() == 1
                && "string.Template".equals(facts.semantics().qualifiedName(call.func()))) {
            String placeholders = Constants.text((Expression) call.arguments().get(0));
            text = placeholders == null ? null : placeholders.replaceAll("\\$\\{?\\w+\\}?", "{}");
        }
        if (template instanceof Attribute attribute) {
            text = textOf(attribute);
        }
        List<String> texts = text != null ? List.of(text) : facts.fixedTexts().of(template);
        return texts != null && texts.stream().anyMatch(each -> Templates.hasValues(each, sink.driver() != null));
    }

    /** Returns the text of an attribute of a class of the file, or null. */
    private String textOf(Attribute attribute) {
        ClassDef owner = facts.functions().classOfSelf(attribute.value());
        if (owner == null && attribute.value() instanceof Name name) {
            Definition named = facts.semantics().singleAssignment(name);
            owner = named != null && named.site() instanceof ClassDef definition ? definition : null;
        }
        Binding member = owner == null
                ? null
                : facts.functions().member(owner, attribute.attr().sourceText());
        Definition only = member == null ? null : member.onlyDefinition();
        return only == null || only.value() == null ? null : Constants.text(only.value());
    }

    /**
     * Reports a variable that holds a part of a text, {@code sql = sql[:-2]} or {@code sql = sql.rstrip(",")}, into which
     * values were put before.
     */
    void checkDerived(List<Definition> definitions) {
        for (Definition definition : definitions) {
            Name source = sourceOf(definition.value());
            if (source == null) {
                continue;
            }
            List<Definition> before = QueryFlow.allDefinitions(source, facts.semantics());
            boolean isQuery = before.stream().anyMatch(each -> each.value() != null && isText(each.value()));
            boolean hasValues = before.stream().anyMatch(each -> hasValues(each));
            if (isQuery && hasValues) {
                refuse(
                        "query-through-call",
                        "the query is cut in line " + facts.file().lineOnDisk(definition.site())
                                + " after the values were put into it; join pieces with placeholders, and pass the values as"
                                + " parameters");
                return;
            }
        }
    }

    private static Name sourceOf(Expression value) {
        Expression source = value instanceof Subscript part
                ? part.value()
                : value instanceof Call call && call.func() instanceof Attribute method ? method.value() : null;
        return source instanceof Name name ? name : null;
    }

    private boolean isText(Expression expression) {
        Query query = composer.apply(expression);
        return query != null && isSql.test(query);
    }

    private boolean hasValues(Definition definition) {
        Expression text = definition.site() instanceof AugAssign append ? append.value() : definition.value();
        Query query = text == null ? null : composer.apply(text);
        return query != null && query.hasValues();
    }
}
