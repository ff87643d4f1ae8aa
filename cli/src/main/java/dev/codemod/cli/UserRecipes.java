package dev.codemod.cli;

import dev.codemod.codemod.Codemod;
import dev.codemod.codemods.recipe.Recipe;
import dev.codemod.codemods.recipe.RecipeException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads the recipes that a project brings. */
final class UserRecipes {
    private UserRecipes() {}

    /**
     * Reads recipes, one from each file.
     *
     * @throws CliException if a file cannot be read or is no recipe
     */
    static List<Codemod> read(List<Path> files) throws CliException {
        List<Codemod> recipes = new ArrayList<>();
        for (Path file : files) {
            recipes.add(read(file));
        }
        return recipes;
    }

    private static Recipe read(Path file) throws CliException {
        try {
            return Recipe.parse(file.toString(), Files.readString(file));
        } catch (RecipeException e) {
            throw CliException.usage(e.getMessage());
        } catch (CharacterCodingException e) {
            throw CliException.usage("recipe " + file + ": the file is not UTF-8");
        } catch (IOException e) {
            throw CliException.usage("cannot read the recipe " + file + ": " + Reasons.of(e));
        }
    }
}
