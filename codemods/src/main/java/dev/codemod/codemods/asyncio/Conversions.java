package dev.codemod.codemods.asyncio;

import dev.codemod.project.DefinitionKind;
import dev.codemod.project.Doubt;
import dev.codemod.project.ModuleFacts;
import dev.codemod.project.ProjectDefinition;
import dev.codemod.project.ProjectIndex;
import dev.codemod.project.Use;
import dev.codemod.project.UseForm;
import dev.codemod.project.Uses;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which helper functions of a project can become async together with all that calls them.
 *
 * <p>A function can follow if every use of it in the project is known and is a call, in async code, in a function that can
 * follow too, in the main part of a script, or in a test. One that cannot keeps all that depends on it from following.
 */
final class Conversions {
    /** Larger groups are for a person to cut. */
    private static final int LARGEST = 100;

    private static final Set<String> FOREIGN_LOOPS =
            Set.of("trio", "anyio", "curio", "twisted", "gevent", "eventlet", "tornado");

    private final ProjectIndex index;
    private final Map<ProjectDefinition, String> obstacles = new HashMap<>();
    private final Set<ProjectDefinition> converted = new HashSet<>();
    private final Map<String, Map<String, String>> functions = new HashMap<>();
    private final Map<String, Map<String, String>> calls = new HashMap<>();

    /**
     * Functions that become async together.
     *
     * @param members the functions
     * @param entries sync functions that stay and run them by {@code asyncio.run}
     * @param obstacle why they cannot, with its place; null if they can
     */
    private record Group(Set<ProjectDefinition> members, Set<ProjectDefinition> entries, String obstacle) {}

    /**
     * Finds what can be converted.
     *
     * @param blocking for every helper that coroutines call, itself and the functions below it that block
     */
    Conversions(ProjectIndex index, Map<ProjectDefinition, Collection<ProjectDefinition>> blocking) {
        this.index = index;
        List<Group> possible = new ArrayList<>();
        new TreeMap<>(blocking).forEach((helper, below) -> {
            Group group = grow(below);
            if (group.obstacle() == null) {
                merge(possible, group);
            } else {
                obstacles.put(helper, group.obstacle());
            }
        });
        possible.forEach(this::add);
    }

    /** Groups that share a function become one. */
    private static void merge(List<Group> groups, Group added) {
        Group whole = added;
        for (Group group : List.copyOf(groups)) {
            if (!Collections.disjoint(group.members(), added.members())) {
                groups.remove(group);
                group.members().addAll(whole.members());
                group.entries().addAll(whole.entries());
                whole = group;
            }
        }
        groups.add(whole);
    }

    /** Returns why a helper cannot be converted; null if it can. */
    String obstacle(ProjectDefinition helper) {
        return converted.contains(helper) ? null : obstacles.get(helper);
    }

    boolean isConverted(ProjectDefinition function) {
        return converted.contains(function);
    }

    /** Returns the functions of a file that become async: the unit by the name in the file. */
    Map<String, String> functionsIn(String path) {
        return functions.getOrDefault(path, Map.of());
    }

    /** Returns the calls of a file that follow: the unit by the name under which the file calls the function. */
    Map<String, String> callsIn(String path) {
        return calls.getOrDefault(path, Map.of());
    }

    /** Returns the simple names of all functions that become async. */
    Set<String> names() {
        Set<String> names = new TreeSet<>();
        functions.values().forEach(ofFile -> ofFile.keySet().forEach(name -> names.add(simple(name))));
        return names;
    }

