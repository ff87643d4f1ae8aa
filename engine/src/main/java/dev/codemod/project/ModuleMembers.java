package dev.codemod.project;

import dev.codemod.project.NameValue.ModuleValue;
import dev.codemod.project.NameValue.UnknownValue;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a name is in a module: a definition, what star imports bring, or a submodule. */
final class ModuleMembers {
    private final ModuleTable modules;
    private final StarTable starTable;
    private final Set<String> missing;
    private final NameWalk walk;
    private final Meaning meaning;

    /**
     * @param missing takes the files whose facts would be needed
     * @param walk follows what the name is defined as
     */
    ModuleMembers(ModuleTable modules, StarTable starTable, Set<String> missing, NameWalk walk, Meaning meaning) {
        this.modules = modules;
        this.starTable = starTable;
        this.missing = missing;
        this.walk = walk;
        this.meaning = meaning;
    }

    /** Returns what the name is, or an unknown value with the reason as a doubt. */
    List<NameValue> of(ProjectModule module, String name) {
        List<ProjectDefinition> definitions = current(module.definitions(name));
        if (definitions.size() > 1) {
            meaning.doubt(module + " defines " + name + " more than once");
        }
        List<NameValue> values = new ArrayList<>();
        for (ProjectDefinition definition : definitions) {
            values.addAll(walk.follow(definition));
        }
        if (module.facts() != null && (definitions.isEmpty() || isConditional(definitions))) {
            addStars(module, name, values);
        }
        if (values.isEmpty()) {
            ProjectModule submodule = modules.submodule(module, name);
            if (submodule != null) {
                return List.of(new ModuleValue(submodule));
            }
            meaning.doubt(reasonOfMissing(module, name));
            return List.of(UnknownValue.NEW);
        }
        return values;
    }

    private String reasonOfMissing(ProjectModule module, String name) {
        if (module.facts() == null) {
            missing.add(module.path());
            return module.isUnreadable() ? module.path() + " cannot be read" : "nobody looked into " + module.path();
        }
        return "nothing in " + module.path() + " binds " + name;
    }

    private static boolean isConditional(List<ProjectDefinition> definitions) {
        return definitions.stream().allMatch(one -> one.facts().isConditional());
    }

    /** Returns the definitions from the last one on that is made for sure. */
    private static List<ProjectDefinition> current(List<ProjectDefinition> all) {
        for (int i = all.size() - 1; i > 0; i--) {
            if (!all.get(i).facts().isConditional()) {
                return all.subList(i, all.size());
            }
        }
        return all;
    }

    /** Adds what star imports of a module bring under a name, through any number of modules, each looked at once. */
    private void addStars(ProjectModule module, String name, List<NameValue> values) {
        Set<ProjectModule> seen = new HashSet<>(List.of(module));
        Deque<ProjectModule> pending = new ArrayDeque<>(List.of(module));
        while (!pending.isEmpty()) {
            StarTable.Stars stars = starTable.of(pending.pop());
            if (stars.doubt() != null) {
                meaning.doubt(stars.doubt());
            }
            for (ProjectModule starred : stars.modules()) {
                if (seen.add(starred) && addStarred(starred, name, values)) {
                    pending.push(starred);
                }
            }
        }
    }

    /** Adds what a star import of one module brings; returns whether its own star imports may bring more. */
    private boolean addStarred(ProjectModule starred, String name, List<NameValue> values) {
        if (starred.facts() == null) {
            meaning.doubt(reasonOfMissing(starred, name));
            return false;
        }
        List<String> exports = starred.facts().exports();
        boolean isComputed = starred.facts().declaresExports() && exports == null;
        if (!isComputed && !(exports != null ? exports.contains(name) : !name.startsWith("_"))) {
            return false;
        }
        List<ProjectDefinition> definitions = current(starred.definitions(name));
        for (ProjectDefinition definition : definitions) {
            if (isComputed) {
                meaning.doubt("__all__ of " + starred.path() + " is computed");
            }
            values.addAll(walk.follow(definition));
        }
        ProjectModule submodule = exports == null ? null : modules.submodule(starred, name);
        if (definitions.isEmpty() && submodule != null) {
            values.add(new ModuleValue(submodule));
        }
        return definitions.isEmpty() || isConditional(definitions);
    }
}
