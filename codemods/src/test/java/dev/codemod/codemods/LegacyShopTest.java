package dev.codemod.codemods;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codemod.codemod.FileResult;
import dev.codemod.codemod.InputFile;
import dev.codemod.codemod.RunOptions;
import dev.codemod.codemod.Runner;
import dev.codemod.fixtures.PythonProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sample repository of the README: all codemods rewrite it, and its own tests still pass. */
class LegacyShopTest {
    private static final Path SHOP = Path.of("../fixtures/legacy-shop");

    @TempDir
    Path folder;

    private record DiskFile(Path file, String path) implements InputFile {
        @Override
        public byte[] read() throws IOException {
            return Files.readAllBytes(file);
        }
    }

    private List<Path> copyShop() throws IOException {
        List<Path> copies = new ArrayList<>();
        try (Stream<Path> files = Files.walk(SHOP)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                Path copy = folder.resolve(SHOP.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
                copies.add(copy);
            }
        }
        return copies;
    }

    private void runItsTests() {
        PythonProgram.Outcome outcome =
                PythonProgram.run(folder, "", "-m", "unittest", "discover", "-s", "tests", "-t", ".");
        assertThat(outcome.status()).as(outcome.errors()).isZero();
        assertThat(outcome.errors()).contains("Ran 28 tests");
    }

    /** As its codemod.yaml says: nobody else imports its packages. */
    private static final Map<String, String> PARAMETERS = Map.of("public-api", "safe");

    @Test
    void itsTestsPassBeforeAndAfterAllSafeRewrites() throws IOException {
        assertThat(changedBy(false))
                .contains("shop/settings.py", "shop/sync/feeds.py", "shop/catalog.py", "legacy_py2/mail_queue.py");
    }

    @Test
    void itsTestsPassBeforeAndAfterAllRewrites() throws IOException {
        assertThat(changedBy(true)).contains("shop/settings.py", "shop/sync/watch.py", "shop/catalog.py");
    }

    /** Rewrites the shop between two runs of its tests; returns the files that changed. */
    private List<String> changedBy(boolean isUnsafe) throws IOException {
        List<InputFile> inputs = new ArrayList<>();
        for (Path copy : copyShop()) {
            if (copy.toString().endsWith(".py")) {
                inputs.add(new DiskFile(copy, folder.relativize(copy).toString().replace('\\', '/')));
            }
        }
        runItsTests();
        List<FileResult> results = new ArrayList<>();
        new Runner(new RunOptions(Catalogue.all(), isUnsafe, null, PARAMETERS, 2)).run(inputs, results::add);
        List<String> changed = new ArrayList<>();
        for (FileResult result : results) {
            assertThat(result.status())
                    .as("%s: %s", result.path(), result.errors())
                    .isIn(FileResult.Status.UNCHANGED, FileResult.Status.CHANGED);
            if (result.after() != null) {
                changed.add(result.path());
                Files.write(folder.resolve(result.path()), result.after());
            }
        }
        runItsTests();
        return changed;
    }
}
