package dev.codemod.codemods.recipe;

import dev.codemod.codemod.Codemod;
import dev.codemod.codemod.PatternCodemod;
import java.util.List;
import java.util.Locale;

/** Writes the page of a recipe, Markdown. */
final class RecipePage {
    private RecipePage() {}

    static String of(YamlMap yaml, RecipeDefinition definition, List<Recipe.Example> examples) {
        StringBuilder page = head(yaml);
        page.append(PatternCodemod.rewritesAsTable(definition.rewrites()));
        page.append(why(yaml)).append(example(examples));
        page.append("## Safety\n\nIts rewrites are `")
                .append(definition.applicability().toString().toLowerCase(Locale.ROOT))
                .append("`.")
                .append(definition.requirements().sentence());
        if (definition.severity() != null) {
            page.append(" Its findings are of the severity `")
                    .append(definition.severity())
                    .append("`.");
        }
        if (!definition.requirements().imports().isEmpty()) {
            page.append(" It looks only at files that import ")
                    .append(String.join(" or ", definition.requirements().imports()))
                    .append('.');
        }
        return page.append(end(yaml)).toString();
    }

    static String ofSteps(YamlMap yaml, List<Codemod> steps, List<Recipe.Example> examples) {
        StringBuilder page = head(yaml).append("It applies, in this order:\n\n");
        for (Codemod step : steps) {
            page.append("- `")
                    .append(step.id())
                    .append("`: ")
                    .append(step.summary())
                    .append('\n');
        }
        page.append(why(yaml)).append(example(examples));
        return page.append("## Safety\n\nSee its steps.").append(end(yaml)).toString();
    }

    private static StringBuilder head(YamlMap yaml) {
        return new StringBuilder("# " + yaml.text("id") + "\n\n## What it does\n\n" + yaml.text("message") + "\n\n");
    }

    private static String why(YamlMap yaml) {
        return yaml.has("why") ? "\n## Why\n\n" + yaml.text("why").strip() + "\n\n" : "\n";
    }

    private static String example(List<Recipe.Example> examples) {
        for (Recipe.Example example : examples) {
            if (!example.before().equals(example.after())) {
                StringBuilder text = new StringBuilder("## Example\n\n");
                for (String path : example.before().keySet()) {
                    String name = example.before().size() == 1 ? "" : "In `" + path + "`:\n\n";
                    text.append(name)
                            .append("```python\n")
                            .append(example.before().get(path));
                    text.append("```\n\nbecomes\n\n```python\n")
                            .append(example.after().get(path));
                    text.append("```\n\n");
                }
                return text.toString();
            }
        }
        return "";
    }

    private static String end(YamlMap yaml) {
        return " It is applied only when it is named: `codemod apply -c " + yaml.text("id") + "`.\n";
    }
}
