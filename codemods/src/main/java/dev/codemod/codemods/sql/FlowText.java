package dev.codemod.codemods.sql;

import dev.codemod.codemods.sql.SqlToken.Kind;
import dev.codemod.tree.Expression;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The text that the steps of a {@link QueryFlow} give a query one after another. */
final class FlowText {
    private final List<QueryFlow.Step> steps;
    private final Query query;

    /** Where the text of each step starts. */
    private final List<Integer> starts;

    private FlowText(List<QueryFlow.Step> steps, Query query, List<Integer> starts) {
        this.steps = steps;
        this.query = query;
        this.starts = starts;
    }

    /** Composes the texts of steps, each of them once, so that a value is the same in all texts that it is a part of. */
    static final class Composer {
        private final QueryFlow flow;
        private final FileFacts facts;
        private final Map<QueryFlow.Step, Query> queries = new IdentityHashMap<>();
        private final Set<Expression> values = Collections.newSetFromMap(new IdentityHashMap<>());

        Composer(QueryFlow flow, FileFacts facts) {
            this.flow = flow;
            this.facts = facts;
        }

        /** Takes the text of constants for values from now on where they stand in literals of the text. */
        void keepValues(FlowText text, SqlDialect dialect) {
            for (SqlToken token : SqlLexer.lex(text.query.text(), dialect, null)) {
                for (int i = token.start(); i < token.end() && token.kind() == Kind.STRING; i++) {
                    Value value = text.query.characters().get(i).value();
                    if (value != null) {
                        values.add(value.expression());
                    }
                }
            }
        }

        void clear() {
            queries.clear();
        }

        /** Returns the text of steps, or null if one of them is not composed of literals. */
        FlowText text(List<QueryFlow.Step> steps, boolean hasConstants) {
            List<QueryCharacter> characters = new ArrayList<>();
            List<Piece> pieces = new ArrayList<>();
            List<Query.Field> fields = new ArrayList<>();
            List<Integer> starts = new ArrayList<>();
            for (QueryFlow.Step step : steps) {
                Query query = queries.computeIfAbsent(step, key -> composed(key, hasConstants));
                if (query == null) {
                    return null;
                }
                starts.add(characters.size());
                characters.addAll(query.characters());
                pieces.addAll(query.pieces());
                fields.addAll(query.fields());
            }
            return new FlowText(steps, new Query(steps.get(0).text(), characters, pieces, fields), starts);
        }

        private Query composed(QueryFlow.Step step, boolean hasConstants) {
            Query query = QueryComposer.compose(step.text(), each -> constant(each, hasConstants), facts);
            String text = query == null ? facts.constants().textOf(step.text()) : null;
            return text == null ? query : Query.constant(step.text(), text);
        }

        private String constant(Expression expression, boolean hasConstants) {
            if (flow.isVariable(expression)) {
                return "";
            }
            return hasConstants && !values.contains(expression)
                    ? facts.constants().textOf(expression)
                    : null;
        }
    }

    Query query() {
        return query;
    }

    List<QueryFlow.Step> steps() {
        return steps;
    }

    /** Returns the step that a character of the text comes from. */
    QueryFlow.Step stepAt(int position) {
        return steps.get(indexAt(position));
    }

    private int indexAt(int position) {
        int step = 0;
        while (step + 1 < starts.size() && starts.get(step + 1) <= position) {
            step++;
        }
        return step;
    }

    /**
     * Returns whether no token is put together by two steps, and every value's place is decided by the text of its own
     * step: then it does not matter which of the other steps are taken.
     */
    boolean areStepsWhole(SqlStatement statement) {
        SqlToken before = null;
        for (SqlToken token : statement.all()) {
            int step = indexAt(token.start());
            boolean isSplit = indexAt(token.end() - 1) != step;
            boolean isFirst = step > 0 && (before == null || indexAt(before.start()) != step);
            boolean isConstantInLiteral = token.kind() == Kind.STRING && token.hasHole() && hasConstant(token);
            if (isSplit || isFirst && token.hasHole() || isConstantInLiteral) {
                return false;
            }
            before = token;
        }
        return true;
    }

    private boolean hasConstant(SqlToken token) {
        for (int i = token.start(); i < token.end(); i++) {
            QueryCharacter character = query.characters().get(i);
            if (character.piece() == null && character.value() == null) {
                return true;
            }
        }
        return false;
    }
}
