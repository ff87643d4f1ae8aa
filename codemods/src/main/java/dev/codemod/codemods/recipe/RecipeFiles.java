package dev.codemod.codemods.recipe;

import dev.codemod.codemod.Codemod;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads recipes from files, {@code .yaml} or {@code .yml}, and from folders of them. */
public final class RecipeFiles {
    private final Function<String, Codemod> known;

    /** The texts of the recipes by the name of their file, and the recipes that are read already. */
    private final Map<String, String> texts = new LinkedHashMap<>();

    private final Map<String, Recipe> read = new LinkedHashMap<>();
    private final Map<String, String> filesById = new HashMap<>();
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
        return readUsable(paths, known, problem -> {
            throw problem;
        });
    }

    /**
     * Reads recipes as {@link #read} does, but goes on after those that cannot be used.
     *
     * @param problems gets the reasons
     */
    public static List<Recipe> readUsable(
            List<Path> paths, Function<String, Codemod> known, Consumer<RecipeException> problems) throws IOException {
        RecipeFiles files = new RecipeFiles(known);
        for (Path path : paths) {
            for (Path file : files(path)) {
                try {
                    files.texts.put(file.toString(), Files.readString(file));
                } catch (MalformedInputException e) {
                    problems.accept(new RecipeException(file.toString(), "the file is not UTF-8"));
                }
            }
        }
        return files.usable(problems);
    }

    /** Returns the recipes of some texts by the name of their file; see {@link #read}. */
    static List<Recipe> of(Map<String, String> texts, Function<String, Codemod> known) {
        RecipeFiles files = new RecipeFiles(known);
        files.texts.putAll(texts);
        return files.usable(problem -> {
            throw problem;
        });
    }

    private List<Recipe> usable(Consumer<RecipeException> problems) {
        Map<String, Recipe> recipes = new LinkedHashMap<>();
        for (String file : texts.keySet()) {
            try {
                Recipe recipe = recipe(file);
                Recipe other = recipes.putIfAbsent(recipe.id(), recipe);
                if (other != null) {
                    throw new RecipeException(
                            recipe.place(), "the id " + recipe.id() + " is also that of " + other.place());
                }
            } catch (RecipeException e) {
                open.clear();
                problems.accept(e);
            }
        }
        return List.copyOf(recipes.values());
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
            open.add(file);
            recipe = Recipe.parse(file, texts.get(file), this::step);
            open.remove(file);
            read.put(file, recipe);
        }
        return recipe;
    }

    /** Returns the codemod of a step. */
    private Codemod step(String id) {
        String file = filesById().get(id);
        if (file == null) {
            return known.apply(id);
        }
        if (open.contains(file)) {
            throw new IllegalArgumentException("the recipe " + id + " would be a step of itself");
        }
        return recipe(file).codemod();
    }

    private Map<String, String> filesById() {
        if (filesById.isEmpty()) {
            for (Map.Entry<String, String> entry : texts.entrySet()) {
                String id = idOf(entry.getKey(), entry.getValue());
                if (id != null) {
                    filesById.putIfAbsent(id, entry.getKey());
                }
            }
        }
        return filesById;
    }

    /** Returns the id in a text, or null if it cannot be read; what is wrong with it is said when it is read itself. */
    private static String idOf(String file, String text) {
        try {
            return YamlMap.read(file, text, RecipeKeys.RECIPE).text("id");
        } catch (RecipeException e) {
            return null;
        }
    }
}
