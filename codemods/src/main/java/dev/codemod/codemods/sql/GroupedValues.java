package dev.codemod.codemods.sql;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Finds the values of expressions that a query groups by, or that a DISTINCT query orders by, and that it selects as
 * well. The server has to see that both are the same expression, and two parameters are never the same.
 */
final class GroupedValues {
    private enum Part {
        SELECTED,
        GROUPED,
        ORDERED,
        OTHER
    }

    private record Found(SqlToken token, Part part) {}

    /** A query, or what is in parentheses that hold none. */
    private static final class Level {
        final Level query;
        final List<Found> found;
        Part part;
        boolean isDistinct;

        Level(Level outer) {
            query = outer == null ? this : outer.query;
            found = outer == null ? new ArrayList<>() : outer.found;
            part = outer == null ? Part.OTHER : outer.part;
        }

        Level() {
            query = this;
            found = new ArrayList<>();
            part = Part.SELECTED;
        }
    }

    private GroupedValues() {}

    /**
     * Returns the tokens whose values have to stay.
     *
     * @param source gives the source of the values in a token
     */
    static Set<SqlToken> in(SqlStatement statement, Function<SqlToken, String> source) {
        Set<SqlToken> result = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Level> levels = new ArrayDeque<>();
        List<Level> queries = new ArrayList<>();
        Level top = new Level(null);
        levels.push(top);
        queries.add(top);
        for (int i = 0; i < statement.tokens().size(); i++) {
            SqlToken token = statement.tokens().get(i);
            if (token.isSymbol("(")) {
                boolean isQuery = i + 1 < statement.tokens().size()
                        && statement.tokens().get(i + 1).isWord("SELECT");
                Level level = isQuery ? new Level() : new Level(levels.peek());
                levels.push(level);
                if (isQuery) {
                    queries.add(level);
                }
            } else if (token.isSymbol(")") && levels.size() > 1) {
                levels.pop();
            } else if (token.hasHole()) {
                levels.peek().found.add(new Found(token, levels.peek().part));
            } else {
                pass(token, levels.peek());
            }
        }
        queries.forEach(query -> addSame(query, source, result));
        return result;
    }

    private static void pass(SqlToken token, Level level) {
        if (token.isWord("SELECT") || token.isWord("HAVING")) {
            level.part = Part.SELECTED;
        } else if (token.isWord("GROUP")) {
            level.part = Part.GROUPED;
        } else if (token.isWord("ORDER")) {
            level.part = Part.ORDERED;
        } else if (token.isWord("FROM") && level.query == level
                || token.isWord("WHERE")
                || token.isWord("LIMIT")
                || token.isWord("UNION")) {
            level.part = Part.OTHER;
        } else if (token.isWord("DISTINCT") && level.part == Part.SELECTED) {
            level.query.isDistinct = true;
        }
    }

    private static void addSame(Level query, Function<SqlToken, String> source, Set<SqlToken> result) {
        for (Found one : query.found) {
            boolean isKey = one.part() == Part.GROUPED || one.part() == Part.ORDERED && query.isDistinct;
            for (Found other : query.found) {
                boolean isShown = other.part() == Part.SELECTED || other.part() == Part.ORDERED;
                if (isKey
                        && one != other
                        && isShown
                        && source.apply(one.token()).equals(source.apply(other.token()))) {
                    result.add(one.token());
                    result.add(other.token());
                }
            }
        }
    }
}
