package dev.codemod.ast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.codemod.lexer.GrammarMatrix;
import dev.codemod.parser.ParseResult;
import dev.codemod.parser.Parser;
import dev.codemod.source.LanguageLevel;
import dev.codemod.source.Source;
import dev.codemod.tree.Module;
import dev.codemod.tree.NodeList;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AstDumpTest {
    private static String dump(String source, LanguageLevel level) {
        return dump(source.getBytes(StandardCharsets.UTF_8), level);
    }

    private static String dump(byte[] source, LanguageLevel level) {
        ParseResult result = Parser.parse(Source.of("x.py", source, level), level);
        if (!result.isValid()) {
            return result.firstProblem().toString();
        }
        AstDump dump = AstDump.of(result.module());
        return dump.problem() == null ? dump.toString() : dump.problem().toString();
    }

    @Test
    void isWhatPython313Prints() throws IOException {
        assertThat(differences("dumps-3.13.tsv", LanguageLevel.PY313)).isEmpty();
    }

    @Test
    void isWhatPython27Prints() throws IOException {
        assertThat(differences("dumps-2.7.tsv", LanguageLevel.PY27)).isEmpty();
    }

    /** Compares with a file that was printed by CPython: sources as JSON strings, a character a byte, and their dumps. */
    private static List<String> differences(String file, LanguageLevel level) throws IOException {
        List<String> differences = new ArrayList<>();
        int count = 0;
        try (BufferedReader in = new BufferedReader(
                new InputStreamReader(AstDumpTest.class.getResourceAsStream(file), StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                int tab = line.indexOf('\t');
                String source = GrammarMatrix.unquote(line.substring(0, tab));
                String actual = dump(source.getBytes(StandardCharsets.ISO_8859_1), level);
                if (!actual.equals(line.substring(tab + 1))) {
                    differences.add(line + "\n  actual: " + actual);
                }
                count++;
            }
        }
        assertThat(count).isGreaterThan(300);
        return differences;
    }

    @Test
    void showsTemplateStringsAsPython314Does() {
        assertThat(dump("t'a{b}' t\"{c!r:>{d}}\"", LanguageLevel.PY314))
                .isEqualTo("Module(body=[Expr(value=TemplateStr(values=["
                        + "Constant(value='a', lineno=1, col_offset=2, end_lineno=1, end_col_offset=3), "
                        + "Interpolation(value=Name(id='b', ctx=Load(), lineno=1, col_offset=4, end_lineno=1, "
                        + "end_col_offset=5), str='b', conversion=-1, lineno=1, col_offset=3, end_lineno=1, "
                        + "end_col_offset=6), Interpolation(value=Name(id='c', ctx=Load(), lineno=1, col_offset=11, "
                        + "end_lineno=1, end_col_offset=12), str='c', conversion=114, format_spec=JoinedStr(values=["
                        + "Constant(value='>', lineno=1, col_offset=15, end_lineno=1, end_col_offset=16), "
                        + "FormattedValue(value=Name(id='d', ctx=Load(), lineno=1, col_offset=17, end_lineno=1, "
                        + "end_col_offset=18), conversion=-1, lineno=1, col_offset=16, end_lineno=1, "
                        + "end_col_offset=19)], lineno=1, col_offset=14, end_lineno=1, end_col_offset=19), lineno=1, "
                        + "col_offset=10, end_lineno=1, end_col_offset=20)], lineno=1, col_offset=0, end_lineno=1, "
                        + "end_col_offset=21), lineno=1, col_offset=0, end_lineno=1, end_col_offset=21)])");
    }

    @Test
    void keepsTheTextOfAnInterpolation() {
        assertThat(dump("t'{ a  }'", LanguageLevel.PY314)).contains("str=' a', conversion=-1");
        assertThat(dump("t'{a + b = }'", LanguageLevel.PY314))
                .contains("Constant(value='a + b = ', ")
                .contains("str='a + b', conversion=114");
    }

    @Test
    void longChainsNeedNoStack() throws InterruptedException {
        String[] sources = {
            "1" + "+1".repeat(50_000), "a" + ".b".repeat(50_000), "a" + "()".repeat(50_000), "a" + "[0]".repeat(50_000),
        };
        List<String> dumps = new ArrayList<>();
        Thread small = new Thread(
                null,
                () -> {
                    for (String source : sources) {
                        dumps.add(dump(source, LanguageLevel.LATEST));
                        dumps.add(dump(source, LanguageLevel.PY27));
                    }
                },
                "small stack",
                256 << 10);
        small.start();
        small.join();

        assertThat(dumps).hasSize(8);
        assertThat(dumps.get(0)).startsWith("Module(body=[Expr(value=BinOp(left=BinOp(left=");
        assertThat(dumps.get(0)).endsWith("end_lineno=1, end_col_offset=100001)])");
        assertThat(dumps.get(3)).endsWith(", attr='b', ctx=Load()))])");
    }

    @Test
    void longIntegersAreAProblem() {
        assertThat(dump("1" + "0".repeat(4300), LanguageLevel.LATEST)).contains("Exceeds the limit (4300 digits)");
        assertThat(dump("1" + "0".repeat(4299), LanguageLevel.LATEST)).contains("Constant(value=10000");
        assertThat(dump("0x" + "0".repeat(4300) + "a", LanguageLevel.LATEST)).contains("Constant(value=10,");
    }

    @Test
    void writesJsonLines() throws IOException {
        Module module =
                Parser.parse(Source.of("'\"\\\\\\n\u00e9'"), LanguageLevel.PY27).module();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        AstDump.of(module).writeJsonTo(out, "a\"\u00e9.py");
        new AstError(3, 4, "bad\n\"\t\ud800\uD83D\uDE00").writeJsonTo(out, "b.py");

        assertThat(out.toString(StandardCharsets.UTF_8))
                .isEqualTo("{\"path\": \"a\\\"\u00e9.py\", \"ast\": "
                        + "\"Module(body=[Expr(value=Str(s='\\\"\\\\\\\\\\\\n\\\\xc3\\\\xa9'))])\"}\n"
                        + "{\"path\": \"b.py\", \"error\": {\"line\": 3, \"column\": 4, \"message\": "
                        + "\"bad\\u000a\\\"\\u0009\uFFFD\uD83D\uDE00\"}}\n");
    }

    @Test
    void editedTreesAreRefused() {
        Module module = Parser.parse(Source.of("a\nb\n"), LanguageLevel.LATEST).module();
        Module edited = module.withStatements(NodeList.of(module.statements().first()));

        assertThatThrownBy(() -> AstDump.of(edited)).isInstanceOf(IllegalArgumentException.class);
    }
}
