package dev.codemod.codemods.asyncio;

import dev.codemod.codemods.asyncio.Awaitables.Kind;
import dev.codemod.project.DefinitionFacts;
import dev.codemod.project.IndexFacts;
import dev.codemod.project.ModuleFacts;
import dev.codemod.project.Use;
import dev.codemod.project.UseForm;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What the rest of a project says about the coroutines of one file.
 *
 * @param called what the functions of the project give that the file calls, by the name under which it calls them
 * @param overridden the byte offsets of the names of methods that other classes override by something of another kind
 * @param calledByGenerators by simple name, a call in a plain generator, which can delegate to no coroutine
 */
record ProjectCoroutines(Map<String, Kind> called, Set<Integer> overridden, Map<String, Use> calledByGenerators) {
    static final ProjectCoroutines NONE = new ProjectCoroutines(Map.of(), Set.of(), Map.of());

    /** Returns what plain generators call, by its last name, with one such call each. */
    static Map<String, Use> calledByGenerators(IndexFacts facts) {
        Map<String, Use> found = new HashMap<>();
        for (ModuleFacts module : facts.modules()) {
            Set<String> generators = new HashSet<>();
            for (DefinitionFacts definition : module.definitions()) {
                if (definition.isGenerator() && !definition.isAsync() && !HelperGraph.isLegacy(definition)) {
                    generators.add(definition.name());
                }
            }
            if (generators.isEmpty()) {
                continue;
            }
            for (Use use : module.uses()) {
                if (use.form() == UseForm.CALL && generators.contains(use.by())) {
                    found.putIfAbsent(use.name().substring(use.name().lastIndexOf('.') + 1), use);
                }
            }
        }
        return found;
    }
}