    private static String simple(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    // ---------------------------------------------------------------- groups

    private Group grow(Collection<ProjectDefinition> from) {
        Set<ProjectDefinition> members = new LinkedHashSet<>(from);
        Set<ProjectDefinition> entries = new LinkedHashSet<>();
        Deque<ProjectDefinition> open = new ArrayDeque<>(from);
        while (!open.isEmpty()) {
            ProjectDefinition function = open.poll();
            String obstacle = obstacleOf(function);
            if (obstacle == null) {
                obstacle = addCallers(function, members, entries, open);
            }
            if (obstacle != null) {
                return new Group(members, entries, obstacle);
            }
            if (members.size() > LARGEST) {
                return new Group(members, entries, "more than " + LARGEST + " functions would have to follow");
            }
        }
        return new Group(members, entries, null);
    }

    private String obstacleOf(ProjectDefinition function) {
        String place = function.path() + ":" + function.line() + ": ";
        String name = function.facts().simpleName();
        if (name.startsWith("__") && name.endsWith("__")) {
            return place + name + " cannot be async";
        }
        if (function.facts().isGenerator()) {
            return place + function.qualifiedName() + " is a generator";
        }
        if (function.facts().isLocal() || function.facts().isConditional()) {
            return place + function.qualifiedName() + " is defined inside other code";
        }
        if (function.module().definitions(function.facts().name()).size() != 1) {
            return place + function.qualifiedName() + " is defined more than once";
        }
        return null;
    }

    /** Adds what must follow a function; returns an obstacle or null. */
    private String addCallers(
            ProjectDefinition function,
            Set<ProjectDefinition> members,
            Set<ProjectDefinition> entries,
            Deque<ProjectDefinition> open) {
        Uses uses = index.callersOf(function);
        if (!uses.isComplete()) {
            Doubt doubt = uses.doubts().get(0);
            return doubt.toString();
        }
        for (ProjectDefinition override : index.overrides(function)) {
            if (override.facts().isAsync()) {
                return override.path() + ":" + override.line() + ": " + override + " is async already";
            }
            if (members.add(override)) {
                open.add(override);
            }
        }
        for (Use call : uses.certain()) {
            if (call.isDeferred()) {
                return call.path() + ":" + call.line() + ": a lambda or generator expression cannot await it";
            }
            ProjectDefinition user = index.userOf(call);
            boolean isFunction = user.kind() == DefinitionKind.FUNCTION;
            if (isFunction && user.facts().isAsync() && foreignLoop(user) != null) {
                return foreignLoop(user);
            }
            if (!isFunction || user.facts().isAsync() || members.contains(user) || entries.contains(user)) {
                continue;
            }
            String foreign = foreignLoop(user);
            if (foreign != null) {
                return foreign;
            }
            if (isTest(user) && index.callersOf(user).certain().isEmpty()) {
                entries.add(user);
            } else if (index.callersOf(user).certain().isEmpty()) {
                String problem = user.facts().simpleName().equals("main")
                        ? null
                        : user.path() + ":" + user.line() + ": nothing in the project calls " + user
                                + ", so code outside may";
                if (problem != null) {
                    return problem;
                }
                entries.add(user);
            } else {
                members.add(user);
                open.add(user);
            }
        }
        return null;
    }

    /** What becomes async here runs on asyncio. */
    private static String foreignLoop(ProjectDefinition function) {
        ModuleFacts module = function.module().facts();
        if (module != null) {
            for (Use use : module.uses()) {
                String root = use.name().split("\\.", 2)[0];
                if (use.form() == UseForm.IMPORT && FOREIGN_LOOPS.contains(root)) {
                    return use.path() + ":" + use.line() + ": the file uses " + root + ", not asyncio";
                }
            }
        }
        return null;
    }

    private static boolean isTest(ProjectDefinition function) {
        return function.facts().simpleName().startsWith("test");
    }

    private void add(Group group) {
        String unit = new TreeSet<>(group.members()).first().qualifiedName();
        converted.addAll(group.members());
        for (ProjectDefinition member : group.members()) {
            functions
                    .computeIfAbsent(member.path(), key -> new HashMap<>())
                    .put(member.facts().name(), unit);
            for (Use use : index.referencesTo(member).certain()) {
                if (use.form().isCall()) {
                    calls.computeIfAbsent(use.path(), key -> new HashMap<>()).put(use.name(), unit);
                }
            }
        }
    }
}
