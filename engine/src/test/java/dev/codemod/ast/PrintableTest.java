package dev.codemod.ast;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codemod.Python3;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PrintableTest {
    /** An older Python lacks characters, and a newer one has more: only what both know is compared. */
    @Test
    void agreesWithPython() {
        String program = """
                import unicodedata
                newer = unicodedata.unidata_version > '15.1.0'
                def verdict(c):
                    if unicodedata.category(c) == 'Cn':
                        return '?'
                    if newer and unicodedata.ucd_3_2_0.category(c) == 'Cn':
                        return '?'
                    return '1' if c.isprintable() else '0'
                print(''.join(verdict(chr(c)) for c in range(0x110000)), end='')
                """;
        String verdicts = Python3.run(program, List.of(), "");
        List<String> wrong = new ArrayList<>();
        for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
            char verdict = verdicts.charAt(c);
            if (verdict != '?' && (verdict == '1') != Printable.is(c)) {
                wrong.add(Integer.toHexString(c));
            }
        }

        assertThat(verdicts.chars().filter(c -> c == '1').count()).isGreaterThan(90_000);
        assertThat(wrong).isEmpty();
    }

    @Test
    void isOfUnicode15() {
        assertThat(Printable.is(0x1FAE8)).isTrue();
        assertThat(Printable.is(0x2FFFC)).isFalse();
        assertThat(Printable.is(0x10FFFF)).isFalse();
    }
}
