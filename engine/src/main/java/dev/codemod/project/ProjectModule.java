package dev.codemod.project;

import dev.codemod.semantics.ModuleName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A Python file as a member of the project. */
public final class ProjectModule {
    private final String path;
    private final ModuleName name;
    private final ModuleFacts facts;
    private final boolean isUnreadable;
    private Map<String, List<ProjectDefinition>> byName;
    private Set<String> imports;
    private int[][] usesByUser;

    ProjectModule(String path, ModuleName name, ModuleFacts facts, boolean isUnreadable) {
        this.path = path;
        this.name = name;
        this.facts = facts;
        this.isUnreadable = isUnreadable;
    }

    /** Returns the file, relative to the project's root, with slashes. */
    public String path() {
        return path;
    }

    /**
     * Returns the dotted name under which the module is imported from the project's own source roots; the path if no
     * import can name the file.
     */
    public String name() {
        return name.name() == null ? path : name.name();
    }

    /** Returns whether the file is the {@code __init__.py} of a package. */
    public boolean isPackage() {
        return name.isPackage();
    }

    /** Returns what the file says; null if nobody looked into it, as it did not seem to matter, or if it has no tree. */
    public ModuleFacts facts() {
        return facts;
    }

    /** Returns whether the file has no tree: it cannot be read or has a syntax error. */
    public boolean isUnreadable() {
        return isUnreadable;
    }

    /** Returns the definitions of a name in the file, such as {@code Config.load}, in source order. */
    public List<ProjectDefinition> definitions(String nameInFile) {
        return byName().getOrDefault(nameInFile, List.of());
    }

    private Map<String, List<ProjectDefinition>> byName() {
        if (byName == null) {
            Map<String, List<ProjectDefinition>> all = new HashMap<>();
            if (facts != null) {
                for (DefinitionFacts definition : facts.definitions()) {
                    all.computeIfAbsent(definition.name(), key -> new ArrayList<>(1))
                            .add(new ProjectDefinition(this, definition));
                }
            }
            for (List<ProjectDefinition> group : all.values()) {
                group.sort((a, b) -> a.facts().offset() - b.facts().offset());
            }
            byName = all;
        }
        return byName;
    }

    /** Returns the numbers of the uses that the code of a definition of this module, or of the module, makes itself. */
    int[] usesBy(DefinitionFacts user) {
        if (facts == null) {
            return new int[0];
        }
        if (usesByUser == null) {
            usesByUser = groupedUses();
        }
        int number = -1;
        List<DefinitionFacts> users = facts.definitions();
        for (int i = 0; i < users.size() && number < 0; i++) {
            number = users.get(i) == user ? i : -1;
        }
        return usesByUser[number + 1];
    }

    /** Returns the uses of the module, and then those of each definition. */
    private int[][] groupedUses() {
        int[] counts = new int[facts.definitions().size() + 1];
        for (int use = 0; use < facts.useCount(); use++) {
            counts[facts.userOfUse(use) + 1]++;
        }
        int[][] groups = new int[counts.length][];
        for (int i = 0; i < groups.length; i++) {
            groups[i] = new int[counts[i]];
        }
        for (int use = facts.useCount() - 1; use >= 0; use--) {
            int user = facts.userOfUse(use) + 1;
            groups[user][--counts[user]] = use;
        }
        return groups;
    }

    /**
     * Returns whether a dotted name is known to be a module as the file says {@code from name import member} and imports
     * the name itself nowhere.
     */
    boolean importsOnlyFrom(String name, String member) {
        if (imports == null) {
            imports = new HashSet<>();
            for (int i = 0; facts != null && i < facts.useCount(); i++) {
                if (facts.formOfUse(i) == UseForm.IMPORT) {
                    imports.add(facts.names()[facts.nameOfUse(i)]);
                }
            }
        }
        return imports.contains(ModuleName.member(name, member)) && !imports.contains(name);
    }

    /** Returns the folder of the file, with a slash at its end; empty at the root. */
    String folder() {
        return path.substring(0, path.lastIndexOf('/') + 1);
    }

    /** Returns the module itself as a definition. */
    public ProjectDefinition asDefinition() {
        return new ProjectDefinition(this, DefinitionFacts.module());
    }

    @Override
    public String toString() {
        return name();
    }
}
