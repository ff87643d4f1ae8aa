package dev.codemod.project;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Base classes, derived classes and members of the classes of the project. */
final class ClassHierarchy {
    private final NameEvaluator names;
    private final Map<ProjectDefinition, Ancestry> ancestries = new HashMap<>();
    private Map<ProjectDefinition, Set<ProjectDefinition>> derived;
    private Iterable<ProjectModule> modules = List.of();

    /**
     * A class and what it is derived from.
     *
     * @param order the class and its base classes of the project, in the order in which attributes are looked for
     * @param outside base classes from outside the project, without {@code object}
     * @param unknown why a base class is not known; null if all are
     */
    record Ancestry(List<ProjectDefinition> order, Set<String> outside, String unknown) {}

    /**
     * Where an attribute of a class may come from.
     *
     * @param definitions of the project
     * @param outside base classes outside the project that may define it
     * @param mayBeUnknown whether it may be something that nobody knows
     * @param doubt why the answer is not certain, or null
     */
    record Members(List<ProjectDefinition> definitions, Set<String> outside, boolean mayBeUnknown, String doubt) {}

    ClassHierarchy(NameEvaluator names) {
        this.names = names;
    }

    void setModules(Iterable<ProjectModule> modules) {
        this.modules = modules;
    }

    Ancestry ancestry(ProjectDefinition ofClass) {
        Ancestry known = ancestries.get(ofClass);
        if (known == null) {
            known = compute(ofClass, new HashSet<>());
            ancestries.put(ofClass, known);
        }
        return known;
    }

    private Ancestry compute(ProjectDefinition ofClass, Set<ProjectDefinition> open) {
        Ancestry known = ancestries.get(ofClass);
        if (known != null) {
            return known;
        }
        if (!open.add(ofClass)) {
            return new Ancestry(List.of(ofClass), Set.of(), ofClass + " is derived from itself");
        }
        Set<String> outside = new TreeSet<>();
        String unknown = null;
        List<List<ProjectDefinition>> orders = new ArrayList<>();
        List<ProjectDefinition> direct = new ArrayList<>();
        for (String base : ofClass.facts().bases()) {
            Lookup found = names.meaning(ofClass.module(), base).lookup();
            ProjectDefinition definition = found.definition();
            if (definition != null && definition.kind() == DefinitionKind.CLASS) {
                Ancestry inherited = compute(definition, open);
                orders.add(new ArrayList<>(inherited.order()));
                direct.add(definition);
                outside.addAll(inherited.outside());
                unknown = unknown == null ? inherited.unknown() : unknown;
            } else if (found.state() == Lookup.State.OUTSIDE) {
                outside.addAll(found.outside());
            } else {
                unknown = "a base class of " + ofClass + " is not known";
            }
        }
        outside.remove("builtins.object");
        outside.remove("__builtin__.object");
        open.remove(ofClass);
        orders.add(direct);
        return new Ancestry(merge(ofClass, orders), outside, unknown);
    }

    /** C3, as in "The Python 2.3 Method Resolution Order"; old-style and wrong hierarchies get the order of a search. */
    private static List<ProjectDefinition> merge(ProjectDefinition first, List<List<ProjectDefinition>> orders) {
        List<ProjectDefinition> merged = new ArrayList<>(List.of(first));
        List<List<ProjectDefinition>> open = new ArrayList<>();
        orders.forEach(order -> open.add(new ArrayList<>(order)));
        while (true) {
            open.removeIf(List::isEmpty);
            if (open.isEmpty()) {
                return merged;
            }
            ProjectDefinition next = head(open);
            if (next == null) {
                Set<ProjectDefinition> all = new LinkedHashSet<>(merged);
                orders.forEach(all::addAll);
                return List.copyOf(all);
            }
            merged.add(next);
            open.forEach(order -> order.remove(next));
        }
    }

    private static ProjectDefinition head(List<List<ProjectDefinition>> orders) {
        for (List<ProjectDefinition> order : orders) {
            ProjectDefinition candidate = order.get(0);
            boolean isInTail = false;
            for (List<ProjectDefinition> other : orders) {
                isInTail |= other.lastIndexOf(candidate) > 0;
            }
            if (!isInTail) {
                return candidate;
            }
        }
        return null;
    }

