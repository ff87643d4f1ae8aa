package dev.codemod.cli;

import java.util.Locale;
import java.util.Set;

/** Which files of a project are texts that may name Python code: settings, documentation, scripts. */
final class ProjectText {
    /** Larger files are data. */
    private static final long MAX_SIZE = 1 << 20;

    private static final Set<String> ENDINGS = Set.of(
            "toml",
            "cfg",
            "ini",
            "conf",
            "yaml",
            "yml",
            "json",
            "env",
            "properties",
            "xml",
            "txt",
            "rst",
            "md",
            "html",
            "jinja",
            "j2",
            "tpl",
            "service",
            "sh",
            "zcml",
            "in");
    private static final Set<String> NAMES = Set.of("Dockerfile", "Procfile", "Makefile", "Pipfile");

    private ProjectText() {}

    /**
     * Returns whether a file is such a text.
     *
     * @param name its name without folders
     * @param size its size in bytes
     */
    static boolean isOne(String name, long size) {
        int dot = name.lastIndexOf('.');
        boolean isText = dot < 0
                ? NAMES.contains(name)
                : ENDINGS.contains(name.substring(dot + 1).toLowerCase(Locale.ROOT));
        return isText && size <= MAX_SIZE;
    }
}
