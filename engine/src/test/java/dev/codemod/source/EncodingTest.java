package dev.codemod.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.codemod.Python3;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EncodingTest {
    private static final Charset LATIN_1 = StandardCharsets.ISO_8859_1;

    @Test
    void python3SourcesAreUtf8() {
        Source source = load("x = 1\n");
        assertThat(source.encoding()).isEqualTo(Encoding.UTF_8);
        assertThat(source.problems()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "# coding: latin-1\n",
                "#coding=latin-1\n",
                "#!/usr/bin/python\n# -*- coding: latin-1 -*-\n",
                "\n# coding: latin-1\n",
                " \t\f\n# coding: latin-1\n",
                "# a comment\r# coding: latin-1\r",
                "# a comment\r\n# coding: latin-1\r\n",
                "\f# coding: latin-1\n",
                "# vim: set fileencoding=latin-1 :\n",
                "# encoding \u00E9 coding:\t latin-1\n",
                "# coding: latin-1-dos\n",
                "# coding: Latin-1\n",
                "# coding: iso-8859-1-unix\n",
                "# coding: L1",
            })
    void aCookieOnTheFirstTwoLinesCounts(String text) {
        Source source = load(text);
        assertThat(source.encoding().charset()).isEqualTo(LATIN_1);
        assertThat(source.problems()).isEmpty();
        Encoding encoding = source.encoding();
        assertThat(source.text(encoding.cookieStart(), encoding.cookieEnd())).isEqualTo(encoding.cookie());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\n\n# coding: latin-1\n",
                "x = 1\n# coding: latin-1\n",
                "'''\n# coding: latin-1\n'''",
                "x = 1 # coding: latin-1\n",
                "# coding latin-1\n",
                "# coding :latin-1\n",
                "# Coding: latin-1\n",
                "# coding: \n"
            })
    void otherCommentsDoNot(String text) {
        assertThat(load(text).encoding()).isEqualTo(Encoding.UTF_8);
    }

    @ParameterizedTest
    @CsvSource({
        "utf8, UTF-8",
        "UTF-8, UTF-8",
        "utf-8-unix, UTF-8",
        "utf_8_sig, UTF-8",
        "U8, UTF-8",
        "latin1, ISO-8859-1",
        "l1, ISO-8859-1",
        "iso-8859-15, ISO-8859-15",
        "latin9, ISO-8859-15",
        "cp1252, windows-1252",
        "windows-1251, windows-1251",
        "koi8-r, KOI8-R",
        "euc-jp, EUC-JP",
        "ujis, EUC-JP",
        "euc_kr, EUC-KR",
        "ascii, US-ASCII",
        "us-ascii, US-ASCII",
        "tis-620, TIS-620",
        "cp437, IBM437",
        "mac-roman, x-MacRoman",
        "gb2312, GB2312"
    })
    void namesArePythons(String cookie, String charset) {
        Encoding encoding = load("# coding: " + cookie + "\n").encoding();
        assertThat(encoding.charset()).isEqualTo(Charset.forName(charset));
        assertThat(encoding.transcoded()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"xyz", "utf-16", "utf-32-le", "cp037", "rot13", "koi8-r-dos", "utf-7", "IBM1047"})
    void otherNamesAreUnknown(String cookie) {
        assertThat(messages(load("# coding: " + cookie + "\n"))).containsExactly("unknown encoding: " + cookie);
    }

    @Test
    void aByteOrderMarkAllowsNoOtherCookie() {
        assertThat(messages(load("\u00EF\u00BB\u00BF# coding: latin-1\n")))
                .containsExactly("encoding problem: latin-1 with BOM");
        Source source = load("\u00EF\u00BB\u00BF# coding: utf-8\n");
        assertThat(source.problems()).isEmpty();
        assertThat(source.encoding().bom()).isTrue();
        assertThat(source.encoding().cookie()).isEqualTo("utf-8");
    }

    @Test
    void bytesThatAreNotUtf8NeedACookie() {
        Source source = load("x = 1\ny = '\u00E9'\n");
        assertThat(source.problems())
                .containsExactly(new Problem(
                        11,
                        "Non-UTF-8 code starting with '\\xe9' in file f.py on line 2, but no encoding declared;"
                                + " see https://peps.python.org/pep-0263/ for details"));
        assertThat(messages(load("# coding: utf-8\n'\u00E9'\n")))
                .containsExactly("(unicode error) 'utf-8' codec can't decode byte 0xe9 in position 17:"
                        + " invalid continuation byte");
        assertThat(messages(load("# coding: utf-8\n\u00E9")))
                .containsExactly("(unicode error) 'utf-8' codec can't decode byte 0xe9 in position 16:"
                        + " unexpected end of data");
        assertThat(messages(load("\u00FF\u00FEx\0"))).hasSize(2);
    }

    @Test
    void python2SourcesAreAscii() {
        Source source = load("x = 1\n# \u00C3\u00A9\n", LanguageLevel.PY27);
        assertThat(messages(source))
                .containsExactly("Non-ASCII character '\\xc3' in file f.py on line 2, but no encoding declared;"
                        + " see http://python.org/dev/peps/pep-0263/ for details");
        assertThat(load("# coding: utf-8\n# \u00C3\u00A9\n", LanguageLevel.PY27).problems())
                .isEmpty();
        assertThat(load("\u00EF\u00BB\u00BF# \u00C3\u00A9\n", LanguageLevel.PY27)
                        .problems())
                .isEmpty();
    }

    @Test
    void python2DoesNotDecodeUtf8() {
        assertThat(load("# coding: utf-8\nx = '\u00E9'\n", LanguageLevel.PY27).problems())
                .isEmpty();
    }

    @Test
    void bytesThatTheCharsetLacksAreReported() {
        assertThat(messages(load("# coding: ascii\n'\u00E9'\n")))
                .containsExactly("(unicode error) 'ascii' codec can't decode byte 0xe9 in position 17:"
                        + " ordinal not in range(128)");
        assertThat(messages(load("# coding: cp1252\n'\u0081'\n")))
                .containsExactly("(unicode error) 'charmap' codec can't decode byte 0x81 in position 18:"
                        + " character maps to <undefined>");
        assertThat(messages(load("# coding: euc-jp\n'\u00A4x'\n")))
                .containsExactly("(unicode error) 'euc-jp' codec can't decode byte 0xa4 in position 18:"
                        + " illegal multibyte sequence");
    }

    @Test
    void nulBytesAreReported() {
        assertThat(load("x = 1\n# \0\n").problems())
                .containsExactly(new Problem(8, "source code cannot contain null bytes"));
        assertThat(messages(load("# coding: latin-1\n# \0\n")))
                .containsExactly("source code cannot contain null bytes");
    }

    @Test
    void utf8IsCheckedAsPythonChecksIt() {
        List<String> samples = new ArrayList<>();
        for (String sample : List.of(
                "C280",
                "C1BF",
                "DFBF",
                "E0A080",
                "E09FBF",
                "ED9FBF",
                "EDA080",
                "EFBFBF",
                "F0908080",
                "F08FBFBF",
                "F48FBFBF",
                "F4908080",
                "F5808080",
                "80",
                "E28282",
                "E282",
                "C3",
                "E2C3A9",
                "F0908041",
                "C3A9E9",
                "F1808080",
                "FF")) {
            samples.add(sample);
        }
        String verdicts = Python3.run("""
                import sys
                for sample in sys.stdin.read().split():
                    try:
                        bytes.fromhex(sample).decode('utf-8')
                        print('valid')
                    except UnicodeDecodeError as e:
                        print(e.start)
                """, List.of(), String.join(" ", samples));
        for (int i = 0; i < samples.size(); i++) {
            byte[] bytes = bytes(samples.get(i));
            List<Problem> problems = Source.of("f.py", bytes).problems();
            String verdict = problems.isEmpty() ? "valid" : "" + problems.get(0).offset();
            assertThat(verdict).as(samples.get(i)).isEqualTo(verdicts.split("\n")[i]);
        }
    }

    @Test
    void charsetsWhoseTrailBytesLookLikeAsciiAreTranscoded() {
        String text = "# coding: shift_jis\nx = '\u8868'\n";
        byte[] file = text.getBytes(Charset.forName("Shift_JIS"));
        assertThat(new String(file, LATIN_1))
                .as("the second byte is a backslash")
                .contains("\\'");
        Source source = Source.of("f.py", file);
        assertThat(source.problems()).isEmpty();
        assertThat(source.encoding().transcoded()).isTrue();
        assertThat(source.fileBytes()).isSameAs(file);
        assertThat(source.bytes()).isEqualTo(text.getBytes(StandardCharsets.UTF_8));
        assertThat(encode(source, source.bytes())).isEqualTo(file);
        byte[] edited = text.replace("x", "y").getBytes(StandardCharsets.UTF_8);
        assertThat(encode(source, edited)).isEqualTo(text.replace("x", "y").getBytes(Charset.forName("Shift_JIS")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cp932",
                "gbk",
                "gb18030",
                "big5",
                "johab",
                "cp949",
                "cp950",
                "big5-hkscs",
                "iso2022_jp",
                "shift_jis"
            })
    void eachOfThemIsWrittenBackUnchanged(String cookie) {
        String text = "# coding: " + cookie + "\nx = '\u65E5\u672C'\ny = '\u4E00\u4E2D'\n";
        byte[] file = text.getBytes(charset(cookie));
        Source source = Source.of("f.py", file);
        assertThat(source.problems()).isEmpty();
        assertThat(source.encoding().transcoded()).isTrue();
        assertThat(source.text(0, source.length())).isEqualTo(text);
        assertThat(encode(source, source.bytes())).isEqualTo(file);
    }

    @Test
    void whatCannotBeWrittenBackIsRefused() {
        // a shift to another character set that shows nothing, which an encoder would leave out
        Source source = load("# coding: iso2022_jp\nx = '\u001B$B\u001B(B'\n");
        assertThat(messages(source))
                .containsExactly("encoding problem: iso2022_jp text that would not be written back as it is");
        assertThat(source.bytes()).isSameAs(source.fileBytes());
    }

    @Test
    void invalidMultibyteTextIsReported() {
        assertThat(messages(load("# coding: shift_jis\n'\u0085'\n")))
                .containsExactly("(unicode error) 'shift_jis' codec can't decode byte 0x85 in position 21:"
                        + " illegal multibyte sequence");
    }

    @Test
    void editsMustStayWithinTheCharset() throws CharacterCodingException {
        Source sjis = load("# coding: shift_jis\n");
        assertThatThrownBy(() -> sjis.encode("\uD83D\uDE00".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(CharacterCodingException.class);
        Source latin1 = load("# coding: latin-1\n");
        assertThat(latin1.toBytes("\u00E9")).isEqualTo(new byte[] {(byte) 0xE9});
        assertThatThrownBy(() -> latin1.toBytes("\u20AC")).isInstanceOf(CharacterCodingException.class);
        assertThat(latin1.encode(latin1.bytes())).isSameAs(latin1.bytes());
    }

    private static Charset charset(String cookie) {
        return PythonCharsets.forName(cookie);
    }

    private static byte[] encode(Source source, byte[] text) {
        try {
            return source.encode(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(String hex) {
        byte[] bytes = new byte[hex.length() / 2];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Integer.parseInt(hex.substring(2 * i, 2 * i + 2), 16);
        }
        return bytes;
    }

    private static List<String> messages(Source source) {
        return source.problems().stream().map(Problem::message).toList();
    }

    private static Source load(String latin1) {
        return load(latin1, LanguageLevel.LATEST);
    }

    private static Source load(String latin1, LanguageLevel level) {
        return Source.of("f.py", latin1.getBytes(LATIN_1), level);
    }
}
