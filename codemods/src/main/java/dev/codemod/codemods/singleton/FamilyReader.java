package dev.codemod.codemods.singleton;

import dev.codemod.semantics.Semantics;
import dev.codemod.tree.ClassDef;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Reads what a file says of singletons whose bases or subclasses are in other files. */
final class FamilyReader {
    private final String path;
    private final Semantics names;
    private final SingletonFacts definitions;
    private final Set<String> singletons = new TreeSet<>();

    /**
     * @param found the singletons of the file
     */
    FamilyReader(String path, Semantics names, SingletonFacts definitions, List<ClassAnalysis> found) {
        this.path = path;
        this.names = names;
        this.definitions = definitions;
        found.forEach(analysis -> singletons.add(analysis.name()));
    }

    /**
     * Returns the facts of the file.
     *
     * @param known the names of the singletons and metaclasses of the project
     */
    FamilyFacts read(Set<String> known) {
        List<HeirFact> heirs = new ArrayList<>();
        List<ShapeFact> shapes = new ArrayList<>();
        DefinitionScanner.Around around = null;
        for (ClassDef definition : ShapeReader.classes(names)) {
            String name = definition.name().sourceText();
            boolean isSingleton = singletons.contains(name);
            boolean isBase = isSingleton || isWanted(name);
            if (definition.arguments() == null && !isBase) {
                continue;
            }
            ShapeReader reader = new ShapeReader(path, names, definitions.paths(), definition, isSingleton);
            boolean isHeir = isSingleton || reader.bases().stream().anyMatch(base -> known.contains(base.name()));
            if (isHeir && definition.arguments() != null) {
                around = around == null ? DefinitionScanner.Around.of(path, names) : around;
                HeirFact heir = reader.heir(around);
                if (heir != null) {
                    heirs.add(heir);
                }
            }
            if (isBase) {
                shapes.add(reader.shape());
            }
        }
        return new FamilyFacts(
                heirs.stream().sorted().toList(), shapes.stream().sorted().toList(), List.of(), List.of(), List.of());
    }

    private boolean isWanted(String name) {
        for (ForeignName base : definitions.families().wanted()) {
            if (base.name().equals(name)) {
                return true;
            }
        }
        return false;
    }
}
