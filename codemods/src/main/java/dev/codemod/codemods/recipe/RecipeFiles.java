package dev.codemod.codemods.recipe;

import dev.codemod.codemod.Codemod;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads recipes from files, {@code .yaml} or {@code .yml}, and from folders of them. */
public final class RecipeFiles {
    private final Function<String, Codemod> known;

    /** The texts of the recipes by the name of their file, and the recipes that are read already. */
    private final Map<String, String> texts = new LinkedHashMap<>();

    private final Map<String, Recipe> read = new LinkedHashMap<>();
    private final List<String> open = new ArrayList<>();

    private RecipeFiles(Function<String, Codemod> known) {
        this.known = known;
    }

    /**
     * Reads recipes; they may name each other under {@code steps}.
     *
     * @param paths files, and folders that are searched with all folders below
     * @param known gives the codemod of an id that is none of theirs, or null
     * @throws RecipeException if a recipe cannot be used, or two have one id
     */
    public static List<Recipe> read(List<Path> paths, Function<String, Codemod> known) throws IOException {
        Map<String, String> texts = new LinkedHashMap<>();
        for (Path path : paths) {
            for (Path file : files(path)) {
                try {
                    texts.put(file.toString(), Files.readString(file));
                } catch (MalformedInputException e) {
                    throw new RecipeException(file.toString(), "the file is not UTF-8");
                }
            }
        }
        return of(texts, known);
    }

    /** Returns the recipes of some texts by the name of their file; see {@link #read}. */
    static List<Recipe> of(Map<String, String> texts, Function<String, Codemod> known) {
        RecipeFiles files = new RecipeFiles(known);
        files.texts.putAll(texts);
        List<Recipe> recipes = new ArrayList<>();
        Map<String, String> places = new LinkedHashMap<>();
        for (String file : texts.keySet()) {
            Recipe recipe = files.recipe(file);
            String other = places.put(recipe.id(), file);
            if (other != null) {
                throw new RecipeException(file, "the id " + recipe.id() + " is also that of " + other);
            }
            recipes.add(recipe);
        }
        return recipes;
    }

    /** Returns whether a file is a recipe by its name. */
    public static boolean isRecipe(String file) {
        return file.endsWith(".yaml") || file.endsWith(".yml");
    }

    private static List<Path> files(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        try (Stream<Path> all = Files.walk(path)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> isRecipe(file.getFileName().toString()))
                    .sorted()
                    .toList();
        }
    }

    private Recipe recipe(String file) {
        Recipe recipe = read.get(file);
        if (recipe == null) {
            if (open.contains(file)) {
                throw new RecipeException(file, "the recipe is a step of itself");
            }
            open.add(file);
            recipe = Recipe.parse(file, texts.get(file), this::step);
            open.remove(file);
            read.put(file, recipe);
        }
        return recipe;
    }

    /** Returns the codemod of a step. */
    private Codemod step(String id) {
        for (String file : texts.keySet()) {
            if (YamlMap.read(file, texts.get(file), RecipeKeys.RECIPE)
                    .text("id")
                    .equals(id)) {
                return recipe(file).codemod();
            }
        }
        return known.apply(id);
    }
}
