package dev.codemod.codemods.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** In the texts {@code @} is a value, {@code ~} a quote. */
class PositionsTest {
    private static List<Position> positions(String text, SqlDialect dialect) {
        String query = text.replace('@', SqlLexer.HOLE).replace('~', '\'');
        SqlStatement statement = new SqlStatement(SqlLexer.lex(query, dialect, null));
        Map<SqlToken, Position> positions = Positions.of(statement, dialect);
        List<Position> result = new ArrayList<>();
        for (SqlToken token : statement.all()) {
            if (token.hasHole()) {
                result.add(positions.get(token));
            }
        }
        return result;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    SELECT * FROM t WHERE a = ~@~                         | WHOLE_LITERAL
                    SELECT * FROM t WHERE a LIKE ~%@%~                    | PART_OF_LITERAL
                    INSERT INTO t (a) VALUES (1, ~@~)                     | WHOLE_LITERAL
                    SELECT * FROM t WHERE a IN (~@~)                      | QUOTED_LIST
                    SELECT * FROM t WHERE a IN (~b~, ~@~)                 | WHOLE_LITERAL
                    SELECT * FROM t WHERE a IN (@)                        | LIST
                    SELECT * FROM t WHERE a IN (1, @)                     | VALUE
                    SELECT * FROM t WHERE a IN @                          | PARENTHESIZED_LIST
                    INSERT INTO t VALUES (@)                              | LIST
                    INSERT INTO t VALUES (@, 2)                           | VALUE
                    SELECT * FROM t WHERE a = @                           | VALUE
                    SELECT * FROM t WHERE a > @ AND b = 1                 | VALUE
                    SELECT * FROM t WHERE a BETWEEN 1 AND @               | VALUE
                    SELECT * FROM t WHERE a = 1 AND @                     | FRAGMENT
                    SELECT * FROM t WHERE a LIKE @ ORDER BY a             | VALUE
                    SELECT * FROM t LIMIT @                               | VALUE
                    SELECT * FROM t LIMIT 5, @                            | VALUE
                    SELECT * FROM t LIMIT 5 OFFSET @                      | VALUE
                    SELECT CASE WHEN a THEN @ ELSE 1 END FROM t           | VALUE
                    SELECT * FROM t WHERE a = b * @                       | VALUE
                    UPDATE t SET a = @ WHERE b = 1                        | VALUE
                    UPDATE t SET @ = 1                                    | IDENTIFIER
                    UPDATE t SET a = 1, @ = 2                             | IDENTIFIER
                    UPDATE @ SET a = 1                                    | IDENTIFIER
                    SELECT * FROM @                                       | IDENTIFIER
                    SELECT * FROM t JOIN @ ON a = b                       | IDENTIFIER
                    SELECT * FROM s.@                                     | IDENTIFIER
                    SELECT * FROM t_@ WHERE a = 1                         | IDENTIFIER
                    SELECT t.* FROM t WHERE @.a = 1                       | IDENTIFIER
                    SELECT * FROM t WHERE @ = 1                           | COMPARED
                    SELECT * FROM t WHERE a = (@ + 1)                     | OPERAND
                    SELECT * FROM t WHERE (a) IN ((@, 1))                 | VALUE
                    SELECT a ~@~ FROM t                                   | IDENTIFIER
                    SELECT * FROM t WHERE @(a) = 1                        | IDENTIFIER
                    INSERT INTO t (@) VALUES (1)                          | IDENTIFIER
                    INSERT INTO t (~@~) VALUES (1)                        | IDENTIFIER
                    SELECT a AS ~@~ FROM t                                | IDENTIFIER
                    SELECT a AS @ FROM t                                  | IDENTIFIER
                    SELECT * FROM t ORDER BY @                            | IDENTIFIER
                    SELECT * FROM t ORDER BY ~@~                          | IDENTIFIER
                    SELECT * FROM t ORDER BY a, @                         | IDENTIFIER
                    SELECT * FROM t ORDER BY a @                          | FRAGMENT
                    SELECT * FROM t GROUP BY @                            | IDENTIFIER
                    SELECT * FROM t WHERE @                               | FRAGMENT
                    SELECT * FROM t @                                     | FRAGMENT
                    SELECT * FROM t WHERE a = @ b                         | FRAGMENT
                    SELECT * FROM t WHERE a @ 1                           | FRAGMENT
                    SELECT @ FROM t                                       | EXPRESSION
                    SELECT round(a, @) FROM t                             | EXPRESSION
                    SELECT /* @ */ 1                                      | COMMENT
                    SELECT * FROM t WHERE d > DATE ~@~                    | TYPED_LITERAL
                    SELECT * FROM t WHERE a = N~@~                        | PREFIXED_LITERAL
                    SELECT * FROM t WHERE a IS NOT DISTINCT FROM @        | VALUE
                    SELECT * FROM t WHERE a = (SELECT max(b) FROM @)      | IDENTIFIER
                    INSERT INTO t (a) SELECT ~@~ FROM u                   | WHOLE_LITERAL
                    """)
    void theTextAroundAValueTellsWhatItIs(String text, Position expected) {
        assertThat(positions(text, SqlDialect.STANDARD)).containsExactly(expected);
        assertThat(positions(text, SqlDialect.SQLITE)).containsExactly(expected);
        assertThat(positions(text, SqlDialect.POSTGRESQL)).containsExactly(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    SELECT coalesce(~@~, a) FROM t                        | false
                    SELECT extract(year FROM ~@~) FROM t                  | false
                    SELECT * FROM t WHERE lower(a) = ~@~                  | false
                    SELECT * FROM t WHERE a -> b = ~@~                    | false
                    SELECT * FROM t WHERE a + b IN (1, ~@~)               | false
                    SELECT * FROM t WHERE a = 1 AND ~@~                   | false
                    SELECT CASE WHEN a THEN ~@~ END FROM t                | false
                    SELECT * FROM t WHERE t.a = ~@~                       | true
                    SELECT * FROM t WHERE NOT a = ~@~                     | true
                    SELECT * FROM t WHERE (a = ~@~)                       | true
                    SELECT * FROM t WHERE a IS NOT ~@~                    | true
                    SELECT * FROM t WHERE a NOT IN (1, ~@~)               | true
                    SELECT * FROM t WHERE a NOT BETWEEN ~@~ AND 2         | true
                    SELECT * FROM t WHERE a BETWEEN 1 AND ~@~             | true
                    SELECT * FROM t WHERE lower(a) LIKE ~@~               | true
                    UPDATE t SET a = ~@~                                  | true
                    INSERT INTO t VALUES (1, ~@~)                         | true
                    """)
    void onlyColumnsOfSqliteGiveALiteralTheirType(String text, boolean isConverted) {
        assertThat(positions(text, SqlDialect.SQLITE))
                .containsExactly(isConverted ? Position.WHOLE_LITERAL : Position.UNCONVERTED_LITERAL);
        assertThat(positions(text, SqlDialect.POSTGRESQL)).containsExactly(Position.WHOLE_LITERAL);
    }

