package dev.codemod.lexer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InterpolatedStringTest {
    @Test
    void textAndFieldsAlternate() {
        assertThat(Tokens.of("f'a{b}c'"))
                .isEqualTo("FSTRING_START:f' FSTRING_MIDDLE:a { NAME:b } FSTRING_MIDDLE:c FSTRING_END:'");
        assertThat(Tokens.of("f''")).isEqualTo("FSTRING_START:f' FSTRING_END:'");
        assertThat(Tokens.of("f'{a}{b}'")).isEqualTo("FSTRING_START:f' { NAME:a } { NAME:b } FSTRING_END:'");
        assertThat(Tokens.of("f'''\"{a}'\n'''"))
                .isEqualTo("FSTRING_START:f''' FSTRING_MIDDLE:\" { NAME:a } FSTRING_MIDDLE:'\n FSTRING_END:'''");
    }

    @ParameterizedTest
    @ValueSource(strings = {"f", "F", "rf", "fR", "Rf", "t", "T", "rt", "TR"})
    void allPrefixesStartOne(String prefix) {
        assertThat(Tokens.of(prefix + "\"\"\"{a}\"\"\""))
                .isEqualTo("FSTRING_START:" + prefix + "\"\"\" { NAME:a } FSTRING_END:\"\"\"");
    }

    @Test
    void bytesAreNeverInterpolated() {
        assertThat(Tokens.of("bf''")).isEqualTo("NAME:bf STRING:''");
        assertThat(Tokens.of("fu''")).isEqualTo("NAME:fu STRING:''");
        assertThat(Tokens.of("ft''")).isEqualTo("NAME:ft STRING:''");
    }

    @Test
    void doubledBracesAreText() {
        assertThat(Tokens.of("f'{{a}}{b}}}'"))
                .isEqualTo("FSTRING_START:f' FSTRING_MIDDLE:{{a}} { NAME:b } FSTRING_MIDDLE:}} FSTRING_END:'");
        assertThat(Tokens.of("f'{ {1: 2}[1] }'"))
                .isEqualTo("FSTRING_START:f' { { NUMBER:1 : NUMBER:2 } [ NUMBER:1 ] } FSTRING_END:'");
    }

    @Test
    void characterNamesAreTextUnlessRaw() {
        assertThat(Tokens.of("f'\\N{DASH}{a}'"))
                .isEqualTo("FSTRING_START:f' FSTRING_MIDDLE:\\N{DASH} { NAME:a } FSTRING_END:'");
        assertThat(Tokens.of("rf'\\N{DASH}'"))
                .isEqualTo("FSTRING_START:rf' FSTRING_MIDDLE:\\N { NAME:DASH } FSTRING_END:'");
        assertThat(Tokens.of("f'\\\\N{a}'"))
                .isEqualTo("FSTRING_START:f' FSTRING_MIDDLE:\\\\N { NAME:a } FSTRING_END:'");
        assertThat(Tokens.of("f'{a:\\N{DASH}}'"))
                .isEqualTo("FSTRING_START:f' { NAME:a : FSTRING_MIDDLE:\\N{DASH} } FSTRING_END:'");
    }

    @Test
    void backslashesEscapeQuotesButNoBraces() {
        assertThat(Tokens.of("f'\\'{a}\\{b}'"))
                .isEqualTo("FSTRING_START:f' FSTRING_MIDDLE:\\' { NAME:a } FSTRING_MIDDLE:\\ { NAME:b } FSTRING_END:'");
        assertThat(Tokens.of("f'a\\\nb'")).isEqualTo("FSTRING_START:f' FSTRING_MIDDLE:a\\\nb FSTRING_END:'");
        assertThat(Tokens.of("f'a\\\r\nb'")).isEqualTo("FSTRING_START:f' FSTRING_MIDDLE:a\\\r\nb FSTRING_END:'");
    }

    @Test
    void conversionsAndDebugSigns() {
        assertThat(Tokens.of("f'{ a = !r:>3}'"))
                .isEqualTo("FSTRING_START:f' { NAME:a = ! NAME:r : FSTRING_MIDDLE:>3 } FSTRING_END:'");
        assertThat(Tokens.of("f'{a!=b}'")).isEqualTo("FSTRING_START:f' { NAME:a != NAME:b } FSTRING_END:'");
        assertThat(Tokens.of("f'{a==b}'")).isEqualTo("FSTRING_START:f' { NAME:a == NAME:b } FSTRING_END:'");
    }

    @Test
    void aColonDirectlyInAFieldStartsTheSpecification() {
        assertThat(Tokens.of("f'{x:=5}'")).isEqualTo("FSTRING_START:f' { NAME:x : FSTRING_MIDDLE:=5 } FSTRING_END:'");
        assertThat(Tokens.of("f'{(x:=5)}'")).isEqualTo("FSTRING_START:f' { ( NAME:x := NUMBER:5 ) } FSTRING_END:'");
        assertThat(Tokens.of("f'{a[b:c]}'")).isEqualTo("FSTRING_START:f' { NAME:a [ NAME:b : NAME:c ] } FSTRING_END:'");
        assertThat(Tokens.of("f'{lambda x: 1}'"))
                .isEqualTo("FSTRING_START:f' { lambda NAME:x : FSTRING_MIDDLE: 1 } FSTRING_END:'");
        assertThat(Tokens.of("f'{x:}'")).isEqualTo("FSTRING_START:f' { NAME:x : } FSTRING_END:'");
    }

    @Test
    void specificationsHaveFields() {
        assertThat(Tokens.of("f'{a:{b}.{c!r}f}'"))
                .isEqualTo(
                        "FSTRING_START:f' { NAME:a : { NAME:b } FSTRING_MIDDLE:. { NAME:c ! NAME:r } FSTRING_MIDDLE:f }"
                                + " FSTRING_END:'");
        assertThat(Tokens.of("f'{a:{b:{c}}}d'"))
                .isEqualTo("FSTRING_START:f' { NAME:a : { NAME:b : { NAME:c } } } FSTRING_MIDDLE:d FSTRING_END:'");
        assertThat(Tokens.problems("f'{a:{b:{c:{d}}}}'")).containsExactly("f-string: expressions nested too deeply");
    }

    @Test
    void stringsNest() {
        assertThat(Tokens.of("f'{f'{'a'}'}'"))
                .isEqualTo("FSTRING_START:f' { FSTRING_START:f' { STRING:'a' } FSTRING_END:' } FSTRING_END:'");
        String deep = "f'{".repeat(40) + "1" + "}'".repeat(40);
        assertThat(Tokens.problems(deep)).isEmpty();
        TokenTape tape = Tokens.lex("f'{f\"{a}\"}'");
        assertThat(tape.partner(0)).isEqualTo(8);
        assertThat(tape.partner(1)).isEqualTo(7);
        assertThat(tape.partner(2)).isEqualTo(6);
        assertThat(tape.partner(3)).isEqualTo(5);
    }

    @Test
    void fieldsMayHaveLineEndsAndComments() {
        assertThat(Tokens.of("f'{\na # c}\n}'")).isEqualTo("FSTRING_START:f' { NAME:a } FSTRING_END:'");
        assertThat(Tokens.lex("f'{\na # c}\n}'").commentCount()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            delimiter = ';',
            value = {
                "f'a; unterminated f-string literal (detected at line 1); 0",
                "t'a; unterminated t-string literal (detected at line 1); 0",
                "f'''a; unterminated triple-quoted f-string literal (detected at line 1); 0",
                "f'{a'; f-string: expecting '}'; 4",
                "f'{a:b'; f-string: expecting '}', or format specs; 6",
                "t'{a'; t-string: expecting '}'; 4",
                "f'{a; '{' was never closed; 2",
                "f'}'; f-string: single '}' is not allowed; 2",
                "f'{a}}'; f-string: single '}' is not allowed; 5",
                "f'{a)}'; f-string: unmatched ')'; 4",
                "f'{(a}'; closing parenthesis '}' does not match opening parenthesis '('; 5"
            })
    void mistakesAreReportedInCPythonsWords(String text, String message, int offset) {
        TokenTape tape = Tokens.lex(text);
        assertThat(tape.problems()).hasSize(1);
        assertThat(tape.problems().get(0).message()).isEqualTo(message);
        assertThat(tape.problems().get(0).offset()).isEqualTo(offset);
    }

    @Test
    void anUnterminatedOneEndsWithItsLine() {
        assertThat(Tokens.of("f'a{b}c\nd"))
                .isEqualTo("FSTRING_START:f' FSTRING_MIDDLE:a { NAME:b } FSTRING_MIDDLE:c FSTRING_END: NEWLINE NAME:d");
        assertThat(Tokens.of("f'{a:b\nc"))
                .isEqualTo("FSTRING_START:f' { NAME:a : FSTRING_MIDDLE:b FSTRING_END: NEWLINE NAME:c");
        assertThat(Tokens.problems("f'{a:b\n}'"))
                .contains("f-string: newlines are not allowed in format specifiers for single quoted f-strings");
        assertThat(Tokens.lex("f'a").has(2, TokenTape.UNTERMINATED)).isTrue();
    }
}
