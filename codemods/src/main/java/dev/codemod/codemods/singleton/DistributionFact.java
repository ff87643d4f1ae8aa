package dev.codemod.codemods.singleton;

import java.io.Serializable;
import java.util.List;

/**
 * A file that makes its folder a distribution: {@code setup.py}, {@code setup.cfg}, {@code pyproject.toml}.
 *
 * @param path the file
 * @param hasCommands whether it installs commands: then it is an application rather than a library
 */
record DistributionFact(String path, boolean hasCommands) implements Serializable, Comparable<DistributionFact> {
    private static final List<String> COMMANDS = List.of(
            "console_scripts",
            "gui_scripts",
            "scripts=",
            "[project.scripts]",
            "[project.gui-scripts]",
            "[tool.poetry.scripts]");

    /** Returns the fact for the text of a file. */
    static DistributionFact of(String path, String text) {
        return new DistributionFact(path, COMMANDS.stream().anyMatch(text::contains));
    }

    /** Returns the folder, empty at the top of the project. */
    String folder() {
        return path.substring(0, Math.max(path.lastIndexOf('/'), 0));
    }

    @Override
    public int compareTo(DistributionFact other) {
        int order = path.compareTo(other.path);
        return order != 0 ? order : Boolean.compare(hasCommands, other.hasCommands);
    }
}
