package dev.codemod.codemods.singleton;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** Which classes a distribution offers to users that nobody sees. */
final class PublicNames {
    private static final Set<String> PRIVATE_FOLDERS =
            Set.of("test", "tests", "testing", "docs", "doc", "examples", "example", "scripts", "tools", "benchmarks");

    private final Set<String> packages = new HashSet<>();
    private final Set<String> roots = new HashSet<>();

    /**
     * @param paths the Python files of the project
     * @param distributions the files that make folders distributions; what installs a command is no library
     */
    PublicNames(Collection<String> paths, Collection<DistributionFact> distributions) {
        for (String path : paths) {
            if (path.endsWith("/__init__.py")) {
                packages.add(folder(path));
            }
        }
        distributions.forEach(distribution -> roots.add(distribution.folder()));
        distributions.stream().filter(DistributionFact::hasCommands).forEach(app -> roots.remove(app.folder()));
    }

    private static String folder(String path) {
        return path.substring(0, Math.max(path.lastIndexOf('/'), 0));
    }

    /** Returns whether a class is in a package of a distribution, and neither it nor a module around it is private. */
    boolean isPublic(ClassKey key) {
        String folder = folder(key.path());
        boolean isDistributed = packages.contains(folder)
                && roots.stream().anyMatch(root -> root.isEmpty() || folder.startsWith(root + "/"));
        if (!isDistributed || key.name().startsWith("_")) {
            return false;
        }
        for (String segment : ModulePath.of(key.path()).segments()) {
            if (segment.startsWith("_") || PRIVATE_FOLDERS.contains(segment) || segment.startsWith("test_")) {
                return false;
            }
        }
        return true;
    }
}
