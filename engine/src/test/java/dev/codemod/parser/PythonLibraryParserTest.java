package dev.codemod.parser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codemod.Python3;
import dev.codemod.source.LanguageLevel;
import dev.codemod.source.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PythonLibraryParserTest {
    /** Prints the version, and then for each file whether this interpreter can parse it. */
    private static final String VERDICTS = """
            import ast, sys, warnings
            warnings.simplefilter("ignore")
            print("%d.%d" % sys.version_info[:2])
            for line in sys.stdin:
                path = line.rstrip("\\n")
                try:
                    ast.parse(open(path, "rb").read(), path)
                    print("ok", path)
                except Exception as e:
                    print("error", path)
            """;

    @Test
    void acceptsTheFilesThatPython3Accepts(@TempDir Path folder) throws IOException {
        List<Path> files = new ArrayList<>(Python3.library());
        // Not every installation has files that are meant to be wrong.
        files.add(Files.writeString(folder.resolve("wrong.py"), "def f(:\n    pass\n"));
        String[] output = Python3.run(VERDICTS, List.of(), String.join("\n", paths(files)))
                .split("\n");
        LanguageLevel level = LanguageLevel.parse(output[0]);
        assertThat(level).as("level of the installed python3, " + output[0]).isNotNull();
        Map<String, Boolean> expected = new HashMap<>();
        for (int i = 1; i < output.length; i++) {
            expected.put(output[i].substring(output[i].indexOf(' ') + 1), output[i].startsWith("ok"));
        }
        assertThat(expected).hasSize(files.size()).containsValue(true).containsValue(false);
        List<String> differences = new ArrayList<>();
        for (Path file : files) {
            Source source = Source.of(file.toString(), Files.readAllBytes(file), level);
            ParseResult result = Parser.parse(source, level);
            if (result.isValid() != expected.get(file.toString())) {
                differences.add(file + ": " + result.firstProblem());
            }
        }
        assertThat(differences).isEmpty();
    }

    @Test
    void everyTreeCoversItsTokens() throws IOException {
        for (Path file : Python3.library()) {
            Source source = Source.of(file.toString(), Files.readAllBytes(file));
            TreeInvariants.check(Parser.parse(source, LanguageLevel.LATEST).module());
            TreeInvariants.check(Parser.parse(source, LanguageLevel.PY27).module());
        }
    }

    private static List<String> paths(List<Path> files) {
        List<String> paths = new ArrayList<>();
        for (Path file : files) {
            paths.add(file.toString());
        }
        return paths;
    }
}
