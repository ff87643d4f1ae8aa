package dev.codemod.cli.config;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * Finds the configuration of a run, which is one file.
 *
 * <p>From a folder upwards the first folder counts that has a {@code codemod.yaml}, or a {@code pyproject.toml} with a
 * table {@code [tool.codemod]}; one without it is passed over, as ruff does. Both in one folder are an error, since
 * nobody could know which one holds.
 */
public final class ConfigSearch {
    private static final String TOML = "pyproject.toml";
    private static final String YAML = "codemod.yaml";

    private final Path workingDirectory;

    /**
     * Creates a search.
     *
     * @param workingDirectory absolute; files inside it are named relative to it in messages
     */
    public ConfigSearch(Path workingDirectory) {
        this.workingDirectory = workingDirectory;
    }

    /**
     * Returns the configuration for a folder, the empty one if there is none.
     *
     * @param start absolute and normal
     */
    public Configuration above(Path start) throws ConfigException {
        for (Path folder = start; folder != null; folder = folder.getParent()) {
            Path yaml = folder.resolve(YAML);
            Path toml = folder.resolve(TOML);
            ConfigTable table = Files.isRegularFile(toml) ? readToml(toml) : null;
            if (Files.isRegularFile(yaml)) {
                if (table != null) {
                    throw new ConfigException(shown(yaml) + ": " + shown(toml)
                            + " configures codemod, too; keep one of them, or name it with --config");
                }
                table = readYaml(yaml);
            }
            if (table != null) {
                return Configuration.of(folder, table);
            }
        }
        return Configuration.none();
    }

    /**
     * Returns the configuration of a file that the user names: TOML if its name ends so, else YAML.
     *
     * @param file absolute and normal
     */
    public Configuration of(Path file) throws ConfigException {
        if (!file.getFileName().toString().endsWith(".toml")) {
            return Configuration.of(file.getParent(), readYaml(file));
        }
        ConfigTable table = readToml(file);
        if (table == null) {
            throw new ConfigException(shown(file) + ":1:1: the file has no table [tool.codemod]");
        }
        return Configuration.of(file.getParent(), table);
    }

    /** Most such files do not mention codemod and are not worth the start of a parser. */
    private ConfigTable readToml(Path file) throws ConfigException {
        String text = text(file);
        return text.contains("codemod") ? TomlFile.read(shown(file), text) : null;
    }

    private ConfigTable readYaml(Path file) throws ConfigException {
        return YamlFile.read(shown(file), text(file));
    }

    private String text(Path file) throws ConfigException {
        try {
            String text = Files.readString(file, StandardCharsets.UTF_8);
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new ConfigException(shown(file) + ": the file is not UTF-8");
        } catch (NoSuchFileException e) {
            throw new ConfigException(shown(file) + ": no such file");
        } catch (IOException e) {
            boolean isDenied = e instanceof AccessDeniedException;
            throw new ConfigException(
                    shown(file) + ": cannot be read: " + (isDenied ? "permission denied" : e.getMessage()));
        }
    }

    private String shown(Path file) {
        Path path = file.startsWith(workingDirectory) ? workingDirectory.relativize(file) : file;
        return path.toString().replace(java.io.File.separatorChar, '/');
    }
}
