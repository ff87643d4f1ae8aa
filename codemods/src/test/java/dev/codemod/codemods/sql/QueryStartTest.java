package dev.codemod.codemods.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codemod.parser.Parser;
import dev.codemod.source.LanguageLevel;
import dev.codemod.source.Source;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueryStartTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "q = 'SELECT a FROM t'",
                "q = \"\"\"\n    select a\n    from t\"\"\"",
                "q = f'update t set a = {a}'",
                "q = rb'(SELECT a FROM t)'",
                "q = '\\n\\tSELECT a FROM t'",
                "q = '-- all of them\\nSELECT a FROM t'",
                "q = 'a' + 'explain select a from t'",
            })
    void stringsThatMayStartAQueryAreFound(String source) {
        assertThat(isIn(source)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "# SELECT a FROM t\nq = 'a'",
                "q = 'we select a from the list'",
                "q = 'selected'",
                "q = ''",
                "q = '\\\\'",
            })
    void otherTextsAreNot(String source) {
        assertThat(isIn(source)).isFalse();
    }

    private static boolean isIn(String source) {
        byte[] bytes = source.getBytes(StandardCharsets.UTF_8);
        return QueryStart.isIn(
                Parser.parse(Source.of("a.py", bytes), LanguageLevel.LATEST).module());
    }
}
