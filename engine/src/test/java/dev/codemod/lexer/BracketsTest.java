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
                .containsExactly("closing parenthesis ']' does not match opening parenthesis '('");
        assertThat(Tokens.problems("(\n]"))
                .containsExactly("closing parenthesis ']' does not match opening parenthesis '(' on line 1");
        assertThat(Tokens.problems("([a)\nb"))
                .containsExactly("closing parenthesis ')' does not match opening parenthesis '['");
        assertThat(Tokens.problems("(a, [b, c\n")).containsExactly("'[' was never closed");
    }

    @Test
    void aClosingBracketThatFitsNoneHasNoPartner() {
        TokenTape tape = Tokens.lex("(a]\nb)");
        assertThat(tape.partner(0)).isZero();
        assertThat(tape.partner(2)).isZero();
        assertThat(tape.kind(3)).isEqualTo(TokenKind.NEWLINE);
        assertThat(tape.partner(5)).isZero();
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
    void statementsAfterAForgottenBracketAreKept() {
        assertThat(Tokens.of("x = (1 # c\n\n# d\ny = 2\nz = (3\n  + 4\nw = 5\n"))
                .isEqualTo(
                        "NAME:x = ( NUMBER:1 NEWLINE NAME:y = NUMBER:2 NEWLINE NAME:z = ( NUMBER:3 + NUMBER:4 NEWLINE"
                                + " NAME:w = NUMBER:5");
        assertThat(Tokens.problems("x = (1\ny = 2\nz = (3\n"))
                .containsExactly("'(' was never closed", "'(' was never closed");
        assertThat(Tokens.of("def f():\n  x = foo(a,\n     b\n  y = [\n2]\n\ng = 1\n"))
                .isEqualTo("def NAME:f ( ) : NEWLINE INDENT NAME:x = NAME:foo ( NAME:a , NAME:b NEWLINE NAME:y = ["
                        + " NUMBER:2 ] NEWLINE DEDENT NAME:g = NUMBER:1");
        assertThat(Tokens.of("x = f'{a\ny = f'{b}' # c\ndef f(): pass"))
                .isEqualTo(
                        "NAME:x = FSTRING_START:f' { NAME:a NEWLINE NAME:y = FSTRING_START:f' { NAME:b } FSTRING_END:'"
                                + " NEWLINE def NAME:f ( ) : pass");
        assertThat(Tokens.lex("x = (1 # c\n# d\ny = 2").commentCount()).isEqualTo(2);
    }

    @Test
    void manyForgottenBracketsTakeBoundedTime() {
        TokenTape tape = Tokens.lex("f(g(\n".repeat(20_000));
        assertThat(tape.problems()).hasSizeBetween(100, 110);
    }

    @Test
    void twoHundredOpenBracketsAreTheLimit() {
        assertThat(Tokens.problems("(".repeat(200) + ")".repeat(200))).isEmpty();
        assertThat(Tokens.problems("(".repeat(201) + ")".repeat(201))).containsExactly("too many nested parentheses");
        assertThat(Tokens.problems("(".repeat(5000) + ")".repeat(5000))).containsExactly("too many nested parentheses");
    }
}
