package dev.codemod.codemods.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codemod.codemods.sql.SqlToken.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

class SqlLexerTest {
    private static List<String> lex(String text, SqlDialect dialect, ParamStyle placeholders) {
        return SqlLexer.lex(text.replace('@', SqlLexer.HOLE), dialect, placeholders).stream()
                .map(token -> token.kind() + " " + token.text().replace(SqlLexer.HOLE, '@'))
                .toList();
    }

    private static List<String> lex(String text, SqlDialect dialect) {
        return lex(text, dialect, null);
    }

    @Test
    void doubledQuotesBelongToTheLiteral() {
        assertThat(lex("'it''s' 'a'", SqlDialect.STANDARD)).containsExactly("STRING 'it''s'", "STRING 'a'");
    }

    @Test
    void backslashEscapesInMysqlOnly() {
        assertThat(lex("'a\\' OR 1 --'", SqlDialect.MYSQL)).containsExactly("STRING 'a\\' OR 1 --'");
        assertThat(lex("'a\\' OR", SqlDialect.SQLITE)).containsExactly("STRING 'a\\'", "WORD OR");
        assertThat(lex("E'a\\' OR'", SqlDialect.POSTGRESQL)).containsExactly("STRING E'a\\' OR'");
        assertThat(lex("'a\\'", SqlDialect.POSTGRESQL)).containsExactly("STRING 'a\\'");
    }

    @Test
    void doubleQuotesAreStringsInMysqlAndNamesElsewhere() {
        assertThat(lex("\"a\"", SqlDialect.MYSQL)).containsExactly("STRING \"a\"");
        assertThat(lex("\"a\"\"b\"", SqlDialect.POSTGRESQL)).containsExactly("QUOTED_NAME \"a\"\"b\"");
        assertThat(lex("`a` [b c]", SqlDialect.SQLITE)).containsExactly("QUOTED_NAME `a`", "QUOTED_NAME [b c]");
        assertThat(lex("`a`", SqlDialect.MYSQL)).containsExactly("QUOTED_NAME `a`");
        assertThat(lex("a[1]", SqlDialect.POSTGRESQL)).containsExactly("WORD a", "SYMBOL [", "NUMBER 1", "SYMBOL ]");
    }

    @Test
    void commentsOfTheDialects() {
        assertThat(lex("a -- it's\nb", SqlDialect.SQLITE)).containsExactly("WORD a", "COMMENT -- it's", "WORD b");
        assertThat(lex("a # it's\nb", SqlDialect.MYSQL)).containsExactly("WORD a", "COMMENT # it's", "WORD b");
        assertThat(lex("5--1", SqlDialect.MYSQL)).containsExactly("NUMBER 5", "SYMBOL -", "SYMBOL -", "NUMBER 1");
        assertThat(lex("/* a /* b */ c */ d", SqlDialect.POSTGRESQL))
                .containsExactly("COMMENT /* a /* b */ c */", "WORD d");
        assertThat(lex("/* a /* b */ c", SqlDialect.SQLITE)).containsExactly("COMMENT /* a /* b */", "WORD c");
    }

    @Test
    void dollarQuotesInPostgresql() {
        assertThat(lex("$$it's$$ $a$ $$ $a$ $1", SqlDialect.POSTGRESQL))
                .containsExactly("DELIMITED_STRING $$it's$$", "DELIMITED_STRING $a$ $$ $a$", "SYMBOL $", "NUMBER 1");
    }

    @Test
    void placeholdersOutsideOfLiterals() {
        assertThat(lex("a = ? AND b = '?' AND c = :name", SqlDialect.SQLITE, ParamStyle.QMARK))
                .containsExactly(
                        "WORD a",
                        "SYMBOL =",
                        "PLACEHOLDER ?",
                        "WORD AND",
                        "WORD b",
                        "SYMBOL =",
                        "STRING '?'",
                        "WORD AND",
                        "WORD c",
                        "SYMBOL =",
                        "PLACEHOLDER :name");
        assertThat(lex("a=%s AND b<%(n)s AND c %% 2", SqlDialect.POSTGRESQL, ParamStyle.FORMAT))
                .contains("PLACEHOLDER %s", "PLACEHOLDER %(n)s", "SYMBOL %%");
        assertThat(lex("a::text", SqlDialect.SQLITE, ParamStyle.NAMED))
                .containsExactly("WORD a", "SYMBOL ::", "WORD text");
        assertThat(lex("a = ?", SqlDialect.POSTGRESQL, ParamStyle.FORMAT))
                .containsExactly("WORD a", "SYMBOL =", "SYMBOL ?");
    }

    @Test
    void holesAreValuesOrPartsOfNames() {
        assertThat(lex("a = @ AND t_@.x = '%@%' LIMIT 1@", SqlDialect.STANDARD))
                .containsExactly(
                        "WORD a",
                        "SYMBOL =",
                        "HOLE @",
                        "WORD AND",
                        "WORD t_@",
                        "SYMBOL .",
                        "WORD x",
                        "SYMBOL =",
                        "STRING '%@%'",
                        "WORD LIMIT",
                        "WORD 1@");
    }

