package dev.codemod.codemods.singleton;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codemod.codemod.Option;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the page says is what the codemod does. */
class SingletonToModulePageTest {
    private static final Path SOURCES = Path.of("src/main/java/dev/codemod/codemods/singleton");
    private static final Path CASES = Path.of("../fixtures/cases/singleton-to-module");
    private static final Pattern KEY = Pattern.compile("\"([a-z]+(?:-[a-z]+)+)\"");

    /** Reasons of one word, which cannot be told from other words in the source. */
    private static final List<String> WORDS = List.of(
            "borg",
            "decorated",
            "doctest",
            "exported",
            "generic",
            "multiton",
            "pickling",
            "rebound",
            "stub",
            "subclassed");

    private final String page = new SingletonToModule().page();

    private static Set<String> reasons() throws IOException {
        Set<String> reasons = new TreeSet<>(WORDS);
        try (Stream<Path> sources = Files.list(SOURCES)) {
            for (Path source : sources.toList()) {
                KEY.matcher(Files.readString(source))
                        .results()
                        .map(match -> match.group(1))
                        .forEach(reasons::add);
            }
        }
        new SingletonToModule()
                .options().stream()
                        .map(Option::name)
                        .filter(name -> !name.equals("public-api"))
                        .forEach(reasons::remove);
        reasons.remove(new SingletonToModule().id());
        return reasons;
    }

    @Test
    void everyReasonIsExplained() throws IOException {
        Set<String> missing = reasons();
        assertThat(missing).hasSizeGreaterThan(45);
        missing.removeIf(reason -> page.contains("`" + reason + "`"));
        assertThat(missing).isEmpty();
    }

    @Test
    void everyOptionAndItsValuesAreExplained() {
        for (Option option : new SingletonToModule().options()) {
            assertThat(page).contains("- `" + option.name() + "`: ");
            option.values().forEach(value -> assertThat(page).contains("`" + value + "`"));
        }
    }

    @Test
    void everyReasonHasACase() throws IOException {
        StringBuilder findings = new StringBuilder();
        try (Stream<Path> files = Files.list(CASES)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".findings")).toList()) {
                findings.append(Files.readString(file));
            }
        }
        Set<String> missing = reasons();
        Set<String> safe =
                Set.of("module-instance", "lazy-accessor", "plain-base", "instance-used", "metaclass-removed");
        missing.removeIf(reason -> safe.contains(reason) || findings.toString().contains(" " + reason + "\n"));
        assertThat(missing).isSubsetOf("unreadable-file");
    }

    @Test
    void noReasonIsInvented() throws IOException {
        Set<String> named = new TreeSet<>();
        String safety = page.substring(page.indexOf("## Safety"), page.indexOf("## Options"));
        for (MatchResult match : Pattern.compile("`([a-z]+(?:-[a-z]+)+)`")
                .matcher(safety)
                .results()
                .toList()) {
            named.add(match.group(1));
        }
        named.removeAll(reasons());
        assertThat(named).containsExactly("unit-withdrawn");
    }
}
