package dev.codemod.lexer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codemod.source.LanguageLevel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0", "00", "0_0", "1", "10", "1_000", "0x1F", "0XaB_c", "0x_f", "0o17", "0O_7", "0b101", "0B_1", "1.",
                "1.5", ".5", "1_0.0_1", "1e5", "1E-5", "1e+5", "1.e5", ".5e1_0", "1j", "1.5J", "0j", "09j", "01.5",
                "09e1", "1e5j", "0.", "0e0"
            })
    void isOneToken(String number) {
        assertThat(Tokens.of(number)).isEqualTo("NUMBER:" + number);
        assertThat(Tokens.problems(number)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0777", "10L", "10l", "0xFFL", "0x0l", "0L", "017L", "0b1L", "0o17", "08.5", "09j", "1e5", "1.5j", "00"
            })
    void isOneTokenIn27(String number) {
        assertThat(Tokens.of(number, LanguageLevel.PY27)).isEqualTo("NUMBER:" + number);
        assertThat(Tokens.problems(number, LanguageLevel.PY27)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "1_a, invalid decimal literal, 1",
        "1__0, invalid decimal literal, 1",
        "1_, invalid decimal literal, 1",
        "1.real, invalid decimal literal, 1",
        "1.5_x, invalid decimal literal, 3",
        "1a, invalid decimal literal, 0",
        "1e+, invalid decimal literal, 2",
        "1ea, invalid decimal literal, 0",
        "1fort, invalid decimal literal, 0",
        "1andx, invalid decimal literal, 0",
        "1jx, invalid imaginary literal, 1",
        "10L, invalid decimal literal, 1",
        "0b2, invalid digit '2' in binary literal, 2",
        "0b12, invalid digit '2' in binary literal, 3",
        "0b, invalid binary literal, 1",
        "0o8, invalid digit '8' in octal literal, 2",
        "0ox, invalid octal literal, 1",
        "0xg, invalid hexadecimal literal, 1",
        "0x_, invalid hexadecimal literal, 2",
        "0xFFL, invalid hexadecimal literal, 3"
    })
    void isAnErrorWhereCPythonPutsItsCaret(String number, String message, int offset) {
        TokenTape tape = Tokens.lex(number);
        assertThat(Tokens.of(number)).isEqualTo("ERROR:" + number);
        assertThat(tape.problems()).hasSize(1);
        assertThat(tape.problems().get(0).message()).isEqualTo(message);
        assertThat(tape.problems().get(0).offset()).isEqualTo(offset);
    }

    @ParameterizedTest
    @ValueSource(strings = {"08", "0777", "0_7", "00123", "0123abc"})
    void leadingZerosAreErrorsIn3(String number) {
        assertThat(Tokens.problems(number))
                .containsExactly(
                        "leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal"
                                + " integers");
    }

    @ParameterizedTest
    @ValueSource(strings = {"08", "0x", "0b2", "0o8", "1e+"})
    void isAnErrorIn27(String number) {
        assertThat(Tokens.problems(number, LanguageLevel.PY27)).containsExactly("invalid token");
    }

    @Test
    void operatorWordsMayFollowDirectly() {
        assertThat(Tokens.of("1if x")).isEqualTo("NUMBER:1 if NAME:x");
        assertThat(Tokens.of("1or 2and 3")).isEqualTo("NUMBER:1 or NUMBER:2 and NUMBER:3");
        assertThat(Tokens.of("0x1for x in y")).isEqualTo("NUMBER:0x1f or NAME:x in NAME:y");
        assertThat(Tokens.of("1inx")).isEqualTo("NUMBER:1 NAME:inx");
        assertThat(Tokens.of("1else")).isEqualTo("NUMBER:1 else");
        assertThat(Tokens.of("1jif")).isEqualTo("NUMBER:1j if");
        assertThat(Tokens.of("1_0is")).isEqualTo("NUMBER:1_0 is");
    }

    @Test
    void dotsBelongToTheNumber() {
        assertThat(Tokens.of("1..real")).isEqualTo("NUMBER:1. . NAME:real");
        assertThat(Tokens.of("1 .real")).isEqualTo("NUMBER:1 . NAME:real");
        assertThat(Tokens.of("a.1")).isEqualTo("NAME:a NUMBER:.1");
        assertThat(Tokens.of("0x1.real")).isEqualTo("NUMBER:0x1 . NAME:real");
    }

    @Test
    void underscoresEndANumberIn27() {
        assertThat(Tokens.of("1_000", LanguageLevel.PY27)).isEqualTo("NUMBER:1 NAME:_000");
    }
}
