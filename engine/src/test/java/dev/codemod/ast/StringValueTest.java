package dev.codemod.ast;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codemod.Python3;
import dev.codemod.lexer.Lexer;
import dev.codemod.lexer.TokenKind;
import dev.codemod.lexer.TokenTape;
import dev.codemod.parser.Parser;
import dev.codemod.source.LanguageLevel;
import dev.codemod.source.Source;
import dev.codemod.tree.ConcatenatedString;
import dev.codemod.tree.InterpolatedPart;
import dev.codemod.tree.InterpolatedText;
import dev.codemod.tree.JoinedStr;
import dev.codemod.tree.Module;
import dev.codemod.tree.NodeList;
import dev.codemod.tree.Parsed;
import dev.codemod.tree.StringConstant;
import dev.codemod.tree.StringPart;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StringValueTest {
    /** Returns the value of the strings that {@code source} is, or that it has after its future imports. */
    private static StringValue value(String source, LanguageLevel level) {
        return value(Source.of(source), level);
    }

    private static StringValue value(Source source, LanguageLevel level) {
        TokenTape tape = Lexer.lex(source, level);
        Parsed parsed = new Parsed(source, tape, level);
        List<StringPart> parts = new ArrayList<>();
        for (int i = 0; i < tape.count(); i++) {
            if (tape.kind(i) == TokenKind.STRING) {
                parts.add(new StringConstant(parsed, i, i));
            }
        }
        if (parts.size() == 1) {
            return StringValue.of((StringConstant) parts.get(0));
        }
        return StringValue.of(new ConcatenatedString(
                parsed, parts.get(0).firstToken(), parts.get(parts.size() - 1).firstToken(), NodeList.copyOf(parts)));
    }

    private static String repr(String source) {
        StringValue value = value(source, LanguageLevel.LATEST);
        return value == null ? null : value.repr();
    }

    private static String repr2(String source) {
        StringValue value = value(source, LanguageLevel.PY27);
        return value == null ? null : value.repr();
    }

    private static String ascii(StringValue value) {
        String repr = value == null ? "None" : value.repr();
        return new String(DumpText.ascii(repr.getBytes(StandardCharsets.UTF_8)), StandardCharsets.US_ASCII);
    }

    @Test
    void readsPrefixesAndQuotes() {
        assertThat(repr("'a'")).isEqualTo("'a'");
        assertThat(repr("U\"it's\"")).isEqualTo("\"it's\"");
        assertThat(repr("'''a'b\"'''")).isEqualTo("'a\\'b\"'");
        assertThat(repr("''")).isEqualTo("''");
        assertThat(repr("r'\\n'")).isEqualTo("'\\\\n'");
        assertThat(repr("Rb'\\n\\''")).isEqualTo("b\"\\\\n\\\\'\"");
        assertThat(repr("b'\\xff\\400\\u1234'")).isEqualTo("b'\\xff\\x00\\\\u1234'");
        assertThat(repr("'a' \"b\" r'\\c'")).isEqualTo("'ab\\\\c'");
        assertThat(repr("b'a' b'b'")).isEqualTo("b'ab'");
    }

    @Test
    void normalizesLineEnds() {
        assertThat(repr("'''a\r\nb\rc\nd'''")).isEqualTo("'a\\nb\\nc\\nd'");
        assertThat(repr("'''a\\\r\nb\\\rc\\\nd'''")).isEqualTo("'abcd'");
        assertThat(repr("r'''a\\\r\nb'''")).isEqualTo("'a\\\\\\nb'");
        assertThat(repr("b'''a\r\nb'''")).isEqualTo("b'a\\nb'");
    }

    @Test
    void tellsSurrogatePairsFromCharacters() {
        assertThat(repr("'\\ud83d\\ude00'")).isEqualTo("'\\ud83d\\ude00'");
        assertThat(repr("'\\U0001F600'")).isEqualTo("'\uD83D\uDE00'");
        assertThat(value("'\\ud83d\\ude00'", LanguageLevel.LATEST).length()).isEqualTo(2);
        assertThat(value("'\uD83D\uDE00'", LanguageLevel.LATEST).length()).isEqualTo(1);
    }

    @Test
    void whatPythonRejectsHasNoValue() {
        for (String source : List.of(
                "'\\x1'",
                "'\\u123'",
                "'\\U00110000'",
                "'\\N'",
                "'\\N{}'",
                "'\\N{no}'",
                "b'\\x1g'",
                "b'\u00e9'",
                "'a' b'b'")) {
            assertThat(repr(source)).as(source).isNull();
        }
    }

    @Test
    void readsTheTextOfInterpolatedStrings() {
        assertThat(texts("f'a\\x41{{b}}{c}\\N{BULLET}\\{d}'")).containsExactly("'aA{b}'", "'\u2022\\\\'");
        assertThat(texts("rf'a\\x41{{b}}{c}'")).containsExactly("'a\\\\x41{b}'");
        assertThat(texts("t'''a\r\n\\\n{b}c'''")).containsExactly("'a\\n'", "'c'");
    }

    private static List<String> texts(String source) {
        Module module = Parser.parse(Source.of(source), LanguageLevel.LATEST).module();
        JoinedStr literal = module.findAll(JoinedStr.class).get(0);
        List<String> texts = new ArrayList<>();
        for (InterpolatedPart part : literal.values()) {
            if (part instanceof InterpolatedText text) {
                texts.add(StringValue.of(literal, text).repr());
            }
        }
        return texts;
    }

    @Test
    void readsPython2Literals() {
        assertThat(repr2("'\\u1234\\N{x}\\777'")).isEqualTo("'\\\\u1234\\\\N{x}\\xff'");
        assertThat(repr2("u'\\u1234\\U0001F600\\N{BULLET}'")).isEqualTo("u'\\u1234\\U0001f600\\u2022'");
        assertThat(repr2("ur'\\u0041\\\\u0041\\n'")).isEqualTo("u'A\\\\\\\\u0041\\\\n'");
        assertThat(repr2("'a' u'b'")).isEqualTo("u'ab'");
        assertThat(repr2("b'a' 'b'")).isEqualTo("'ab'");
        assertThat(repr2("from __future__ import (division, unicode_literals)\n'a'"))
                .isEqualTo("u'a'");
        assertThat(repr2("from __future__ import unicode_literals\nb'a'")).isEqualTo("'a'");
        assertThat(repr2("from __future__ import division as unicode_literals\n'a'"))
                .isEqualTo("'a'");
    }

    @Test
    void python2StringsAreTheBytesOfTheFile() {
        byte[] bytes = "# coding: latin-1\n'\u00e9', ".getBytes(StandardCharsets.ISO_8859_1);
        Source source = Source.of("x.py", bytes, LanguageLevel.PY27);

        assertThat(value(source, LanguageLevel.PY27).repr()).isEqualTo("'\\xe9'");
    }

    @Test
    void agreesWithPythonOnRandomLiterals() {
        String[] pieces = {
            "\\",
            "\\\\",
            "n",
            "x41",
            "x",
            "u0041",
            "u00e9",
            "U0001F600",
            "N{BULLET}",
            "N{LF}",
            "0",
            "12",
            "377",
            "8",
            "\n",
            "a",
            "\"",
            "\\'",
            " ",
            "\u00e9",
            "\u4e2d",
            "\uD83D\uDE00",
            "\u00ad",
            "\t",
            "{",
            "}",
            "ud800",
            "\\ud800",
            "\\xe9",
        };
        String[] prefixes = {"", "", "b", "r", "u", "br", "Rb"};
        Random random = new Random(7);
        List<String> literals = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            StringBuilder literal = new StringBuilder(prefixes[random.nextInt(prefixes.length)]).append("'''");
            for (int n = random.nextInt(6); n > 0; n--) {
                literal.append(pieces[random.nextInt(pieces.length)]);
            }
            literals.add(literal.append(" '''").toString());
        }
        String program = """
                import ast, sys, warnings
                warnings.simplefilter('ignore')
                for line in sys.stdin.buffer:
                    try:
                        print(ascii(ast.literal_eval(bytes.fromhex(line.decode().strip()).decode())))
                    except (SyntaxError, ValueError):
                        print(None)
                """;
        StringBuilder input = new StringBuilder();
        for (String literal : literals) {
            for (byte b : literal.getBytes(StandardCharsets.UTF_8)) {
                input.append(String.format("%02x", b));
            }
            input.append('\n');
        }
        String[] expected = Python3.run(program, List.of(), input.toString()).split("\n");

        for (int i = 0; i < expected.length; i++) {
            StringValue value = value(literals.get(i), LanguageLevel.LATEST);
            assertThat(ascii(value)).as(literals.get(i)).isEqualTo(expected[i]);
        }
        assertThat(expected).hasSize(literals.size());
    }
}
