package dev.codemod.project;

import dev.codemod.rewrite.StandardLibrary;
import dev.codemod.semantics.ModuleNames;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The modules of a project, by path and by the names under which code may import them. */
final class ModuleTable {
    private final Map<String, ProjectModule> byPath = new LinkedHashMap<>();
    private final Map<String, List<ProjectModule>> byName = new HashMap<>();
    private final Map<String, List<ProjectModule>> byLast = new HashMap<>();

    /** Paths without suffix, packages by their folders; a package hides a module beside it. */
    private final Map<String, ProjectModule> byStem = new HashMap<>();

    /** Folders with Python files somewhere below: they may be imported, as namespaces. */
    private final Set<String> folders = new HashSet<>();

    /**
     * What a dotted name may be.
     *
     * @param modules the candidates; none if it is no module of the project
     * @param isCertain whether it is the only one of them, or certainly none
     */
    record Found(List<ProjectModule> modules, boolean isCertain) {
        static final Found NONE = new Found(List.of(), true);
    }

    ModuleTable(IndexFacts facts) {
        List<String> paths = facts.paths();
        int root = rootLength(paths);
        List<String> relative = paths.stream().map(path -> path.substring(root)).toList();
        ModuleNames names = ModuleNames.of(relative);
        Set<String> unreadable = new HashSet<>(facts.unreadable());
        for (String path : paths) {
            if (path.endsWith(".py") || path.endsWith(".pyi") || facts.module(path) != null) {
                add(new ProjectModule(
                        path, names.of(path.substring(root)), facts.module(path), unreadable.contains(path)));
            }
        }
    }

    /**
     * Returns the length of the folder, with its slash, that the paths are relative to: 0 if they are relative, else the
     * innermost folder that they share and that is no package.
     */
    private static int rootLength(List<String> paths) {
        if (paths.isEmpty() || !(paths.get(0).startsWith("/") || paths.get(0).startsWith("../"))) {
            return 0;
        }
        String first = paths.get(0);
        String last = paths.get(paths.size() - 1);
        int same = 0;
        while (same < Math.min(first.length(), last.length()) && first.charAt(same) == last.charAt(same)) {
            same++;
        }
        String folder = first.substring(0, first.lastIndexOf('/', same - 1) + 1);
        while (!folder.isEmpty() && Collections.binarySearch(paths, folder + "__init__.py") >= 0) {
            folder = above(folder);
        }
        return folder.length();
    }

    private void add(ProjectModule module) {
        byPath.put(module.path(), module);
        if (module.path().endsWith(".pyi")) {
            // A stub describes a module and is not imported.
            return;
        }
        byName.computeIfAbsent(module.name(), key -> new ArrayList<>(1)).add(module);
        String stem = stem(module);
        byLast.computeIfAbsent(stem.substring(stem.lastIndexOf('/') + 1), key -> new ArrayList<>(1))
                .add(module);
        if (module.isPackage() || !byStem.containsKey(stem)) {
            byStem.put(stem, module);
        }
        for (int slash = stem.lastIndexOf('/'); slash > 0; slash = stem.lastIndexOf('/', slash - 1)) {
            if (!folders.add(stem.substring(0, slash))) {
                break;
            }
        }
    }

    private static String stem(ProjectModule module) {
        String path = module.path();
        if (module.isPackage()) {
            return path.substring(0, Math.max(0, path.lastIndexOf('/')));
        }
        int dot = path.lastIndexOf('.');
        return dot < 0 ? path : path.substring(0, dot);
    }

    Iterable<ProjectModule> all() {
        return byPath.values();
    }

    ProjectModule atPath(String path) {
        return byPath.get(path);
    }

    /** Returns the module or package of a path without suffix, or null. */
    ProjectModule atStem(String stem) {
        return byStem.get(stem);
    }

    boolean isFolder(String stem) {
        return folders.contains(stem);
    }

