package dev.codemod.codemod;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.codemod.match.Pattern;
import dev.codemod.match.Rewrite;
import dev.codemod.source.LanguageLevel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PatternCodemodTest {
    private static final String GET = "requests.get($U, $$$A)";
    private static final String HTTPX = "httpx.get($U, $$$A)";

    @Test
    void importsFollowTheRewrite() {
        assertThat(rewritten(GET, HTTPX, "from requests import get as fetch; fetch(url)\n"))
                .isEqualTo("import httpx; httpx.get(url)\n");
        assertThat(rewritten(GET, HTTPX, "import requests as r\n\nr.get(u)\nr.post(u)\n"))
                .isEqualTo("import httpx\nimport requests as r\n\nhttpx.get(u)\nr.post(u)\n");
        assertThat(rewritten(GET, HTTPX, "import requests\nfrom httpx import get\n\nrequests.get(u)\n"))
                .isEqualTo("from httpx import get\n\nget(u)\n");
    }

    @Test
    void namesThatAreHiddenOrOtherModulesDoNotMatch() {
        assertUnchanged(GET, HTTPX, "import requests\n\ndef f(requests):\n    return requests.get(u)\n");
        assertUnchanged(GET, HTTPX, "import mine as requests\nrequests.get(u)\n");
        assertUnchanged(GET, HTTPX, "def f(requests):\n    return requests.get(u)\n");
        assertUnchanged(GET, HTTPX, "class requests: pass\nrequests.get(u)\n");
        assertUnchanged("len($X)", "size($X)", "def f(len):\n    return len(x)\n");
        assertUnchanged("helper($X)", "better($X)", "def helper(a): pass\n\ndef f(helper):\n    return helper(x)\n");
    }

    @Test
    void variablesMatchAsText() {
        assertThat(rewritten("logger.warn($$$A)", "logger.warning($$$A)", "logger = make()\nlogger.warn('x', 1)\n"))
                .isEqualTo("logger = make()\nlogger.warning('x', 1)\n");
        assertThat(rewritten("self.assertEquals($A, $B)", "assert $A == $B", "self.assertEquals(a or b, c)\n"))
                .isEqualTo("assert (a or b) == c\n");
        assertThat(rewritten("print($X)", "logger.info($X)", "logger = make()\nprint(x)\n"))
                .isEqualTo("logger = make()\nlogger.info(x)\n");
    }

    @Test
    void aModuleOfTheReplacementIsNoVariableThatHidesIt() {
        assertThat(rewritten(GET, HTTPX, "import requests\n\ndef f(httpx):\n    return requests.get(u)\n"))
                .isEqualTo("import httpx as httpx_\n\ndef f(httpx):\n    return httpx_.get(u)\n");
    }

    @Test
    void whatAnFStringShowsAsTextIsNotCertain() {
        FileResult result = run("f($X)", "g($X)", "a = f'{f(1)}'\nb = f'{[f(2)]=} {f(3)!r}'\n", null);
        assertThat(result.findings())
                .extracting(Finding::applicability, Finding::line)
                .containsExactly(
                        tuple(Applicability.SAFE, 1), tuple(Applicability.UNSAFE, 2), tuple(Applicability.SAFE, 2));
    }

    @Test
    void variablesThatAreStillReadAreNotLost() {
        String pattern = "$L = loop()\n$L.run($C)\n$L.close()";
        String start = "l = loop()\nl.run(";
        assertThat(rewritten(pattern, "run($C)", start + "go())\nl.close()\nl = 1\nl.x()\n"))
                .isEqualTo("run(go())\nl = 1\nl.x()\n");
        assertUnchanged(pattern, "run($C)", start + "go(l))\nl.close()\n");
        assertUnchanged(pattern, "run($C)", start + "go())\nl.close()\ndef f():\n    return l\n");
        FileResult result = run(pattern, "run($C)", start + "go())\nl.close()\nprint(l)\n", null);
        assertThat(result.findings().get(0).message())
                .isEqualTo("not rewritten: the replacement does not assign l, which line 4 reads");
        assertUnchanged("for $X in $Y:\n    $L.append($X)", "$L.extend($Y)", "for x in y:\n    l.append(x)\nz = x\n");
        assertUnchanged("[$E for $X in $Y]", "list($E)", "a = [f(x) for x in y]\n");
        assertThat(rewritten("$X = sorted($X)", "$X.sort()", "x = sorted(x)\nprint(x)\n"))
                .isEqualTo("x.sort()\nprint(x)\n");
    }

    @Test
    void layoutThatWouldBeLostIsNotCertain() {
        FileResult result =
                run("set([$A, $$$B])", "{$A, $$$B}", "a = set([1, 2])\nb = set([\n    1,\n    2,\n])\n", null);
        assertThat(result.findings())
                .extracting(Finding::line, Finding::applicability)
                .containsExactly(tuple(1, Applicability.SAFE), tuple(2, Applicability.UNSAFE));
        assertThat(rewritten("f($A, $$$B)", "g($A, $$$B)", "f(\n    1,\n    2,\n)\n"))
                .isEqualTo("g(\n    1,\n    2,\n)\n");
    }

    @Test
    void builtinsOfTheReplacementAreNotHidden() {
        String file = "def f(n):\n    return text(len(n))\nclass A:\n    str = 1\n    x = text(1)\n";
        assertThat(rewritten("text($X)", "str($X)", file)).isEqualTo(file.replace("text(len", "str(len"));
        assertUnchanged("text($X)", "str($X)", "def f(str):\n    return text(str)\n");
        assertThat(rewritten("text($X)", "str($X)", "a = str(text(str))\n")).isEqualTo("a = str(str(str))\n");
    }

    @Test
    void nestedMatchesAreAllReplaced() {
        assertThat(rewritten("f($X)", "g($X)", "f(f(f(1)) + f(2))\n")).isEqualTo("g(g(g(1)) + g(2))\n");
        assertThat(rewritten("$D.has_key($K)", "$K in $D", "d.has_key(a) and not d.has_key(e.has_key(b))\n"))
                .isEqualTo("a in d and not (b in e) in d\n");
    }

    @Test
    void layoutAndCommentsOfWhatStaysAreKept() {
        String before = "import requests\nx = requests.get(\n    (url),  # the url\n    timeout = 3,\n)\n";
        assertThat(rewritten(GET, HTTPX, before))
                .isEqualTo("import httpx\nx = httpx.get(\n    (url),  # the url\n    timeout = 3,\n)\n");
    }

    @Test
    void statementsAreReplacedAndRemoved() {
        String pattern = "try:\n    $$$B\nexcept $E:\n    pass";
        String replacement = "with contextlib.suppress($E):\n    $$$B";
        assertThat(rewritten(pattern, replacement, "import contextlib\ntry:\n\ta = 1\n\tb = 2\nexcept E:\n\tpass\n"))
                .isEqualTo("import contextlib\nwith contextlib.suppress(E):\n\ta = 1\n\tb = 2\n");
        assertThat(rewritten("debug($$$)", "", "if a:\n    debug(1, 2)\nb = debug(3)\n"))
                .isEqualTo("if a:\n    pass\nb = debug(3)\n");
    }

    @Test
    void runsOfStatementsAreReplaced() {
        String pattern = "$F = open($P)\n$$$B\n$F.close()";
        String replacement = "with open($P) as $F:\n    $$$B";
        assertThat(rewritten(
                        pattern,
                        replacement,
                        "def f():\n\ta = 1\n\tx = open(p)\n\t# read it\n\ty = x.read()\n\tx.close()\n\treturn y\n"))
                .isEqualTo("def f():\n\ta = 1\n\twith open(p) as x:\n\t\t# read it\n\t\ty = x.read()\n\treturn y\n");
        assertThat(rewritten("a()\nb()", "", "if x:\n    a()\n    b()\na()\nb()\nc()\n"))
                .isEqualTo("if x:\n    pass\nc()\n");
        assertThat(rewritten("a()\nb()", "c()", "a()\na()\nb()\nb()\n")).isEqualTo("a()\nc()\nb()\n");
        assertThat(rewritten("a()\n$$$R", "b($$$)\n".replace("($$$)", "()") + "$$$R", "if x:\n    a()\n    c()\n"))
                .isEqualTo("if x:\n    b()\n    c()\n");
    }

    @Test
    void matchesInsideRunsAreReplacedToo() {
        assertThat(rewritten("a($$$X)\nb()", "c($$$X)", "if f:\n    a(lambda: 1)\n    b()\nelse:\n    a()\n    b()\n"))
                .isEqualTo("if f:\n    c(lambda: 1)\nelse:\n    c()\n");
    }

    @Test
    void fragmentsAreReplaced() {
        assertThat(rewritten("@asyncio.coroutine", "", "import asyncio\n\n@asyncio.coroutine\ndef f():\n    pass\n"))
                .isEqualTo("def f():\n    pass\n");
        assertThat(rewritten(
                        "@pytest.yield_fixture($$$A)",
                        "@pytest.fixture($$$A)",
                        "import pytest\n\n@pytest.yield_fixture(scope='x')  # why\n@other\ndef f():\n    yield\n"))
                .isEqualTo("import pytest\n\n@pytest.fixture(scope='x')  # why\n@other\ndef f():\n    yield\n");
        assertThat(rewritten(
                        "except select.error as $E:",
                        "except OSError as $E:",
                        "import select\ntry:\n    a()\nexcept select.error as e:  # why\n    b(e)\n    c()\n"))
                .isEqualTo("try:\n    a()\nexcept OSError as e:  # why\n    b(e)\n    c()\n");
        assertThat(rewritten(
                        "codecs.open($F) as $N",
                        "open($F) as $N",
                        "import codecs\nwith a, codecs.open(f) as g:\n    pass\n"))
                .isEqualTo("with a, open(f) as g:\n    pass\n");
        assertThat(rewritten(
                        "case int($X):",
                        "case float($X):",
                        "match a:\n    case int(x):\n        f(x)\n        g()\n    case _:\n        h()\n"))
                .isEqualTo("match a:\n    case float(x):\n        f(x)\n        g()\n    case _:\n        h()\n");
    }

    @Test
    void decoratorsAndAnnotationsThatThePatternDoesNotWriteStay() {
        String before = "@d  # why\nasync def f(a: int, b: str = '') -> str:\n    g(a)\n";
        assertThat(rewritten("async def f($$$P): $$$B", "async def h($$$P):\n    $$$B", before))
                .isEqualTo(before.replace("def f", "def h"));
        assertThat(rewritten("def f(a): $$$B", "def h(a):\n    $$$B", "def f(a: int) -> str:\n    return 1\n"))
                .isEqualTo("def h(a: int) -> str:\n    return 1\n");
        FileResult result = run("def f(a): $$$B", "h = lambda a: 1", "@d\ndef f(a): return 1\n", null);
        assertThat(result.findings().get(0).message())
                .isEqualTo("not rewritten: the replacement has no place for @d, about which the pattern says nothing");
        assertThat(result.findings().get(0).reason()).isEqualTo("does-not-fit");
    }

    @Test
    void composedStringsAreWrittenAsOne() {
        String pattern = "log(f\"$$$P\")";
        String replacement = "log(f\"$$$P\", 1)";
        assertThat(rewritten(pattern, replacement, "log('a\"{' + b + \"c\\n\")\n"))
                .isEqualTo("log(f\"a\\\"{{{b}c\\n\", 1)\n");
        assertThat(rewritten(pattern, replacement, "log('a %s %r' % (b, c.d))\n"))
                .isEqualTo("log(f\"a {b} {c.d!r}\", 1)\n");
        assertThat(rewritten(pattern, replacement, "log('{!r:>5} {k}'.format(a, k=b))\n"))
                .isEqualTo("log(f\"{a!r:>5} {b}\", 1)\n");
        assertThat(run(pattern, replacement, "log('a %05d' % (b,))\n", null)
                        .findings()
                        .get(0)
                        .message())
                .isEqualTo("not rewritten: the directive %05d has no equal in an f-string");
        Finding doubtful =
                run(pattern, replacement, "log('a %s' % b)\n", null).findings().get(0);
        assertThat(doubtful.applicability()).isEqualTo(Applicability.UNSAFE);
        assertThat(doubtful.reason()).isEqualTo("uncertain");
    }

    @Test
    void anyMemberOfAModuleIsFoundByWhatTheModuleIs() {
        assertThat(rewritten("requests.$M($$$A)", "httpx.$M($$$A)", "import requests as r\nr.get(u)\nr.post(u)\n"))
                .isEqualTo("import httpx\nhttpx.get(u)\nhttpx.post(u)\n");
        assertUnchanged("requests.$M($$$A)", "httpx.$M($$$A)", "import mine as requests\nrequests.get(u)\n");
        assertThat(rewritten("self.$M($A)", "self.$M($A, 1)", "self.a(2)\nother.a(2)\n"))
                .isEqualTo("self.a(2, 1)\nother.a(2)\n");
        assertThat(rewritten("os.path.$M($A)", "path.$M($A, 1)", "import os.path as p\np.join(2)\n"))
                .isEqualTo("import path\npath.join(2, 1)\n");
    }

    @Test
    void rewritesAreRepeatedUntilNothingMatches() {
        assertThat(rewritten("not not $X", "bool($X)", "a = not not not not b\n"))
                .isEqualTo("a = bool(bool(b))\n");
        assertThat(rewritten("f(g($X))", "g(f($X))", "f(g(g(1)))\n")).isEqualTo("g(g(f(1)))\n");
    }

    @Test
    void theModuleThatAnImportRenamedGoesAndTheNewOneComes() {
        assertThat(rewritten(GET, HTTPX, "from requests import get as fetch, post\nfetch(url, timeout=3); post(url)\n"))
                .isEqualTo("import httpx\nfrom requests import post\nhttpx.get(url, timeout=3); post(url)\n");
    }

    @Test
    void targetsOfAssignmentsDoNotMatch() {
        assertThat(rewritten("o.a", "o.b()", "o.a, x[o.a] = o.a\ndel o.a\n"))
                .isEqualTo("o.a, x[o.b()] = o.b()\ndel o.a\n");
    }

    @Test
    void whatDoesNotFitIsRefused() {
        FileResult result = run("f($$$A)", "[$$$A]", "f(a)\nf(k=1)\n", null);
        assertThat(text(result.after())).isEqualTo("[a]\nf(k=1)\n");
        assertThat(result.findings().get(1).reason()).isEqualTo("does-not-fit");
        assertThat(result.findings().get(1).applicability()).isEqualTo(Applicability.MANUAL);
    }

    @Test
    void python2StatementsAreRewritten() {
        FileResult result = run("print $X", "log($X)", "print u'a'\nprint a, b\n", LanguageLevel.PY27);
        assertThat(text(result.after())).isEqualTo("log(u'a')\nprint a, b\n");
    }

    @Test
    void aFileWithoutTheWordsOfThePatternIsNotParsed() {
        FileResult result = run(GET, HTTPX, "def (((\n", null);
        assertThat(result.status()).isEqualTo(FileResult.Status.UNCHANGED);
    }

    private static void assertUnchanged(String pattern, String replacement, String text) {
        FileResult result = run(pattern, replacement, text, null);
        assertThat(result.status()).as(text).isEqualTo(FileResult.Status.UNCHANGED);
    }

    private static String rewritten(String pattern, String replacement, String text) {
        FileResult result = run(pattern, replacement, text, null);
        assertThat(result.status()).as(result.toString()).isEqualTo(FileResult.Status.CHANGED);
        return text(result.after());
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static FileResult run(String pattern, String replacement, String text, LanguageLevel level) {
        Rewrite rewrite = Rewrite.of(Pattern.of(pattern), replacement);
        Codemod codemod = new PatternCodemod("run", "it matches", Applicability.SAFE, List.of(rewrite));
        InputFile file = new InputFile() {
            @Override
            public String path() {
                return "file.py";
            }

            @Override
            public byte[] read() {
                return text.getBytes(StandardCharsets.UTF_8);
            }
        };
        List<FileResult> results = new ArrayList<>();
        new Runner(new RunOptions(List.of(codemod), false, level, Map.of(), 1)).run(List.of(file), results::add);
        return results.get(0);
    }
}
