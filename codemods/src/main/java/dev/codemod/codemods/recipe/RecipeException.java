package dev.codemod.codemods.recipe;

/** A recipe that cannot be read; the message begins with {@code file:line:column}. */
public final class RecipeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RecipeException(String place, String message) {
        super(place + ": " + message);
    }
}
