package dev.codemod.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codemod.codemods.Catalogue;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecipesTest {
    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void recipesAreListedBesideTheCodemods() throws IOException {
        assertThat(run("list")).isEqualTo(ExitCode.DONE);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("sql-params", "datetime-utcnow", "aware datetime. (recipe)\n");
    }

    @Test
    void aRecipeHasAPage() throws IOException {
        assertThat(run("show", "yaml-safe-load")).isEqualTo(ExitCode.DONE);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .startsWith("# yaml-safe-load\n")
                .contains("| `yaml.load($S)` | `yaml.safe_load($S)` |");
    }

    @Test
    void theLanguageOfPatternsHasAPage() throws IOException {
        assertThat(run("show", "patterns")).isEqualTo(ExitCode.DONE);
        assertThat(out.toString(StandardCharsets.UTF_8)).startsWith("# Patterns and recipes\n");
    }

    @Test
    void aRecipeIsAppliedOnlyWhenItIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("a.py"), "import logging\nlogging.warn('x')\n");
        assertThat(run("apply", ".")).isEqualTo(ExitCode.DONE);
        assertThat(Files.readString(file)).isEqualTo("import logging\nlogging.warn('x')\n");
        assertThat(run("apply", "-c", "logging-warn", ".")).isEqualTo(ExitCode.DONE);
        assertThat(Files.readString(file)).isEqualTo("import logging\nlogging.warning('x')\n");
    }

    @Test
    void aRecipeWritesNothingThatAProjectsOldestPythonLacks() throws IOException {
        Files.createDirectory(folder.resolve(".git"));
        Files.writeString(folder.resolve("pyproject.toml"), "[project]\nrequires-python = \">=3.8\"\n");
        String before = "import functools\n\n\n@functools.lru_cache(maxsize=None)\ndef f():\n    pass\n";
        Files.writeString(folder.resolve("a.py"), before);
        String[] apply = {"apply", "--unsafe", "--dry-run", "-c", "functools-cache", "a.py"};
        assertThat(run(apply)).isEqualTo(ExitCode.DONE);
        assertThat(out.toString(StandardCharsets.UTF_8)).doesNotContain("@functools.cache");
        assertThat(run("explain", "a.py:4", "-c", "functools-cache")).isEqualTo(ExitCode.DONE);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("it writes for Python 3.9, and the project says it supports 3.8");
        assertThat(run("apply", "--python-version=3.9", "--unsafe", "--dry-run", "-c", "functools-cache", "a.py"))
                .isEqualTo(ExitCode.DONE);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("@functools.cache");
    }

    @Test
    void aRecipeOfTheUserIsNamedByItsFileOrFolder() throws IOException {
        Path recipes = Files.createDirectories(folder.resolve("my/recipes"));
        Path file = Files.writeString(folder.resolve("a.py"), "from shop import old\nold(1)\n");
        Files.writeString(recipes.resolve("new.yaml"), """
                id: shop/new
                message: Calls new instead of old.
                applicability: safe
                match: shop.old($X)
                rewrite: shop.new($X)
                tests:
                  - unchanged: old(1)
                """);
        assertThat(run("apply", "--dry-run", "-c", "my/recipes/new.yaml", "a.py"))
                .isEqualTo(ExitCode.DONE);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("+from shop import new\n+new(1)\n");
        assertThat(run("show", "my/recipes/new.yaml")).isEqualTo(ExitCode.DONE);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("# shop/new\n");
        assertThat(run("apply", "-c", "my/recipes", "a.py")).isEqualTo(ExitCode.DONE);
        assertThat(Files.readString(file)).isEqualTo("from shop import new\nnew(1)\n");
        assertThat(run("apply", "-c", "my", "a.py")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("unknown codemod my; a folder of recipes is written ./my");
    }

    @Test
    void aRecipeThatCannotBeUsedIsAUsageErrorWithAPlace() throws IOException {
        Files.writeString(folder.resolve("r.yaml"), "id: a\nmessage: m\napplicabilty: safe\n");
        assertThat(run("apply", "-c", "r.yaml", ".")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("r.yaml:3:1: unknown key applicabilty; did you mean applicability?");
        assertThat(run("apply", "-c", "none.yaml", ".")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("none.yaml: no such file");
    }

    @Test
    void theRecipesOfTheConfigurationAreListed() throws IOException {
        Files.writeString(folder.resolve("codemod.yaml"), "recipes: [team]\n");
        Path recipes = Files.createDirectories(folder.resolve("team"));
        Files.writeString(recipes.resolve("mine.yaml"), """
                id: team-mine
                message: Calls new instead of old.
                applicability: safe
                match: shop.old($X)
                rewrite: shop.new($X)
                tests:
                  - unchanged: old(1)
                """);
        assertThat(run("list")).isEqualTo(ExitCode.DONE);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("team-mine", "(recipe)\n");
        assertThat(run("show", "team-mine")).isEqualTo(ExitCode.DONE);
    }

    @Test
    void aRecipeWithTheIdOfACodemodOfTheProjectIsNotTakenSilently() throws IOException {
        Files.writeString(folder.resolve("mine.yaml"), """
                # another one
                id: logging-warn
                message: Calls new instead of old.
                applicability: safe
                severity: error
                match: shop.old($X)
                rewrite: shop.new($X)
                tests:
                  - unchanged: old(1)
                """);
        Files.writeString(folder.resolve("a.py"), "import shop\nshop.old(1)\n");
        assertThat(run("apply", "--dry-run", "--format", "sarif", "-c", "mine.yaml", "a.py"))
                .isEqualTo(ExitCode.DONE);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("\"level\":\"error\"");
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("mine.yaml:2:5: logging-warn is also the id of a codemod that comes with codemod; "
                        + "this recipe is used");
        Files.writeString(folder.resolve("codemod.yaml"), "recipes: [mine.yaml]\n");
        assertThat(run("apply", "--dry-run", "a.py")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("give the recipe another one");
    }

    @Test
    void aWrongIdOfARecipeGetsASuggestion() throws IOException {
        assertThat(run("apply", "-c", "loging-warn", ".")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("did you mean logging-warn?");
    }

    private ExitCode run(String... args) throws IOException {
        Console console = new Console(out, err, false, false, true);
        return new Cli(new Environment(console, folder.toRealPath(), Catalogue::all, Catalogue::recipes)).run(args);
    }
}
