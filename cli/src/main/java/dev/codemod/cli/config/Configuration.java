package dev.codemod.cli.config;

import dev.codemod.codemod.Codemod;
import dev.codemod.codemod.Option;
import dev.codemod.source.LanguageLevel;
import dev.codemod.source.Suggestion;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a configuration file says. Values that it does not have are null or empty.
 *
 * <p>Reading checks keys and types; the ids of codemods and their options are checked when they are asked for, since
 * only then the recipes that the file itself brings are known.
 */
public final class Configuration {
    private static final List<String> KEYS =
            List.of("select", "python-version", "unsafe", "exclude", "jobs", "recipes", "per-file-ignores", "options");

    private static final int MAX_JOBS = 256;

    private final Path folder;
    private final List<ConfigValue> select;
    private final LanguageLevel level;
    private final Boolean isUnsafe;
    private final List<String> excludes;
    private final Integer jobs;
    private final List<Path> recipes;
    private final Map<String, List<ConfigValue>> ignores = new LinkedHashMap<>();
    private final ConfigTable options;

    private Configuration(Path folder, ConfigTable table) throws ConfigException {
        table.requireKnown("key", KEYS);
        this.folder = folder;
        this.select = texts(table, "select");
        this.level = level(table.get("python-version"));
        this.isUnsafe = table.get("unsafe") == null
                ? null
                : (Boolean) table.get("unsafe").flag();
        this.excludes = strings(texts(table, "exclude"));
        this.jobs = jobs(table.get("jobs"));
        this.recipes = paths(folder, texts(table, "recipes"));
        if (table.get("per-file-ignores") != null) {
            ConfigTable perFile = table.get("per-file-ignores").table();
            for (String glob : perFile.keys()) {
                ignores.put(glob, perFile.get(glob).texts());
            }
        }
        this.options = table.get("options") == null
                ? new ConfigTable()
                : table.get("options").table();
    }

    /**
     * Reads a configuration.
     *
     * @param folder the folder of the file, absolute, against which its paths are resolved
     */
    static Configuration of(Path folder, ConfigTable table) throws ConfigException {
        return new Configuration(folder, table);
    }

    /** Returns the configuration that says nothing. */
    public static Configuration none() {
        try {
            return new Configuration(null, new ConfigTable());
        } catch (ConfigException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<ConfigValue> texts(ConfigTable table, String key) throws ConfigException {
        return table.get(key) == null ? null : table.get(key).texts();
    }

    private static List<String> strings(List<ConfigValue> values) throws ConfigException {
        if (values == null) {
            return null;
        }
        List<String> strings = new ArrayList<>();
        for (ConfigValue value : values) {
            strings.add(value.text());
        }
        return strings;
    }

    private static LanguageLevel level(ConfigValue value) throws ConfigException {
        if (value == null) {
            return null;
        }
        LanguageLevel level = LanguageLevel.parse(value.text());
        if (level == null) {
            List<String> known = Arrays.stream(LanguageLevel.values())
                    .map(LanguageLevel::toString)
                    .toList();
            throw value.error("unknown Python version " + value.text() + "; known are " + String.join(", ", known));
        }
        return level;
    }

    private static Integer jobs(ConfigValue value) throws ConfigException {
        if (value == null) {
            return null;
        }
        if (value.number() < 1 || value.number() > MAX_JOBS) {
            throw value.error("jobs must be a number from 1 to " + MAX_JOBS + ", not " + value.number());
        }
        return (int) value.number();
    }

    private static List<Path> paths(Path folder, List<ConfigValue> values) throws ConfigException {
        List<Path> paths = new ArrayList<>();
        for (ConfigValue value : values == null ? List.<ConfigValue>of() : values) {
            try {
                paths.add(folder.resolve(value.text()).normalize());
            } catch (InvalidPathException e) {
                throw value.error("not a path: " + value.text());
            }
        }
        return paths;
    }

    /** Returns the folder of the file, absolute; null if there is no file. */
    public Path folder() {
        return folder;
    }

    /** Returns the level of all Python files, or null. */
    public LanguageLevel level() {
        return level;
    }

    /** Returns whether unsafe rewrites are wanted, or null. */
    public Boolean isUnsafe() {
        return isUnsafe;
    }

    /** Returns patterns in the syntax of {@code .gitignore}, relative to the file's folder, or null. */
    public List<String> excludes() {
        return excludes;
    }

    /** Returns the number of threads, or null. */
    public Integer jobs() {
        return jobs;
    }

    /** Returns the files with recipes, absolute. */
    public List<Path> recipes() {
        return recipes;
    }

    /**
     * Returns the codemods that are to be applied, in the order of the file, or null if it does not say.
     *
     * @throws ConfigException if there is no such codemod
     */
    public List<Codemod> select(CodemodLookup lookup) throws ConfigException {
        if (select == null) {
            return null;
        }
        List<Codemod> codemods = new ArrayList<>();
        for (ConfigValue id : select) {
            Codemod codemod = codemod(id.text(), id.place(), lookup);
            if (!codemods.contains(codemod)) {
                codemods.add(codemod);
            }
        }
        return codemods;
    }

    private static Codemod codemod(String id, String place, CodemodLookup lookup) throws ConfigException {
        Codemod codemod = lookup.find(id);
        if (codemod == null) {
            String suggestion = Suggestion.forWord(id, lookup.ids());
            throw new ConfigException(place + ": unknown codemod " + id
                    + (suggestion.isEmpty() ? "; `codemod list` shows all" : suggestion));
        }
        return codemod;
    }

    /**
     * Returns the values of options by {@code id.name}.
     *
     * @throws ConfigException if there is no such codemod, it has no such option, or the option no such value
     */
    public Map<String, String> parameters(CodemodLookup lookup) throws ConfigException {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String id : options.keys()) {
            Codemod codemod = codemod(id, options.keyPlace(id), lookup);
            ConfigTable table = options.get(id).table();
            table.requireKnown(
                    "option of " + id,
                    codemod.options().stream().map(Option::name).toList());
            for (Option option : codemod.options()) {
                ConfigValue value = table.get(option.name());
                if (value != null) {
                    parameters.put(id + "." + option.name(), checked(value, option));
                }
            }
        }
        return parameters;
    }

    private static String checked(ConfigValue value, Option option) throws ConfigException {
        String text = value.scalar();
        if (!option.values().isEmpty() && !option.values().contains(text)) {
            throw value.error(
                    option.name() + " cannot be " + text + "; it is one of " + String.join(", ", option.values()));
        }
        return text;
    }

    /**
     * Returns by pattern, relative to the file's folder, the ids of the codemods that do not apply to the files that match.
     *
     * @throws ConfigException if there is no such codemod
     */
    public Map<String, List<String>> ignores(CodemodLookup lookup) throws ConfigException {
        Map<String, List<String>> result = new LinkedHashMap<>();
        for (Map.Entry<String, List<ConfigValue>> entry : ignores.entrySet()) {
            List<String> ids = new ArrayList<>();
            for (ConfigValue id : entry.getValue()) {
                ids.add(codemod(id.text(), id.place(), lookup).id());
            }
            result.put(entry.getKey(), ids);
        }
        return result;
    }
}
