package dev.codemod.codemods.asyncio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AwaitBlockingCallsPageTest {
    private static final Path CASES = Path.of("../fixtures/cases/await-blocking-calls");

    private final String page = new AwaitBlockingCalls().page();

    @Test
    void showsTheWholeTable() {
        int begin = page.indexOf(CallTable.BEGIN);
        int end = page.indexOf(CallTable.END) + CallTable.END.length();
        assertThat(page.substring(begin, end)).isEqualTo(CallTable.markdown());
    }

    @Test
    void namesEveryReasonThatTheCasesShow() throws IOException {
        Set<String> missing = new TreeSet<>();
        try (Stream<Path> files = Files.walk(CASES)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".findings")).toList()) {
                for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
                    String reason = line.substring(line.lastIndexOf(' ') + 1);
                    if (!page.contains("`" + reason + "`")) {
                        missing.add(reason);
                    }
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void namesEveryOption() {
        assertThat(new AwaitBlockingCalls().options())
                .allSatisfy(option -> assertThat(page).contains("`-P " + option.name() + "="));
    }
}
