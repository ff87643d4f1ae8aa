package dev.codemod.codemods.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.codemod.codemods.Catalogue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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

    @Test
    void mistakesInConditionsAndValuesAreFoundWhenTheRecipeIsRead() {
        String rule = START + "match: f($A, $$$B)\nrewrite: g($A)\n";
        assertError(rule + "where:\n  - C: {kind: name}\n" + END, "r.yaml:8:5: no pattern binds $C; did you mean A?");
        assertError(rule + "where:\n  - A: {kind: nam}\n" + END, "r.yaml:8:15: nam is no kind; did you mean name?");
        assertError(rule + "where:\n  - A: {regx: a}\n" + END, "r.yaml:8:9: unknown key regx; did you mean regex?");
        assertError(rule + "where:\n  - A: {regex: '('}\n" + END, "r.yaml:8:16: no regular expression: ");
        assertError(rule + "where:\n  - inside: 'f('\n" + END, "r.yaml:8:15: the pattern is not Python: ");
        assertError(rule + "where:\n  - A: {in: SEEN}\n" + END, "r.yaml:8:13: no scan collects SEEN");
        assertError(rule + "where:\n  - follows: nosec\n" + END, "r.yaml:8:14: a comment begins with #: \"# nosec\"");
        assertError(
                rule + "let:\n  N: {case: snake, of: C}\n" + END, "r.yaml:8:24: no pattern binds $C; did you mean A?");
        assertError(rule + "let:\n  N: {case: snake, of: B}\n" + END, "r.yaml:8:24: $$$B is a list");
        assertError(rule + "let:\n  A: {parts-of: A}\n" + END, "r.yaml:8:3: $A is bound already");
        assertError(
                rule + "let:\n  N: {replace: A, regex: a, by: $2}\n" + END,
                "r.yaml:8:33: the regular expression has no");
        assertError(rule + "let:\n  N: {replace: A, by: b}\n" + END, "r.yaml:8:6: replace needs regex");
        String values = START + "match: f($A)\nrewrite: g($N)\nlet:\n  N: {parts-of: A}\n" + END;
        assertError(values, "r.yaml:6:10: the replacement uses $N, which the pattern binds as $$$N");
    }

    @Test
    void mistakesInOtherKeysAreFoundWhenTheRecipeIsRead() {
        String rule = START + "match: f($A)\nrewrite: g($A)\n";
        assertError(rule + "imports: {add: [a.b]}\n" + END, "r.yaml:7:17: no rewrite uses a.b or its last part");
        assertError(rule + "requires: {python: '3.2'}\n" + END, "r.yaml:7:20: a version is written");
        assertError(rule + "requires: {python: '>=3.33'}\n" + END, "r.yaml:7:20: no known version of Python: 3.33");
        assertError(rule + "tests:\n  - unchanged: x\n    level: '9'\n", "r.yaml:9:12: no known version of Python: 9");
        assertError(
                rule + "tests:\n  - unchanged: |\n      x\n      y = (\n",
                "r.yaml:8:16: line 2 is not Python: '(' was never closed");
        assertError(rule + "comments: kep\n" + END, "r.yaml:7:11: comments is keep, attach, refuse, not kep");
        assertError(rule + "repeat: twice\n" + END, "r.yaml:7:9: repeat is until-stable, once, not twice");
        assertError(
                rule + "kind: argumnt\n" + END, "r.yaml:7:7: argumnt is no kind of pattern; did you mean argument?");
        assertError(
                rule + "steps: [a]\n" + END, "r.yaml:4:1: a recipe with steps has no applicability; its steps have");
        assertError("id: a\nmessage: m\nsteps: [b]\n" + END, "r.yaml:3:9: no recipe or codemod b");
        assertError("id: A b\n", "r.yaml:1:5: an id is in kebab case");
        assertError(
                rule + "any:\n  - match: h()\n    rewrite: i()\n" + END, "r.yaml:5:1: a recipe has either match and");
        assertError(
                rule + "scan: {collect: S, match: 'g($X)', value: $Y}\n" + END,
                "r.yaml:7:43: the pattern binds no single node as $Y");
        assertError(START + "match: |\n  f(\n    $A:nam)\nrewrite: x\n" + END, "r.yaml:7:8: nam is no kind");
    }

    @Test
    void aPatternWithoutAWordIsAWarning() {
        Recipe recipe = Recipe.parse("r.yaml", START + "match: $A + $A\nrewrite: 2 * $A\n" + END, id -> null);
        assertThat(recipe.warnings()).containsExactly("r.yaml:5:8: the pattern names no word, so every file is parsed");
    }

    @Test
    void aRecipeIsNoStepOfItself() {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("a.yaml", "id: a\nmessage: m\nsteps: [b]\n" + END);
        texts.put("b.yaml", "id: b\nmessage: m\nsteps: [a]\n" + END);
        assertThatThrownBy(() -> RecipeFiles.of(texts, id -> null))
                .hasMessage("b.yaml:3:9: the recipe a would be a step of itself");
    }

    private static void assertError(String yaml, String message) {
        assertThatThrownBy(() -> Recipe.parse("r.yaml", yaml, id -> null))
                .isInstanceOf(RecipeException.class)
                .hasMessageStartingWith(message);
    }
}
