package dev.codemod.codemod;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A codemod over several files that uses the index of the project and rewrites all of them or none. */
class RenameFunctionTest {
    private final Map<String, String> files = new TreeMap<>(Map.of(
            "shop/__init__.py",
            "from .db import load\n",
            "shop/db.py",
            "def load(path):  # reads\n    return path\n\ndef twice(p):\n    return load(load(p))\n",
            "shop/web.py",
            "import shop.db as database\nfrom shop import load as l\n\nx = database.load('a')  # load\ny = l('b')\n",
            "other.py",
            "def load(): pass\nload()\n"));

    private final List<String> findings = new ArrayList<>();

    private Map<String, String> run(int jobs) {
        List<InputFile> inputs = new ArrayList<>();
        files.forEach((path, text) -> inputs.add(MemoryFile.of(path, text)));
        Map<String, String> changed = new TreeMap<>();
        RunOptions options =
                new RunOptions(List.of(new RenameFunction("shop.db.load", "read")), false, null, Map.of(), jobs);
        new Runner(options).run(inputs, result -> {
            result.findings()
                    .forEach(finding -> findings.add(finding.path() + ":" + finding.line() + " " + finding.reason()));
            if (result.status() == FileResult.Status.CHANGED) {
                changed.put(result.path(), new String(result.after(), StandardCharsets.UTF_8));
            }
        });
        return changed;
    }

    @Test
    void aFunctionIsRenamedInAllFilesThatUseIt() {
        Map<String, String> expected = new TreeMap<>(
                Map.of(
                        "shop/__init__.py",
                        "from .db import read\n",
                        "shop/db.py",
                        "def read(path):  # reads\n    return path\n\ndef twice(p):\n    return read(read(p))\n",
                        "shop/web.py",
                        "import shop.db as database\nfrom shop import read as l\n\nx = database.read('a')  # load\ny = l('b')\n"));
        assertThat(run(1)).isEqualTo(expected);
        assertThat(run(4)).isEqualTo(expected);
    }

    @Test
    void aUseThatIsNotCertainKeepsAllFilesAsTheyAre() {
        files.put("broken.py", "load(\n");
        assertThat(run(2)).isEmpty();
        assertThat(findings).contains("shop/db.py:1 uses-unknown").doesNotContain("other.py:1 uses-unknown");
    }

    @Test
    void aFileThatDoesNotWantItKeepsAllFilesAsTheyAre() {
        files.put("shop/web.py", "# codemod: skip-file\n" + files.get("shop/web.py"));
        assertThat(run(2)).isEmpty();
        assertThat(findings).contains("shop/db.py:1 unit-withdrawn");
    }
}
