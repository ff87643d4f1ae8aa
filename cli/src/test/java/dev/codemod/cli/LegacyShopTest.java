package dev.codemod.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codemod.codemod.Codemod;
import dev.codemod.codemods.Catalogue;
import dev.codemod.fixtures.GitApply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All codemods of the catalogue on the sample repository, as a user runs them. */
class LegacyShopTest {
    private static final Path SHOP = Path.of("..", "fixtures", "legacy-shop");

    @TempDir
    Path temporary;

    private Path folder;

    @BeforeEach
    void copyTheShop() throws IOException {
        folder = temporary.toRealPath().resolve("shop");
        try (Stream<Path> tree = Files.walk(SHOP)) {
            for (Path path : tree.toList()) {
                Files.copy(path, folder.resolve(SHOP.relativize(path).toString()));
            }
        }
    }

    @Test
    void theDiffGivesWhatApplyWrites() throws IOException {
        Map<String, byte[]> before = contents();
        CliRun dryRun = run("--dry-run", "--unsafe");
        assertThat(dryRun.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(contents()).usingRecursiveComparison().isEqualTo(before);
        CliRun applied = run("--unsafe");
        assertThat(applied.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(applied.err()).isEqualTo(dryRun.err());
        Map<String, byte[]> after = contents();
        GitApply.assertTurns(dryRun.outBytes(), before, after);
        assertThat(after).isNotEmpty().hasSameSizeAs(before);
    }

    @Test
    void everyCodemodHasSomethingToDo() {
        for (Codemod codemod : Catalogue.all()) {
            assertThat(run("--dry-run", "--unsafe", "-c", codemod.id()).out())
                    .as("diff of " + codemod.id())
                    .isNotEmpty();
        }
    }

    @Test
    void aSecondRunChangesNothing() throws IOException {
        run("--unsafe");
        Map<String, byte[]> once = contents();
        CliRun again = run("--unsafe");
        assertThat(again.err()).contains(" scanned, 0 changed, ");
        assertThat(contents()).usingRecursiveComparison().isEqualTo(once);
    }

    @Test
    void theNumberOfThreadsMakesNoDifference() {
        CliRun one = run("--dry-run", "-j", "1");
        CliRun many = run("--dry-run", "-j", "7");
        assertThat(many.out()).isNotEmpty().isEqualTo(one.out());
        assertThat(many.err()).isEqualTo(one.err());
    }

    private CliRun run(String... options) {
        String[] args = Stream.concat(Stream.of("apply"), Stream.of(options)).toArray(String[]::new);
        return CliRun.with(Catalogue.all(), folder, args);
    }

    private Map<String, byte[]> contents() throws IOException {
        Map<String, byte[]> contents = new TreeMap<>();
        try (Stream<Path> tree = Files.walk(folder)) {
            for (Path file : tree.filter(Files::isRegularFile).toList()) {
                contents.put(SourceFile.slashes(folder.relativize(file)), Files.readAllBytes(file));
            }
        }
        return contents;
    }
}
