package dev.codemod.codemods.recipe;

import dev.codemod.codemod.Codemod;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The recipes that come with the project, YAML files beside this class. */
public final class Recipes {
    private static final List<String> IDS = List.of(
            "assert-aliases",
            "asyncio-run",
            "base64-strings",
            "collections-abc",
            "datetime-utcnow",
            "dict-has-key",
            "functools-cache",
            "imp-reload",
            "inspect-getargspec",
            "isinstance-once",
            "logging-warn",
            "none-comparison",
            "numpy-aliases",
            "open-mode-u",
            "os-error-aliases",
            "os-getcwdu",
            "pytest-yield-fixture",
            "python-3-removals",
            "set-literals",
            "six-types",
            "startswith-once",
            "string-letters",
            "subprocess-capture-output",
            "threading-names",
            "time-clock",
            "yaml-safe-load");

    private Recipes() {}

    /**
     * Returns the recipes in alphabetical order.
     *
     * @param known gives the codemod of an id that is none of theirs, or null
     */
    public static List<Recipe> all(Function<String, Codemod> known) {
        Map<String, String> texts = new LinkedHashMap<>();
        IDS.forEach(id -> texts.put(id + ".yaml", text(id + ".yaml")));
        return RecipeFiles.of(texts, known);
    }

    /** Returns the description of the language, Markdown. */
    public static String language() {
        return text("patterns.md");
    }

    private static String text(String name) {
        try (InputStream resource = Recipes.class.getResourceAsStream(name)) {
            if (resource == null) {
                throw new IllegalStateException("no resource " + name);
            }
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