    @Test
    void signsAreNoPartOfOperators() {
        assertThat(lex("a=-1 and b<>2 and c->>'x'", SqlDialect.POSTGRESQL))
                .containsExactly(
                        "WORD a",
                        "SYMBOL =",
                        "SYMBOL -",
                        "NUMBER 1",
                        "WORD and",
                        "WORD b",
                        "SYMBOL <>",
                        "NUMBER 2",
                        "WORD and",
                        "WORD c",
                        "SYMBOL ->>",
                        "STRING 'x'");
    }

    @Test
    void literalsAndNamesOfOracle() {
        assertThat(lex("q'[it's]' nq'!it's!' Q'(a)b)'", SqlDialect.ORACLE))
                .containsExactly(
                        "DELIMITED_STRING q'[it's]'", "DELIMITED_STRING nq'!it's!'", "DELIMITED_STRING Q'(a)b)'");
        assertThat(lex("q'[it's", SqlDialect.ORACLE)).containsExactly("UNFINISHED q'[it's");
        assertThat(lex("q'[a]'", SqlDialect.POSTGRESQL)).containsExactly("WORD q", "STRING '[a]'");
        assertThat(lex("v$session log# a = :1 AND b = :name", SqlDialect.ORACLE, ParamStyle.NUMERIC))
                .containsExactly(
                        "WORD v$session",
                        "WORD log#",
                        "WORD a",
                        "SYMBOL =",
                        "PLACEHOLDER :1",
                        "WORD AND",
                        "WORD b",
                        "SYMBOL =",
                        "PLACEHOLDER :name");
        assertThat(lex("SELECT /*+ INDEX(t i) */ 1", SqlDialect.ORACLE))
                .containsExactly("WORD SELECT", "COMMENT /*+ INDEX(t i) */", "NUMBER 1");
    }

    @Test
    void namesOfSqlServer() {
        assertThat(lex("[a]]b] @x @@rowcount #tmp ##all N'a'", SqlDialect.SQLSERVER))
                .containsExactly(
                        "QUOTED_NAME [a]]b]", "WORD @x", "WORD @@rowcount", "WORD #tmp", "WORD ##all", "STRING N'a'");
        assertThat(lex("/* a /* b */ c */ d", SqlDialect.SQLSERVER))
                .containsExactly("COMMENT /* a /* b */ c */", "WORD d");
    }

    @Test
    void literalsOfOtherDialects() {
        assertThat(lex("r'a\\' \"b\" `c`", SqlDialect.BIGQUERY)).containsExactly("UNFINISHED r'a\\' \"b\" `c`");
        assertThat(lex("'it\\'s' $$it's$$ \"n\"", SqlDialect.SNOWFLAKE))
                .containsExactly("STRING 'it\\'s'", "DELIMITED_STRING $$it's$$", "QUOTED_NAME \"n\"");
        assertThat(lex("'it\\'s' `a` \"n\"", SqlDialect.CLICKHOUSE))
                .containsExactly("STRING 'it\\'s'", "QUOTED_NAME `a`", "QUOTED_NAME \"n\"");
        assertThat(lex("U&'a' a & 'b'", SqlDialect.STANDARD))
                .containsExactly("STRING U&'a'", "WORD a", "SYMBOL &", "STRING 'b'");
        assertThat(lex("a = $1 AND b = $12", SqlDialect.POSTGRESQL, ParamStyle.DOLLAR))
                .containsExactly(
                        "WORD a", "SYMBOL =", "PLACEHOLDER $1", "WORD AND", "WORD b", "SYMBOL =", "PLACEHOLDER $12");
    }

    @Test
    void whatDoesNotEndIsUnfinished() {
        assertThat(lex("a = 'b", SqlDialect.STANDARD)).containsExactly("WORD a", "SYMBOL =", "UNFINISHED 'b");
        assertThat(lex("a /* b", SqlDialect.STANDARD)).containsExactly("WORD a", "UNFINISHED /* b");
        assertThat(lex("'a\\", SqlDialect.MYSQL)).containsExactly("UNFINISHED 'a\\");
    }

    @Test
    void everyCharacterButWhiteSpaceIsInOneToken() {
        String text = "SELECT a.b, 'it''s' || \"x\" /* c */ FROM t -- end\n WHERE x >= 1.5e3 AND y IN (?, :n, @v) ; $";
        for (SqlDialect dialect : SqlDialect.values()) {
            for (ParamStyle style : ParamStyle.values()) {
                int position = 0;
                for (SqlToken token : SqlLexer.lex(text, dialect, style)) {
                    assertThat(text.substring(position, token.start())).isBlank();
                    assertThat(text.substring(token.start(), token.end())).isEqualTo(token.text());
                    position = token.end();
                }
                assertThat(text.substring(position)).isBlank();
            }
        }
    }

    @Test
    void prefixesBelongToTheLiteral() {
        SqlToken token = SqlLexer.lex("N'a'", SqlDialect.STANDARD, null).get(0);
        assertThat(token.kind()).isEqualTo(Kind.STRING);
        assertThat(token.hasPrefix()).isTrue();
        assertThat(token.body()).isEqualTo("a");
        assertThat(lex("_utf8'a'", SqlDialect.MYSQL)).containsExactly("STRING _utf8'a'");
    }
}
