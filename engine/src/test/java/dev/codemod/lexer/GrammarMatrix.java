package dev.codemod.lexer;

import dev.codemod.source.LanguageLevel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The snippets of {@code fixtures/conformance/grammar-matrix.tsv} and what nine CPythons said to each. */
public final class GrammarMatrix {
    private static final Path FILE = Path.of("..", "fixtures", "conformance", "grammar-matrix.tsv");

    private static final int RUFF_314 = 22;

    private static final List<LanguageLevel> LEVELS = List.of(
            LanguageLevel.PY27,
            LanguageLevel.PY36,
            LanguageLevel.PY37,
            LanguageLevel.PY38,
            LanguageLevel.PY39,
            LanguageLevel.PY310,
            LanguageLevel.PY311,
            LanguageLevel.PY312,
            LanguageLevel.PY313);

    private GrammarMatrix() {}

    /**
     * One row.
     *
     * @param name what the snippet is about
     * @param bytes the snippet
     * @param accepted the levels at which CPython parses it
     * @param ruff314 what ruff, the witness for 3.14, says: {@code ok}, {@code SE}, or {@code -} where it was not asked
     */
    public record Snippet(String name, byte[] bytes, List<LanguageLevel> accepted, String ruff314) {
        @Override
        public String toString() {
            return name;
        }
    }

    /** Returns the levels that have a column. */
    public static List<LanguageLevel> levels() {
        return LEVELS;
    }

    /** Returns all rows but those of a few very long snippets, which the file abbreviates. */
    public static List<Snippet> snippets() {
        List<Snippet> snippets = new ArrayList<>();
        try {
            List<String> lines = Files.readAllLines(FILE);
            for (String line : lines.subList(1, lines.size())) {
                String[] columns = line.split("\t", -1);
                if (columns[1].endsWith(")")) {
                    continue;
                }
                String text = unquote(columns[1]);
                byte[] bytes = text.getBytes(
                        columns[2].equals("bytes") ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
                List<LanguageLevel> accepted = new ArrayList<>();
                for (int i = 0; i < LEVELS.size(); i++) {
                    if (columns[3 + i].equals("ok")) {
                        accepted.add(LEVELS.get(i));
                    }
                }
                snippets.add(new Snippet(columns[0], bytes, accepted, columns[RUFF_314]));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return snippets;
    }

    /** Decodes a JSON string. */
    public static String unquote(String json) {
        StringBuilder result = new StringBuilder();
        for (int i = 1; i < json.length() - 1; i++) {
            char c = json.charAt(i);
            if (c != '\\') {
                result.append(c);
                continue;
            }
            char escape = json.charAt(++i);
            int index = "bfnrt".indexOf(escape);
            if (escape == 'u') {
                result.append((char) Integer.parseInt(json.substring(i + 1, i + 5), 16));
                i += 4;
            } else {
                result.append(index < 0 ? escape : "\b\f\n\r\t".charAt(index));
            }
        }
        return result.toString();
    }
}
