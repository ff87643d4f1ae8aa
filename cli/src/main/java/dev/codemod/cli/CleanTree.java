package dev.codemod.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes sure that a run's writes can be told from the user's own work and undone: git knows every file as it is.
 *
 * <p>Changes of tracked files anywhere in the tree count, and untracked files if the run may write them. Outside any
 * git tree nothing can be checked, and files that git ignores were named by the user.
 */
final class CleanTree {
    private final Map<Path, Path> workTreeOfFolder = new HashMap<>();

    private CleanTree() {}

    /**
     * Checks the git trees of all files that a run may write.
     *
     * @throws CliException with {@link ExitCode#REFUSED} if one of them has uncommitted changes
     */
    static void require(List<SourceFile> files) throws CliException {
        CleanTree check = new CleanTree();
        Map<Path, Set<Path>> filesOfTree = new HashMap<>();
        for (SourceFile file : files) {
            Path workTree = check.workTree(file.file().getParent());
            if (workTree != null) {
                filesOfTree.computeIfAbsent(workTree, tree -> new HashSet<>()).add(file.file());
            }
        }
        for (Map.Entry<Path, Set<Path>> tree : filesOfTree.entrySet()) {
            requireClean(tree.getKey(), tree.getValue());
        }
    }

    private Path workTree(Path folder) {
        if (folder == null) {
            return null;
        }
        if (!workTreeOfFolder.containsKey(folder)) {
            workTreeOfFolder.put(folder, GitFolder.isWorkTree(folder) ? folder : workTree(folder.getParent()));
        }
        return workTreeOfFolder.get(folder);
    }

    private static void requireClean(Path workTree, Set<Path> files) throws CliException {
        List<String> changed = new ArrayList<>();
        String[] entries = status(workTree).split("\0");
        for (int i = 0; i < entries.length; i++) {
            if (entries[i].length() < 4) {
                continue;
            }
            String state = entries[i].substring(0, 2);
            String name = entries[i].substring(3);
            if (state.charAt(0) == 'R' || state.charAt(0) == 'C') {
                // A rename or copy is followed by its source.
                i++;
            }
            if (!state.equals("??") || files.contains(workTree.resolve(name))) {
                changed.add(name);
            }
        }
        if (!changed.isEmpty()) {
            throw new CliException(
                    ExitCode.REFUSED,
                    "the git tree " + workTree + " has uncommitted changes (" + changed.get(0)
                            + (changed.size() > 1 ? " and " + (changed.size() - 1) + " more" : "")
                            + "); commit or stash them, or pass --allow-dirty");
        }
    }

    private static String status(Path workTree) throws CliException {
        try {
            Process git = start(workTree, false);
            String output = output(git);
            if (git.waitFor() == 0) {
                return output;
            }
            // Asked again for its words only, which must not mix with the list of files.
            throw refused(
                    workTree, output(start(workTree, true)).lines().findFirst().orElse("git failed"));
        } catch (IOException e) {
            throw refused(workTree, Reasons.of(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw refused(workTree, "interrupted");
        }
    }

    private static Process start(Path workTree, boolean withErrors) throws IOException {
        ProcessBuilder builder = new ProcessBuilder("git", "status", "--porcelain", "-z", "--untracked-files=all");
        builder.directory(workTree.toFile());
        if (withErrors) {
            builder.redirectErrorStream(true);
        } else {
            builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        }
        return builder.start();
    }

    private static String output(Process git) throws IOException {
        git.getOutputStream().close();
        return new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static CliException refused(Path workTree, String reason) {
        return new CliException(
                ExitCode.REFUSED,
                "cannot ask git whether " + workTree + " has uncommitted changes: " + reason
                        + "; pass --allow-dirty to write without knowing");
    }
}
