package dev.codemod.ast;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codemod.Python3;
import dev.codemod.lexer.GrammarMatrix;
import dev.codemod.parser.ParseResult;
import dev.codemod.parser.Parser;
import dev.codemod.source.LanguageLevel;
import dev.codemod.source.Source;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files must have the trees that the installed {@code python3} makes of them. */
class PythonAstTest {
    private final LanguageLevel level = Python3.level();

    private final List<String> differences = new ArrayList<>();
    private int accepted;

    @Test
    void treesOfTheStandardLibraryAreThoseOfPython() throws IOException {
        compareAll(Python3.library());

        assertThat(differences).isEmpty();
        assertThat(accepted).isGreaterThan(500);
    }

    /** What else Python accepts of the matrix is another test's concern: here are only the trees. */
    @Test
    void treesOfTheGrammarMatrixAreThoseOfPython(@TempDir Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        for (GrammarMatrix.Snippet snippet : GrammarMatrix.snippets()) {
            // Compiled from bytes some snippets are fine whose encoding is wrong for a file.
            boolean readable =
                    Source.of("x.py", snippet.bytes(), level).problems().isEmpty();
            if (readable && snippet.accepted().contains(level)) {
                files.add(Files.write(folder.resolve(files.size() + ".py"), snippet.bytes()));
            }
        }
        compareAll(files);

        assertThat(differences).isEmpty();
        assertThat(accepted).isGreaterThan(100);
    }

    private void compareAll(List<Path> files) throws IOException {
        assertThat(level).as("the level of python3; 3.8 lacks many positions").isGreaterThan(LanguageLevel.PY38);
        String program =
                new String(PythonAstTest.class.getResourceAsStream("dump.py").readAllBytes(), StandardCharsets.UTF_8);
        String input = files.stream().map(file -> file + "\n").collect(Collectors.joining());
        Python3.stream(program, List.of(), input, out -> {
            DataInputStream in = new DataInputStream(out);
            for (Path file : files) {
                compare(file, line(in), in);
            }
        });
    }

    private void compare(Path file, String verdict, DataInputStream in) throws IOException {
        ParseResult result = Parser.parse(Source.of(file.toString(), Files.readAllBytes(file), level), level);
        boolean valid = result.isValid() && result.parsed().source().problems().isEmpty();
        if (!verdict.startsWith("ok ")) {
            if (valid) {
                differences.add(file + ": accepted, but Python says " + verdict);
            }
            return;
        }
        accepted++;
        byte[] expected = in.readNBytes(Integer.parseInt(verdict.substring(3)));
        if (!valid) {
            differences.add(file + ": rejected: " + result.firstProblem());
            return;
        }
        AstDump dump = AstDump.of(result.module());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        dump.writeTo(out);
        byte[] actual = DumpText.ascii(out.toByteArray());
        if (!level.isAtLeast(LanguageLevel.PY312)) {
            actual = DumpText.withoutPositionsInStrings(actual, !level.isAtLeast(LanguageLevel.PY310));
        }
        if (dump.problem() != null) {
            differences.add(file + ": " + dump.problem());
        } else if (!Arrays.equals(expected, actual)) {
            differences.add(file + ": " + DumpText.difference(expected, actual));
        }
    }

    private static String line(DataInputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = in.readUnsignedByte(); b != '\n'; b = in.readUnsignedByte()) {
            line.write(b);
        }
        return line.toString(StandardCharsets.UTF_8);
    }
}
