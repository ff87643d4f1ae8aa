package dev.codemod.cli;

import java.nio.file.Path;
import java.util.List;

/**
 * Which codemods the configuration keeps away from which files.
 *
 * @param workingDirectory against which the paths of files are resolved, absolute
 * @param folder the folder to which the patterns are relative, absolute; null if there are none
 */
record FileIgnores(Path workingDirectory, Path folder, List<Rule> rules) {
    /** Files that match, or are below a folder that matches, stay as they are as far as these codemods are concerned. */
    record Rule(IgnoreRules files, List<String> codemods) {}

    /** @param path as it is shown to the user */
    boolean isIgnored(String path, String codemod) {
        if (rules.isEmpty()) {
            return false;
        }
        Path file = workingDirectory.resolve(path).normalize();
        if (!file.startsWith(folder)) {
            return false;
        }
        String relative = SourceFile.slashes(folder.relativize(file));
        return rules.stream().anyMatch(rule -> rule.codemods().contains(codemod) && isBelow(relative, rule.files()));
    }

    private static boolean isBelow(String path, IgnoreRules rules) {
        for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
            if (rules.ignores(path.substring(0, slash), true)) {
                return true;
            }
        }
        return rules.ignores(path, false);
    }
}
