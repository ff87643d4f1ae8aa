package dev.codemod.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.jgit.errors.ConfigInvalidException;
import org.eclipse.jgit.lib.Config;

/**
 * Finds the file of ignore rules that the user has for all repositories, {@code core.excludesFile} of git-config(1), from
 * the files of git alone. Files that a configuration includes are not followed.
 */
final class GitExcludes {
    private final Map<String, String> variables;

    /** @param variables the environment variables */
    GitExcludes(Map<String, String> variables) {
        this.variables = variables;
    }

    /**
     * Returns the file, which need not exist, or null if there is none.
     *
     * @param workTree the repository's top folder, absolute
     * @param repositoryConfig the repository's own configuration
     */
    Path file(Path workTree, Path repositoryConfig) {
        List<Path> configs = new ArrayList<>(globalConfigs());
        configs.add(repositoryConfig);
        String value = null;
        for (Path config : configs) {
            String found = excludesFile(config);
            value = found == null ? value : found;
        }
        try {
            if (value == null) {
                Path folder = userFolder();
                return folder == null ? null : folder.resolve("ignore");
            }
            return value.isEmpty() ? null : workTree.resolve(expanded(value));
        } catch (InvalidPathException e) {
            return null;
        }
    }

    /** Returns the configurations of the machine and the user, the later ones win; as git-config(1) lists them. */
    private List<Path> globalConfigs() {
        List<Path> configs = new ArrayList<>();
        if (!isTrue(variables.get("GIT_CONFIG_NOSYSTEM"))) {
            configs.add(Path.of(variables.getOrDefault("GIT_CONFIG_SYSTEM", "/etc/gitconfig")));
        }
        if (variables.containsKey("GIT_CONFIG_GLOBAL")) {
            configs.add(Path.of(variables.get("GIT_CONFIG_GLOBAL")));
            return configs;
        }
        Path folder = userFolder();
        if (folder != null) {
            configs.add(folder.resolve("config"));
        }
        if (home() != null) {
            configs.add(Path.of(home(), ".gitconfig"));
        }
        return configs;
    }

    private static boolean isTrue(String value) {
        return value != null && List.of("1", "true", "yes", "on").contains(value.toLowerCase(Locale.ROOT));
    }

    private String home() {
        String home = variables.get("HOME");
        return home == null || home.isEmpty() ? null : home;
    }

    private Path userFolder() {
        String xdg = variables.get("XDG_CONFIG_HOME");
        if (xdg != null && !xdg.isEmpty()) {
            return Path.of(xdg, "git");
        }
        return home() == null ? null : Path.of(home(), ".config", "git");
    }

    private String expanded(String value) {
        return value.startsWith("~/") && home() != null ? home() + value.substring(1) : value;
    }

    /** Most configurations do not have the key and are not worth the start of the library. */
    private static String excludesFile(Path config) {
        try {
            if (!Files.isRegularFile(config)) {
                return null;
            }
            String text = Files.readString(config, StandardCharsets.UTF_8);
            if (!text.toLowerCase(Locale.ROOT).contains("excludesfile")) {
                return null;
            }
            Config parsed = new Config();
            parsed.fromText(text);
            return parsed.getString("core", null, "excludesfile");
        } catch (IOException | ConfigInvalidException e) {
            // Git itself says what is wrong with its configuration.
            return null;
        }
    }
}
