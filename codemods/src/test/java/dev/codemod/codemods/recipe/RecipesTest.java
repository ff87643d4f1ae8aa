package dev.codemod.codemods.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.codemod.codemod.FileResult;
import dev.codemod.fixtures.CodemodRun;
import dev.codemod.source.LanguageLevel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class RecipesTest {
    private static final String START = "id: a\nmessage: m\nwhy: w\napplicability: safe\n";
    private static final String END = "tests:\n  - unchanged: x\n";

    @TestFactory
    Stream<DynamicTest> embeddedTestsPass() {
        List<DynamicTest> tests = new ArrayList<>();
        for (Recipe recipe : Recipes.all()) {
            for (Recipe.Example example : recipe.examples()) {
                String name = recipe.id() + ": "
                        + example.before().lines().findFirst().orElse("");
                tests.add(DynamicTest.dynamicTest(name, () -> check(recipe, example)));
            }
        }
        assertThat(tests).isNotEmpty();
        return tests.stream();
    }

    private static void check(Recipe recipe, Recipe.Example example) {
        Map<String, byte[]> files = Map.of("a.py", example.before().getBytes(StandardCharsets.UTF_8));
        FileResult result = CodemodRun.results(recipe, files, LanguageLevel.LATEST, true, Map.of(), 1)
                .get(0);
        assertThat(result.status()).isIn(FileResult.Status.CHANGED, FileResult.Status.UNCHANGED);
        byte[] after = result.after() == null ? files.get("a.py") : result.after();
        assertThat(new String(after, StandardCharsets.UTF_8)).isEqualTo(example.after());
    }

    @Test
    void everyRecipeHasAPage() {
        for (Recipe recipe : Recipes.all()) {
            assertThat(recipe.page()).contains("# " + recipe.id(), "## Why", "## Safety", "```python");
        }
    }

    @Test
    void errorsPointIntoTheYaml() {
        assertError(START + "macth: f()\n" + END, "r.yaml:5:1: unknown key macth; did you mean match?");
        assertError(
                START + "match: f(\nrewrite: g()\n" + END,
                "r.yaml:5:8: the pattern is not Python: '(' was never" + " closed (line 1, column 2)");
        assertError(
                START + "match: f($A)\nrewrite: g($B)\n" + END,
                "r.yaml:6:10: the replacement uses $B, which the" + " pattern does not bind");
        assertError(START + "match: f()\n" + END, "r.yaml:1:1: the key rewrite is missing");
        assertError(START + "match: f()\nmatch: g()\n", "r.yaml:6:1: the key match is there twice");
        assertError(START + "match: f()\nrewrite: g()\n", "r.yaml:1:1: a recipe needs tests");
        assertError(
                "- a\n",
                "r.yaml:1:1: a mapping is expected here, with the keys id, version, message, why,"
                        + " applicability, requires, match, rewrite, any, imports, tests");
        assertError("id: [\n", "r.yaml:2:1: ");
    }

    private static void assertError(String yaml, String message) {
        assertThatThrownBy(() -> Recipe.parse("r.yaml", yaml))
                .isInstanceOf(RecipeException.class)
                .hasMessageStartingWith(message);
    }
}
