package dev.codemod.codemods.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codemod.codemod.Codemod;
import dev.codemod.codemods.Catalogue;
import dev.codemod.match.PatternForm;
import dev.codemod.match.PatternKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Executes the page of the language literally. */
class LanguagePageTest {
    private static final Pattern BLOCK = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);

    @TestFactory
    Stream<DynamicTest> theRecipesOfThePageDoWhatTheySay() {
        List<DynamicTest> tests = new ArrayList<>();
        Matcher block = BLOCK.matcher(Recipes.language());
        while (block.find()) {
            String text = block.group(1);
            String id = text.lines().findFirst().orElse("");
            tests.add(DynamicTest.dynamicTest(id, () -> check(text)));
        }
        assertThat(tests).hasSizeGreaterThan(20);
        return tests.stream();
    }

    private static void check(String text) {
        List<Codemod> recipes = Catalogue.recipes();
        Recipe recipe = Recipe.parse(
                "page.yaml",
                text,
                id -> recipes.stream()
                        .filter(codemod -> codemod.id().equals(id))
                        .findFirst()
                        .orElse(null));
        recipe.examples().forEach(example -> ExampleRun.assertPasses(recipe, example));
    }

    @Test
    void everyKeyAndKindIsDescribed() {
        String page = Recipes.language();
        for (Set<String> keys : List.of(
                RecipeKeys.RECIPE,
                RecipeKeys.RULE,
                RecipeKeys.REQUIRES,
                RecipeKeys.IMPORTS,
                RecipeKeys.SCAN,
                RecipeKeys.TEST,
                RecipeKeys.PLACE,
                RecipeKeys.VALUE,
                RecipeKeys.COMPOSED,
                RecipeKeys.LET)) {
            for (String key : keys) {
                assertThat(page).containsPattern("\\b" + key + "\\b");
            }
        }
        PatternKind.words().forEach(kind -> assertThat(page).contains("`" + kind + "`"));
        PatternForm.words().forEach(form -> assertThat(page).containsPattern("`(kind: )?" + form + "`"));
    }
}
