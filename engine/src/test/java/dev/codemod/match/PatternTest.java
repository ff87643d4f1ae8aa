package dev.codemod.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.codemod.parser.ParseResult;
import dev.codemod.parser.Parser;
import dev.codemod.semantics.Semantics;
import dev.codemod.source.LanguageLevel;
import dev.codemod.source.Source;
import dev.codemod.tree.Node;
import dev.codemod.tree.NodeList;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PatternTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "f($X) | f( (a) )",
                "f($X) | f(a,)",
                "f('ab') | f(\"a\" r'b')",
                "f(16, 1.0) | f(0x10, 1e0)",
                "a != $X | (a != (b))",
                "$X + $X | f(1) + f( 1 )",
                "f($$$) | f()",
                "f($$$) | f(a, *b, c=1, **d)",
                "f($A, $$$) | f(a)",
                "f($$$, timeout=$T, $$$) | f(timeout=1)",
                "f($$$, timeout=$T, $$$) | f(a, b=2, timeout=1, c=3)",
                "f(timeout=$T, $$$) | f(a, b=2, timeout=1)",
                "f(a=$A, b=$B, $$$) | f(b=1, a=2)",
                "$O.$M($$$) | x.y.z(1)",
                "f(\"$S\") | f(b'x')",
                "f(\"$S\") | f('x' \"y\")",
                "[$$$, 1, $$$] | [0, 1, 2]",
                "{$K: $V, **$$$R} | {1: 2, 3: 4, **e}",
                "lambda $$$: $B | lambda a, *b: a",
                "$X[1:] | x[1::]",
                "f(...) | f(...)",
                "f($_, $_) | f(1, 2)",
            })
    void whatMeansTheSameMatches(String pattern, String code) {
        assertThat(matches(pattern, code)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "f($X) | f(a, b)",
                "f($X) | f(*a)",
                "f($X) | f(k=1)",
                "f('ab') | f(b'ab')",
                "f(\"$S\") | f(x)",
                "f(\"$S\") | f(f'{x}')",
                "$X + $X | f(1) + f(2)",
                "f(a=$A, b=$B) | f(b=1, a=2)",
                "f($$$, timeout=$T, $$$) | f(a, b=2)",
                "f(...) | f(a)",
                "len($X) | o.len(x)",
            })
    void whatMeansSomethingElseDoesNot(String pattern, String code) {
        assertThat(matches(pattern, code)).isEmpty();
    }

    @Test
    void metavariablesAreBound() {
        Match match = matches("f($A, $$$B, key=$C)", "f(1, 2, *x, key=y.z)").get(0);
        assertThat(match.bindings().keySet()).containsExactlyInAnyOrder("A", "B", "C");
        assertThat(((Node) match.bindings().get("A")).sourceText()).isEqualTo("1");
        assertThat(((NodeList<?>) match.bindings().get("B")).size()).isEqualTo(2);
        assertThat(((Node) match.bindings().get("C")).sourceText()).isEqualTo("y.z");
    }

    @Test
    void neighboursAreBoundAroundAKeyword() {
        Match match = matches("f($$$A, k=$K, $$$B)", "f(1, k=2, z=3)").get(0);
        assertThat(((NodeList<?>) match.bindings().get("A")).first().sourceText())
                .isEqualTo("1");
        assertThat(((NodeList<?>) match.bindings().get("B")).first().sourceText())
                .isEqualTo("z=3");
    }

    @Test
    void wordsThatAFileNeedsAreKnown() {
        assertThat(Pattern.of("requests.get($U, timeout=$T)").requiredWords()).containsExactly("requests", "timeout");
        assertThat(Pattern.of("$D.has_key($K)").requiredWords()).containsExactly("has_key");
        assertThat(Pattern.of("$A + $B").requiredWords()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "f($A, $B +) | g() | the pattern is not Python: invalid syntax (line 1, column 11)",
                "f($$A) | g() | the pattern is malformed: a hole is $name or $$$name, not $$A: f($$A)",
                "$X | g() | the pattern is nothing but $X, which matches everything",
                "a; b | g() | the pattern must be one expression or one statement, not 2 statements",
                "f($$$A + 1) | g() | $$$A stands in the pattern where one node is expected",
                "f($A) | g($A | the replacement is not Python: '(' was never closed (line 1, column 2)",
                "f($A) | g($B) | the replacement uses $B, which the pattern does not bind",
                "f($_) | g($_) | the replacement uses $_, which binds nothing",
                "f($$$A) | g($A) | the replacement uses $A, which the pattern binds as $$$A",
                "f($$$A) | g($$$A + 1) | $$$A stands in the replacement where one node is expected",
                "f($A) | g(f($A)) | the replacement matches the pattern again, so the rewrite would never end",
                "f($A) | f($A) | the replacement matches the pattern again, so the rewrite would never end",
            })
    void mistakesAreReportedWhenTheRewriteIsRead(String pattern, String replacement, String message) {
        assertThatThrownBy(() -> Rewrite.of(Pattern.of(pattern), replacement))
                .isInstanceOf(MalformedPatternException.class)
                .hasMessage(message);
    }

    private static List<Match> matches(String pattern, String code) {
        ParseResult result = Parser.parse(Source.of(code + "\n"), LanguageLevel.LATEST);
        assertThat(result.isValid()).as(code).isTrue();
        Semantics semantics = Semantics.of(result.module());
        Pattern parsed = Pattern.of(pattern);
        List<Match> matches = new ArrayList<>();
        for (Node node : result.module().findAll(Node.class)) {
            Match match = parsed.match(node, semantics);
            if (match != null) {
                matches.add(match);
            }
        }
        return matches;
    }
}
