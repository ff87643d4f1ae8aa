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
     * Returns the repository's {@code info/exclude}, which need not exist.
     *
     * <p>In a linked work tree or a submodule {@code .git} is a file that names the real folder, and that one may name
     * the folder that several work trees share (gitrepository-layout(5)).
     */
    static Path infoExclude(Path workTree) throws IOException {
        Path git = workTree.resolve(".git");
        if (Files.isRegularFile(git)) {
            String text = Files.readString(git, StandardCharsets.UTF_8).strip();
            if (text.startsWith("gitdir:")) {
                git = workTree.resolve(text.substring("gitdir:".length()).strip());
            }
        }
        Path common = git.resolve("commondir");
        if (Files.isRegularFile(common)) {
            git = git.resolve(Files.readString(common, StandardCharsets.UTF_8).strip());
        }
        return git.resolve("info").resolve("exclude");
    }
}
