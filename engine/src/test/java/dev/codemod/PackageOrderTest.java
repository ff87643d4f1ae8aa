package dev.codemod;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Keeps the packages of the engine in layers: each may use those listed for it and no other. */
class PackageOrderTest {
    private static final Path SOURCES = Path.of("src", "main", "java", "dev", "codemod");

    /** The packages of the engine that a package may use. */
    private static final Map<String, Set<String>> USES = Map.ofEntries(
            Map.entry("source", Set.of()),
            Map.entry("lexer", Set.of("source")),
            Map.entry("tree", Set.of("source", "lexer")),
            Map.entry("parser", Set.of("source", "lexer", "tree")),
            Map.entry("ast", Set.of("source", "lexer", "tree", "parser")),
            Map.entry("rewrite", Set.of("source", "lexer", "tree", "parser", "ast")),
            Map.entry("semantics", Set.of("source", "lexer", "tree", "parser", "ast", "rewrite")),
            Map.entry("project", Set.of("source", "tree", "rewrite", "semantics")),
            Map.entry("match", Set.of("source", "lexer", "tree", "parser", "ast", "rewrite", "semantics")),
            Map.entry("diff", Set.of("source", "tree", "parser")),
            Map.entry("jython", Set.of("source", "tree", "parser")),
            Map.entry(
                    "codemod",
                    Set.of(
                            "source",
                            "lexer",
                            "tree",
                            "parser",
                            "ast",
                            "rewrite",
                            "semantics",
                            "project",
                            "match",
                            "diff",
                            "jython")));

    /** Prefixes of names from outside the engine, and the one package that may use them; the JDK is open to all. */
    private static final Map<String, String> LIBRARIES =
            Map.of("com.github.difflib.", "diff", "org.python.", "jython", "org.antlr.", "jython");

    private static final Pattern IMPORT = Pattern.compile("^import\\s+(?:static\\s+)?([\\w.*]+)\\s*;");

    private static final Pattern OWN_NAME = Pattern.compile("\\bdev\\.codemod\\.([a-z]+)\\.");

    @Test
    void packagesUseOnlyWhatIsBelowThem() throws IOException {
        List<String> violations = new ArrayList<>();
        int files = 0;
        try (Stream<Path> tree = Files.walk(SOURCES)) {
            for (Path file :
                    tree.filter(path -> path.toString().endsWith(".java")).toList()) {
                files++;
                check(file, violations);
            }
        }
        assertThat(violations).isEmpty();
        assertThat(files).as("source files under " + SOURCES.toAbsolutePath()).isPositive();
    }

    private static void check(Path file, List<String> violations) throws IOException {
        String user = SOURCES.relativize(file).getName(0).toString();
        if (!USES.containsKey(user)) {
            violations.add(file + ": package is not in the list of layers");
            return;
        }
        for (String line : Files.readAllLines(file)) {
            String reason = violation(user, line);
            if (reason != null) {
                violations.add(file + ": " + reason + ": " + line.strip());
            }
        }
    }

    /** Returns why {@code line} of a file in package {@code user} is not allowed, or null if it is. */
    private static String violation(String user, String line) {
        Matcher imported = IMPORT.matcher(line);
        if (imported.find()) {
            String name = imported.group(1);
            if (!name.startsWith("java.") && !name.startsWith("dev.codemod.")) {
                boolean allowed = LIBRARIES.entrySet().stream()
                        .anyMatch(library -> name.startsWith(library.getKey())
                                && library.getValue().equals(user));
                return allowed ? null : "library is not allowed here";
            }
        }
        if (line.strip().startsWith("package ")) {
            return null;
        }
        Matcher own = OWN_NAME.matcher(line);
        while (own.find()) {
            String used = own.group(1);
            if (!used.equals(user) && !USES.get(user).contains(used)) {
                return "package " + user + " may not use " + used;
            }
        }
        return null;
    }

    @Test
    void anUpwardImportIsAViolation() {
        assertThat(violation("lexer", "import dev.codemod.parser.Parser;"))
                .isEqualTo("package lexer may not use parser");
        assertThat(violation("tree", "    dev.codemod.rewrite.Edit edit;"))
                .isEqualTo("package tree may not use rewrite");
        assertThat(violation("parser", "import dev.codemod.diff.UnifiedDiff;")).isNotNull();
        assertThat(violation("parser", "import com.github.difflib.DiffUtils;")).isNotNull();
        assertThat(violation("tree", "import org.junit.jupiter.api.Test;")).isNotNull();
    }

    @Test
    void aDownwardImportIsNone() {
        assertThat(violation("parser", "import static dev.codemod.lexer.TokenKind.NAME;"))
                .isNull();
        assertThat(violation("codemod", "import dev.codemod.diff.UnifiedDiff;")).isNull();
        assertThat(violation("diff", "import com.github.difflib.DiffUtils;")).isNull();
        assertThat(violation("source", "import java.util.List;")).isNull();
    }
}
