package dev.codemod.codemods.asyncio;

import dev.codemod.codemods.asyncio.HelperFact.Hazard;
import dev.codemod.project.DefinitionFacts;
import dev.codemod.project.DefinitionKind;
import dev.codemod.project.Lookup;
import dev.codemod.project.ModuleFacts;
import dev.codemod.project.ProjectDefinition;
import dev.codemod.project.ProjectIndex;
import dev.codemod.project.ProjectModule;
import dev.codemod.project.Use;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
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
    private final Constructors constructors;
    private final boolean converts;
    private Conversions conversions;
    private final Map<String, HelperFact> facts = new HashMap<>();
    private final Map<ProjectDefinition, Helper> known = new HashMap<>();
    private final Map<ProjectDefinition, List<ProjectDefinition>> callees = new HashMap<>();
    private final Map<String, Map<String, Helper>> helpers = new HashMap<>();
    private final Map<ProjectDefinition, List<ProjectDefinition>> overrides = new HashMap<>();
    private final Map<ProjectDefinition, Boolean> followed = new HashMap<>();
    private final Map<ProjectDefinition, HelperFact> unfollowed = new HashMap<>();
    private final Map<String, ProjectCoroutines> coroutines = new HashMap<>();
    private Map<String, Use> calledByGenerators;

    /**
     * Prepares the graph.
     *
     * @param index of all files, which nobody else may use any more
     * @param converts whether helpers are to become async where that is possible
     */
    HelperGraph(ProjectIndex index, List<HelperFact> helperFacts, boolean converts) {
        this.converts = converts;
        this.index = index;
        constructors = new Constructors(index);
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

    /** Returns what the project says about the coroutines of a file. */
    synchronized ProjectCoroutines coroutinesOf(String path) {
        if (calledByGenerators == null) {
            calledByGenerators = ProjectCoroutines.calledByGenerators(index.facts());
        }
        return coroutines.computeIfAbsent(
                path, key -> new ProjectCoroutines(findCoroutines(key), findOddlyOverridden(key), calledByGenerators));
    }

    private Set<Integer> findOddlyOverridden(String path) {
        Set<Integer> found = new HashSet<>();
        ProjectModule module = index.moduleAt(path);
        if (module == null || module.facts() == null) {
            return found;
        }
        for (DefinitionFacts definition : module.facts().definitions()) {
            if (definition.kind() == DefinitionKind.FUNCTION
                    && definition.name().contains(".")) {
                Awaitables.Kind kind = kindOf(definition);
                boolean isOdd = kind != null
                        && module.definitions(definition.name()).stream()
                                .flatMap(method -> overrides(method).stream())
                                .anyMatch(other -> kindOf(other.facts()) != kind);
                if (isOdd) {
                    found.add(definition.offset());
                }
            }
        }
        return found;
    }

    static boolean isLegacy(DefinitionFacts function) {
        return function.decorators().contains("asyncio.coroutine");
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
                boolean isSure =
                        kind != null && overrides(target).stream().allMatch(other -> kindOf(other.facts()) == kind);
                if (isSure) {
                    found.put(call.name(), kind);
                }
            }
        }
        return found;
    }

    private static Awaitables.Kind kindOf(DefinitionFacts function) {
        List<String> others = new ArrayList<>(function.decorators());
        others.removeAll(List.of("asyncio.coroutine"));
        if (!TRANSPARENT.containsAll(others)) {
            return null;
        }
        if (function.isAsync()) {
            return function.isGenerator() ? null : Awaitables.Kind.COROUTINE;
        }
        return isLegacy(function)
                ? Awaitables.Kind.COROUTINE
                : function.isGenerator() ? Awaitables.Kind.GENERATOR : null;
    }

    /**
     * Returns why calls in the coroutines of a file are not looked into, for explanations.
     *
     * @return by the name under which the file's code calls a function of the project
     */
    synchronized Map<String, String> notFollowedIn(String path) {
        Map<String, String> found = new HashMap<>();
        for (Use call : callsIn(path)) {
            ProjectDefinition target =
                    index.userOf(call).facts().isAsync() ? index.targetOf(call).definition() : null;
            if (target != null && target.kind() == DefinitionKind.FUNCTION && !isFollowed(target)) {
                found.put(call.name(), target.qualifiedName() + whyNotFollowed(target));
            }
        }
        return found;
    }

    private String whyNotFollowed(ProjectDefinition function) {
        if (function.facts().isGenerator()) {
            return " is a generator, whose body runs where it is iterated over";
        }
        if (!TRANSPARENT.containsAll(function.facts().decorators())) {
            return " is decorated by " + String.join(", ", function.facts().decorators());
        }
        return " is overridden by " + overrides(function).get(0).qualifiedName();
    }

    /** Returns the synchronous function of the project that a call certainly runs, a constructor too, or null. */
    private ProjectDefinition helperAt(Use call) {
        Lookup target = index.targetOf(call);
        ProjectDefinition function = target.definition();
        if (function != null && function.kind() == DefinitionKind.CLASS && !converts) {
            return constructors.of(function);
        }
        boolean isHelper = function != null
                && function.kind() == DefinitionKind.FUNCTION
                && !function.facts().isAsync()
                && isFollowedAt(call, function);
        return isHelper ? function : null;
    }

    /** A call of {@code super()} runs that very method, whatever overrides it. */
    private boolean isFollowedAt(Use call, ProjectDefinition function) {
        return isFollowed(function)
                || !converts
                        && call.name().startsWith("super(")
                        && hasPlainBody(function)
                        && constructors.isOfChain(function);
    }

    /** Returns whether what a call of a function does is what its body says; making a coroutine does nothing. */
    private boolean isFollowed(ProjectDefinition function) {
        return followed.computeIfAbsent(function, this::mayBeFollowed);
    }

    private List<ProjectDefinition> overrides(ProjectDefinition method) {
        return method.facts().name().contains(".") ? overrides.computeIfAbsent(method, index::overrides) : List.of();
    }

    private boolean mayBeFollowed(ProjectDefinition function) {
        return function.facts().isAsync()
                || hasPlainBody(function) && (converts || overrides(function).isEmpty());
    }

    private static boolean hasPlainBody(ProjectDefinition function) {
        return !function.facts().isGenerator()
                && TRANSPARENT.containsAll(function.facts().decorators());
    }

    private List<ProjectDefinition> calleesOf(ProjectDefinition function) {
        List<ProjectDefinition> found = callees.get(function);
        if (found == null) {
            found = new ArrayList<>();
            for (Use call : index.callsOf(function)) {
                ProjectDefinition target = call.isDeferred() ? null : helperAt(call);
                if (target != null && !found.contains(target)) {
                    found.add(target);
                    found.addAll(overridesOf(target));
                }
            }
            callees.put(function, found);
        }
        return found;
    }

    /** Returns what a call may run instead of a method; only conversions take the whole family along. */
    private List<ProjectDefinition> overridesOf(ProjectDefinition method) {
        return converts
                ? overrides(method).stream()
                        .filter(other -> !other.facts().isAsync() && isFollowed(other))
                        .toList()
                : List.of();
    }

    /** Follows the calls from a function, nearest first; returns null if nothing that it reaches blocks. */
    private Helper reach(ProjectDefinition from) {
        Map<ProjectDefinition, ProjectDefinition> callers = new LinkedHashMap<>();
        callers.put(from, null);
        overridesOf(from).forEach(override -> callers.put(override, null));
        Deque<ProjectDefinition> open = new ArrayDeque<>(callers.keySet());
        ProjectDefinition blocking = null;
        HelperFact worst = null;
        while (!open.isEmpty()) {
            ProjectDefinition function = open.poll();
            HelperFact fact = factOf(function);
            if (fact != null) {
                blocking = blocking == null && fact.blocks() != null ? function : blocking;
                worst = worse(worst, fact);
            }
            worst = worse(worst, unfollowedIn(function));
            for (ProjectDefinition callee : calleesOf(function)) {
                if (!callers.containsKey(callee)) {
                    callers.put(callee, function);
                    open.add(callee);
                }
            }
        }
        return blocking == null ? null : helper(from, blocking, callers, worst);
    }

    private static HelperFact worse(HelperFact one, HelperFact other) {
        return one == null || other != null && other.hazard().compareTo(one.hazard()) > 0 ? other : one;
    }

    /** Returns what a function calls of the project without being followed there, as a hazard; null if nothing. */
    private HelperFact unfollowedIn(ProjectDefinition function) {
        if (!unfollowed.containsKey(function)) {
            unfollowed.put(function, findUnfollowedIn(function));
        }
        return unfollowed.get(function);
    }

    private HelperFact findUnfollowedIn(ProjectDefinition function) {
        HelperFact worst = null;
        for (Use call : index.callsOf(function)) {
            ProjectDefinition target =
                    call.isDeferred() ? null : index.targetOf(call).definition();
            if (target != null && target.kind() == DefinitionKind.FUNCTION && !isFollowedAt(call, target)) {
                String detail = "calls " + target.qualifiedName();
                worst = worse(
                        worst,
                        new HelperFact(call.path(), call.offset(), null, 0, Hazard.SHARES_STATE, call.line(), detail));
            } else if (target != null && target.kind() == DefinitionKind.CLASS) {
                worst = worse(worst, constructorOf(target));
            } else if (!call.isDeferred() && ImportedObjects.mayHave(call, target)) {
                String detail = "calls " + call.name() + ", of which nobody here knows what it changes";
                worst = worse(
                        worst,
                        new HelperFact(call.path(), call.offset(), null, 0, Hazard.SHARES_STATE, call.line(), detail));
            }
        }
        return worst;
    }

    /** A new object's own attributes are nobody else's; all the rest that its constructor does counts. */
    private HelperFact constructorOf(ProjectDefinition type) {
        for (ProjectDefinition init : type.module().definitions(type.facts().name() + ".__init__")) {
            HelperFact fact = factOf(init);
            if (fact != null && fact.hazard().compareTo(Hazard.SHARES_STATE) > 0) {
                return fact;
            }
        }
        return null;
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
