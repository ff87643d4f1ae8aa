package dev.codemod.codemods.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codemod.fixtures.CaseOptions;
import dev.codemod.fixtures.CaseRunner;
import dev.codemod.fixtures.CodemodCase;

/** Runs a recipe's tests with the test kit, as they are and with changed layout. */
final class ExampleRun {
    private ExampleRun() {}

    static void assertPasses(Recipe recipe, Recipe.Example example) {
        CaseOptions options = CaseOptions.of(example.level(), example.isUnsafe(), example.skipped());
        CodemodCase unit =
                CodemodCase.ofTexts(example.name(), options, example.before(), example.after(), example.findings());
        assertThat(CaseRunner.of(recipe.codemod()).withGitApply().run(unit).failureText())
                .isEmpty();
    }
}
