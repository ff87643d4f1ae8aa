package dev.codemod.lexer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codemod.Python3;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CharacterNamesTest {
    @Test
    void knowsEveryNameThatPythonKnows() {
        String program = """
                import unicodedata
                newer = unicodedata.unidata_version > '15.1.0'
                for c in range(0x110000):
                    name = unicodedata.name(chr(c), None)
                    if name and unicodedata.category(chr(c)) != 'Cn' and not (newer and unicodedata.ucd_3_2_0.category(chr(c)) == 'Cn'):
                        print('%x;%s' % (c, name))
                """;
        List<String> wrong = new ArrayList<>();
        int count = 0;
        for (String line : Python3.run(program, List.of(), "").split("\n")) {
            int semicolon = line.indexOf(';');
            count++;
            if (CharacterNames.lookup(line.substring(semicolon + 1)) != Integer.parseInt(line, 0, semicolon, 16)) {
                wrong.add(line);
            }
        }

        assertThat(count).isGreaterThan(90_000);
        assertThat(wrong).isEmpty();
    }

    @Test
    void knowsAliasesAndAnyCase() {
        assertThat(CharacterNames.lookup("LINE FEED")).isEqualTo('\n');
        assertThat(CharacterNames.lookup("nbsp")).isEqualTo(0xA0);
        assertThat(CharacterNames.lookup("bell")).isEqualTo(0x1F514);
        assertThat(CharacterNames.lookup("Bel")).isEqualTo(7);
        assertThat(CharacterNames.lookup("PRESENTATION FORM FOR VERTICAL RIGHT WHITE LENTICULAR BRACKET"))
                .isEqualTo(0xFE18);
    }

    @Test
    void knowsNamesOfUnicode15() {
        assertThat(CharacterNames.lookup("SHAKING FACE")).isEqualTo(0x1FAE8);
        assertThat(CharacterNames.lookup("CJK UNIFIED IDEOGRAPH-2EBF0")).isEqualTo(0x2EBF0);
    }

    @Test
    void rejectsWhatIsNoName() {
        for (String name : List.of(
                "",
                " ",
                "NO SUCH NAME",
                " BULLET",
                "BULLET ",
                "BASIC LATIN 80",
                "LATIN-1 SUPPLEMENT 80",
                "CJK UNIFIED IDEOGRAPHS 4E00",
                "CJK UNIFIED IDEOGRAPH-4E0",
                "CJK UNIFIED IDEOGRAPH-FFFF",
                "HANGUL SYLLABLES AC00",
                "HANGUL SYLLABLE X",
                "PRIVATE USE AREA E000",
                "KEYCAP DIGIT ONE")) {
            assertThat(CharacterNames.lookup(name)).as(name).isEqualTo(-1);
        }
    }
}
