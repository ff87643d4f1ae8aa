package dev.codemod.codemods.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codemod.codemods.sql.SqlToken.Kind;
import dev.codemod.fixtures.PythonProgram;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * SQLite itself judges: how many parameters it counts tells what it takes for literals, names and comments; whether it
 * takes a parameter in a place tells whether a value can be bound there.
 */
class SqliteAcceptanceTest {
    private static final Path SUPPORT = Path.of("../fixtures/runtime/support").toAbsolutePath();
    private static final Set<Position> BOUND =
            EnumSet.of(Position.WHOLE_LITERAL, Position.PART_OF_LITERAL, Position.VALUE, Position.LIST);

    /** Operands; in many a question mark or colon stands where it is no parameter. */
    private static final List<String> OPERANDS = List.of(
            "?",
            "?",
            ":n#",
            "@n#",
            "$n#",
            "'it''s ?'",
            "'--?'",
            "'/*?'",
            "'?*/'",
            "''",
            "'\\'",
            "\"c?d\"",
            "`x?`",
            "[y?]",
            "t.\"c?d\"",
            "x'3f'",
            "1.5e3",
            "a",
            "/* ? */ 1",
            "/*' ? */ 1",
            "/* /* ? */ 1",
            "-- ?\n1",
            "-- ' ?\n'a?'",
            "1--?\n",
            "coalesce(?, 'a?', :m#)",
            "(SELECT '?')",
            "'a' || ? || 'b?'",
            "- ?",
            "b IN (?, '?')",
            "'\n?\n'",
            "\"it's\"",
            "'\"?\"'",
            "CAST(? AS TEXT)",
            "c->>'?'",
            "1<?",
            "?*2",
            "(?)",
            "'?'''",
            "'''?'");

    @TempDir
    private Path folder;

    private List<String> ask(List<String> statements) throws IOException {
        StringBuilder input = new StringBuilder();
        for (String statement : statements) {
            input.append('"')
                    .append(statement
                            .replace("\\", "\\\\")
                            .replace("\"", "\\\"")
                            .replace("\n", "\\n"))
                    .append("\"\n");
        }
        String script = SUPPORT.resolve("sqlite_accepts.py").toString();
        PythonProgram.Outcome outcome = PythonProgram.run(folder, input.toString(), script);
        assertThat(outcome.errors()).isEmpty();
        List<String> answers = outcome.output().lines().toList();
        assertThat(answers).hasSameSizeAs(statements);
        return answers;
    }

    @Test
    void parametersAreCountedAsSqliteCountsThem() throws IOException {
        Random random = new Random(4);
        List<String> statements = new ArrayList<>();
        for (int i = 0; i < 3000; i++) {
            StringBuilder statement = new StringBuilder("SELECT ");
            for (int j = 0; j <= random.nextInt(5); j++) {
                String operand = OPERANDS.get(random.nextInt(OPERANDS.size())).replace("#", i + "_" + j);
                statement
                        .append(j == 0 ? "" : random.nextBoolean() ? ", " : ",\n")
                        .append(operand);
            }
            statement.append(random.nextBoolean() ? " FROM t" : " FROM t -- the ? end");
            statements.add(statement.toString());
        }
        List<String> answers = ask(statements);
        int accepted = 0;
        for (int i = 0; i < statements.size(); i++) {
            if (answers.get(i).equals("no")) {
                continue;
            }
            accepted++;
            List<SqlToken> tokens = SqlLexer.lex(statements.get(i), SqlDialect.SQLITE, ParamStyle.QMARK);
            long counted = tokens.stream()
                    .filter(token -> token.kind() == Kind.PLACEHOLDER)
                    .count();
            assertThat(counted).as(statements.get(i)).isEqualTo(Long.parseLong(answers.get(i)));
            assertThat(tokens).as(statements.get(i)).noneMatch(token -> token.kind() == Kind.UNFINISHED);
        }
        assertThat(accepted).isGreaterThan(2500);
    }

    @Test
    void whatIsBoundCanBeAParameterAndNamesCannot() throws IOException {
        List<String> texts = List.of(
                "SELECT * FROM t WHERE a = ~@~",
                "SELECT * FROM t WHERE a LIKE ~%@%~ ESCAPE ~x~",
                "INSERT INTO t (a) VALUES (~@~)",
                "INSERT INTO t (a, b) VALUES (1, @), (2, @)",
                "INSERT OR REPLACE INTO t (a) SELECT ~@~ FROM u WHERE b > @",
                "SELECT * FROM t WHERE a IN (@)",
                "SELECT * FROM t WHERE a IN (1, @)",
                "SELECT * FROM t WHERE a BETWEEN @ AND @",
                "SELECT * FROM t WHERE a IS NOT DISTINCT FROM @",
                "SELECT * FROM t WHERE a GLOB @ OR a NOT LIKE @",
                "SELECT a FROM t GROUP BY a HAVING count(*) > @ ORDER BY a LIMIT @ OFFSET @",
                "SELECT * FROM t LIMIT @, @",
                "SELECT CASE WHEN a = @ THEN @ ELSE @ END FROM t",
                "UPDATE t SET a = @, b = ~@~, c = c + @ WHERE d <> @",
                "DELETE FROM t WHERE a >= @ AND (b = @ OR c = ~@~)",
                "WITH z AS (SELECT a FROM t WHERE a = @) SELECT * FROM z WHERE a = ~@~",
                "INSERT INTO t (a) VALUES (~@~) ON CONFLICT DO NOTHING",
                "SELECT * FROM @",
                "SELECT * FROM t JOIN @ ON 1",
                "SELECT * FROM t_@ WHERE a = 1",
                "SELECT * FROM s.@",
                "SELECT t.@ FROM t",
                "UPDATE @ SET a = 1",
                "UPDATE t SET @ = 1",
                "INSERT INTO @ VALUES (1)",
                "INSERT INTO t (@) VALUES (1)",
                "SELECT a AS @ FROM t",
                "SELECT @(a) FROM t",
                "DELETE FROM @ WHERE a = 1",
                "SELECT * FROM t ORDER BY a @",
                "SELECT * FROM t WHERE a @ 1");
        List<String> statements = new ArrayList<>();
        List<String> expected = new ArrayList<>();
        for (String text : texts) {
            String query = text.replace('@', SqlLexer.HOLE).replace('~', '\'');
            SqlStatement statement = new SqlStatement(SqlLexer.lex(query, SqlDialect.SQLITE, null));
            Map<SqlToken, Position> positions = Positions.of(statement, SqlDialect.SQLITE);
            StringBuilder bound = new StringBuilder(query);
            int count = 0;
            for (int i = statement.all().size() - 1; i >= 0; i--) {
                SqlToken token = statement.all().get(i);
                if (token.hasHole()) {
                    count += BOUND.contains(positions.get(token)) ? 1 : 0;
                    bound.replace(token.start(), token.end(), "?");
                }
            }
            statements.add(bound.toString());
            expected.add(count == 0 ? "no" : String.valueOf(count));
        }
        assertThat(ask(statements)).isEqualTo(expected);
    }
}