    /** Returns the classes that are derived from a class, directly or not, by path. */
    Set<ProjectDefinition> derived(ProjectDefinition ofClass) {
        if (derived == null) {
            derived = new HashMap<>();
            for (ProjectModule module : modules) {
                if (module.facts() != null) {
                    collectDerived(module);
                }
            }
        }
        return derived.getOrDefault(ofClass, Set.of());
    }

    private void collectDerived(ProjectModule module) {
        for (DefinitionFacts facts : module.facts().definitions()) {
            if (facts.kind() == DefinitionKind.CLASS) {
                ProjectDefinition definition = new ProjectDefinition(module, facts);
                for (ProjectDefinition base : ancestry(definition).order()) {
                    if (!base.equals(definition)) {
                        derived.computeIfAbsent(base, key -> new TreeSet<>()).add(definition);
                    }
                }
            }
        }
    }

    /**
     * Returns where an attribute of a class comes from.
     *
     * @param skipsFirst whether the search starts behind the class, as {@code super()} does
     * @param isInstance whether the object may be one of a derived class
     */
    Members members(ProjectDefinition ofClass, String name, boolean skipsFirst, boolean isInstance) {
        Ancestry ancestry = ancestry(ofClass);
        List<ProjectDefinition> found = new ArrayList<>();
        for (ProjectDefinition candidate : ancestry.order()) {
            if (found.isEmpty() && !(skipsFirst && candidate.equals(ofClass))) {
                found.addAll(own(candidate, name));
            }
        }
        boolean isVariable = found.stream().allMatch(ClassHierarchy::isVariable);
        String doubt = found.size() > 1 && !isVariable ? ofClass + " has several definitions of " + name : null;
        boolean isOwn = !skipsFirst && !own(ofClass, name).isEmpty();
        Set<String> outside = found.isEmpty() ? ancestry.outside() : Set.of();
        boolean mayBeUnknown = ancestry.unknown() != null && !isOwn;
        if (mayBeUnknown) {
            doubt = ancestry.unknown();
        }
        if (isInstance || skipsFirst) {
            for (ProjectDefinition sub : derived(ofClass)) {
                doubt = addOverrides(sub, ofClass, name, skipsFirst, found, doubt);
            }
        }
        return new Members(found, outside, mayBeUnknown, doubt);
    }

    /** Derived classes override an attribute, or put another base class before the one that {@code super()} finds. */
    private String addOverrides(
            ProjectDefinition sub,
            ProjectDefinition ofClass,
            String name,
            boolean skipsFirst,
            List<ProjectDefinition> found,
            String doubt) {
        String reason = doubt;
        List<ProjectDefinition> order = ancestry(sub).order();
        List<ProjectDefinition> candidates =
                skipsFirst ? order.subList(Math.max(0, order.indexOf(ofClass)) + 1, order.size()) : List.of(sub);
        for (ProjectDefinition candidate : candidates) {
            List<ProjectDefinition> own = own(candidate, name);
            if (!own.isEmpty()) {
                for (ProjectDefinition one : own) {
                    if (!found.contains(one)) {
                        found.add(one);
                        reason = reason != null ? reason : sub + " has its own " + name;
                    }
                }
                break;
            }
        }
        return reason;
    }

    private static boolean isVariable(ProjectDefinition definition) {
        return definition.kind() == DefinitionKind.VARIABLE || definition.kind() == DefinitionKind.ATTRIBUTE;
    }

    /** Returns whether no class of the project that an object of a class belongs to has an attribute. */
    boolean lacks(ProjectDefinition ofClass, String name) {
        return ancestry(ofClass).order().stream().allMatch(one -> own(one, name).isEmpty());
    }

    private static List<ProjectDefinition> own(ProjectDefinition ofClass, String name) {
        return ofClass.module().definitions(ofClass.facts().name() + "." + name);
    }
}
