package dev.codemod.cli;

import dev.codemod.codemod.InputFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A file of the project around files that the command line names one by one: it is read for what it says about them, and
 * never written.
 *
 * @param path relative to the working directory
 */
record SurroundingFile(SourceFile file, String path) implements InputFile {
    @Override
    public byte[] read() throws IOException {
        return file.read();
    }

    @Override
    public String writeObstacle() {
        return "the command line does not name the file";
    }

    /**
     * Returns the files of the projects around those that are named one by one, without what is to be rewritten.
     *
     * @param arguments the paths of the command line
     * @param rewritten the files that they stand for
     * @param walk one of its own
     * @param home the home folder of the user
     */
    static List<InputFile> around(
            List<String> arguments, List<SourceFile> rewritten, FileWalk walk, Path workingDirectory, Path home)
            throws CliException {
        Set<String> roots = new LinkedHashSet<>();
        for (String argument : arguments) {
            Path named = workingDirectory.resolve(argument).normalize();
            Path root = Files.isRegularFile(named) ? projectRoot(named, workingDirectory) : null;
            // Nobody's project is all that a person has; a script in the home folder stands alone.
            if (root != null && !home.startsWith(root)) {
                roots.add(root.toString());
            }
        }
        if (roots.isEmpty()) {
            return List.of();
        }
        Set<Path> known = new HashSet<>();
        rewritten.forEach(file -> known.add(file.file()));
        List<InputFile> around = new ArrayList<>();
        for (SourceFile file : walk.find(List.copyOf(roots))) {
            if (known.add(file.file())) {
                String path = SourceFile.slashes(workingDirectory.relativize(file.file()));
                around.add(new SurroundingFile(file, path));
            }
        }
        return around;
    }

    /**
     * Returns the root of the project around a file: its git work tree, else the working directory, else its folder. Home
     * folders and whole file systems are no projects.
     */
    static Path projectRoot(Path file, Path workingDirectory) {
        Path root = GitFolder.workTree(file.getParent());
        if (root != null) {
            return root;
        }
        boolean isProject = file.startsWith(workingDirectory)
                && workingDirectory.getNameCount() > 0
                && !workingDirectory.equals(Path.of(System.getProperty("user.home")));
        return isProject ? workingDirectory : file.getParent();
    }
}
