package dev.codemod.codemod;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codemod.codemod.FileResult.Status;
import dev.codemod.tree.Module;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class UnitsTest {
    private static final Codemod RENAME = new RenameUnits();
    private static final String COMMENT_IN_THE_WAY = "a_(1, # fmt: off\n   2, 3)\n";

    @Test
    void aUnitIsRewrittenInAllFiles() {
        List<FileResult> results = run("a_()\n", "x = 1\n", "b_(a_())\n");
        assertThat(results)
                .extracting(FileResult::status)
                .containsExactly(Status.CHANGED, Status.UNCHANGED, Status.CHANGED);
        assertThat(text(results.get(2))).isEqualTo("b(a())\n");
        assertThat(results.get(0).units()).containsExactly("rename-units: a_");
        assertThat(results.get(2).units()).containsExactlyInAnyOrder("rename-units: a_", "rename-units: b_");
    }

    @Test
    void aCommentInTheWayKeepsAllFilesAsTheyAre() {
        List<FileResult> results = run("a_()\n", COMMENT_IN_THE_WAY);
        assertThat(results).extracting(FileResult::status).containsOnly(Status.UNCHANGED);
        Finding first = results.get(0).findings().get(0);
        assertThat(first.applicability()).isEqualTo(Applicability.MANUAL);
        assertThat(first.reason()).isEqualTo("unit-withdrawn");
        assertThat(first.message()).startsWith("not rewritten, nor is all of its unit: file1.py:1: ");
        assertThat(results.get(1).findings()).extracting(Finding::reason).containsExactly("unit-withdrawn");
        assertThat(results.get(1).findings().get(0).message())
                .startsWith("not rewritten, nor is what belongs to it: file1.py:1: ");
    }

    @Test
    void anotherUnitOfTheSameFilesIsStillRewritten() {
        List<FileResult> results = run("a_()\nb_()\n", COMMENT_IN_THE_WAY + "b_()\n");
        assertThat(text(results.get(0))).isEqualTo("a_()\nb()\n");
        assertThat(text(results.get(1))).isEqualTo(COMMENT_IN_THE_WAY + "b()\n");
        assertThat(results.get(0).units()).containsExactly("rename-units: b_");
    }

    @Test
    void anIgnoreCommentKeepsTheUnitAsItIs() {
        List<FileResult> results = run("a_()\n", "x\na_()  # codemod: ignore[rename-units]\na_()\n");
        assertThat(results).extracting(FileResult::status).containsOnly(Status.UNCHANGED);
        assertThat(results.get(0).findings().get(0).message()).endsWith("file1.py:2: a comment ignores it");
        assertThat(results.get(1).findings()).extracting(Finding::line).containsExactly(3);
    }

    @Test
    void aSkippedFileKeepsTheUnitAsItIs() {
        List<FileResult> results = run("a_()\nb_()\n", "# codemod: skip-file\na_()\n");
        assertThat(text(results.get(0))).isEqualTo("a_()\nb()\n");
        assertThat(results.get(0).findings().get(0).message()).contains("file1.py: a comment says");
        assertThat(results.get(1).status()).isEqualTo(Status.SKIPPED);
        assertThat(results.get(1).findings()).isEmpty();
    }

    @Test
    void anUnsafePartKeepsTheUnitAsItIsUnlessUnsafeRewritesAreWanted() {
        String[] texts = {"a_()\n", "a_(1, 2)\n"};
        assertThat(run(texts)).extracting(FileResult::status).containsOnly(Status.UNCHANGED);
        List<FileResult> all = run(List.of(RENAME), true, MemoryFile.all(texts));
        assertThat(all).extracting(FileResult::status).containsOnly(Status.CHANGED);
    }

    @Test
    void aFileThatCannotBeWrittenKeepsTheUnitAsItIs() {
        List<InputFile> files = new ArrayList<>(MemoryFile.all("a_()\n", "b_()\n"));
        files.add(MemoryFile.of("locked.py", "a_()\n").unwritable("the file is read-only"));
        List<FileResult> results = run(List.of(RENAME), false, files);
        assertThat(results)
                .extracting(FileResult::status)
                .containsExactly(Status.UNCHANGED, Status.CHANGED, Status.UNCHANGED);
        assertThat(results.get(0).findings().get(0).message()).endsWith("locked.py: the file is read-only");
    }

    @Test
    void aFileThatCannotBeReadKeepsAllUnitsAsTheyAre() {
        List<InputFile> files = new ArrayList<>(MemoryFile.all("a_()\n"));
        files.add(new InputFile() {
            @Override
            public String path() {
                return "broken.py";
            }

            @Override
            public byte[] read() throws IOException {
                throw new IOException("device on fire");
            }
        });
        List<FileResult> results = run(List.of(RENAME), false, files);
        assertThat(results).extracting(FileResult::status).containsExactly(Status.UNCHANGED, Status.UNREADABLE);
        assertThat(results.get(0).findings().get(0).message()).contains("broken.py: cannot be read");
    }

    @Test
    void aFailedCheckInOneFileKeepsTheUnitAsItIs() {
        Codemod growing = new RenameCalls("grow", "grow", Applicability.SAFE) {
            @Override
            public Module rewrite(FileContext file) {
                Module module = file.module();
                return module.withStatements(
                        module.statements().append(module.statements().last()));
            }
        };
        List<FileResult> results = run(List.of(RENAME, growing), false, MemoryFile.all("a_()\n", "a_()\ngrow()\n"));
        assertThat(results).extracting(FileResult::status).containsExactly(Status.UNCHANGED, Status.WITHDRAWN);
        assertThat(results.get(0).findings().get(0).message()).contains("file1.py: edits withdrawn: rename-calls");
    }

    @Test
    void aCodemodThatBreaksKeepsAllUnitsAsTheyAre() {
        Codemod broken = new RenameUnits() {
            @Override
            public Module rewrite(FileContext file, TreeSet<String> facts) {
                if (file.path().equals("file1.py")) {
                    throw new IllegalStateException("slipped");
                }
                return super.rewrite(file, facts);
            }
        };
        List<FileResult> results = run(List.of(broken), false, MemoryFile.all("a_()\n", "b_()\n"));
        assertThat(results).extracting(FileResult::status).containsExactly(Status.UNCHANGED, Status.WITHDRAWN);
    }

    @Test
    void failuresThatFollowFromFailuresAreFound() {
        // Without a_ in file0, the comment there stays in the way of b_ only; without b_, c_ has nothing against it.
        List<FileResult> results = run(
                "a_(b_(1, # fmt: off\n 2, 3), a_())\nc_()\n",
                "a_()  # codemod: ignore\n",
                "b_()\n",
                "c_()\n",
                "b_(c_())\n");
        assertThat(results)
                .extracting(FileResult::status)
                .containsExactly(Status.CHANGED, Status.UNCHANGED, Status.UNCHANGED, Status.CHANGED, Status.CHANGED);
        assertThat(text(results.get(4))).isEqualTo("b_(c())\n");
    }

    @Test
    void inEveryProjectAUnitIsRewrittenEverywhereOrNowhere() {
        for (int seed = 0; seed < 150; seed++) {
            List<InputFile> files = randomProject(new Random(seed));
            List<FileResult> results = run(List.of(RENAME), false, files);
            assertThat(results)
                    .extracting(FileResult::path)
                    .isEqualTo(files.stream().map(InputFile::path).toList());
            for (String unit : List.of("a", "b", "c", "d")) {
                long before = files.stream()
                        .filter(file -> calls(unit + "_", read(file)))
                        .count();
                long after = results.stream()
                        .filter(result -> result.after() != null && calls(unit, text(result)))
                        .count();
                assertThat(after).as("unit %s of seed %d", unit, seed).isIn(0L, before);
            }
            assertThat(runWith(8, files)).usingRecursiveComparison().isEqualTo(results);
        }
    }

    private static boolean calls(String function, String text) {
        return text.matches("(?s).*\\b" + function + "\\(.*");
    }

    private static List<InputFile> randomProject(Random random) {
        String[] lines = {"%s_()\n", "x = %s_(1)\n", "y = %s_(%s_())\n", "pass\n"};
        String[] obstacles = {
            "%s_(1, 2)\n", "%s_(1, # fmt: off\n  2, 3)\n", "%s_()  # codemod: ignore\n", "# codemod: skip-file\n"
        };
        List<InputFile> files = new ArrayList<>();
        int count = 2 + random.nextInt(6);
        for (int i = 0; i < count; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(4); n >= 0; n--) {
                String[] kind = random.nextInt(12) == 0 ? obstacles : lines;
                String line = kind[random.nextInt(kind.length)];
                text.append(String.format(line, name(random), name(random)));
            }
            MemoryFile file = MemoryFile.of("file" + i + ".py", text.toString());
            files.add(random.nextInt(25) == 0 ? file.unwritable("the file is read-only") : file);
        }
        return files;
    }

    private static char name(Random random) {
        return (char) ('a' + random.nextInt(4));
    }

    private static List<FileResult> run(String... texts) {
        return run(List.of(RENAME), false, MemoryFile.all(texts));
    }

    private static List<FileResult> run(List<Codemod> codemods, boolean isUnsafe, List<InputFile> files) {
        List<FileResult> results = new ArrayList<>();
        new Runner(new RunOptions(codemods, isUnsafe, null, Map.of(), 2)).run(files, results::add);
        return results;
    }

    private static List<FileResult> runWith(int jobs, List<InputFile> files) {
        List<FileResult> results = new ArrayList<>();
        new Runner(new RunOptions(List.of(RENAME), false, null, Map.of(), jobs)).run(files, results::add);
        return results;
    }

    private static String read(InputFile file) {
        return new String(((MemoryFile) file).bytes(), StandardCharsets.UTF_8);
    }

    private static String text(FileResult result) {
        return new String(result.after(), StandardCharsets.UTF_8);
    }
}
