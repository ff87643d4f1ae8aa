package dev.codemod.codemod;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SuppressionsTest {
    private static final Codemod RENAME = new RenameCalls("old", "new", Applicability.SAFE);
    private static final Codemod UNITS = new RenameUnits();

    @Test
    void aListOfIdsIgnoresTheseCodemods() {
        assertThat(output("old()  # codemod: ignore[else, rename-calls]\n")).isNull();
        assertThat(output("old()  #codemod:ignore[rename-calls]  # and why\n")).isNull();
        assertThat(output("old()  # codemod: ignore\n")).isNull();
        assertThat(output("old()  # codemod: ignore[else]\n")).startsWith("new()");
        assertThat(output("old(\n    1,\n)  # codemod: ignore[rename-calls]\n")).isNull();
        assertThat(output("old()  # about codemod: ignore\n")).startsWith("new()");
    }

    @Test
    void aSuppressionThatIsNeededIsNotReported() {
        assertThat(findings(RunScope.UNKNOWN, "old()  # codemod: ignore[rename-calls]\n"))
                .isEmpty();
        Codemod refusing = new RenameCalls("old", "new", Applicability.MANUAL);
        assertThat(findings(List.of(refusing), ALL, "old()  # codemod: ignore[rename-calls]\n"))
                .isEmpty();
    }

    @Test
    void anUnusedSuppressionIsReported() {
        assertThat(findings(RunScope.UNKNOWN, "old()\nx = 1  # codemod: ignore[rename-calls]\n"))
                .containsExactly("2:8 unused-suppression rename-calls finds nothing on this line; remove the comment");
        assertThat(findings(RunScope.UNKNOWN, "old()\nx = 1  # codemod: ignore[rename-calls, else]\n"))
                .containsExactly(
                        "2:8 unused-suppression rename-calls finds nothing on this line; remove it from the comment");
    }

    @Test
    void aSuppressionOfACodemodThatDidNotRunOrLookIsNotReported() {
        assertThat(findings(ALL, "old()  # codemod: ignore[exists]\n")).isEmpty();
        assertThat(findings(ALL, "x = 1  # codemod: ignore[rename-calls]\n")).isEmpty();
        assertThat(findings(List.of(RENAME, UNITS), ALL, "old()\nx = 1  # codemod: ignore[rename-units]\n"))
                .isEmpty();
    }

    @Test
    void anUnknownIdIsReportedWithTheNearestOne() {
        assertThat(findings(ALL, "old()  # codemod: ignore[rename-cals]\n"))
                .containsExactly("1:8 unknown-codemod there is no codemod rename-cals; did you mean rename-calls?");
        assertThat(findings(ALL, "old()  # codemod: ignore[]\n"))
                .containsExactly("1:8 unknown-codemod the comment names no codemod; remove it");
        assertThat(findings(RunScope.UNKNOWN, "old()  # codemod: ignore[rename-cals]\n"))
                .isEmpty();
    }

    @Test
    void aCommentThatIgnoresAllIsUnusedOnlyIfAllHaveLooked() {
        assertThat(findings(ALL, "old()\nx = 1  # codemod: ignore\n"))
                .containsExactly("2:8 unused-suppression no codemod finds anything on this line; remove the comment");
        assertThat(findings(RunScope.UNKNOWN, "old()\nx = 1  # codemod: ignore\n"))
                .isEmpty();
        assertThat(findings(ALL, "old()  # codemod: ignore\n")).isEmpty();
    }

    @Test
    void aStepThatMovesLinesDoesNotMoveSuppressions() {
        Codemod growing = new RenameCalls("grow", "f(\n\n\n)", Applicability.SAFE);
        assertThat(findings(List.of(growing, UNITS), ALL, "grow()\na_()  # codemod: ignore[rename-units]\n"))
                .isEmpty();
    }

    @Test
    void anIgnoredFileIsNotSeenByTheCodemodAndKeepsItsUnits() {
        RunScope scope = new RunScope() {
            @Override
            public boolean isIgnored(String path, String codemod) {
                return path.equals("file1.py") && codemod.equals("rename-units");
            }
        };
        List<FileResult> results = new ArrayList<>();
        new Runner(new RunOptions(List.of(RENAME, UNITS), false, null, Map.of(), 1, scope))
                .run(MemoryFile.all("a_(); b_()\n", "a_(); old()\n"), results::add);
        assertThat(text(results.get(0))).isEqualTo("a_(); b()\n");
        assertThat(text(results.get(1))).isEqualTo("a_(); new()\n");
        assertThat(results.get(0).findings().get(0).message()).contains("file1.py: the configuration ignores the file");
    }

    private static final RunScope ALL = new RunScope() {
        @Override
        public Collection<String> knownCodemods() {
            return List.of("exists", "rename-calls");
        }

        @Override
        public boolean isComplete() {
            return true;
        }
    };

    private static List<String> findings(RunScope scope, String text) {
        return findings(List.of(RENAME), scope, text);
    }

    private static List<String> findings(List<Codemod> codemods, RunScope scope, String text) {
        return run(codemods, scope, text).findings().stream()
                .filter(finding -> finding.applicability() == Applicability.MANUAL)
                .map(f -> f.line() + ":" + f.column() + " " + f.reason() + " " + f.message())
                .toList();
    }

    private static String output(String text) {
        FileResult result = run(List.of(RENAME), RunScope.UNKNOWN, text);
        return result.after() == null ? null : text(result);
    }

    private static FileResult run(List<Codemod> codemods, RunScope scope, String text) {
        List<FileResult> results = new ArrayList<>();
        new Runner(new RunOptions(codemods, false, null, Map.of(), 1, scope)).run(MemoryFile.all(text), results::add);
        return results.get(0);
    }

    private static String text(FileResult result) {
        return new String(result.after(), StandardCharsets.UTF_8);
    }
}
