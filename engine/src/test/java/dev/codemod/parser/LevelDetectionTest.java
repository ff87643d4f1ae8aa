package dev.codemod.parser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codemod.source.LanguageLevel;
import dev.codemod.source.Source;
import org.junit.jupiter.api.Test;

class LevelDetectionTest {
    @Test
    void validPython3IsTheNewest() {
        assertThat(auto("print('a')\n").level()).isEqualTo(LanguageLevel.LATEST);
        assertThat(auto("print('a')\n").isValid()).isTrue();
    }

    @Test
    void whatOnlyPython2AcceptsIs27() {
        for (String text : new String[] {
            "print 'a'\n", "exec 'x' in d\n", "raise E, 'v'\n", "x = `y`\n", "x = 0777\n", "a <> b\n", "async = 1\n"
        }) {
            ParseResult result = auto(text);
            assertThat(result.level()).as(text).isEqualTo(LanguageLevel.PY27);
            assertThat(result.isValid()).as(text).isTrue();
        }
    }

    @Test
    void theFirstLineDecides() {
        assertThat(auto("#!/usr/bin/env python2\nprint('a')\n").level()).isEqualTo(LanguageLevel.PY27);
        assertThat(auto("#!/usr/bin/python2.7 -u\nx = 1\n").level()).isEqualTo(LanguageLevel.PY27);
        assertThat(auto("#!/usr/bin/env python3\nprint 'a'\n").level()).isEqualTo(LanguageLevel.LATEST);
        assertThat(auto("#!/usr/bin/env python\nprint 'a'\n").level()).isEqualTo(LanguageLevel.PY27);
        assertThat(auto("x = 1 #!python2\n").level()).isEqualTo(LanguageLevel.LATEST);
    }

    @Test
    void aFirstLineOfPython2ThatOnlyPython3CanReadIsOld() {
        ParseResult result = auto("#!/usr/bin/env python2\ndef f() -> str:\n    return f'{x}'\n");
        assertThat(result.level()).isEqualTo(LanguageLevel.LATEST);
        assertThat(result.isValid()).isTrue();

        ParseResult broken = auto("#!/usr/bin/env python2\nprint 'a'\nx = = 1\n");
        assertThat(broken.level()).isEqualTo(LanguageLevel.PY27);
        assertThat(broken.isValid()).isFalse();
    }

    @Test
    void aCommaInExceptAloneIsAmbiguous() {
        ParseResult result = auto("try:\n  pass\nexcept A, B:\n  pass\n");
        assertThat(result.isAmbiguous()).isTrue();
        assertThat(result.isValid()).isFalse();
        assertThat(result.firstProblem().message()).startsWith("ambiguous language level");
        assertThat(result.parsed().source().line(result.firstProblem().offset()))
                .isEqualTo(3);
    }

    @Test
    void otherEvidenceSettlesTheCommaInExcept() {
        String handler = "try:\n  pass\nexcept A, B:\n  pass\n";
        assertThat(auto(handler + "print 'a'\n").level()).isEqualTo(LanguageLevel.PY27);
        assertThat(auto(handler + "async def f(): await x\n").level()).isEqualTo(LanguageLevel.LATEST);
        assertThat(auto(handler + "async def f(): await x\n").isAmbiguous()).isFalse();
        assertThat(auto("#!python2\n" + handler).isAmbiguous()).isFalse();
        assertThat(auto("try:\n  pass\nexcept A, B, C:\n  pass\n").isAmbiguous())
                .isFalse();
        assertThat(auto("try:\n  pass\nexcept (A, B):\n  pass\n").isValid()).isTrue();
    }

    @Test
    void ofTwoFailuresTheOneThatGotFurtherIsReported() {
        ParseResult python2 = auto("print 'a'\nprint 'b'\nx = = 1\n");
        assertThat(python2.level()).isEqualTo(LanguageLevel.PY27);
        assertThat(python2.parsed().source().line(python2.firstProblem().offset()))
                .isEqualTo(3);
        ParseResult python3 = auto("def f(a: int): pass\nx = = 1\n");
        assertThat(python3.level()).isEqualTo(LanguageLevel.LATEST);
        assertThat(auto("x = = 1\n").level()).isEqualTo(LanguageLevel.LATEST);
    }

    private static ParseResult auto(String text) {
        ParseResult result = Parser.parse(Source.of(text), null);
        TreeInvariants.check(result.module());
        return result;
    }
}
