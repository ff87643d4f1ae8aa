package dev.codemod.cli;

import dev.codemod.codemod.Codemod;
import dev.codemod.codemods.recipe.Recipe;
import dev.codemod.codemods.recipe.RecipeFiles;
import dev.codemod.fixtures.CaseException;
import dev.codemod.fixtures.CaseOptions;
import dev.codemod.fixtures.CodemodCase;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Finds the before/after cases in folders and the codemod that each is for: the one that the case names itself, else the
 * one that the user names, else the one whose id is the name of a folder around the case. The tests of recipes are cases
 * too, unless the user names a codemod.
 */
final class CaseSearch {
    private final Environment environment;
    private final Codemod chosen;
    private final Consumer<String> problems;
    private final Map<String, Codemod> byId = new HashMap<>();

    /**
     * A case to be run.
     *
     * @param place the path of its input, as it is shown
     */
    record Found(String place, CodemodCase unit, Codemod codemod) {}

    /**
     * Creates a search.
     *
     * @param chosen the codemod of all cases that name none, or null
     * @param problems gets what is wrong with recipes and cases that cannot be run
     */
    CaseSearch(Environment environment, Codemod chosen, Consumer<String> problems) {
        this.environment = environment;
        this.chosen = chosen;
        this.problems = problems;
    }

    /**
     * Returns the cases of a recipe's file, or those in a folder and in the ones below it, sorted by path.
     *
     * @throws CliException if there is no such folder or file, or if it holds no case
     */
    List<Found> find(String name) throws CliException {
        Path root = environment.workingDirectory().resolve(name).normalize();
        boolean isRecipe = Files.isRegularFile(root) && RecipeFiles.isRecipe(name);
        if (!isRecipe && !Files.isDirectory(root)) {
            throw CliException.usage((Files.exists(root) ? "not a folder or recipe: " : "no such folder: ") + name);
        }
        List<Path> inputs = new ArrayList<>();
        List<Path> recipes = new ArrayList<>();
        try {
            if (isRecipe) {
                recipes.add(root);
            } else {
                collect(root, inputs, recipes);
            }
        } catch (IOException e) {
            throw CliException.usage("cannot read " + name + ": " + Reasons.of(e));
        }
        List<Found> found = new ArrayList<>(chosen == null ? testsOf(recipes) : List.of());
        for (Path input : inputs) {
            Path shown = Path.of(name).resolve(root.relativize(input)).normalize();
            try {
                found.add(read(root, input, shown));
            } catch (CliException e) {
                problems.accept(e.getMessage());
            }
        }
        if (found.isEmpty() && inputs.isEmpty() && recipes.isEmpty()) {
            throw CliException.usage("no cases in " + name
                    + ": a case is NAME.in.py with NAME.out.py, or folders NAME.in" + " and NAME.out");
        }
        return found;
    }

    private static void collect(Path folder, List<Path> inputs, List<Path> recipes) throws IOException {
        inputs.addAll(CodemodCase.inputs(folder));
        List<Path> entries;
        try (Stream<Path> all = Files.list(folder)) {
            entries = all.sorted().toList();
        }
        for (Path entry : entries) {
            if (isRecipe(entry)) {
                recipes.add(entry);
            } else if (mayHoldCases(entry)) {
                collect(entry, inputs, recipes);
            }
        }
    }

    private static boolean mayHoldCases(Path path) {
        String name = path.getFileName().toString();
        return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)
                && !CodemodCase.isInput(path)
                && !name.endsWith(".out")
                && !name.startsWith(".");
    }

    /** Tells recipes from the other YAML files that a folder may hold. */
    private static boolean isRecipe(Path path) throws IOException {
        if (!RecipeFiles.isRecipe(path.getFileName().toString()) || !Files.isRegularFile(path)) {
            return false;
        }
        List<String> keys = new String(Files.readAllBytes(path), StandardCharsets.ISO_8859_1)
                .lines()
                .filter(line -> line.startsWith("id:") || line.startsWith("tests:"))
                .toList();
        return keys.size() == 2;
    }

    /** Returns the tests of recipes, and remembers the recipes for cases in folders that are named like them. */
    private List<Found> testsOf(List<Path> files) throws CliException {
        List<Found> found = new ArrayList<>();
        if (files.isEmpty()) {
            return found;
        }
        readCatalogue();
        for (Recipe recipe : UserRecipes.readUsable(files, problem -> problems.accept(relative(problem)))) {
            byId.put(recipe.id(), recipe.codemod());
            for (Recipe.Example test : recipe.examples()) {
                String place = relative(test.place());
                try {
                    found.add(new Found(place, unit(test, place), recipe.codemod()));
                } catch (CliException e) {
                    problems.accept(e.getMessage());
                }
            }
        }
        return found;
    }

    private String relative(String text) {
        return text.replace(environment.workingDirectory() + File.separator, "");
    }

    private static CodemodCase unit(Recipe.Example test, String place) throws CliException {
        try {
            CaseOptions options = CaseOptions.of(test.level(), test.isUnsafe(), test.skipped());
            return CodemodCase.ofTexts(test.name(), options, test.before(), test.after(), test.findings());
        } catch (CaseException e) {
            throw CliException.usage(place + ": " + e.getMessage());
        }
    }

    private Found read(Path root, Path input, Path shown) throws CliException {
        String place = shown.toString().replace('\\', '/');
        try {
            CodemodCase unit = CodemodCase.read(input);
            return new Found(place, unit, codemod(unit, root, input, place));
        } catch (CaseException e) {
            throw CliException.usage(place + ": " + e.getMessage());
        } catch (IOException e) {
            throw CliException.usage("cannot read " + place + ": " + Reasons.of(e));
        }
    }

    private Codemod codemod(CodemodCase unit, Path root, Path input, String place) throws CliException {
        String id = unit.options().codemod();
        if (id != null) {
            return CodemodOptions.codemod(id, environment);
        }
        if (chosen != null) {
            return chosen;
        }
        readCatalogue();
        for (Path folder = input.getParent(); folder.startsWith(root); folder = folder.getParent()) {
            Codemod codemod = byId.get(String.valueOf(folder.getFileName()));
            if (codemod != null) {
                return codemod;
            }
        }
        throw CliException.usage("no codemod for " + place + ": name its folder like the codemod, pass -c ID, or write"
                + " `# codemod-test: codemod=ID` into its first line");
    }

    private void readCatalogue() {
        if (byId.isEmpty()) {
            environment.recipes().get().forEach(recipe -> byId.put(recipe.id(), recipe));
            environment.catalogue().get().forEach(codemod -> byId.put(codemod.id(), codemod));
        }
    }
}
