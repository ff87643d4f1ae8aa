package dev.codemod.cli;

import dev.codemod.source.LanguageLevel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which Pythons projects say they support, in {@code pyproject.toml}, {@code setup.cfg} or {@code setup.py}.
 *
 * <p>The nearest folder above a file with one of these that says something counts: {@code requires-python} or
 * {@code python_requires} (PEP 621, setuptools), Poetry's {@code python}, or else the classifiers. Asked by several threads;
 * each folder is looked at once.
 */
final class SupportedPythons {
    private static final List<String> FILES = List.of("pyproject.toml", "setup.cfg", "setup.py");

    /** The value is quoted or, in setup.cfg, the rest of the line. */
    private static final Pattern REQUIRES =
            Pattern.compile("\\b(?:requires-python|python_requires)[\"']?\\s*[=:]\\s*(\"[^\"]*\"|'[^']*'|[^#\\n]*)");

    private static final Pattern POETRY = Pattern.compile("(?m)^python\\s*=\\s*[\"']([^\"']*)[\"']");
    private static final Pattern CLASSIFIER = Pattern.compile("Programming Language :: Python :: (\\d)\\.(\\d+)");

    /** The lower bound of a specifier (PEP 440, Poetry); {@code ==3.8.*} is one too. */
    private static final Pattern BOUND = Pattern.compile("(?<![!<\\d.])(?:>=|>|~=|===?|\\^|~)\\s*(\\d)\\.(\\d+)");

    private final Path workingDirectory;
    private final Map<Path, LanguageLevel> known = new HashMap<>();

    SupportedPythons(Path workingDirectory) {
        this.workingDirectory = workingDirectory;
    }

    /**
     * Returns the oldest Python that the project of a file supports.
     *
     * @param path as it is shown to the user
     * @return the level, or null if nothing says it
     */
    LanguageLevel oldest(String path) {
        return ofFolder(workingDirectory.resolve(path).normalize().getParent());
    }

    private synchronized LanguageLevel ofFolder(Path folder) {
        if (folder == null) {
            return null;
        }
        if (!known.containsKey(folder)) {
            LanguageLevel own = saidIn(folder);
            known.put(folder, own != null || GitFolder.isWorkTree(folder) ? own : ofFolder(folder.getParent()));
        }
        return known.get(folder);
    }

    private static LanguageLevel saidIn(Path folder) {
        for (String name : FILES) {
            Path file = folder.resolve(name);
            try {
                LanguageLevel said =
                        Files.isRegularFile(file) ? saidBy(Files.readString(file, StandardCharsets.ISO_8859_1)) : null;
                if (said != null) {
                    return said;
                }
            } catch (IOException e) {
                // A file that cannot be read says nothing.
                continue;
            }
        }
        return null;
    }

    private static LanguageLevel saidBy(String text) {
        Matcher requires = REQUIRES.matcher(text);
        if (requires.find()) {
            return lowest(BOUND.matcher(requires.group(1)));
        }
        Matcher poetry = POETRY.matcher(text);
        return poetry.find() ? lowest(BOUND.matcher(poetry.group(1))) : lowest(CLASSIFIER.matcher(text));
    }

    /** Returns the lowest level among the versions that a pattern finds, or null if it finds none that the parser knows. */
    private static LanguageLevel lowest(Matcher versions) {
        LanguageLevel lowest = null;
        while (versions.find()) {
            LanguageLevel level = level(versions.group(1), versions.group(2));
            lowest = level == null || lowest != null && level.isAtLeast(lowest) ? lowest : level;
        }
        return lowest;
    }

    private static LanguageLevel level(String major, String minor) {
        for (LanguageLevel level : LanguageLevel.values()) {
            if (major.equals("" + level.major()) && minor.equals("" + level.minor())) {
                return level;
            }
        }
        return null;
    }
}
