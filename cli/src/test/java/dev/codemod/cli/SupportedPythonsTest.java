package dev.codemod.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codemod.source.LanguageLevel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupportedPythonsTest {
    @TempDir
    Path folder;

    @BeforeEach
    void endTheSearchHere() throws IOException {
        Files.createDirectory(folder.resolve(".git"));
    }

    @Test
    void nothingIsKnownOfFilesOutsideProjects() {
        assertThat(oldest("src/a.py")).isNull();
    }

    @Test
    void pyprojectNamesTheOldest() throws IOException {
        write("pyproject.toml", "[project]\nname = \"shop\"\nrequires-python = \">=3.8,!=3.9.1,<4\"\n");
        assertThat(oldest("src/shop/a.py")).isEqualTo(LanguageLevel.PY38);
    }

    @Test
    void poetryNamesItWithACaret() throws IOException {
        write("pyproject.toml", "[tool.poetry.dependencies]\npython = \"^3.9\"\nhttpx = \">=0.20\"\n");
        assertThat(oldest("a.py")).isEqualTo(LanguageLevel.PY39);
    }

    @Test
    void setupCfgHasItUnquoted() throws IOException {
        write("setup.cfg", "[options]\npython_requires = >=3.7  # was 3.6\n");
        assertThat(oldest("a.py")).isEqualTo(LanguageLevel.PY37);
    }

    @Test
    void setupPyHasItAsAnArgument() throws IOException {
        write("setup.py", "from setuptools import setup\nsetup(python_requires='~=3.6', version=\"3.11\")\n");
        assertThat(oldest("a.py")).isEqualTo(LanguageLevel.PY36);
    }

    @Test
    void classifiersCountWhereNothingIsRequired() throws IOException {
        String classifier = "    \"Programming Language :: Python :: %s\",\n";
        write(
                "setup.py",
                "setup(classifiers=[\n" + classifier.formatted("3") + classifier.formatted("3.12")
                        + classifier.formatted("3.9") + "])\n");
        assertThat(oldest("a.py")).isEqualTo(LanguageLevel.PY39);
    }

    @Test
    void anUpperBoundOrAMajorVersionSaysNothing() throws IOException {
        write("pyproject.toml", "requires-python = \">=3, !=3.5, <3.12\"\n");
        assertThat(oldest("a.py")).isNull();
    }

    @Test
    void theNearestFolderThatSaysSomethingCounts() throws IOException {
        write("pyproject.toml", "requires-python = '>=3.12'\n");
        write("old/setup.cfg", "python_requires = >=3.6\n");
        write("old/tool/pyproject.toml", "[tool.black]\n");
        assertThat(oldest("old/tool/a.py")).isEqualTo(LanguageLevel.PY36);
        assertThat(oldest("new/a.py")).isEqualTo(LanguageLevel.PY312);
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private LanguageLevel oldest(String path) {
        return new SupportedPythons(folder).oldest(path);
    }
}
