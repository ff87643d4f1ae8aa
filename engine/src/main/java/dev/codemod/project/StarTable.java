package dev.codemod.project;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The modules that the modules of a project import by {@code *}. */
final class StarTable {
    private final ModuleTable modules;
    private final Map<ProjectModule, Stars> stars = new HashMap<>();

    StarTable(ModuleTable modules) {
        this.modules = modules;
    }

    /**
     * The modules that a module imports by {@code *}.
     *
     * @param doubt why there may be others, or null
     */
    record Stars(List<ProjectModule> modules, String doubt) {
        static final Stars NONE = new Stars(List.of(), null);
    }

    Stars of(ProjectModule module) {
        if (module.facts() == null || module.facts().starImports().isEmpty()) {
            return Stars.NONE;
        }
        Stars known = stars.get(module);
        if (known == null) {
            List<ProjectModule> found = new ArrayList<>();
            String doubt = null;
            for (String name : module.facts().starImports()) {
                ModuleTable.Found one = modules.imported(name, module);
                found.addAll(one.modules());
                if (!one.isCertain() || one.modules().isEmpty()) {
                    doubt = "what " + module.path() + " imports by * from " + name + " is not known";
                }
            }
            known = new Stars(found, doubt);
            stars.put(module, known);
        }
        return known;
    }
}
