package dev.codemod.codemods.asyncio;

import dev.codemod.codemods.asyncio.Awaitables.Kind;
import dev.codemod.project.Use;
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
}
