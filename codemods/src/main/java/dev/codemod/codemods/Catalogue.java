package dev.codemod.codemods;

import dev.codemod.codemod.Codemod;
import dev.codemod.codemods.asyncio.AwaitBlockingCalls;
import dev.codemod.codemods.recipe.Recipes;
import dev.codemod.codemods.singleton.SingletonToModule;
import dev.codemod.codemods.sql.SqlParams;
import java.util.List;

/** All codemods that come with the project. */
public final class Catalogue {
    private Catalogue() {}

    /** Returns the codemods that need not be named, in the order in which they are listed and applied. */
    public static List<Codemod> all() {
        return List.of(new AwaitBlockingCalls(), new SqlParams(), new SingletonToModule());
    }

    /** Returns the recipes, which are applied only when they are named. */
    public static List<Codemod> recipes() {
        return List.copyOf(Recipes.all());
    }
}