    @Test
    void quotesMeanWhatTheDialectSays() {
        String text = "SELECT * FROM t WHERE a = \"@\"";
        assertThat(positions(text, SqlDialect.MYSQL)).containsExactly(Position.WHOLE_LITERAL);
        assertThat(positions(text, SqlDialect.SQLITE)).containsExactly(Position.DOUBLE_QUOTED);
        assertThat(positions(text, SqlDialect.POSTGRESQL)).containsExactly(Position.IDENTIFIER);
        assertThat(positions("SELECT \"@\" FROM t", SqlDialect.SQLITE)).containsExactly(Position.IDENTIFIER);
        assertThat(positions("SELECT * FROM `@`", SqlDialect.MYSQL)).containsExactly(Position.IDENTIFIER);
    }

    @Test
    void dialectsHaveTheirOwnPlaces() {
        assertThat(positions("SELECT now() - INTERVAL @ DAY FROM t", SqlDialect.MYSQL))
                .containsExactly(Position.VALUE);
        assertThat(positions("SELECT now() - INTERVAL ~@ days~", SqlDialect.POSTGRESQL))
                .containsExactly(Position.TYPED_LITERAL);
        assertThat(positions("SELECT $$@$$", SqlDialect.POSTGRESQL)).containsExactly(Position.PREFIXED_LITERAL);
        assertThat(positions("SELECT @::int, ~@~::date FROM t", SqlDialect.POSTGRESQL))
                .containsExactly(Position.EXPRESSION, Position.WHOLE_LITERAL);
    }

