package dev.codemod.codemods.recipe;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The recipes that come with the project, YAML files beside this class. */
public final class Recipes {
    private static final List<String> IDS = List.of(
            "assert-aliases",
            "base64-strings",
            "collections-abc",
            "datetime-utcnow",
            "dict-has-key",
            "inspect-getargspec",
            "logging-warn",
            "os-getcwdu",
            "string-letters",
            "time-clock",
            "yaml-safe-load");

    private Recipes() {}

    /** Returns the recipes in alphabetical order. */
    public static List<Recipe> all() {
        List<Recipe> recipes = new ArrayList<>();
        for (String id : IDS) {
            recipes.add(Recipe.parse(id + ".yaml", text(id + ".yaml")));
        }
        return recipes;
    }

    private static String text(String name) {
        try (InputStream resource = Recipes.class.getResourceAsStream(name)) {
            if (resource == null) {
                throw new IllegalStateException("no recipe " + name);
            }
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
