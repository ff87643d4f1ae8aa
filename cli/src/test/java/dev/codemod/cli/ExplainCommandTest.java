package dev.codemod.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codemod.codemod.Applicability;
import dev.codemod.codemod.Codemod;
import dev.codemod.codemod.FileContext;
import dev.codemod.codemod.Prefilter;
import dev.codemod.codemod.ProjectCodemod;
import dev.codemod.source.LanguageLevel;
import dev.codemod.tree.Call;
import dev.codemod.tree.Module;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplainCommandTest {
    @TempDir
    Path temporary;

    private Path folder;

    @BeforeEach
    void makeFolder() throws IOException {
        folder = Files.createDirectory(temporary.toRealPath().resolve("work"));
    }

    @Test
    void findingsOfTheLineAreTold() throws IOException {
        write("a.py", "x = 1\nold_safe(\n    old_manual(),\n)\nold_unsafe()\n");
        assertThat(explain("a.py:3").out()).isEqualTo("""
                        a.py:3: old_manual(),
                        rename-calls: rewritten, safe (safe-name): it has a new name
                        rename-calls: not rewritten (no-name): nobody knows its new name; ask
                        known: `old_manual` is not known by name (line 3: nothing in this file binds the name old_manual)
                        """);
        assertThat(explain("a.py:5").out())
                .contains("rename-calls: not rewritten without --unsafe (unsafe-name): it may have a new name\n");
        assertThat(explain("a.py:5", "--unsafe").out()).contains("rename-calls: rewritten, unsafe (unsafe-name)");
        assertThat(Files.readString(folder.resolve("a.py"))).startsWith("x = 1\nold_safe(");
    }

    @Test
    void aLineWithoutFindingsIsExplained() throws IOException {
        write("a.py", "from time import sleep as nap\nold_safe()\nnap(1)\n");
        write("b.py", "import x\n");
        CliRun run = explain("a.py:3");
        assertThat(run.out()).isEqualTo("""
                        a.py:3: nap(1)
                        rename-calls: looked at the file and found nothing to rewrite or to refuse on this line; it did on line 2
                        known: `nap` is time.sleep (line 1: imports sleep from time)
                        """);
        assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(explain("b.py:1").out())
                .isEqualTo("b.py:1: import x\nrename-calls: did not look at the file: the file has no old_\n");
    }

    @Test
    void whatACommentIgnoresIsTold() throws IOException {
        write("a.py", "old_safe()  # codemod: ignore\n");
        write("b.py", "# codemod: skip-file\nold_safe()\n");
        assertThat(explain("a.py:1").out())
                .contains("rename-calls: saw: a comment ignores a rewrite: it has a new name (safe-name)\n");
        assertThat(explain("b.py:2").out()).contains("a comment `# codemod: skip-file` keeps all codemods away");
    }

    @Test
    void whatTheConfigurationIgnoresIsTold() throws IOException {
        write("codemod.yaml", "per-file-ignores: {a.py: [rename-calls]}\n");
        write("a.py", "old_safe()\n");
        assertThat(explain("a.py:1").out())
                .contains("rename-calls: did not look at the file: the configuration ignores the file\n");
    }

    @Test
    void evidenceAndTheWholeProjectAreSeen() throws IOException {
        Files.createDirectories(folder.resolve(".git"));
        write("pkg/a.py", "import x\nuse(1)\n");
        write("other/b.py", "use(2)\n");
        Codemod counting = new CountUses();
        CliRun run = CliRun.with(List.of(counting), folder.resolve("pkg"), "explain", "a.py:2:5");
        assertThat(run.out())
                .startsWith("pkg/a.py:2: use(1)\ncount-uses: rewritten, safe (counted): 2 uses\n"
                        + "count-uses: saw: a call of use\n");
    }

    @Test
    void aFileWithASyntaxErrorIsNotExplained() throws IOException {
        write("a.py", "x = 1\nold_safe(\n");
        CliRun run = explain("a.py:1");
        assertThat(run.out()).startsWith("a.py:1: x = 1\nerror: line 2: '(' was never closed\n");
        assertThat(run.exitCode()).isEqualTo(ExitCode.INCOMPLETE);
    }

    @Test
    void wrongPlacesAreOneLine() throws IOException {
        write("a.py", "x = 1\ny = 2\n");
        assertUsage("explain needs one place: FILE:LINE");
        assertUsage("explain needs FILE:LINE, not a.py", "a.py");
        assertUsage("explain needs FILE:LINE, not a.py:x", "a.py:x");
        assertUsage("a.py has no line 3; its last line is 2", "a.py:3");
        assertUsage("a.py has no line 0; its last line is 2", "a.py:0");
        assertUsage("no such file: b.py", "b.py:1");
        assertUsage("not a file: .", ".:1");
        assertUsage("unknown codemod x; `codemod list` shows all", "a.py:1", "-c", "x");
    }

    private void assertUsage(String message, String... args) {
        CliRun run = explain(args);
        assertThat(run.err()).isEqualTo("codemod: error: " + message + System.lineSeparator());
        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
    }

    private CliRun explain(String... args) {
        String[] all = Stream.concat(Stream.of("explain"), Stream.of(args)).toArray(String[]::new);
        return CliRun.with(List.of(new RenameCalls()), folder, all);
    }

    private void write(String name, String text) throws IOException {
        Files.createDirectories(folder.resolve(name).getParent());
        Files.writeString(folder.resolve(name), text);
    }

    /** Says at every call of {@code use} how many there are in the project. */
    private static final class CountUses extends ProjectCodemod<ArrayList<String>> {
        @Override
        public String id() {
            return "count-uses";
        }

        @Override
        public String summary() {
            return "Count uses";
        }

        @Override
        public String page() {
            return "# count-uses\n";
        }

        @Override
        public boolean supports(LanguageLevel level) {
            return true;
        }

        @Override
        public Prefilter prefilter() {
            return Prefilter.anyOf("use(");
        }

        @Override
        public ArrayList<String> none() {
            return new ArrayList<>();
        }

        @Override
        public ArrayList<String> merge(ArrayList<String> left, ArrayList<String> right) {
            ArrayList<String> both = new ArrayList<>(left);
            both.addAll(right);
            return both;
        }

        @Override
        public ArrayList<String> scan(FileContext file) {
            return new ArrayList<>(List.of(file.path()));
        }

        @Override
        public Prefilter usesPrefilter(ArrayList<String> definitions) {
            return Prefilter.anyOf();
        }

        @Override
        public ArrayList<String> scanUses(FileContext file, ArrayList<String> definitions) {
            return none();
        }

        @Override
        public ArrayList<String> unknownUses(String path, ArrayList<String> definitions) {
            return none();
        }

        @Override
        public Prefilter rewritePrefilter(ArrayList<String> facts) {
            return prefilter();
        }

        @Override
        public Module rewrite(FileContext file, ArrayList<String> facts) {
            for (Call call : file.module().findAll(Call.class)) {
                file.explain(call, "a call of " + call.func().sourceText());
                file.offer(Applicability.SAFE, call, "counted", facts.size() + " uses");
            }
            return file.module();
        }
    }
}
