package dev.codemod.codemods.sql;

import dev.codemod.project.ProjectDefinition;
import dev.codemod.project.ProjectIndex;
import dev.codemod.project.Use;
import dev.codemod.project.Uses;
import java.io.Serializable;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What the files of a project say about functions that return a query with values in its text.
 *
 * <p>Immutable; {@link #merge} is associative and commutative.
 */
record BuilderFacts(SortedSet<BuilderFact> builders, SortedSet<BuilderUse> uses) implements Serializable {
    static final BuilderFacts NONE = new BuilderFacts(Collections.emptySortedSet(), Collections.emptySortedSet());

    /**
     * What becomes of a function.
     *
     * @param rules the rules of the one driver that executes its text; null if there is a problem
     * @param problem why the function stays as it is, for people; null if it is rewritten
     */
    record Decision(BuilderFact builder, QueryRules rules, String problem) {
        private static Decision refused(BuilderFact builder, String problem) {
            return new Decision(builder, null, problem);
        }
    }

    static BuilderFacts of(Collection<BuilderFact> builders, Collection<BuilderUse> uses) {
        return new BuilderFacts(new TreeSet<>(builders), new TreeSet<>(uses));
    }

    BuilderFacts merge(BuilderFacts other) {
        SortedSet<BuilderFact> allBuilders = new TreeSet<>(builders);
        allBuilders.addAll(other.builders);
        SortedSet<BuilderUse> allUses = new TreeSet<>(uses);
        allUses.addAll(other.uses);
        return new BuilderFacts(allBuilders, allUses);
    }

    Set<String> names() {
        Set<String> names = new HashSet<>();
        builders.forEach(builder -> names.add(builder.simpleName()));
        return names;
    }

    /** Returns the function that a definition is, or null if it is none of them. */
    BuilderFact builder(ProjectDefinition definition) {
        for (BuilderFact builder : builders) {
            if (builder.path().equals(definition.path())
                    && builder.name().equals(definition.facts().name())) {
                return builder;
            }
        }
        return null;
    }

    /** Decides about a function: all of its calls are rewritten with it, or none. */
    Decision decide(BuilderFact builder, ProjectIndex project) {
        if (builder.problem() != null) {
            return Decision.refused(builder, builder.problem());
        }
        List<ProjectDefinition> definitions = project.moduleAt(builder.path()).definitions(builder.name());
        if (definitions.size() != 1 || definitions.get(0).facts().isConditional()) {
            return Decision.refused(builder, "it is defined more than once or under a condition");
        }
        if (!project.overrides(definitions.get(0)).isEmpty()) {
            return Decision.refused(builder, "another class has a method of this name that may be called instead");
        }
        if (hasUnknownBase(definitions.get(0), project)) {
            return Decision.refused(builder, "its class has a base that is not known, and may call it");
        }
        Uses callers = project.callersOf(definitions.get(0));
        if (!callers.isComplete()) {
            return Decision.refused(
                    builder,
                    "not all of its calls are known, " + callers.doubts().get(0));
        }
        QueryRules agreed = null;
        Use first = null;
        for (Use call : callers.certain()) {
            QueryRules rules = rules(call);
            if (rules == null) {
                return Decision.refused(
                        builder,
                        "its result at " + place(call)
                                + " is not just executed as a query without parameters by a driver that is known");
            }
            if (agreed != null && !agreed.equals(rules)) {
                return Decision.refused(
                        builder,
                        "the drivers at " + place(first) + " and " + place(call)
                                + " do not follow the same rules for placeholders");
            }
            agreed = rules;
            first = first == null ? call : first;
        }
        return agreed == null ? Decision.refused(builder, "nothing calls it") : new Decision(builder, agreed, null);
    }

    /** Returns whether a method may replace one of a base class that is not known, by whose name it is called as well. */
    private static boolean hasUnknownBase(ProjectDefinition method, ProjectIndex project) {
        String around = method.facts().enclosing();
        if (around.isEmpty()) {
            return false;
        }
        List<ProjectDefinition> owners = method.module().definitions(around);
        return owners.size() != 1 || project.hasUnknownBase(owners.get(0));
    }

    private QueryRules rules(Use call) {
        for (BuilderUse use : uses) {
            if (use.path().equals(call.path()) && use.offset() == call.offset()) {
                return use.rules();
            }
        }
        return null;
    }

    private static String place(Use use) {
        return use.path() + ":" + use.line();
    }
}
