package dev.codemod.ast;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codemod.Python3;
import dev.codemod.source.LanguageLevel;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NumberValueTest {
    private static String repr(String text) {
        return NumberValue.parse(text, LanguageLevel.LATEST).repr();
    }

    private static String repr2(String text, boolean negative) {
        return NumberValue.parse(text, LanguageLevel.PY27).repr2(negative);
    }

    @Test
    void readsIntegersOfEveryBaseAndSize() {
        assertThat(repr("0xFF_ff")).isEqualTo("65535");
        assertThat(repr("0o777")).isEqualTo("511");
        assertThat(repr("0B101")).isEqualTo("5");
        assertThat(repr("0_0")).isEqualTo("0");
        assertThat(repr("1_000_000_000_000_000_000_000")).isEqualTo("1000000000000000000000");
        assertThat(NumberValue.parse("12", LanguageLevel.LATEST).integer()).isEqualTo(BigInteger.valueOf(12));
    }

    @Test
    void readsPython2Integers() {
        assertThat(repr2("0777", false)).isEqualTo("511");
        assertThat(repr2("0", false)).isEqualTo("0");
        assertThat(repr2("10L", false)).isEqualTo("10L");
        assertThat(repr2("0xFFl", true)).isEqualTo("-255L");
        assertThat(repr2("9223372036854775807", false)).isEqualTo("9223372036854775807");
        assertThat(repr2("9223372036854775808", false)).isEqualTo("9223372036854775808L");
        assertThat(repr2("9223372036854775808", true)).isEqualTo("-9223372036854775808");
        assertThat(repr2("0", true)).isEqualTo("0");
        assertThat(repr2("0.0", true)).isEqualTo("-0.0");
        assertThat(repr2("2.50j", true)).isEqualTo("-2.5j");
    }

    @Test
    void printsFloatsAsPythonDoes() {
        assertThat(repr("1e16")).isEqualTo("1e+16");
        assertThat(repr("1e15")).isEqualTo("1000000000000000.0");
        assertThat(repr("0.0001")).isEqualTo("0.0001");
        assertThat(repr("0.00001")).isEqualTo("1e-05");
        assertThat(repr("1_0.0_1e1_0")).isEqualTo("100100000000.0");
        assertThat(repr("1e999")).isEqualTo("inf");
        assertThat(repr("09.5")).isEqualTo("9.5");
        assertThat(repr("09e0")).isEqualTo("9.0");
        assertThat(repr("2E-1")).isEqualTo("0.2");
        assertThat(repr("2.")).isEqualTo("2.0");
        assertThat(repr(".5")).isEqualTo("0.5");
        assertThat(repr("09j")).isEqualTo("9j");
        assertThat(repr("1e400J")).isEqualTo("infj");
        assertThat(repr("1e-5j")).isEqualTo("1e-05j");
        assertThat(repr("0.0")).isEqualTo("0.0");
        assertThat(repr("5e-324")).isEqualTo("5e-324");
    }

    @Test
    void agreesWithPythonOnEveryPowerAndOnRandomFloats() {
        List<String> literals = new ArrayList<>();
        for (int exponent = Double.MIN_EXPONENT - 52; exponent <= Double.MAX_EXPONENT; exponent++) {
            literals.add(new BigDecimal(Math.scalb(1.0, exponent)).toString());
        }
        Random random = new Random(42);
        for (int i = 0; i < 5_000; i++) {
            double value = Math.abs(Double.longBitsToDouble(random.nextLong()));
            if (!Double.isNaN(value) && !Double.isInfinite(value)) {
                literals.add(i % 2 == 0 ? new BigDecimal(value).toString() : Double.toString(value));
            }
            literals.add(Math.round(random.nextDouble() * 1e6) / 1e3 + (i % 3 == 0 ? "j" : ""));
        }
        String program = """
                import ast, sys
                for line in sys.stdin:
                    print(repr(ast.literal_eval(line.strip())))
                """;
        String[] expected =
                Python3.run(program, List.of(), String.join("\n", literals)).split("\n");
        List<String> wrong = new ArrayList<>();
        for (int i = 0; i < expected.length; i++) {
            String actual = repr(literals.get(i));
            if (!actual.equals(expected[i])) {
                wrong.add(literals.get(i) + ": " + actual + " instead of " + expected[i]);
            }
        }

        assertThat(expected).hasSize(literals.size());
        assertThat(wrong).isEmpty();
    }
}
