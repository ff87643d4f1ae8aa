package dev.codemod.codemods.recipe;

import dev.codemod.codemod.Codemod;
import dev.codemod.source.LanguageLevel;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A codemod in YAML with its tests; the page {@code patterns.md} beside this class describes the language.
 *
 * <p>Patterns and replacements are those of {@link dev.codemod.match.Pattern} and {@link dev.codemod.match.Rewrite}, but
 * dotted names always mean modules, except those that begin with {@code self} or {@code cls}.
 *
 * @param codemod what it does
 * @param place where its id is written, {@code file:line:column}
 * @param examples its tests, at least one
 * @param warnings what its author should know, each with a place {@code file:line:column} at its beginning
 */
public record Recipe(Codemod codemod, String place, List<Example> examples, List<String> warnings) {
    /**
     * A test of a recipe.
     *
     * @param place where it is written, {@code file:line:column}
     * @param name what it is called, or its first line
     * @param before the files before the rewrite by path; a single one is {@code test.py}
     * @param after the files after it, the same for a test of what must not change
     * @param level the language level, or null for the one that the file shows
     * @param isUnsafe whether unsafe rewrites are made
     * @param findings what is reported besides safe rewrites, {@code LINE: manual reason} (with {@code path:} in front if
     *     there are several files), or null if that is not tested
     * @param skipped the variants of the test kit that the test does without, with the reasons
     */
    public record Example(
            String place,
            String name,
            Map<String, String> before,
            Map<String, String> after,
            LanguageLevel level,
            boolean isUnsafe,
            List<String> findings,
            Map<String, String> skipped) {}

    public Recipe {
        examples = List.copyOf(examples);
        warnings = List.copyOf(warnings);
    }

    /**
     * Reads a recipe.
     *
     * @param file the name of the file in messages
     * @param known gives the codemod of an id that a recipe lists under {@code steps}, or null; may throw an {@link
     *     IllegalArgumentException} that says why that codemod cannot be a step
     * @throws RecipeException if it cannot be used, with the place in the YAML
     */
    public static Recipe parse(String file, String text, Function<String, Codemod> known) {
        return new RecipeReader(YamlMap.read(file, text, RecipeKeys.RECIPE), known).read();
    }

    /** Returns the name on the command line. */
    public String id() {
        return codemod.id();
    }
}
