package dev.codemod.jython;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codemod.jython.Verdict.Outcome;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class JythonWitnessTest {
    private static Verdict check(String source) {
        return JythonWitness.check(source.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void acceptsPython2() {
        String source = """
                # -*- coding: utf-8 -*-
                print >>f, 'a', `1`
                exec 'code' in {}
                try:
                    raise ValueError, 'é', None
                except (A, B), e:
                    x = 0777 + 10L <> ur'\\n'
                def f((a, b), *c): return a
                """;

        assertThat(check(source)).isEqualTo(Verdict.accepted());
        assertThat(check("")).isEqualTo(Verdict.accepted());
        assertThat(check("x = 1")).isEqualTo(Verdict.accepted());
    }

    @Test
    void rejectsPython3AndSaysWhere() {
        Verdict verdict = check("x = 1\nasync def f():\n    pass\n");

        assertThat(verdict.outcome()).isEqualTo(Outcome.REJECTED);
        assertThat(verdict.line()).isEqualTo(2);
        assertThat(verdict.message()).isNotEmpty();
        assertThat(check("f(**a, *b)\nx =\n").isRejected()).isTrue();
        assertThat(check("if a:\nb\n").isRejected()).isTrue();
        assertThat(check("x = (1\n").isRejected()).isTrue();
        assertThat(check("x = '\n").isRejected()).isTrue();
    }

    @Test
    void knowsFutureImports() {
        assertThat(check("print('a', file=f)\n").isRejected()).isTrue();
        assertThat(check("from __future__ import print_function\nprint('a', file=f)\n")
                        .isAccepted())
                .isTrue();
    }

    @Test
    void readsWhatJythonsLexerWouldNot() {
        assertThat(check("\uFEFFx = 1\n").isAccepted()).isTrue();
        assertThat(check("if a:\r    b\relse:\r    '''c\rd'''\r").isAccepted()).isTrue();
        assertThat(check("if a:\r\n    b\r\nelse:\n    c\r").isAccepted()).isTrue();
        assertThat(check("x = 1\f\ny =\f2\n\f\n\fz = 3\n").isAccepted()).isTrue();
        assertThat(check("if a:\n  \f    b\n    c\n").isAccepted()).isTrue();
        assertThat(check("if a:\n    \f  b\n    c\n").isRejected()).isTrue();
    }

    @Test
    void anyBytesInLiteralsAndCommentsAreFine() {
        byte[] source = "# coding: koi8-r\nx = u'?', '?' # ?\n".getBytes(StandardCharsets.ISO_8859_1);
        for (int i = 0; i < source.length; i++) {
            if (source[i] == '?') {
                source[i] = (byte) 0xFF;
            }
        }

        assertThat(JythonWitness.check(source)).isEqualTo(Verdict.accepted());
    }

    @Test
    void escapesInLiteralsAreNotItsBusiness() {
        for (String literal : List.of(
                "u'\\ud800'",
                "u'\\N{BULLET}'",
                "u'\\N{no such name}'",
                "'\\x'",
                "'\\\\u'",
                "r'\\'u'",
                "u'''\\\n\\x'''")) {
            assertThat(check("x = " + literal + "\n").isAccepted()).as(literal).isTrue();
        }
        assertThat(check("x = \\u\n").isRejected()).isTrue();
        assertThat(check("x = '\\\\'u'\n").isRejected()).isTrue();
    }

    @Test
    void whatTheParserCannotDoGivesNoVerdict() {
        // Straight to the parser: evaluating these literals needs parts of Jython that are not there.
        for (int i = 0; i < 3; i++) {
            assertThat(JythonParse.check("x = u'\\ud800'\n").outcome()).isEqualTo(Outcome.NO_VERDICT);
            assertThat(JythonParse.check("x = u'\\N{BULLET}'\n").outcome()).isEqualTo(Outcome.NO_VERDICT);
            assertThat(JythonParse.check("x = u'\\u00e9'\n").isAccepted()).isTrue();
            assertThat(JythonParse.check("x = =\n").isRejected()).isTrue();
        }
    }

    @Test
    void deepNestingIsParsedOrGivesNoVerdict() {
        assertThat(check("(".repeat(1000) + "1" + ")".repeat(1000) + "\n").isAccepted())
                .isTrue();
        assertThat(check("1" + "+1".repeat(5000) + "\n").isAccepted()).isTrue();
        assertThat(check("(".repeat(200_000) + "1" + ")".repeat(200_000) + "\n").outcome())
                .isEqualTo(Outcome.NO_VERDICT);
    }

    @Test
    void acceptsTheWholeLibrary() {
        Map<String, byte[]> files = JythonLib.files();
        List<String> others = new ArrayList<>();
        files.forEach((name, content) -> {
            Verdict verdict = JythonWitness.check(content);
            if (!verdict.isAccepted()) {
                others.add(name + ": " + verdict);
            }
        });

        assertThat(files).hasSize(561);
        assertThat(others).isEmpty();
    }

    @Test
    void onlyOneClassOfTheEngineRefersToJython() throws IOException, URISyntaxException {
        Path classes = Path.of(JythonWitness.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        List<String> referring = new ArrayList<>();
        try (Stream<Path> files = Files.walk(classes)) {
            for (Path file : (Iterable<Path>) files.filter(f -> f.toString().endsWith(".class"))::iterator) {
                // Class and method names are plain text in the constant pool of a class file.
                String pool = Files.readString(file, StandardCharsets.ISO_8859_1);
                if (pool.contains("org/python/") || pool.contains("org/antlr/") || pool.contains("org.python.")) {
                    referring.add(classes.relativize(file).toString().replace('\\', '/'));
                }
            }
        }

        assertThat(referring).containsExactly("dev/codemod/jython/JythonParse.class");
    }
}
