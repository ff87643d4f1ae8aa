package dev.codemod.cli;

import dev.codemod.codemod.Codemod;
import dev.codemod.codemods.Catalogue;
import dev.codemod.codemods.recipe.Recipe;
import dev.codemod.codemods.recipe.RecipeException;
import dev.codemod.codemods.recipe.RecipeFiles;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** Reads the recipes that a project brings. */
final class UserRecipes {
    private UserRecipes() {}

    /**
     * Reads the recipes in files and folders that the configuration names; they are known by their ids.
     *
     * @throws CliException if a file cannot be read, is no recipe, or has the id of a codemod of the project
     */
    static List<Codemod> read(List<Path> paths) throws CliException {
        List<Recipe> recipes = readWithTests(paths);
        for (Recipe recipe : recipes) {
            if (Catalogue.has(recipe.id())) {
                throw CliException.usage(recipe.place() + ": " + recipe.id()
                        + " is the id of a codemod that comes with codemod; give the recipe another one");
            }
        }
        return recipes.stream().map(Recipe::codemod).toList();
    }

    /** Returns whether a name on the command line is that of a recipe file or of a folder, not of a codemod. */
    static boolean isPath(String name, Environment environment) {
        Path path = environment.workingDirectory().resolve(name);
        boolean looksLikePath = name.indexOf('/') >= 0 || name.indexOf('\\') >= 0 || RecipeFiles.isRecipe(name);
        return looksLikePath && (Files.exists(path) || RecipeFiles.isRecipe(name));
    }

    /** Reads the recipes of a file or folder that was named on the command line, and reports their warnings. */
    static List<Codemod> named(String name, Environment environment) throws CliException {
        Path path = environment.workingDirectory().resolve(name);
        List<Recipe> recipes = readWithTests(List.of(path));
        if (recipes.isEmpty()) {
            throw CliException.usage("no recipe in " + name);
        }
        for (Recipe recipe : recipes) {
            if (Catalogue.has(recipe.id())) {
                environment
                        .console()
                        .report("warning: " + recipe.place() + ": " + recipe.id()
                                + " is also the id of a codemod that comes with codemod; this recipe is used");
            }
            for (String warning : recipe.warnings()) {
                environment.console().report("warning: " + warning);
            }
        }
        return recipes.stream().map(Recipe::codemod).toList();
    }

    /**
     * Reads the recipes in files and folders, with their tests.
     *
     * @throws CliException if a file cannot be read or is no recipe
     */
    static List<Recipe> readWithTests(List<Path> paths) throws CliException {
        try {
            return Catalogue.readRecipes(paths);
        } catch (RecipeException e) {
            throw CliException.usage(e.getMessage());
        } catch (IOException e) {
            throw unreadable(paths, e);
        }
    }

    /**
     * Reads the recipes in files that can be used.
     *
     * @param problems gets what is wrong with the others
     * @throws CliException if a file cannot be read
     */
    static List<Recipe> readUsable(List<Path> paths, Consumer<String> problems) throws CliException {
        try {
            return Catalogue.readUsableRecipes(paths, problem -> problems.accept(problem.getMessage()));
        } catch (IOException e) {
            throw unreadable(paths, e);
        }
    }

    private static CliException unreadable(List<Path> paths, IOException e) {
        String file = e instanceof FileSystemException failure ? failure.getFile() : paths.toString();
        return CliException.usage("cannot read the recipe " + file + ": " + Reasons.of(e));
    }
}
