package dev.codemod.project;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What a name of a file means in the project: everything it may be, and what it passes on the way. */
final class Meaning {
    /** Definitions that it denotes in the end; imports and aliases followed. */
    final Set<ProjectDefinition> definitions = new LinkedHashSet<>(2);

    /** Definitions on the way: the class of {@code Config.load}, the import and the alias that lead to it. */
    final Set<ProjectDefinition> passed = new LinkedHashSet<>(2);

    /** Those of the passed definitions that it passes certainly. */
    final Set<ProjectDefinition> surelyPassed = new LinkedHashSet<>(2);

    /** Qualified names outside the project. */
    final Set<String> outside = new LinkedHashSet<>(1);

    /** The attributes of values that are not known, first to last; the last is the one that is used. */
    final List<String> unknownMembers = new ArrayList<>(0);

    /** Why the name may mean something else; null if it does not. */
    String doubt;

    void doubt(String reason) {
        if (doubt == null) {
            doubt = reason;
        }
    }

    void pass(ProjectDefinition definition) {
        passed.add(definition);
        if (doubt == null) {
            surelyPassed.add(definition);
        }
    }

    boolean mayBe(ProjectDefinition definition) {
        return definitions.contains(definition) || passed.contains(definition);
    }

    boolean isCertain() {
        return doubt == null && definitions.size() + outside.size() <= 1;
    }

    Lookup lookup() {
        List<ProjectDefinition> found = new ArrayList<>(definitions);
        List<String> names = new ArrayList<>(outside);
        if (isCertain() && found.size() == 1) {
            return new Lookup(Lookup.State.FOUND, found, names, null);
        }
        if (isCertain() && names.size() == 1) {
            return new Lookup(Lookup.State.OUTSIDE, found, names, null);
        }
        String reason = doubt != null
                ? doubt
                : found.size() + names.size() > 1 ? "there are several definitions" : "the value is not known";
        return new Lookup(Lookup.State.UNKNOWN, found, names, reason);
    }
}
