package dev.codemod.parser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codemod.source.LanguageLevel;
import org.junit.jupiter.api.Test;

class NestingTest {
    @Test
    void chainsOfAnyLengthAreFine() {
        for (String operator : new String[] {"+", "*", " and ", " or ", " < ", " | "}) {
            Parses.valid(LanguageLevel.PY313, ("1" + operator).repeat(50_000) + "1\n");
        }
        Parses.valid(LanguageLevel.PY313, "a" + ".b".repeat(50_000) + "\n");
        Parses.valid(LanguageLevel.PY313, "a" + "()".repeat(50_000) + "\n");
        Parses.valid(LanguageLevel.PY313, "a" + "[0]".repeat(50_000) + "\n");
        Parses.valid(LanguageLevel.PY313, "x = (" + "'a'\n".repeat(50_000) + ")\n");
        Parses.valid(LanguageLevel.PY313, "if x: pass\n" + "elif x: pass\n".repeat(20_000));
        Parses.valid(LanguageLevel.PY313, "x = [" + "1,".repeat(100_000) + "]\n");
        Parses.valid(LanguageLevel.PY313, "a = ".repeat(50_000) + "1\n");
    }

    @Test
    void nestingThatCPythonAcceptsIsAccepted() {
        Parses.valid(LanguageLevel.PY313, "-".repeat(1000) + "1\n");
        Parses.valid(LanguageLevel.PY313, "not ".repeat(1000) + "1\n");
        Parses.valid(LanguageLevel.PY313, "lambda: ".repeat(500) + "1\n");
        Parses.valid(LanguageLevel.PY313, "2**".repeat(500) + "1\n");
        Parses.valid(LanguageLevel.PY313, "a if b else ".repeat(900) + "c\n");
        Parses.valid(LanguageLevel.PY313, "(".repeat(200) + "1" + ")".repeat(200) + "\n");
        Parses.valid(LanguageLevel.PY313, "[".repeat(200) + "]".repeat(200) + "\n");
    }

    @Test
    void deeperNestingIsAProblemAndNoOverflow() {
        String[] texts = {
            "-".repeat(50_000) + "1",
            "not ".repeat(50_000) + "1",
            "lambda: ".repeat(50_000) + "1",
            "2**".repeat(50_000) + "1",
            "a if b else ".repeat(50_000) + "c",
            "lambda x=".repeat(50_000) + "1",
            "yield ".repeat(50_000),
        };
        for (String text : texts) {
            assertThat(Parses.latest(text + "\n").problems()).hasSize(1);
        }
        assertThat(Parses.problem("-".repeat(50_000) + "1\n")).endsWith("too deeply nested");
        assertThat(Parses.latest("(".repeat(50_000)).problems()).isNotEmpty();
        assertThat(Parses.latest("f'{".repeat(50_000)).problems()).isNotEmpty();
        assertThat(Parses.at(LanguageLevel.PY27, "`".repeat(50_000)).problems()).isNotEmpty();
        assertThat(Parses.at(LanguageLevel.PY27, "def f" + "(".repeat(5000)).problems())
                .isNotEmpty();
        assertThat(Parses.latest("match x:\n case " + "[".repeat(5000) + ":\n  pass\n")
                        .problems())
                .isNotEmpty();
    }
}
