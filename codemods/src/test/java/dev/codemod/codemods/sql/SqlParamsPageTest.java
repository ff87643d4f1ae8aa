package dev.codemod.codemods.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codemod.codemod.FileResult;
import dev.codemod.fixtures.CodemodRun;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the page says is what the codemod does. */
class SqlParamsPageTest {
    private static final Path SOURCES = Path.of("src/main/java/dev/codemod/codemods/sql");
    private static final Pattern EXAMPLE = Pattern.compile(
            "```python\n(.*?)```\n\n(?:(becomes[^\n]*)\n\n```python\n(.*?)```|(stays as it is)\\.)", Pattern.DOTALL);
    private static final Pattern OPTION = Pattern.compile("-P (\\w+)=(\\w+)");
    private static final Pattern REASON = Pattern.compile("\"([a-z0-9]+(?:-[a-z0-9]+)+)\"");

    /** Reasons of one word, which cannot be told from other words in the source. */
    private static final Set<String> WORDS = Set.of("number", "identifier", "executescript");

    record Example(String before, String how, String after) {
        @Override
        public String toString() {
            return before.lines()
                    .filter(line -> line.startsWith("def "))
                    .findFirst()
                    .orElse(how);
        }
    }

    static List<Example> examples() {
        List<Example> examples = new ArrayList<>();
        for (MatchResult match :
                EXAMPLE.matcher(new SqlParams().page()).results().toList()) {
            boolean isKept = match.group(4) != null;
            examples.add(
                    new Example(match.group(1), isKept ? match.group(4) : match.group(2), match.group(isKept ? 1 : 3)));
        }
        return examples;
    }

    @ParameterizedTest
    @MethodSource("examples")
    void examplesComeOutAsWritten(Example example) {
        Matcher option = OPTION.matcher(example.how());
        Map<String, String> options = option.find() ? Map.of(option.group(1), option.group(2)) : Map.of();
        byte[] before = example.before().getBytes(StandardCharsets.UTF_8);
        FileResult result = CodemodRun.results(
                        new SqlParams(),
                        Map.of("example.py", before),
                        null,
                        example.how().contains("--unsafe"),
                        options,
                        1)
                .get(0);
        assertThat(result.errors()).isEmpty();
        byte[] after = result.after() == null ? before : result.after();
        assertThat(new String(after, StandardCharsets.UTF_8)).isEqualTo(example.after());
        if (example.how().startsWith("stays")) {
            long calls = example.before()
                    .lines()
                    .filter(line -> line.contains("execute"))
                    .count();
            assertThat(result.findings().stream().map(finding -> finding.line()).distinct())
                    .hasSize((int) calls);
        }
    }

    @Test
    void allExamplesAreFound() {
        long blocks = Pattern.compile("```python")
                .matcher(new SqlParams().page())
                .results()
                .count();
        long used = examples().stream()
                .mapToLong(example -> example.how().startsWith("stays") ? 1 : 2)
                .sum();
        assertThat(used).isEqualTo(blocks).isGreaterThan(12);
    }

    @Test
    void everyDriverIsOnThePage() {
        String page = new SqlParams().page();
        for (Driver driver : Driver.values()) {
            String name = driver == Driver.CLICKHOUSE_DBAPI ? "clickhouse_driver" : driver.module();
            assertThat(page).containsIgnoringCase(name.equals("django.db") ? "django" : name);
        }
    }

    @Test
    void everyReasonIsExplainedAndEveryExplainedReasonExists() throws IOException {
        String page = new SqlParams().page();
        String table = page.substring(page.indexOf("## Reasons"), page.indexOf("## Options"));
        Set<String> explained = new TreeSet<>();
        for (String row : table.split("\n")) {
            if (row.startsWith("| `")) {
                Pattern.compile("`([^`]+)`")
                        .matcher(row.substring(0, row.indexOf('|', 2)))
                        .results()
                        .forEach(match -> explained.add(match.group(1)));
            }
        }
        Set<String> emitted = new TreeSet<>(WORDS);
        try (Stream<Path> files = Files.list(SOURCES)) {
            for (Path file : files.toList()) {
                REASON.matcher(Files.readString(file)).results().forEach(match -> emitted.add(match.group(1)));
            }
        }
        emitted.remove(new SqlParams().id());
        assertThat(explained).isEqualTo(emitted);
    }
}
