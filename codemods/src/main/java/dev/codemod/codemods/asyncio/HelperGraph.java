package dev.codemod.codemods.asyncio;

import dev.codemod.codemods.asyncio.HelperFact.Hazard;
import dev.codemod.project.DefinitionFacts;
import dev.codemod.project.DefinitionKind;
import dev.codemod.project.IndexFacts;
import dev.codemod.project.Lookup;
import dev.codemod.project.ModuleFacts;
import dev.codemod.project.ProjectDefinition;
import dev.codemod.project.ProjectIndex;
import dev.codemod.project.Use;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The helper functions of a project that block and that its coroutines call.
 *
 * <p>Made once from the merged facts, and asked by all threads, one at a time; what was found is kept.
 */
final class HelperGraph {
    private static final Set<String> TRANSPARENT =
            Set.of("builtins.staticmethod", "builtins.classmethod", "typing.override", "abc.abstractmethod");

    private final ProjectIndex index;
    private final boolean converts;
    private Conversions conversions;
    private final Map<String, HelperFact> facts = new HashMap<>();
    private final Map<ProjectDefinition, Helper> known = new HashMap<>();
    private final Map<ProjectDefinition, List<ProjectDefinition>> callees = new HashMap<>();
    private final Map<String, Map<String, Helper>> helpers = new HashMap<>();
    private final Map<String, Map<String, Awaitables.Kind>> coroutines = new HashMap<>();

    /**
     * Prepares the graph.
     *
     * @param converts whether helpers are to become async where that is possible
     */
    HelperGraph(IndexFacts indexFacts, List<HelperFact> helperFacts, boolean converts) {
        this.converts = converts;
        index = ProjectIndex.of(indexFacts);
        for (HelperFact fact : helperFacts) {
            facts.put(fact.path() + ":" + fact.offset(), fact);
        }
    }

    /**
     * Returns the blocking helpers that the coroutines of a file call.
     *
     * @return by the name under which the file's code calls them, as {@link ModuleFacts} write names
     */
    synchronized Map<String, Helper> helpersCalledIn(String path) {
        Map<String, Helper> found = helpers.get(path);
        if (found == null) {
            found = findHelpers(path);
            helpers.put(path, found);
        }
        return found;
    }

    /**
     * Returns what the functions of the project that a file calls give: coroutines and generators.
     *
     * @return by the name under which the file's code calls them, as {@link ModuleFacts} write names
     */
    synchronized Map<String, Awaitables.Kind> coroutinesCalledIn(String path) {
        return coroutines.computeIfAbsent(path, this::findCoroutines);
    }

    /** Returns what becomes async; nothing unless that is wanted. */
    synchronized Conversions conversions() {
        if (conversions == null) {
            Map<ProjectDefinition, Collection<ProjectDefinition>> blocking = new HashMap<>();
            if (converts) {
                for (ModuleFacts module : index.facts().modules()) {
                    helpersCalledIn(module.path())
                            .values()
                            .forEach(helper -> blocking.put(helper.definition(), helper.below()));
                }
            }
            conversions = new Conversions(index, blocking);
        }
        return conversions;
    }

    private List<Use> callsIn(String path) {
        ModuleFacts module = index.facts().module(path);
        List<Use> calls = new ArrayList<>();
        if (module != null) {
            for (Use use : module.uses()) {
                if (use.form().isCall() && !use.isPossible()) {
                    calls.add(use);
                }
            }
        }
        return calls;
    }

    private Map<String, Helper> findHelpers(String path) {
        Map<String, Helper> found = new HashMap<>();
        for (Use call : callsIn(path)) {
            if (index.userOf(call).facts().isAsync()) {
                ProjectDefinition target = helperAt(call);
                Helper helper = target == null ? null : known.computeIfAbsent(target, this::reach);
                if (helper != null) {
                    found.put(call.name(), helper);
                }
            }
        }
        return found;
    }

    private Map<String, Awaitables.Kind> findCoroutines(String path) {
        Map<String, Awaitables.Kind> found = new HashMap<>();
        for (Use call : callsIn(path)) {
            ProjectDefinition target = index.targetOf(call).definition();
            if (target != null && target.kind() == DefinitionKind.FUNCTION) {
                Awaitables.Kind kind = kindOf(target.facts());
                if (kind != null) {
                    found.put(call.name(), kind);
                }
            }
        }
        return found;
    }

