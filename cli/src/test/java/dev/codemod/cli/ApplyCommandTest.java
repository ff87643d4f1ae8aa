package dev.codemod.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codemod.codemod.Codemod;
import dev.codemod.codemods.singleton.SingletonToModule;
import dev.codemod.fixtures.GitApply;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApplyCommandTest {
    private static final String EVERYTHING =
            "files: 4 scanned, 2 changed, 1 skipped, 1 unparsed; rewrites: 2 safe, 1 unsafe; 1 manual";

    @TempDir
    Path temporary;

    private Path folder;

    @BeforeEach
    void makeFolder() throws IOException {
        folder = Files.createDirectory(temporary.toRealPath().resolve("work"));
    }

    @Test
    void aDryRunPrintsADiffAndWritesNothing() throws IOException {
        write("a.py", "x = old_safe(1)  # one\n");
        CliRun run = apply("--dry-run");
        assertThat(run.out()).isEqualTo("""
                        diff --git a/a.py b/a.py
                        --- a/a.py
                        +++ b/a.py
                        @@ -1 +1 @@
                        -x = old_safe(1)  # one
                        +x = new(1)  # one
                        """);
        assertThat(run.err())
                .isEqualTo(line("files: 1 scanned, 1 changed, 0 skipped, 0 unparsed;"
                        + " rewrites: 1 safe, 0 unsafe; 0 manual"));
        assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(read("a.py")).isEqualTo("x = old_safe(1)  # one\n");
    }

    @Test
    void everythingThatHappensIsReportedAndCounted() throws IOException {
        writeOneOfEach();
        CliRun run = apply("--dry-run");
        assertThat(run.err())
                .isEqualTo(line("a.py:2:1: manual: nobody knows its new name; ask (rename-calls: no-name)")
                        + line("b.py:1:7: unsafe: it may have a new name (not applied without --unsafe; rename-calls:"
                                + " unsafe-name)")
                        + line("d.py:1:9: error: '(' was never closed")
                        + line(EVERYTHING));
        assertThat(run.exitCode()).isEqualTo(ExitCode.INCOMPLETE);
    }

    private void writeOneOfEach() throws IOException {
        write("a.py", "old_safe()\nold_manual()\n");
        write("b.py", "x = [ old_unsafe(), old_safe() ]\n");
        write("c.py", "old_safe()  # codemod: skip-file\n");
        write("d.py", "old_safe(\n");
    }

    @Test
    void theDiffGivesWhatApplyWrites() throws IOException {
        Map<String, byte[]> before = files();
        byte[] diff = apply("--dry-run", "--unsafe").outBytes();
        CliRun run = apply("--unsafe");
        assertThat(run.err()).contains("files: 8 scanned, 8 changed, 0 skipped").hasLineCount(2);
        assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
        Map<String, byte[]> after = new TreeMap<>();
        for (String name : before.keySet()) {
            after.put(name, Files.readAllBytes(folder.resolve(name)));
        }
        assertThat(new String(after.get("dos.py"), StandardCharsets.ISO_8859_1))
                .isEqualTo("a = new()\r\nb = new()\r\n\r\n");
        GitApply.assertTurns(diff, before, after);
    }

    /** Files whose diffs are hard to get right, all of which change. */
    private Map<String, byte[]> files() throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        files.put("dos.py", bytes("a = old_safe()\r\nb = old_unsafe()\r\n\r\n"));
        files.put("mac.py", bytes("a = 1\rb = old_safe()\rc = 2\r"));
        files.put("no newline.py", bytes("x = 1\nold_safe()"));
        files.put("latin.py", bytes("# coding: latin-1\ns = '\u00e9'\nold_safe('\u00e9')\n"));
        files.put("bom.py", bytes("\u00ef\u00bb\u00bfold_safe()\n"));
        files.put("sjis.py", bytes("# coding: shift_jis\nold_safe('\u0083\\')\n"));
        files.put("pkg/deep/caf\u00e9\t.py", bytes("old_safe()\n"));
        files.put("old2.py", bytes("print 'x'\nold_safe()\n"));
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
        return files;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    @Test
    void theNumberOfThreadsMakesNoDifference() throws IOException {
        for (int i = 0; i < 200; i++) {
            write("f" + i + ".py", "old_safe(" + i + ")\nold_manual()\n" + (i % 9 == 0 ? "(" : ""));
        }
        CliRun one = apply("--dry-run", "-j", "1");
        CliRun eight = apply("--dry-run", "-j", "8");
        assertThat(one.out()).hasLineCount(177 * 7).isEqualTo(eight.out());
        assertThat(one.err()).isEqualTo(eight.err());
    }

    @Test
    void checkOnlySaysWhetherAnythingWouldChange() throws IOException {
        write("a.py", "old_safe()\n");
        write("b.py", "fine()\n");
        CliRun run = apply("--check");
        assertThat(run.exitCode()).isEqualTo(ExitCode.CHANGES_PENDING);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith(line("a.py: would change"));
        assertThat(read("a.py")).isEqualTo("old_safe()\n");
        assertThat(CliRun.with(List.of(new RenameCalls()), folder, "apply", "--check", "b.py")
                        .exitCode())
                .isEqualTo(ExitCode.DONE);
    }

    @Test
    void checkWithDryRunPrintsTheDiffToo() throws IOException {
        write("a.py", "old_safe()\n");
        CliRun run = apply("--check", "--dry-run");
        assertThat(run.exitCode()).isEqualTo(ExitCode.CHANGES_PENDING);
        assertThat(run.out()).startsWith("diff --git");
        assertThat(run.err()).startsWith("files: ");
    }

    @Test
    void aFileThatCannotBeProcessedOutweighsPendingChanges() throws IOException {
        writeOneOfEach();
        assertThat(apply("--check").exitCode()).isEqualTo(ExitCode.INCOMPLETE);
    }

    @Test
    void theDiffGoesToAFileOnRequest() throws IOException {
        write("a.py", "old_safe()\n");
        CliRun run = apply("--dry-run", "--diff-out", "out.diff");
        assertThat(run.out()).isEmpty();
        assertThat(read("out.diff")).startsWith("diff --git a/a.py b/a.py\n").endsWith("+new()\n");
        assertThat(read("a.py")).isEqualTo("old_safe()\n");
        assertThat(apply("--diff-out", "again.diff").exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(read("again.diff")).isEqualTo(read("out.diff"));
        assertThat(read("a.py")).isEqualTo("new()\n");
        assertThat(apply("--dry-run", "--diff-out", "no/such/folder").exitCode())
                .isEqualTo(ExitCode.USAGE);
    }

    @Test
    void aFailedSafetyCheckWithdrawsTheFileAndHasItsExitCode() throws IOException {
        write("a.py", "old_flip()\n");
        write("b.py", "old_safe()\n");
        CliRun run = apply();
        assertThat(run.err()).startsWith("a.py: error: edits withdrawn: ");
        assertThat(run.exitCode()).isEqualTo(ExitCode.UNSAFE_RESULT);
        assertThat(read("a.py")).isEqualTo("old_flip()\n");
        assertThat(read("b.py")).isEqualTo("new()\n");
    }

    @Test
    void aBrokenCodemodIsOneLineAndStopsNobodyElse() throws IOException {
        write("a.py", "old_broken()\n");
        write("b.py", "old_safe()\n");
        CliRun run = apply();
        assertThat(run.err()).startsWith("a.py: error: ").contains("report it").hasLineCount(2);
        assertThat(run.exitCode()).isEqualTo(ExitCode.UNSAFE_RESULT);
        assertThat(read("b.py")).isEqualTo("new()\n");
    }

    @Test
    void uncommittedChangesAreNotOverwritten() throws Exception {
        write("a.py", "old_safe()\n");
        Git git = Git.init(folder);
        git.commitAll();
        write("b.py", "x = 1\n");
        write("a.py", "old_safe() # mine\n");
        CliRun refused = apply();
        assertThat(refused.exitCode()).isEqualTo(ExitCode.REFUSED);
        assertThat(refused.err()).startsWith("codemod: error: the git tree ").hasLineCount(1);
        assertThat(read("a.py")).isEqualTo("old_safe() # mine\n");
        assertThat(apply("--dry-run").exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(apply("--check").exitCode()).isEqualTo(ExitCode.CHANGES_PENDING);
        assertThat(apply("--allow-dirty").exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(read("a.py")).isEqualTo("new() # mine\n");
    }

    @Test
    void aCommittedTreeIsWrittenTwiceWithoutASecondChange() throws Exception {
        write("a.py", "old_safe()\n");
        Git git = Git.init(folder);
        git.commitAll();
        assertThat(apply().exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(git.run("status", "--porcelain")).isEqualTo(" M a.py\n");
        git.commitAll();
        assertThat(apply().err()).startsWith("files: 1 scanned, 0 changed");
        assertThat(git.run("status", "--porcelain")).isEmpty();
    }

    @Test
    void optionsOfCodemodsAreSetAndChecked() throws IOException {
        write("a.py", "old_safe()\n");
        assertThat(apply("--dry-run", "-P", "style=long").out()).contains("+new_long()");
        assertThat(apply("--dry-run", "-P", "rename-calls.style=long").out()).contains("+new_long()");
        assertThat(apply("-P", "style=wide").err())
                .isEqualTo(
                        line("codemod: error: option style of rename-calls cannot be wide; it is one of short, long"));
        assertThat(apply("-P", "stile=long").err())
                .isEqualTo(line("codemod: error: none of the codemods has an option stile; did you mean style?"));
    }

    @Test
    void codemodsAreChosenById() throws IOException {
        write("a.py", "old_safe()\n");
        assertThat(apply("--dry-run", "-c", "rename-calls,rename-calls").out()).contains("+new()");
        CliRun wrong = apply("-c", "rename-cals");
        assertThat(wrong.err())
                .isEqualTo(line("codemod: error: unknown codemod rename-cals; did you mean rename-calls?"));
        assertThat(wrong.exitCode()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void theCatalogueIsListedAndShown() {
        List<RenameCalls> catalogue = List.of(new RenameCalls());
        assertThat(CliRun.with(List.copyOf(catalogue), folder, "list").out()).isEqualTo("rename-calls  Rename calls\n");
        assertThat(CliRun.with(List.copyOf(catalogue), folder, "show", "rename-calls")
                        .out())
                .isEqualTo("# rename-calls\n\nRenames calls.\n");
    }

    @Test
    void aFileOutsideTheWorkingDirectoryHasAnApplicableDiff() throws IOException {
        Files.createDirectories(temporary.resolve("other/pkg"));
        Files.writeString(temporary.resolve("other/pkg/a.py"), "old_safe()\nold_manual()\n");
        CliRun run = CliRun.with(List.of(new RenameCalls()), folder, "apply", "--dry-run", "../other");
        assertThat(run.out()).startsWith("diff --git a/pkg/a.py b/pkg/a.py\n");
        assertThat(run.err())
                .startsWith("paths in the diff are relative to " + folder.resolveSibling("other"))
                .contains("\n../other/pkg/a.py:2:1: manual: ");
        GitApply.applyIn(temporary.resolve("other"), run.outBytes());
        assertThat(temporary.resolve("other/pkg/a.py")).hasContent("new()\nold_manual()\n");
    }

    @Test
    void theProjectAroundANamedFileIsReadAndNotWritten() throws IOException {
        write("config.py", """
                class Meta(type):
                    _made = {}

                    def __call__(cls, *args, **kwargs):
                        if cls not in cls._made:
                            cls._made[cls] = super().__call__(*args, **kwargs)
                        return cls._made[cls]


                class Config(metaclass=Meta):
                    def __init__(self):
                        self.debug = False
                """);
        write("use.py", "from config import Config\n\nprint(Config().debug)\n");
        List<Codemod> catalogue = List.of(new SingletonToModule());

        CliRun alone = CliRun.with(catalogue, folder, "apply", "--dry-run", "config.py");
        CliRun both = CliRun.with(catalogue, folder, "apply", "--dry-run", "config.py", "use.py");

        assertThat(alone.out()).isEmpty();
        assertThat(alone.err())
                .contains("use.py", "the command line does not name the file", "unit-withdrawn")
                .contains("files: 1 scanned, 0 changed");
        assertThat(both.out()).contains("+++ b/config.py", "+++ b/use.py");
    }

    @Test
    void linksOfTheCommandLineAreFollowedSoThatTheDiffApplies() throws IOException {
        Files.createDirectory(folder.resolve("pkg"));
        write("pkg/a.py", "old_safe()\n");
        Files.createSymbolicLink(folder.resolve("link.py"), Path.of("pkg/a.py"));
        Files.createSymbolicLink(folder.resolve("linked"), Path.of("pkg"));
        CliRun run = apply("--dry-run", "link.py", "linked", "linked/a.py", "pkg/a.py");
        assertThat(run.out()).startsWith("diff --git a/pkg/a.py b/pkg/a.py\n");
        assertThat(run.err()).contains("files: 1 scanned, 1 changed");
        GitApply.applyIn(folder, run.outBytes());
        assertThat(read("pkg/a.py")).isEqualTo("new()\n");
    }

    @Test
    void anEmptyPathIsNotTheWorkingDirectory() throws IOException {
        write("a.py", "old_safe()\n");
        CliRun run = apply("");
        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).isEqualTo(line("codemod: error: a path is empty; the working directory is called ."));
        assertThat(read("a.py")).isEqualTo("old_safe()\n");
    }

    @Test
    void noTemporaryFileIsLeft() throws IOException {
        files();
        apply("--unsafe");
        try (Stream<Path> tree = Files.walk(folder)) {
            assertThat(tree.map(path -> path.getFileName().toString())).noneMatch(name -> name.startsWith(".codemod-"));
        }
    }

    private CliRun apply(String... options) {
        String[] args = Stream.concat(Stream.of("apply"), Stream.of(options)).toArray(String[]::new);
        return CliRun.with(List.of(new RenameCalls()), folder, args);
    }

    private static String line(String text) {
        return text + System.lineSeparator();
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private String read(String name) throws IOException {
        return Files.readString(folder.resolve(name));
    }
}
