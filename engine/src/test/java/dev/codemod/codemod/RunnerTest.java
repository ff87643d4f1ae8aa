package dev.codemod.codemod;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codemod.tree.FunctionDef;
import dev.codemod.tree.Module;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class RunnerTest {
    private static final Codemod SAFE = new RenameCalls("old", "new", Applicability.SAFE);

    @Test
    void aChangedFileComesWithItsBytesBeforeAndAfter() {
        FileResult result = run(SAFE, "x = old( 1 )  # keep\r\n").get(0);
        assertThat(result.status()).isEqualTo(FileResult.Status.CHANGED);
        assertThat(text(result.before())).isEqualTo("x = old( 1 )  # keep\r\n");
        assertThat(text(result.after())).isEqualTo("x = new( 1 )  # keep\r\n");
        assertThat(result.findings()).hasSize(1);
        assertThat(result.findings().get(0).isApplied()).isTrue();
        assertThat(result.findings().get(0).line()).isEqualTo(1);
        assertThat(result.findings().get(0).column()).isEqualTo(5);
    }

    @Test
    void aFileWithoutTheLiteralsIsNotParsed() {
        assertThat(run(SAFE, "def (((\n").get(0).status()).isEqualTo(FileResult.Status.UNCHANGED);
    }

    @Test
    void aSyntaxErrorIsReportedWithItsPlaceAndTheOtherFilesAreProcessed() {
        List<FileResult> results = run(SAFE, "old()\nx = = 1\n", "old()\n");
        assertThat(results.get(0).status()).isEqualTo(FileResult.Status.UNPARSED);
        assertThat(results.get(0).errors().get(0).line()).isEqualTo(2);
        assertThat(results.get(0).errors().get(0).column()).isEqualTo(5);
        assertThat(results.get(1).status()).isEqualTo(FileResult.Status.CHANGED);
    }

    @Test
    void anUnreadableFileIsReported() {
        List<FileResult> results = new ArrayList<>();
        InputFile broken = new InputFile() {
            @Override
            public String path() {
                return "broken.py";
            }

            @Override
            public byte[] read() throws IOException {
                throw new IOException("device on fire");
            }
        };
        new Runner(options(SAFE, false, 1)).run(List.of(broken), results::add);
        assertThat(results.get(0).status()).isEqualTo(FileResult.Status.UNREADABLE);
        assertThat(results.get(0).errors().get(0).message()).isEqualTo("cannot be read: device on fire");
    }

    @Test
    void unsafeRewritesNeedTheOption() {
        Codemod unsafe = new RenameCalls("old", "new", Applicability.UNSAFE);
        FileResult without = run(unsafe, "old()\n").get(0);
        assertThat(without.status()).isEqualTo(FileResult.Status.UNCHANGED);
        assertThat(without.findings().get(0).isApplied()).isFalse();
        List<FileResult> with = new ArrayList<>();
        new Runner(options(unsafe, true, 1)).run(MemoryFile.all("old()\n"), with::add);
        assertThat(text(with.get(0).after())).isEqualTo("new()\n");
    }

    @Test
    void refusalsAreFindingsOfAnUnchangedFile() {
        FileResult result = run(new RenameCalls("old", "new", Applicability.MANUAL), "a\nold()\n")
                .get(0);
        assertThat(result.status()).isEqualTo(FileResult.Status.UNCHANGED);
        assertThat(result.findings().get(0).applicability()).isEqualTo(Applicability.MANUAL);
        assertThat(result.findings().get(0).line()).isEqualTo(2);
    }

    @Test
    void commentsInTheFileKeepCodemodsAway() {
        assertThat(run(SAFE, "# codemod: skip-file\nold()\n").get(0).status()).isEqualTo(FileResult.Status.SKIPPED);
        FileResult result = run(SAFE, "old()  # codemod: ignore[rename-calls]\nold()  # codemod: ignore[else]\nold()\n")
                .get(0);
        assertThat(text(result.after()))
                .isEqualTo("old()  # codemod: ignore[rename-calls]\nnew()  # codemod: ignore[else]\nnew()\n");
    }

    @Test
    void aCodemodThatBreaksIsReportedAndTheOtherFilesAreProcessed() {
        Codemod broken = new RenameCalls("old", "new", Applicability.SAFE) {
            @Override
            public Module rewrite(FileContext file) {
                if (file.path().equals("file0.py")) {
                    throw new IllegalStateException("slipped");
                }
                return super.rewrite(file);
            }
        };
        List<FileResult> results = run(broken, "old()\n", "old()\n");
        assertThat(results.get(0).status()).isEqualTo(FileResult.Status.WITHDRAWN);
        assertThat(results.get(0).errors().get(0).message()).contains("slipped");
        assertThat(results.get(1).status()).isEqualTo(FileResult.Status.CHANGED);
    }

    @Test
    void aFileThatNeedsTooMuchMemoryIsReportedAndTheOtherFilesAreProcessed() {
        Codemod hungry = new RenameCalls("old", "new", Applicability.SAFE) {
            @Override
            public Module rewrite(FileContext file) {
                if (file.path().equals("file0.py")) {
                    throw new OutOfMemoryError("Java heap space");
                }
                return super.rewrite(file);
            }
        };
        List<FileResult> results = run(hungry, "old()\n", "old()\n");
        assertThat(results.get(0).status()).isEqualTo(FileResult.Status.UNREADABLE);
        assertThat(results.get(0).errors().get(0).message()).startsWith("cannot be processed: out of memory");
        assertThat(results.get(1).status()).isEqualTo(FileResult.Status.CHANGED);
    }

    @Test
    void aRewriteThatWouldGoOnIsWithdrawn() {
        Codemod growing = new RenameCalls("old", "old.old", Applicability.SAFE) {
            @Override
            public Module rewrite(FileContext file) {
                return file.module()
                        .withStatements(file.module()
                                .statements()
                                .append(file.module().statements().last()));
            }
        };
        FileResult result = run(growing, "old()\n").get(0);
        assertThat(result.status()).isEqualTo(FileResult.Status.WITHDRAWN);
        assertThat(result.errors().get(0).message()).contains("second run");
    }

    @Test
    void severalCodemodsSeeEachOthersOutput() {
        List<FileResult> results = new ArrayList<>();
        RunOptions options = new RunOptions(
                List.of(SAFE, new RenameCalls("new", "newest", Applicability.SAFE)), false, null, Map.of(), 1);
        new Runner(options).run(MemoryFile.all("old(new())\n"), results::add);
        assertThat(text(results.get(0).after())).isEqualTo("newest(newest())\n");
    }

    @Test
    void theResultsDoNotDependOnTheNumberOfWorkers() {
        String[] texts = new String[60];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = i % 7 == 0 ? "x = = old\n" : "old(" + i + ")\n".repeat(1 + i % 5);
        }
        List<FileResult> one = run(SAFE, 1, texts);
        List<FileResult> eight = run(SAFE, 8, texts);
        assertThat(eight).usingRecursiveComparison().isEqualTo(one);
    }

    @Test
    void aProjectCodemodLearnsFromOtherFiles() {
        List<FileResult> results = run(new RenameDefined(), "def f_():\n    pass\n", "f_()\ng_()\n");
        assertThat(text(results.get(1).after())).isEqualTo("f_new()\ng_()\n");
    }

    @Test
    void aFileThatMayUseADefinitionButHasNoTreeIsKnownToTheCodemod() {
        List<FileResult> results = run(new RenameDefined(), "def f_():\n    pass\n", "f_()\n", "f_( = \n");
        assertThat(results.get(1).status()).isEqualTo(FileResult.Status.UNCHANGED);
    }

    @Test
    void aPassThatBreaksOnAFileKnowsNothingOfItsUsesAndTheOtherFilesAreProcessed() {
        Codemod broken = new RenameDefined() {
            @Override
            public TreeSet<String> scanUses(FileContext file, TreeSet<String> definitions) {
                if (file.path().equals("file1.py")) {
                    throw new IllegalStateException("slipped");
                }
                return super.scanUses(file, definitions);
            }
        };
        List<FileResult> results = run(broken, "def f_():\n    pass\n", "f_()\n", "f_()\n");
        assertThat(results).extracting(FileResult::status).containsOnly(FileResult.Status.UNCHANGED);
    }

    /** Renames the calls of functions whose definition was seen in any file, unless some use cannot be seen. */
    private static class RenameDefined extends ProjectCodemod<TreeSet<String>> {
        private static final String UNKNOWN = "?";

        @Override
        public String id() {
            return "rename-defined";
        }

        @Override
        public String summary() {
            return "Rename calls of defined functions";
        }

        @Override
        public String page() {
            return "# rename-defined\n";
        }

        @Override
        public Prefilter prefilter() {
            return Prefilter.anyOf("def ");
        }

        @Override
        public TreeSet<String> none() {
            return new TreeSet<>();
        }

        @Override
        public TreeSet<String> merge(TreeSet<String> left, TreeSet<String> right) {
            TreeSet<String> both = new TreeSet<>(left);
            both.addAll(right);
            return both;
        }

        @Override
        public TreeSet<String> scan(FileContext file) {
            TreeSet<String> names = new TreeSet<>();
            file.module()
                    .findAll(FunctionDef.class)
                    .forEach(function -> names.add(function.name().sourceText()));
            return names;
        }

        @Override
        public Prefilter usesPrefilter(TreeSet<String> definitions) {
            return Prefilter.anyOf(definitions);
        }

        @Override
        public TreeSet<String> scanUses(FileContext file, TreeSet<String> definitions) {
            return none();
        }

        @Override
        public TreeSet<String> unknownUses(String path, TreeSet<String> definitions) {
            return new TreeSet<>(List.of(UNKNOWN));
        }

        @Override
        public Prefilter rewritePrefilter(TreeSet<String> facts) {
            return Prefilter.anyOf(facts);
        }

        @Override
        public Module rewrite(FileContext file, TreeSet<String> facts) {
            if (facts.contains(UNKNOWN)) {
                return file.module();
            }
            Module module = file.module();
            for (String name : facts) {
                module = new RenameCalls(name, name + "new", Applicability.SAFE).rewrite(file);
            }
            return module;
        }
    }

    private static List<FileResult> run(Codemod codemod, String... texts) {
        return run(codemod, 2, texts);
    }

    private static List<FileResult> run(Codemod codemod, int jobs, String... texts) {
        List<FileResult> results = new ArrayList<>();
        new Runner(options(codemod, false, jobs)).run(MemoryFile.all(texts), results::add);
        return results;
    }

    private static RunOptions options(Codemod codemod, boolean isUnsafe, int jobs) {
        return new RunOptions(List.of(codemod), isUnsafe, null, Map.of(), jobs);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
