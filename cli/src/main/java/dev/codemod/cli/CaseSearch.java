package dev.codemod.cli;

import dev.codemod.codemod.Codemod;
import dev.codemod.fixtures.CaseException;
import dev.codemod.fixtures.CodemodCase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Finds the before/after cases in folders and the codemod that each is for: the one that the case names itself, else the
 * one that the user names, else the one whose id is the name of a folder around the case.
 */
final class CaseSearch {
    private final Environment environment;
    private final Codemod chosen;
    private final Map<String, Codemod> byId = new HashMap<>();

    /**
     * A case to be run.
     *
     * @param place the path of its input, as it is shown
     */
    record Found(String place, CodemodCase unit, Codemod codemod) {}

    /** Creates a search; {@code chosen} is the codemod of all cases that name none, or null. */
    CaseSearch(Environment environment, Codemod chosen) {
        this.environment = environment;
        this.chosen = chosen;
    }

    /**
     * Returns the cases in a folder and in those below it, sorted by path.
     *
     * @throws CliException if there is no such folder, if it holds no case, or if a case cannot be run
     */
    List<Found> find(String name) throws CliException {
        Path root = environment.workingDirectory().resolve(name).normalize();
        if (!Files.isDirectory(root)) {
            throw CliException.usage((Files.exists(root) ? "not a folder: " : "no such folder: ") + name);
        }
        List<Path> inputs = new ArrayList<>();
        try {
            collect(root, inputs);
        } catch (IOException e) {
            throw CliException.usage("cannot read " + name + ": " + Reasons.of(e));
        }
        if (inputs.isEmpty()) {
            throw CliException.usage("no cases in " + name
                    + ": a case is NAME.in.py with NAME.out.py, or folders NAME.in" + " and NAME.out");
        }
        List<Found> found = new ArrayList<>();
        for (Path input : inputs) {
            found.add(read(
                    root, input, Path.of(name).resolve(root.relativize(input)).normalize()));
        }
        return found;
    }

    private static void collect(Path folder, List<Path> inputs) throws IOException {
        inputs.addAll(CodemodCase.inputs(folder));
        List<Path> folders;
        try (Stream<Path> entries = Files.list(folder)) {
            folders = entries.filter(CaseSearch::mayHoldCases).sorted().toList();
        }
        for (Path below : folders) {
            collect(below, inputs);
        }
    }

    private static boolean mayHoldCases(Path path) {
        String name = path.getFileName().toString();
        return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)
                && !CodemodCase.isInput(path)
                && !name.endsWith(".out")
                && !name.startsWith(".");
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
