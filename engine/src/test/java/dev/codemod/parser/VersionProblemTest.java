package dev.codemod.parser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codemod.source.LanguageLevel;
import java.util.List;
import org.junit.jupiter.api.Test;

class VersionProblemTest {
    @Test
    void constructsOfNewerLevelsHaveTreesAndAreListed() {
        since(LanguageLevel.PY38, "(x := 1)\n");
        since(LanguageLevel.PY38, "def f(a, /): pass\n");
        since(LanguageLevel.PY310, "match x:\n  case 1: pass\n");
        since(LanguageLevel.PY312, "type X = int\n");
        since(LanguageLevel.PY312, "def f[T](x: T): pass\n");
        since(LanguageLevel.PY313, "class C[T = int]: pass\n");
        since(LanguageLevel.PY314, "t'{x}'\n");
        since(LanguageLevel.PY39, "with (a as b, c as d): pass\n");
        since(LanguageLevel.PY39, "@a[0]\ndef f(): pass\n");
        since(LanguageLevel.PY311, "try: pass\nexcept* A: pass\n");
        since(LanguageLevel.PY311, "a[*b]\n");
        since(LanguageLevel.PY36, "f'{x}'\n");
        since(LanguageLevel.PY38, "f'{x=}'\n");
        since(LanguageLevel.PY312, "f'{a['b']}'\n");
        since(LanguageLevel.PY312, "f'{a!r }'\n");
        since(LanguageLevel.PY36, "x: int = 1\n");
        since(LanguageLevel.PY36, "1_000\n");
        since(LanguageLevel.PY35, "a @ b\n");
        since(LanguageLevel.PY35, "async def f(): await x\n");
        since(LanguageLevel.PY33, "u'x'\n");
        since(LanguageLevel.PY33, "yield from x\n");
    }

    @Test
    void constructsOfOlderLevelsAreListedToo() {
        ParseResult result = Parses.latest("[x for x in y if lambda: 1]\n");
        assertThat(result.problems()).isEmpty();
        assertThat(result.versionProblems())
                .extracting(VersionProblem::message)
                .containsExactly("a lambda without parentheses as a condition of a comprehension"
                        + " (only in Python 2.7 to 3.8)");
    }

    @Test
    void starAloneInAReplacementFieldIsMissingFrom39To311() {
        for (LanguageLevel level : LanguageLevel.values()) {
            boolean isMissing = level.isAtLeast(LanguageLevel.PY39) && !level.isAtLeast(LanguageLevel.PY312);
            if (level.isAtLeast(LanguageLevel.PY36)) {
                assertThat(Parses.at(level, "f'{*a}'\n").isValid())
                        .as("%s", level)
                        .isEqualTo(!isMissing);
            }
        }
    }

    @Test
    void problemsSayWhereAndSinceWhen() {
        ParseResult result = Parses.at(LanguageLevel.PY37, "x\ny = (z := 1)\n");
        assertThat(result.versionProblems()).hasSize(1);
        assertThat(result.firstProblem().offset()).isEqualTo(9);
        assertThat(result.firstProblem().message()).isEqualTo("assignment expressions (needs Python 3.8)");
        assertThat(result.isValid()).isFalse();
    }

    private static void since(LanguageLevel since, String text) {
        for (LanguageLevel level : List.of(LanguageLevel.values())) {
            if (level.isPython2()) {
                continue;
            }
            ParseResult result = Parses.at(level, text);
            assertThat(result.problems()).as(level + " " + text).isEmpty();
            if (level.isAtLeast(since)) {
                assertThat(result.versionProblems()).as(level + " " + text).isEmpty();
            } else {
                assertThat(result.versionProblems())
                        .as(level + " " + text)
                        .extracting(VersionProblem::since)
                        .contains(since);
            }
        }
    }
}
