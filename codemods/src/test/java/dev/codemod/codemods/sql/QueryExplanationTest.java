package dev.codemod.codemods.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codemod.codemod.Explainer;
import dev.codemod.codemod.InputFile;
import dev.codemod.codemod.RunOptions;
import dev.codemod.codemod.RunScope;
import dev.codemod.codemod.Runner;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class QueryExplanationTest {
    private static final String PROGRAM = """
            import sqlite3

            TABLE = "users"
            db = sqlite3.connect("shop.db")


            def run(sql):
                return db.execute(sql)


            def find(table, name, key: int, other):
                db.execute(f"SELECT * FROM {TABLE} WHERE name LIKE '{name}%' AND id = {key}")
                db.execute("DELETE FROM " + table + " WHERE id = %d" % key)
                query = "SELECT * FROM users WHERE name = '%s'" % name
                db.execute(query)
                run("DELETE FROM users WHERE name = '%s'" % name)
                other.execute("DELETE FROM users WHERE name = '%s'" % name)
            """;

    private static List<String> seen(int line) {
        Set<String> seen = new LinkedHashSet<>();
        Explainer explainer = new Explainer() {
            @Override
            public void looked(String codemod) {}

            @Override
            public void passed(String codemod, String reason) {}

            @Override
            public void saw(String codemod, int first, int last, String text) {
                if (first <= line && line <= last) {
                    seen.add(text);
                }
            }
        };
        RunScope scope = new RunScope() {
            @Override
            public Explainer explainer(String path) {
                return explainer;
            }
        };
        InputFile file = new InputFile() {
            @Override
            public String path() {
                return "shop.py";
            }

            @Override
            public byte[] read() {
                return PROGRAM.getBytes(StandardCharsets.UTF_8);
            }
        };
        RunOptions options = new RunOptions(List.of(new SqlParams()), false, null, Map.of(), 1, scope);
        new Runner(options).run(List.of(file), result -> {});
        return List.copyOf(seen);
    }

    @Test
    void theDriverAndEachPieceAreTold() {
        assertThat(seen(12))
                .containsExactly(
                        "`db` is sqlite3.Connection, so its placeholders are like `?` (line 1: imports sqlite3; line 4:"
                                + " sqlite3.connect gives sqlite3.Connection; line 4: db is assigned here)",
                        "`TABLE` is always the text `users` (line 3)",
                        "`name` is of unknown type and stands between quotes with other text; it can be bound as the text"
                                + " that Python composes",
                        "`key` is int and stands without quotes, where only a value can stand; it can be bound as it is"
                                + " (line 11: annotated int; line 11: key is a parameter)");
        assertThat(seen(13))
                .contains("`table` is of unknown type and stands where a name of the database stands; it stays");
    }

    @Test
    void theWayOfTheTextIsTold() {
        assertThat(seen(14)).contains("the text is executed in line 15");
        assertThat(seen(15)).contains("the text is assigned in line 14");
        assertThat(seen(16)).contains("`run` is the function in shop.py that hands `sql` to sqlite3");
        assertThat(seen(17))
                .anyMatch(text -> text.startsWith(
                        "nothing shows what `other` is; sqlite3 is the only driver that the file imports"));
    }
}