    private static Awaitables.Kind kindOf(DefinitionFacts function) {
        boolean isLegacy = function.decorators().contains("asyncio.coroutine");
        List<String> others = new ArrayList<>(function.decorators());
        others.remove("asyncio.coroutine");
        if (!TRANSPARENT.containsAll(others)) {
            return null;
        }
        if (function.isAsync()) {
            return function.isGenerator() ? null : Awaitables.Kind.COROUTINE;
        }
        return isLegacy ? Awaitables.Kind.COROUTINE : function.isGenerator() ? Awaitables.Kind.GENERATOR : null;
    }

    /** Returns the synchronous function of the project that a call certainly runs, or null. */
    private ProjectDefinition helperAt(Use call) {
        Lookup target = index.targetOf(call);
        ProjectDefinition function = target.definition();
        boolean isHelper = function != null
                && function.kind() == DefinitionKind.FUNCTION
                && !function.facts().isAsync()
                && !function.facts().isGenerator()
                && TRANSPARENT.containsAll(function.facts().decorators())
                && (converts || index.overrides(function).isEmpty());
        return isHelper ? function : null;
    }

    private List<ProjectDefinition> calleesOf(ProjectDefinition function) {
        List<ProjectDefinition> found = callees.get(function);
        if (found == null) {
            found = new ArrayList<>();
            for (Use call : index.callsOf(function)) {
                ProjectDefinition target = call.isDeferred() ? null : helperAt(call);
                if (target != null && !found.contains(target)) {
                    found.add(target);
                }
            }
            callees.put(function, found);
        }
        return found;
    }

    /** Follows the calls from a function, nearest first; returns null if nothing that it reaches blocks. */
    private Helper reach(ProjectDefinition from) {
        Map<ProjectDefinition, ProjectDefinition> callers = new LinkedHashMap<>();
        callers.put(from, null);
        Deque<ProjectDefinition> open = new ArrayDeque<>(List.of(from));
        ProjectDefinition blocking = null;
        HelperFact worst = null;
        while (!open.isEmpty()) {
            ProjectDefinition function = open.poll();
            HelperFact fact = factOf(function);
            if (fact != null) {
                blocking = blocking == null && fact.blocks() != null ? function : blocking;
                worst = worst == null || fact.hazard().compareTo(worst.hazard()) > 0 ? fact : worst;
            }
            for (ProjectDefinition callee : calleesOf(function)) {
                if (!callers.containsKey(callee)) {
                    callers.put(callee, function);
                    open.add(callee);
                }
            }
        }
        return blocking == null ? null : helper(from, blocking, callers, worst);
    }

    /** Returns those of the functions from which a blocking one is reached. */
    private List<ProjectDefinition> reachingBlocking(Set<ProjectDefinition> functions) {
        Set<ProjectDefinition> reaching = new LinkedHashSet<>();
        int before = -1;
        while (reaching.size() != before) {
            before = reaching.size();
            for (ProjectDefinition function : functions) {
                HelperFact fact = factOf(function);
                if (fact != null && fact.blocks() != null || !Collections.disjoint(calleesOf(function), reaching)) {
                    reaching.add(function);
                }
            }
        }
        return List.copyOf(reaching);
    }

    private HelperFact factOf(ProjectDefinition function) {
        return facts.get(function.path() + ":" + function.facts().offset());
    }

    private Helper helper(
            ProjectDefinition from,
            ProjectDefinition blocking,
            Map<ProjectDefinition, ProjectDefinition> callers,
            HelperFact worst) {
        List<ProjectDefinition> chain = new ArrayList<>();
        for (ProjectDefinition link = blocking; link != null; link = callers.get(link)) {
            chain.add(0, link);
        }
        HelperFact fact = factOf(blocking);
        String hazard =
                worst.hazard() == Hazard.NONE ? "" : worst.path() + ":" + worst.hazardAt() + " " + worst.detail();
        return new Helper(
                from,
                chain,
                reachingBlocking(callers.keySet()),
                fact.blocks(),
                blocking.path() + ":" + fact.blocksAt(),
                worst.hazard(),
                hazard);
    }
}
