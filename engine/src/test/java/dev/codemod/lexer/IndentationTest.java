package dev.codemod.lexer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codemod.source.LanguageLevel;
import org.junit.jupiter.api.Test;

class IndentationTest {
    private static final String TAB_ERROR = "inconsistent use of tabs and spaces in indentation";
    private static final String DEDENT_ERROR = "unindent does not match any outer indentation level";

    @Test
    void blocksAreBracketedByTokensOfNoWidth() {
        assertThat(Tokens.of("if a:\n  b\n  c\nd"))
                .isEqualTo("if NAME:a : NEWLINE INDENT NAME:b NEWLINE NAME:c NEWLINE DEDENT NAME:d");
        assertThat(Tokens.of("if a:\n b\n if c:\n  d\ne\n"))
                .isEqualTo(
                        "if NAME:a : NEWLINE INDENT NAME:b NEWLINE if NAME:c : NEWLINE INDENT NAME:d NEWLINE DEDENT DEDENT"
                                + " NAME:e");
        TokenTape tape = Tokens.lex("if a:\n  b\nc");
        assertThat(tape.start(4)).isEqualTo(8);
        assertThat(tape.end(4)).isEqualTo(8);
        assertThat(tape.start(7)).isEqualTo(10);
    }

    @Test
    void blankLinesAndCommentLinesDoNotCount() {
        assertThat(Tokens.of("if a:\n\n        # x\n \t\n  b\n # y\n\f\n  c\n# z\n"))
                .isEqualTo("if NAME:a : NEWLINE INDENT NAME:b NEWLINE NAME:c NEWLINE DEDENT");
        assertThat(Tokens.of("if a:\n  b\n    ")).isEqualTo("if NAME:a : NEWLINE INDENT NAME:b NEWLINE DEDENT");
    }

    @Test
    void bracketsSuspendIt() {
        assertThat(Tokens.of("a = [\n1,\n    2\n  ]\nb")).isEqualTo("NAME:a = [ NUMBER:1 , NUMBER:2 ] NEWLINE NAME:b");
    }

    @Test
    void tabsGoToMultiplesOfEight() {
        assertThat(Tokens.problems("if a:\n        b\n\tc", LanguageLevel.PY27)).isEmpty();
        assertThat(Tokens.problems("if a:\n        b\n\tc")).containsExactly(TAB_ERROR);
        assertThat(Tokens.problems("if a:\n\tb\n\tif c:\n\t  d\n\t\te")).containsExactly(TAB_ERROR);
        assertThat(Tokens.problems("if a:\n \tb\n \tc")).isEmpty();
        assertThat(Tokens.problems("if a:\n \tb\n\tc")).containsExactly(TAB_ERROR);
        assertThat(Tokens.problems("if a:\n        if b:\n\t    c\n")).containsExactly(TAB_ERROR);
    }

    @Test
    void formFeedsStartCountingAnew() {
        assertThat(Tokens.of("a\n  \fb\n\f\fc")).isEqualTo("NAME:a NEWLINE NAME:b NEWLINE NAME:c");
        assertThat(Tokens.of("if a:\n \f  b\n  c"))
                .isEqualTo("if NAME:a : NEWLINE INDENT NAME:b NEWLINE NAME:c NEWLINE DEDENT");
    }

    @Test
    void dedentsToUnknownColumnsAreReported() {
        assertThat(Tokens.problems("if a:\n    b\n  c")).containsExactly(DEDENT_ERROR);
        assertThat(Tokens.lex("if a:\n    b\n  c").problems().get(0).offset()).isEqualTo(15);
        assertThat(Tokens.problems("if a:\n    b\n  c\nd")).containsExactly(DEDENT_ERROR);
    }

    @Test
    void theFirstBackslashFreezesTheColumn() {
        assertThat(Tokens.of("if a:\n  \\\n      b\n  c"))
                .isEqualTo("if NAME:a : NEWLINE INDENT NAME:b NEWLINE NAME:c NEWLINE DEDENT");
        assertThat(Tokens.of("\\\n  a")).isEqualTo("INDENT NAME:a NEWLINE DEDENT");
        assertThat(Tokens.of("\\\n  a", LanguageLevel.PY38)).isEqualTo("NAME:a");
        assertThat(Tokens.of("\\\na")).isEqualTo("NAME:a");
    }

    @Test
    void ninetyNineLevelsAreTheLimit() {
        assertThat(Tokens.problems(nested(99))).isEmpty();
        assertThat(Tokens.problems(nested(100))).containsExactly("too many levels of indentation");
        assertThat(Tokens.problems(nested(120))).containsExactly("too many levels of indentation");
    }

    private static String nested(int levels) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < levels; i++) {
            text.append(" ".repeat(i)).append("if x:\n");
        }
        return text.append(" ".repeat(levels)).append("pass\n").toString();
    }
}
