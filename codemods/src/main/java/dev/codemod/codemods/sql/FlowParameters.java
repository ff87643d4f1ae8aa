package dev.codemod.codemods.sql;

import dev.codemod.source.LanguageLevel;
import dev.codemod.tree.DictItem;
import dev.codemod.tree.Expression;
import dev.codemod.tree.Starred;
import dev.codemod.tree.Statement;
import dev.codemod.tree.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The variable that holds the parameters of a query that is held in a variable too.
 *
 * @param name its name
 * @param style the style of the placeholders; with names it is a dict
 * @param isList whether a sequence is a list and not a tuple
 */
record FlowParameters(String name, ParamStyle style, boolean isList) {
    /** Stands for the parameters that the variable holds, among those of a call. */
    static final ParameterMerge.Slot COLLECTED = new ParameterMerge.Slot(null, "", true, -1);

    /**
     * The drivers that read {@code %%} as a percent sign even if the sequence of parameters is empty: they test for None,
     * as psycopg2 does only if the text has such a sign, which comes to the same.
     */
    private static final Set<Driver> READING_PERCENT =
            Set.of(Driver.PSYCOPG2, Driver.PSYCOPG, Driver.PYMYSQL, Driver.MYSQLDB, Driver.DJANGO);

    /**
     * Returns slots with {@link #COLLECTED} in the place of those that the variable holds, or null if it belongs to
     * more than one place.
     */
    static List<ParameterMerge.Slot> collapsed(
            List<ParameterMerge.Slot> slots, Predicate<ParameterMerge.Slot> isCollected) {
        List<ParameterMerge.Slot> result = new ArrayList<>();
        for (ParameterMerge.Slot slot : slots) {
            if (!isCollected.test(slot)) {
                result.add(slot);
            } else if (result.isEmpty() || result.get(result.size() - 1) != COLLECTED) {
                result.add(COLLECTED);
            }
        }
        boolean isOne = result.indexOf(COLLECTED) == result.lastIndexOf(COLLECTED);
        return isOne ? result : null;
    }

    /** Returns whether {@code %%} is read as a percent sign even if there are no parameters. */
    static boolean readsPercentWithoutValues(Driver driver) {
        return driver != null && READING_PERCENT.contains(driver);
    }

    /** Returns the statement that assigns the first parameters, maybe none. */
    Statement start(List<ParameterMerge.Slot> slots, Code code) {
        return code.assignment(name, collection(slots, code));
    }

    private Expression collection(List<ParameterMerge.Slot> slots, Code code) {
        if (style.isNamed()) {
            return code.dict(items(slots, code));
        }
        List<Expression> values = values(slots, code);
        return isList ? code.list(values) : code.tuple(values);
    }

    private static List<Expression> values(List<ParameterMerge.Slot> slots, Code code) {
        List<Expression> values = new ArrayList<>();
        for (ParameterMerge.Slot slot : slots) {
            values.add(slot.isUnpacked() ? code.starred(slot.value()) : slot.value());
        }
        return values;
    }

    private static List<DictItem> items(List<ParameterMerge.Slot> slots, Code code) {
        List<DictItem> items = new ArrayList<>();
        for (ParameterMerge.Slot slot : slots) {
            if (slot.isUnpacked()) {
                throw new CompositionProblem(slot.value(), "list-among-names", "a list cannot be bound by names");
            }
            items.add(code.item(slot.name(), slot.value()));
        }
        return items;
    }

    /** Returns the statements that add parameters. */
    List<Statement> growth(List<ParameterMerge.Slot> slots, Code code) {
        if (slots.isEmpty()) {
            return List.of();
        }
        if (style.isNamed()) {
            List<Statement> assignments = new ArrayList<>();
            for (ParameterMerge.Slot slot : slots) {
                assignments.add(code.itemAssignment(name, slot.name(), slot.value()));
            }
            return assignments;
        }
        List<Expression> values = values(slots, code);
        boolean isOne = values.size() == 1 && !(values.get(0) instanceof Starred);
        return List.of(
                isOne
                        ? code.statement(name + ".append", values)
                        : code.statement(name + ".extend", List.of(code.list(values))));
    }

    /**
     * Returns what a call passes.
     *
     * @param existing what it passed before, or null
     * @param slots the parameters in the order of the text, {@link #COLLECTED} among them
     */
    Expression argument(Expression existing, List<ParameterMerge.Slot> slots, Code code) {
        Expression variable = code.expression(name);
        List<ParameterMerge.Slot> others = slots.stream()
                .filter(slot -> slot != COLLECTED && slot != ParameterMerge.Slot.EXISTING)
                .toList();
        boolean isFirst = slots.indexOf(COLLECTED) <= 0;
        if (style.isNamed()) {
            return named(existing, variable, others, code);
        }
        if (existing == null) {
            if (others.isEmpty()) {
                return variable;
            }
            Expression more = isList ? code.list(values(others, code)) : code.tuple(values(others, code));
            return code.sum(variable, more);
        }
        if (code.level().isAtLeast(LanguageLevel.PY35)) {
            return new ParameterMerge(code, isList).sequence(existing, withVariable(slots, variable));
        }
        if (!others.isEmpty()) {
            throw new CompositionProblem(existing, "list-among-parameters", "the parameters cannot be merged");
        }
        Expression first = isList ? code.call("tuple", List.of(variable)) : variable;
        Expression second = existing instanceof Tuple ? existing : code.call("tuple", List.of(existing));
        return isFirst ? code.sum(first, second) : code.sum(second, first);
    }

    private static List<ParameterMerge.Slot> withVariable(List<ParameterMerge.Slot> slots, Expression variable) {
        List<ParameterMerge.Slot> result = new ArrayList<>();
        for (ParameterMerge.Slot slot : slots) {
            result.add(slot == COLLECTED ? new ParameterMerge.Slot(variable, "", true, -1) : slot);
        }
        return result;
    }

    private Expression named(Expression existing, Expression variable, List<ParameterMerge.Slot> others, Code code) {
        ParameterMerge merge = new ParameterMerge(code, isList);
        Expression all = others.isEmpty() ? variable : merge.mapping(variable, others);
        if (existing == null) {
            return all;
        }
        if (!code.level().isAtLeast(LanguageLevel.PY35)) {
            throw new CompositionProblem(existing, "mapping-among-names", "the parameters cannot be merged");
        }
        return code.dict(List.of(code.unpacking(existing), code.unpacking(all)));
    }
}
