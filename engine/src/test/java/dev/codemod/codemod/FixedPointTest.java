package dev.codemod.codemod;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codemod.codemod.FileResult.Status;
import dev.codemod.rewrite.Snippet;
import dev.codemod.tree.Module;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FixedPointTest {
    @Test
    void aCodemodSeesWhatALaterOneMade() {
        FileResult result = run("one()\n", rename("b", "two", "three"), rename("a", "one", "two"));
        assertThat(text(result)).isEqualTo("three()\n");
        assertThat(result.findings()).extracting(Finding::codemod).containsExactly("a", "b");
        assertThat(result.findings()).allMatch(Finding::isApplied);
    }

    @Test
    void codemodsThatUndoEachOtherAreNamedAndTheFileStays() {
        FileResult result = run(
                "old()\nx = other()\n",
                rename("c", "other", "else_"),
                rename("a", "old", "new"),
                rename("b", "new", "old"));
        assertThat(result.status()).isEqualTo(Status.WITHDRAWN);
        assertThat(result.errors().get(0).message())
                .isEqualTo("edits withdrawn: a, b: these codemods undo each other's work; leave one of them out");
        assertThat(result.findings()).noneMatch(Finding::isApplied);
    }

    @Test
    void codemodsThatDriveEachOtherOnAndOnAreNamed() {
        FileResult result = run("old()\n", rename("a", "old", "new"), rename("b", "new", "g(old())"));
        assertThat(result.status()).isEqualTo(Status.WITHDRAWN);
        assertThat(result.errors().get(0).message())
                .isEqualTo("edits withdrawn: a, b: these codemods still change the file after 12 rounds");
    }

    @Test
    void aRefusalThatIsSeenInEveryRoundIsReportedOnce() {
        Codemod refusing = new Renaming("c", "by_hand", "x", Applicability.MANUAL, 1);
        FileResult result = run("by_hand()\none()\n", refusing, rename("b", "two", "three"), rename("a", "one", "two"));
        assertThat(result.findings()).extracting(Finding::line).containsExactly(1, 2, 2);
    }

    @Test
    void aCodemodOfSeveralCyclesIsAppliedUntilNothingChanges() {
        FileResult result = run("x\nf1()\n", new Stages(4));
        assertThat(text(result)).isEqualTo("x\nf4()\n");
        assertThat(result.findings()).hasSize(3).allMatch(finding -> finding.line() == 2 && finding.isApplied());
    }

    @Test
    void aCodemodThatNeedsMoreCyclesThanItSaysIsWithdrawn() {
        FileResult result = run("f1()\n", new Stages(2));
        assertThat(result.status()).isEqualTo(Status.WITHDRAWN);
        assertThat(result.errors().get(0).message())
                .isEqualTo("edits withdrawn: stages: the file would still change after 2 cycles");
    }

    @Test
    void findingsOfLaterStepsHaveTheLinesOnDisk() {
        Codemod importing = new Codemod() {
            @Override
            public String id() {
                return "import-first";
            }

            @Override
            public String summary() {
                return "Import two modules";
            }

            @Override
            public Prefilter prefilter() {
                return Prefilter.always();
            }

            @Override
            public Module rewrite(FileContext file) {
                Module module = file.module();
                if (module.statements().size() > 2) {
                    return module;
                }
                return module.withStatements(module.statements()
                        .insert(0, Snippet.statement("import b, c, d").build())
                        .insert(0, Snippet.statement("import a").build()));
            }

            @Override
            public String page() {
                return "# import-first\n";
            }
        };
        FileResult result = run(
                "# top\none(); one()\n",
                importing,
                rename("a", "one", "two_and_more"),
                rename("z", "two_and_more", "three"));
        assertThat(text(result)).contains("import a\nimport b, c, d\n").contains("three(); three()");
        assertThat(result.findings())
                .extracting(finding -> finding.codemod() + finding.line() + ":" + finding.column())
                .containsExactly("a2:1", "z2:1", "a2:8", "z2:8");
        assertThat(result.findings()).extracting(Finding::endColumn).containsExactly(6, 6, 13, 13);
    }

    @Test
    void anIgnoreCommentHoldsForAllSteps() {
        FileResult result =
                run("one(two())  # codemod: ignore[b]\n", rename("a", "one", "two"), rename("b", "two", "three"));
        assertThat(text(result)).isEqualTo("two(two())  # codemod: ignore[b]\n");
    }

    private static Codemod rename(String id, String from, String to) {
        return new Renaming(id, from, to, Applicability.SAFE, 1);
    }

    private static class Renaming extends RenameCalls {
        private final String id;
        private final int cycles;

        Renaming(String id, String from, String to, Applicability applicability, int cycles) {
            super(from, to, applicability);
            this.id = id;
            this.cycles = cycles;
        }

        @Override
        public String id() {
            return id;
        }

        @Override
        public int cycles() {
            return cycles;
        }
    }

    /** Renames f1 to f2, f2 to f3 and f3 to f4, one step in every cycle. */
    private static final class Stages extends Renaming {
        Stages(int cycles) {
            super("stages", "f", "f", Applicability.SAFE, cycles);
        }

        @Override
        public Module rewrite(FileContext file) {
            Module module = file.module();
            for (int i = 1; i < 4 && module == file.module(); i++) {
                module = new RenameCalls("f" + i, "f" + (i + 1), Applicability.SAFE).rewrite(file);
            }
            return module;
        }
    }

    private static FileResult run(String text, Codemod... codemods) {
        List<FileResult> results = new ArrayList<>();
        new Runner(new RunOptions(List.of(codemods), false, null, Map.of(), 1)).run(MemoryFile.all(text), results::add);
        return results.get(0);
    }

    private static String text(FileResult result) {
        return new String(result.after(), StandardCharsets.UTF_8);
    }
}
