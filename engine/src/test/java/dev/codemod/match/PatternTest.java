package dev.codemod.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.codemod.parser.ParseResult;
import dev.codemod.parser.Parser;
import dev.codemod.semantics.Semantics;
import dev.codemod.source.LanguageLevel;
import dev.codemod.source.Source;
import dev.codemod.tree.Block;
import dev.codemod.tree.Module;
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
                "f($X:name) | f( (a) )",
                "f($X:str) | f('a' 'b')",
                "f($X:int) | f(-1)",
                "f($X:literal, $$$) | f(None)",
                "f($X:call) | f(g())",
                "f($_:int, $_:str) | f(1, 'a')",
                "[$X:str, $$$] | ['a', b]",
                "f($X:composed_string) | f('a' + b)",
                "f($X:composed_string) | f('a %s' % (b,))",
                "f($X:composed_string) | f('a {}'.format(b))",
                "f($X:composed_string) | f(f'a {b}')",
                "f(f\"$$$P\") | f('a' + b + 'c')",
                "f('$$$P') | f('$$$P')",
                "f(f'a{$X}') | f(f\"a\" F\"{b}\")",
                "f(<$$$ g($X) $$$>) | f([1, {2: g(3)}])",
                "f(<$$$ g($X) $$$>) | f(g(3))",
                "@app.route($P) | @app.route('/')\\ndef f(): pass",
                "def $F($$$): $$$B | @d\\ndef f(a: int) -> str:\\n    pass",
                "def f($A, b): $$$B | def f(a, b: int): return 1",
                "class $C: $$$ | @d\\nclass C:\\n    a = 1",
                "except $E as $N: | try: pass\\nexcept E as e:\\n    f()",
                "except $E: g() | try: pass\\nexcept E: g()",
                "open($F) as $N | with a, open(f) as g: pass",
                "if $X:name: $$$ | if a: pass",
                "$A = f()\\n$$$\\ng($A) | x = f()\\ny = 1\\ng(x)\\nz()",
                "$A = f()\\ng($A) | x = 0\\nx = f()\\ng(x)",
                "if $C:\\n    <$$$ f() $$$> | if a:\\n    x = [f()]",
                "async def $F($$$): $$$ | async def f(): pass",
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
                "f($X:name) | f(a.b)",
                "f($X:name) | f(None)",
                "f($X:str) | f(b'a')",
                "f($X:str) | f(f'{a}')",
                "f($X:int) | f(1.0)",
                "f($X:composed_string) | f(a + b)",
                "f($X:composed_string) | f('%s %s' % (a,))",
                "f($X:composed_string) | f('{} {0}'.format(a))",
                "f($X:composed_string) | f(f'{a=}')",
                "f(<$$$ g($X) $$$>) | f([1, {2: h(3)}])",
                "@app.route($P) | app.route('/')",
                "@d\\ndef $F($$$): $$$B | @e\\ndef f(): pass",
                "def f(a: int): $$$ | def f(a: str): pass",
                "def f(a: int): $$$ | def f(a): pass",
                "def f() -> int: $$$ | def f(): pass",
                "except $E as $N: | try: pass\\nexcept E: pass",
                "$A = f()\\ng($A) | x = f()\\ny = 1\\ng(x)",
                "$A = f()\\n$$$\\ng($A) | x = f()\\nif y:\\n    g(x)",
                "def $F($$$): $$$ | async def f(): pass",
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
        assertThat(Pattern.of("requests.get($U, timeout=$T)").requiredWords())
                .containsExactly("requests", "get", "timeout");
        assertThat(Pattern.of("$D.has_key($K)").requiredWords()).containsExactly("has_key");
        assertThat(Pattern.of("$A + $B").requiredWords()).isEmpty();
        assertThat(Pattern.of("print $X").requiredWords()).containsExactly("print");
        assertThat(Pattern.of("$A is not None").requiredWords()).contains("is", "not", "None");
        assertThat(Pattern.of("requests.$M(<$$$ os.walk($P) $$$>)").requiredWords())
                .containsExactly("requests", "os", "walk");
        assertThat(Pattern.of("except $E as $N:").requiredWords()).contains("except", "as");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "f($A, $B +) | g() | the pattern is not Python: invalid syntax (line 1, column 11)",
                "f($$A) | g() | the pattern is malformed: a hole is $name or $$$name, not $$A: f($$A)",
                "$X | g() | the pattern is nothing but $X, which matches everything",
                "$A; $B | g() | the pattern is nothing but metavariables, which match everything",
                "a; $$$ | g() | $$$ at the end of the statements matches what is there anyway; leave it out",
                "a; $$$A; $$$B | g() | two metavariables for any number of statements are neighbours",
                "f($X:nam) | g() | nam is no kind; did you mean name? (line 1, column 6)",
                "x[$X:name] | g() | $X:name is ambiguous here, where Python has a colon of its own; write a space after that colon, or ask for the kind under where (line 1, column 3)",
                "{$X:str} | g() | $X:str is ambiguous here, where Python has a colon of its own; write a space after that colon, or ask for the kind under where (line 1, column 2)",
                "f(lambda $X:name) | g() | $X:name is ambiguous here, where Python has a colon of its own; write a space after that colon, or ask for the kind under where (line 1, column 10)",
                "def f($X:str): pass | g() | $X:str is ambiguous here, where Python has a colon of its own; write a space after that colon, or ask for the kind under where (line 1, column 7)",
                "$X:str | g() | $X:str is ambiguous here, where Python has a colon of its own; write a space after that colon, or ask for the kind under where (line 1, column 1)",
                "if $X:call | g() | $X:call is ambiguous here, where Python has a colon of its own; write a space after that colon, or ask for the kind under where (line 1, column 4)",
                "f($X:class) | g() | $X stands where no class can stand",
                "f($$$X:str) | g() | a kind fits a metavariable for one node, not $$$X (line 1, column 3)",
                "f(<$$$ g() | g() | <$$$ is never closed by $$$> (line 1, column 11)",
                "f(g() $$$>) | g() | $$$> closes no <$$$ (line 1, column 7)",
                "f(<$$$ $X $$$>) | g() | what stands between <$$$ and $$$> matches everything",
                "f(f\"a $$$P\") | g() | f\"$$$NAME\" must be the whole string (line 1, column 3)",
                "f($X) | g(f\"$$$X\") | the replacement uses f\"$$$X\", but the pattern does not ask for a composed_string",
                "f($X) | g(<$$$ h($X) $$$>) | the replacement cannot hold <$$$ ... $$$>, which stands for a place",
                "f($X) | g($X:name) | the replacement cannot ask for a kind (line 1, column 3)",
                "@f($X) | g($X) | the replacement must be one decorator",
                "except $E: | except ($E, X | the replacement is not Python: '(' was never closed (line 1, column 8)",
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
        ParseResult result = Parser.parse(Source.of(code.replace("\\n", "\n") + "\n"), LanguageLevel.LATEST);
        assertThat(result.isValid()).as(code).isTrue();
        Semantics semantics = Semantics.of(result.module());
        return matches(Pattern.of(pattern.replace("\\n", "\n")), semantics);
    }

    private static List<Match> matches(Pattern parsed, Semantics semantics) {
        List<Match> matches = new ArrayList<>();
        for (Node node : semantics.module().findAll(Node.class)) {
            Match match = parsed.match(node, semantics);
            if (match != null) {
                matches.add(match);
            }
            NodeList<?> statements = node instanceof Module module
                    ? module.statements()
                    : node instanceof Block block ? block.statements() : NodeList.empty();
            for (int i = 0; parsed.isRun() && i < statements.size(); i++) {
                Match run = parsed.match(statements, i, semantics);
                if (run != null) {
                    matches.add(run);
                }
            }
        }
        return matches;
    }
}