    @Test
    void placesOfSqlServerAndOracle() {
        assertThat(positions("SELECT TOP @ * FROM t", SqlDialect.SQLSERVER))
                .containsExactly(Position.UNPARENTHESIZED_VALUE);
        assertThat(positions("SELECT TOP (@) * FROM t", SqlDialect.SQLSERVER)).containsExactly(Position.VALUE);
        assertThat(positions("SELECT * FROM [@] WHERE [a] = ~@~", SqlDialect.SQLSERVER))
                .containsExactly(Position.IDENTIFIER, Position.WHOLE_LITERAL);
        assertThat(positions("SELECT * FROM #t@ WHERE a = N~@~", SqlDialect.SQLSERVER))
                .containsExactly(Position.IDENTIFIER, Position.PREFIXED_LITERAL);
        assertThat(positions("SELECT * FROM t OFFSET @ ROWS FETCH NEXT @ ROWS ONLY", SqlDialect.SQLSERVER))
                .containsExactly(Position.VALUE, Position.VALUE);
        assertThat(positions("SELECT * FROM t WHERE ROWNUM <= @ AND a = q~[@]~", SqlDialect.ORACLE))
                .containsExactly(Position.VALUE, Position.PREFIXED_LITERAL);
        assertThat(positions("SELECT * FROM t WHERE d > TO_DATE(~@~, ~YYYY~)", SqlDialect.ORACLE))
                .containsExactly(Position.WHOLE_LITERAL);
    }

    @Test
    void namesInBackquotesAreNamesWhereTheDatabaseIsNotKnown() {
        assertThat(positions("SELECT a.`@` FROM t WHERE `@` = ~@~", SqlDialect.STANDARD))
                .containsExactly(Position.IDENTIFIER, Position.IDENTIFIER, Position.WHOLE_LITERAL);
    }

    @Test
    void columnsOfTheResultWithoutAnotherName() {
        for (String text : List.of(
                "SELECT ~@~, a FROM t",
                "SELECT a, coalesce(b, ~@~) FROM t",
                "SELECT DISTINCT @ FROM t",
                "SELECT a + @ FROM t",
                "SELECT CASE WHEN a = @ THEN 1 END FROM t",
                "SELECT (SELECT max(b) FROM u WHERE c = @) FROM t")) {
            assertThat(unnamed(text)).as(text).hasSize(1);
        }
        for (String text : List.of(
                "SELECT ~@~ AS x, a FROM t",
                "SELECT ~@~ x FROM t",
                "SELECT coalesce(b, ~@~) x FROM t",
                "SELECT a FROM t WHERE b = @",
                "SELECT a FROM (SELECT @ AS b) z",
                "SELECT a FROM t UNION SELECT @")) {
            assertThat(unnamed(text)).as(text).isEmpty();
        }
    }

    private static Set<SqlToken> unnamed(String text) {
        String query = text.replace('@', SqlLexer.HOLE).replace('~', '\'');
        return ResultColumns.unnamed(new SqlStatement(SqlLexer.lex(query, SqlDialect.STANDARD, null)));
    }

    @Test
    void englishIsNoSql() {
        for (String text : List.of(
                "please select @ from the menu",
                "select a file from the list @",
                "update @ now",
                "insert coin @",
                "delete @",
                "drop @ off at home",
                "with love from @")) {
            String query = text.replace('@', SqlLexer.HOLE);
            SqlStatement statement = new SqlStatement(SqlLexer.lex(query, SqlDialect.STANDARD, null));
            assertThat(statement.readsAsSql()).as(text).isFalse();
        }
    }

    @Test
    void statementsReadAsSql() {
        for (String text : List.of(
                "SELECT a FROM t WHERE b = @",
                "(SELECT a FROM t) UNION (SELECT b FROM u)",
                "select * from @",
                "EXPLAIN QUERY PLAN SELECT a FROM t",
                "INSERT OR REPLACE INTO t VALUES (@)",
                "UPDATE t SET a = @",
                "DELETE FROM t WHERE a = @",
                "WITH x AS (SELECT 1) SELECT * FROM x",
                "CREATE TABLE @ (a)")) {
            String query = text.replace('@', SqlLexer.HOLE);
            SqlStatement statement = new SqlStatement(SqlLexer.lex(query, SqlDialect.STANDARD, null));
            assertThat(statement.readsAsSql()).as(text).isTrue();
        }
    }
}
