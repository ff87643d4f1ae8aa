package dev.codemod.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Finds the work tree around a folder and the repository's own folder behind it, from the files alone. */
final class GitFolder {
    private GitFolder() {}

    /** Returns the nearest folder at or above {@code folder} that has a {@code .git}, or null if there is none. */
    static Path workTree(Path folder) {
        for (Path above = folder; above != null; above = above.getParent()) {
            if (isWorkTree(above)) {
                return above;
            }
        }
        return null;
    }

    static boolean isWorkTree(Path folder) {
        return Files.exists(folder.resolve(".git"));
    }

    /**
     * Returns the rules that hold in a whole repository: those of the user for all repositories and, before them, those of
     * its {@code info/exclude}.
     */
    static IgnoreRules rules(Path workTree) throws IOException {
        Path repository = repository(workTree);
        Path ofUser = new GitExcludes(System.getenv()).file(workTree, repository.resolve("config"));
        return IgnoreRules.none()
                .with(behindLinks(ofUser), "")
                .with(behindLinks(repository.resolve("info").resolve("exclude")), "");
    }

    /** Git follows links to these two files, which people like to keep elsewhere. */
    private static Path behindLinks(Path file) throws IOException {
        return file != null && Files.isSymbolicLink(file) && Files.exists(file) ? file.toRealPath() : file;
    }

    /**
     * Returns the folder that holds what is common to all work trees of a repository.
     *
     * <p>In a linked work tree or a submodule {@code .git} is a file that names the real folder, and that one may name
     * the folder that several work trees share (gitrepository-layout(5)).
     */
    private static Path repository(Path workTree) throws IOException {
        Path git = workTree.resolve(".git");
        if (Files.isRegularFile(git)) {
            String text = Files.readString(git, StandardCharsets.UTF_8).strip();
            if (text.startsWith("gitdir:")) {
                git = workTree.resolve(text.substring("gitdir:".length()).strip());
            }
        }
        Path common = git.resolve("commondir");
        return Files.isRegularFile(common)
                ? git.resolve(Files.readString(common, StandardCharsets.UTF_8).strip())
                : git;
    }
}
