package dev.codemod.codemods;

import dev.codemod.codemod.Codemod;
import dev.codemod.codemods.asyncio.AwaitBlockingCalls;
import dev.codemod.codemods.recipe.Recipe;
import dev.codemod.codemods.recipe.RecipeException;
import dev.codemod.codemods.recipe.RecipeFiles;
import dev.codemod.codemods.recipe.Recipes;
import dev.codemod.codemods.singleton.SingletonToModule;
import dev.codemod.codemods.sql.SqlParams;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** All codemods that come with the project. */
public final class Catalogue {
    private Catalogue() {}

    /** Returns the codemods that need not be named, in the order in which they are listed and applied. */
    public static List<Codemod> all() {
        return List.of(new AwaitBlockingCalls(), new SqlParams(), new SingletonToModule());
    }

    /** Returns the recipes, which are applied only when they are named. */
    public static List<Codemod> recipes() {
        return shippedRecipes().stream().map(Recipe::codemod).toList();
    }

    /** Returns the recipes with their tests. */
    public static List<Recipe> shippedRecipes() {
        return Recipes.all(Catalogue::compiled);
    }

    private static Codemod compiled(String id) {
        for (Codemod codemod : all()) {
            if (codemod.id().equals(id)) {
                return codemod;
            }
        }
        return null;
    }

    /**
     * Reads recipes from files and folders; their steps may be the codemods and recipes of the project.
     *
     * @throws dev.codemod.codemods.recipe.RecipeException if a recipe cannot be used
     */
    public static List<Recipe> readRecipes(List<Path> paths) throws IOException {
        return RecipeFiles.read(paths, Catalogue::find);
    }

    /**
     * Reads recipes as {@link #readRecipes} does, but goes on after those that cannot be used.
     *
     * @param problems gets the reasons
     */
    public static List<Recipe> readUsableRecipes(List<Path> paths, Consumer<RecipeException> problems)
            throws IOException {
        return RecipeFiles.readUsable(paths, Catalogue::find, problems);
    }

    /** Returns whether a codemod or recipe of this id comes with the project. */
    public static boolean has(String id) {
        return find(id) != null;
    }

    private static Codemod find(String id) {
        Codemod compiled = compiled(id);
        if (compiled != null) {
            return compiled;
        }
        for (Codemod recipe : recipes()) {
            if (recipe.id().equals(id)) {
                return recipe;
            }
        }
        return null;
    }
}