    /** Returns the submodule of a package or of a folder without {@code __init__.py}, or null. */
    ProjectModule submodule(ProjectModule parent, String name) {
        return parent.isPackage() ? byStem.get(parent.folder() + name) : null;
    }

    /** Returns the package that a module or package is in, or null. */
    ProjectModule packageAround(ProjectModule module) {
        return module.isPackage() && module.folder().isEmpty()
                ? null
                : atFolder(module.isPackage() ? above(module.folder()) : module.folder());
    }

    /** Returns the folder above a folder; both have a slash at the end, the root is empty. */
    static String above(String folder) {
        return folder.isEmpty() ? "" : folder.substring(0, folder.lastIndexOf('/', folder.length() - 2) + 1);
    }

    /** Returns the modules of exactly this name from the project's own source roots. */
    List<ProjectModule> named(String name) {
        return byName.getOrDefault(name, List.of());
    }

    /**
     * Returns what an absolute import names.
     *
     * @param dotted the name of the whole module
     * @param from the module that imports it; null if that does not matter
     */
    Found find(String dotted, ProjectModule from) {
        List<ProjectModule> exact = named(dotted);
        String relative = dotted.replace('.', '/');
        ProjectModule local = from == null ? null : nearest(from, relative);
        if (exact.size() == 1 && (local == null || local == exact.get(0))) {
            return new Found(exact, true);
        }
        if (!exact.isEmpty() || local != null) {
            List<ProjectModule> all = new ArrayList<>(exact);
            if (local != null && !all.contains(local)) {
                all.add(local);
            }
            return new Found(all, all.size() == 1 && !StandardLibrary.has(dotted));
        }
        return StandardLibrary.has(dotted) ? Found.NONE : withEnding(dotted, relative);
    }

    /** Returns what the module of a {@code from} import is; relative names keep their dots. */
    Found imported(String name, ProjectModule from) {
        if (!name.startsWith(".")) {
            return find(name, from);
        }
        int level = 0;
        while (level < name.length() && name.charAt(level) == '.') {
            level++;
        }
        String folder = folderOf(from, level);
        if (folder == null) {
            return new Found(List.of(), false);
        }
        String rest = name.substring(level).replace('.', '/');
        ProjectModule module = rest.isEmpty() ? atFolder(folder) : byStem.get(folder + rest);
        return module == null ? Found.NONE : new Found(List.of(module), true);
    }

    /** Returns the folder that a relative import starts from, with a slash at its end; null outside the project. */
    String folderOf(ProjectModule from, int level) {
        String folder = from.folder();
        for (int up = 1; up < level; up++) {
            if (folder.isEmpty()) {
                return null;
            }
            folder = above(folder);
        }
        return folder;
    }

    /** Returns the package of a folder with a slash at its end, or null. */
    ProjectModule atFolder(String folder) {
        ProjectModule found = folder.isEmpty() ? byStem.get("") : byStem.get(folder.substring(0, folder.length() - 1));
        return found != null && found.isPackage() ? found : null;
    }

    /** A script finds what is beside it, and so do programs that are started in a folder above. */
    private ProjectModule nearest(ProjectModule from, String relative) {
        String folder = from.folder();
        while (true) {
            ProjectModule found = byStem.get(folder + relative);
            if (found != null && found != from) {
                return found;
            }
            if (folder.isEmpty()) {
                return null;
            }
            folder = above(folder);
        }
    }

    /** Any folder may be put on {@code sys.path}. */
    private Found withEnding(String dotted, String relative) {
        List<ProjectModule> found = new ArrayList<>();
        for (ProjectModule module : byLast.getOrDefault(dotted.substring(dotted.lastIndexOf('.') + 1), List.of())) {
            String stem = stem(module);
            if (stem.equals(relative) || stem.endsWith("/" + relative)) {
                found.add(module);
            }
        }
        return found.isEmpty() ? Found.NONE : new Found(found, false);
    }
}
