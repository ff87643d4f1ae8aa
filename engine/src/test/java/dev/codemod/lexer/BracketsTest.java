package dev.codemod.lexer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BracketsTest {
    @Test
    void bracketsKnowTheirPartners() {
        TokenTape tape = Tokens.lex("a(b[c], {d: (e,)})");
        assertThat(tape.partner(1)).isEqualTo(15);
        assertThat(tape.partner(15)).isEqualTo(1);
        assertThat(tape.partner(3)).isEqualTo(5);
        assertThat(tape.partner(7)).isEqualTo(14);
        assertThat(tape.partner(10)).isEqualTo(13);
        assertThat(tape.partner(0)).isZero();
    }

    @Test
    void mismatchesAreReportedInCPythonsWords() {
        assertThat(Tokens.problems("a)")).containsExactly("unmatched ')'");
        assertThat(Tokens.problems("(a]"))
                .containsExactly(
                        "'(' was never closed", "closing parenthesis ']' does not match opening parenthesis '('");
        assertThat(Tokens.problems("(\n]"))
                .contains("closing parenthesis ']' does not match opening parenthesis '(' on line 1");
        assertThat(Tokens.problems("([a)\nb"))
                .containsExactly("closing parenthesis ')' does not match opening parenthesis '['");
        assertThat(Tokens.problems("(a, [b, c\n")).containsExactly("'[' was never closed");
    }

    @Test
    void aClosingBracketThatFitsNoneHasNoPartner() {
        TokenTape tape = Tokens.lex("(a])");
        assertThat(tape.partner(2)).isZero();
        assertThat(tape.partner(3)).isZero();
        assertThat(tape.partner(0)).isEqualTo(3);
    }

    @Test
    void aKeywordThatStartsAStatementProvesThatABracketWasForgotten() {
        assertThat(Tokens.of("foo(a,\n  [b\ndef f(): pass\n"))
                .isEqualTo("NAME:foo ( NAME:a , [ NAME:b NEWLINE def NAME:f ( ) : pass");
        assertThat(Tokens.problems("foo(a,\n  [b\ndef f(): pass\n")).containsExactly("'[' was never closed");
        assertThat(Tokens.of("class A:\n  x = f'{a\n\n  # c\n  def f(): pass\n"))
                .isEqualTo(
                        "class NAME:A : NEWLINE INDENT NAME:x = FSTRING_START:f' { NAME:a NEWLINE def NAME:f ( ) : pass"
                                + " NEWLINE DEDENT");
        assertThat(Tokens.of("(a\nfor b in c)")).isEqualTo("( NAME:a for NAME:b in NAME:c )");
        assertThat(Tokens.of("(a,\nwithin, defs)")).isEqualTo("( NAME:a , NAME:within , NAME:defs )");
    }

    @Test
    void twoHundredOpenBracketsAreTheLimit() {
        assertThat(Tokens.problems("(".repeat(200) + ")".repeat(200))).isEmpty();
        assertThat(Tokens.problems("(".repeat(201) + ")".repeat(201))).containsExactly("too many nested parentheses");
        assertThat(Tokens.problems("(".repeat(5000) + ")".repeat(5000))).containsExactly("too many nested parentheses");
    }
}
