package dev.codemod.codemods.recipe;

import dev.codemod.match.Match;

/** A metavariable that is made from others, an entry of {@code let}. */
interface Value {
    /**
     * Returns the node or list of nodes that the metavariable stands for.
     *
     * @throws IllegalArgumentException if there is none; the message says why
     */
    Object of(Match match, RecipeContext context);
}
