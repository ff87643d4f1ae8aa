package dev.codemod.codemods.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.codemod.codemods.Catalogue;
import java.util.ArrayList;
import java.util.List;
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
        for (Recipe recipe : Catalogue.shippedRecipes()) {
            for (Recipe.Example example : recipe.examples()) {
                String name = recipe.id() + ": " + example.name();
                tests.add(DynamicTest.dynamicTest(name, () -> ExampleRun.assertPasses(recipe, example)));
            }
        }
        assertThat(tests).isNotEmpty();
        return tests.stream();
    }

    @Test
    void everyRecipeHasAPage() {
        for (Recipe recipe : Catalogue.shippedRecipes()) {
            assertThat(recipe.codemod().page()).contains("# " + recipe.id(), "## Why", "## Safety", "```python");
        }
    }

    @Test
    void noRecipeLooksAtEveryFile() {
        for (Recipe recipe : Catalogue.shippedRecipes()) {
            assertThat(recipe.warnings()).as(recipe.id()).isEmpty();
        }
    }

    @Test
    void errorsPointIntoTheYaml() {
        assertError(START + "macth: f()\n" + END, "r.yaml:5:1: unknown key macth; did you mean match?");
        assertError(
                START + "match: f(\nrewrite: g()\n" + END,
                "r.yaml:5:9: the pattern is not Python: '(' was never closed");
        assertError(
                START + "match: f($A)\nrewrite: g($B)\n" + END,
                "r.yaml:6:10: the replacement uses $B, which the" + " pattern does not bind");
        assertError(START + "match: f()\n" + END, "r.yaml:1:1: the key rewrite is missing");
        assertError(START + "match: f()\nmatch: g()\n", "r.yaml:6:1: the key match is there twice");
        assertError(START + "match: f()\nrewrite: g()\n", "r.yaml:1:1: a recipe needs tests");
        assertError("- a\n", "r.yaml:1:1: a mapping is expected here, with the keys id, version, language, message,");
        assertError("id: [\n", "r.yaml:2:1: ");
    }

    private static void assertError(String yaml, String message) {
        assertThatThrownBy(() -> Recipe.parse("r.yaml", yaml, id -> null))
                .isInstanceOf(RecipeException.class)
                .hasMessageStartingWith(message);
    }
}
