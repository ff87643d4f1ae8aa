package dev.codemod.codemods.singleton;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which of the many files with star imports matter: those that import from the module of a singleton, and those that may
 * be the module which another file means when it mentions one.
 */
final class StarImports {
    static final String LITERAL = "import *";

    /** What stands behind the name of the module: one space, or more to align statements. */
    private static final List<String> BEHIND_SOURCE = List.of(" import *", "  ", " \t", "\t", " \\", "\\", "\f");

    private final SingletonFacts facts;

    StarImports(SingletonFacts facts) {
        this.facts = facts;
    }

    /**
     * Returns the literals one of which a file must contain to import from a module with {@code *}; an empty one among
     * them if any text may name one of the modules.
     *
     * @param targets the modules
     */
    static Set<String> sources(UseTargets targets) {
        Set<String> literals = new TreeSet<>();
        for (UseTargets.Target target : targets.byPath().values()) {
            String last = target.module.last();
            boolean isPlain = last.equals(UseScanner.literal(last));
            for (String behind : isPlain ? BEHIND_SOURCE : List.of("")) {
                literals.add(UseScanner.literal(last) + behind);
            }
            if (target.module.isPackage()) {
                literals.add("from .");
            }
        }
        return literals;
    }

    /** Returns the files that mentions of singletons, and imports of what is mentioned, may mean. */
    Set<String> meant() {
        Map<String, List<ModuleRef>> byLast = new HashMap<>();
        for (ModuleRef module : mentioned()) {
            String last = module.dotted().substring(module.dotted().lastIndexOf('.') + 1);
            byLast.computeIfAbsent(last, key -> new ArrayList<>()).add(module);
        }
        Set<String> files = new HashSet<>();
        if (byLast.isEmpty()) {
            return files;
        }
        for (String path : facts.paths()) {
            ModulePath module = ModulePath.of(path);
            if (byLast.getOrDefault(module.last(), List.of()).stream().anyMatch(reference -> reference.mayBe(module))) {
                files.add(path);
            }
        }
        return files;
    }

    private Set<ModuleRef> mentioned() {
        Set<ModuleRef> modules = new HashSet<>();
        facts.sites().forEach(site -> modules.addAll(site.modules()));
        for (ProviderFact provider : facts.providers()) {
            if (provider.isImport()) {
                modules.add(provider.source());
            }
        }
        facts.families().heirs().forEach(heir -> heir.bases().forEach(base -> modules.add(base.module())));
        facts.families().shapes().forEach(shape -> shape.bases().forEach(base -> modules.add(base.module())));
        return modules;
    }
}
