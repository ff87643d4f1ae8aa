package dev.codemod.semantics;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * The module names of a project's files, from their paths alone.
 *
 * <p>A folder with {@code __init__.py} is a package and so belongs to the folder above. The topmost package is looked for
 * from a source root: the nearest folder above that has a {@code setup.py}, {@code setup.cfg} or {@code pyproject.toml},
 * or is called {@code src}, or else the root of the project. Folders between that root and the package or module are
 * namespace packages (PEP 420) if their names are identifiers.
 */
public final class ModuleNames {
    private static final Set<String> PROJECT_FILES = Set.of("setup.py", "setup.cfg", "pyproject.toml");

    private final Set<String> packages = new HashSet<>();
    private final Set<String> roots = new HashSet<>();

    private ModuleNames() {}

    /**
     * Returns the names for a project.
     *
     * @param paths its files, relative to its root, with slashes; other files than Python's may be among them
     */
    public static ModuleNames of(Collection<String> paths) {
        ModuleNames names = new ModuleNames();
        for (String path : paths) {
            String folder = folder(path);
            String file = path.substring(folder.isEmpty() ? 0 : folder.length() + 1);
            if (file.equals("__init__.py")) {
                names.packages.add(folder);
            } else if (PROJECT_FILES.contains(file)) {
                names.roots.add(folder);
            }
            for (String above = folder; !above.isEmpty(); above = folder(above)) {
                if (above.equals("src") || above.endsWith("/src")) {
                    names.roots.add(above);
                }
            }
        }
        names.roots.removeAll(names.packages);
        names.roots.add("");
        return names;
    }

    /** Returns the folder of a path, empty at the top. */
    private static String folder(String path) {
        int slash = path.lastIndexOf('/');
        return slash < 0 ? "" : path.substring(0, slash);
    }

    /**
     * Returns the name under which a file is imported.
     *
     * @param path the file, relative to the project's root, with slashes
     * @return the name; UNKNOWN if a part of it could not be written in an import statement
     */
    public ModuleName of(String path) {
        int dot = path.lastIndexOf('.');
        String module = dot < 0 ? path : path.substring(0, dot);
        boolean isPackage = module.equals("__init__") || module.endsWith("/__init__");
        String root = root(folder(path));
        String relative = root.isEmpty() ? module : module.substring(root.length() + 1);
        if (isPackage) {
            relative = folder(relative);
        }
        for (String part : relative.split("/")) {
            if (!isIdentifier(part)) {
                return ModuleName.UNKNOWN;
            }
        }
        return new ModuleName(relative.replace('/', '.'), isPackage);
    }

    /** Returns the nearest folder at or above that is a source root or from which a name would not be importable. */
    private String root(String folder) {
        String root = folder;
        while (!roots.contains(root)) {
            int slash = root.lastIndexOf('/');
            if (!packages.contains(root) && !isIdentifier(root.substring(slash + 1))) {
                return root;
            }
            root = folder(root);
        }
        return root;
    }

    private static boolean isIdentifier(String text) {
        return !text.isEmpty()
                && Character.isUnicodeIdentifierStart(text.charAt(0)) | text.charAt(0) == '_'
                && text.chars().allMatch(c -> c == '_' || Character.isUnicodeIdentifierPart(c));
    }
}
