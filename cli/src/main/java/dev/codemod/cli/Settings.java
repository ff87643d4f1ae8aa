package dev.codemod.cli;

import dev.codemod.cli.config.CodemodLookup;
import dev.codemod.cli.config.ConfigException;
import dev.codemod.cli.config.ConfigSearch;
import dev.codemod.cli.config.Configuration;
import dev.codemod.codemod.Codemod;
import dev.codemod.codemod.RunScope;
import dev.codemod.source.LanguageLevel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;

/** What a command is to do: the options of its command line and, where they are silent, those of the configuration. */
final class Settings {
    private final CommandLine line;
    private final Environment environment;
    private final Configuration configuration;

    private Settings(CommandLine line, Environment environment, Configuration configuration) {
        this.line = line;
        this.environment = environment;
        this.configuration = configuration;
    }

    static void addTo(Options options) {
        options.addOption(Option.builder()
                .longOpt("config")
                .hasArg()
                .argName("FILE")
                .desc("read this configuration; default: the codemod.yaml, or pyproject.toml with [tool.codemod],"
                        + " that is nearest above the paths")
                .get());
        options.addOption(Option.builder()
                .longOpt("no-config")
                .desc("read no configuration")
                .get());
    }

    /** Reads the configuration that holds for the paths of a command line. */
    static Settings of(CommandLine line, Environment environment) throws CliException {
        return of(line, line.getArgList(), environment);
    }

    /** Reads the configuration that holds for some paths; for the working directory if there are none. */
    static Settings of(CommandLine line, List<String> paths, Environment environment) throws CliException {
        try {
            Configuration configuration = configuration(line, paths, environment);
            return new Settings(
                    line, environment.withRecipes(UserRecipes.read(configuration.recipes())), configuration);
        } catch (ConfigException e) {
            throw CliException.usage(e.getMessage());
        }
    }

    /** Returns these settings for a run from another working directory. */
    Settings in(Path workingDirectory) {
        Environment moved = new Environment(
                environment.console(), workingDirectory, environment.catalogue(), environment.recipes());
        return new Settings(line, moved, configuration);
    }

    /** Returns the environment, with the recipes of the configuration. */
    Environment environment() {
        return environment;
    }

    private static Configuration configuration(CommandLine line, List<String> paths, Environment environment)
            throws CliException, ConfigException {
        if (line.hasOption("no-config")) {
            if (line.hasOption("config")) {
                throw CliException.usage("--config and --no-config exclude each other");
            }
            return Configuration.none();
        }
        Path workingDirectory = environment.workingDirectory();
        ConfigSearch search = new ConfigSearch(workingDirectory);
        if (line.hasOption("config")) {
            return search.of(path(line.getOptionValue("config"), workingDirectory));
        }
        return search.above(commonFolder(paths, workingDirectory));
    }

    private static Path path(String text, Path workingDirectory) throws CliException {
        try {
            return workingDirectory.resolve(text).normalize();
        } catch (InvalidPathException e) {
            throw CliException.usage("not a path: " + text);
        }
    }

    /** Returns the deepest folder that holds all paths; the working directory if there are none. */
    private static Path commonFolder(List<String> paths, Path workingDirectory) throws CliException {
        Path common = null;
        for (String text : paths) {
            Path path = path(text, workingDirectory);
            Path folder = Files.isDirectory(path) || path.getParent() == null ? path : path.getParent();
            while (common != null && !folder.startsWith(common)) {
                common = common.getParent();
            }
            common = common == null ? folder : common;
        }
        return common == null ? workingDirectory : common;
    }

    /** Returns the codemods of the command line, else those of the configuration, else all but the recipes. */
    List<Codemod> codemods() throws CliException {
        List<Codemod> selected = line.hasOption("codemod") ? null : configured(configuration::select);
        return selected == null ? CodemodOptions.codemods(line, environment) : selected;
    }

    /** Returns the options of codemods by name; those of the command line win. */
    Map<String, String> parameters(List<Codemod> codemods) throws CliException {
        Map<String, String> parameters = new LinkedHashMap<>(configured(configuration::parameters));
        Map<String, String> given = CodemodOptions.parameters(line, codemods);
        // A value for all codemods is also one for each of them.
        given.keySet().forEach(name -> parameters.keySet().removeIf(known -> known.endsWith("." + name)));
        parameters.putAll(given);
        return parameters;
    }

    boolean isUnsafe() throws CliException {
        if (line.hasOption("unsafe") && line.hasOption("no-unsafe")) {
            throw CliException.usage("--unsafe and --no-unsafe exclude each other");
        }
        boolean isDefault = configuration.isUnsafe() != null && configuration.isUnsafe();
        return line.hasOption("unsafe") || isDefault && !line.hasOption("no-unsafe");
    }

    /** Returns the level at which all files are read, or null to find it out for each. */
    LanguageLevel level() throws CliException {
        return line.hasOption("python-version") ? FileOptions.level(line) : configuration.level();
    }

    int jobs() throws CliException {
        return line.hasOption("jobs") || configuration.jobs() == null ? Jobs.of(line) : configuration.jobs();
    }

    FileWalk walk() throws CliException {
        return line.hasOption("exclude") || configuration.excludes() == null
                ? FileOptions.walk(line, environment)
                : FileOptions.walk(line, environment, configuration.excludes(), configuration.folder());
    }

    /** Returns what comments and the configuration say about single files. */
    RunScope scope(List<Codemod> codemods) throws CliException {
        Map<String, List<String>> ignores = configured(configuration::ignores);
        List<FileIgnores.Rule> rules = new ArrayList<>();
        try {
            for (Map.Entry<String, List<String>> entry : ignores.entrySet()) {
                rules.add(new FileIgnores.Rule(IgnoreRules.of(List.of(entry.getKey())), entry.getValue()));
            }
        } catch (IOException e) {
            throw CliException.usage("cannot read the patterns of per-file-ignores: " + Reasons.of(e));
        }
        FileIgnores files = new FileIgnores(environment.workingDirectory(), configuration.folder(), rules);
        boolean isComplete = !line.hasOption("codemod") && codemods.equals(codemods());
        SupportedPythons pythons = new SupportedPythons(environment.workingDirectory());
        return new Scope(new Known(environment), isComplete, files, pythons);
    }

    /** Something that the configuration says about codemods. */
    private interface Part<T> {
        T read(CodemodLookup lookup) throws ConfigException;
    }

    private <T> T configured(Part<T> part) throws CliException {
        try {
            return part.read(new Known(environment));
        } catch (ConfigException e) {
            throw CliException.usage(e.getMessage());
        }
    }

    /** The codemods and recipes that there are; used by several threads. */
    private record Known(Environment environment) implements CodemodLookup {
        @Override
        public Codemod find(String id) {
            try {
                return CodemodOptions.codemod(id, environment);
            } catch (CliException e) {
                return null;
            }
        }

        @Override
        public List<String> ids() {
            List<Codemod> all = new ArrayList<>(environment.catalogue().get());
            all.addAll(environment.recipes().get());
            return all.stream().map(Codemod::id).toList();
        }
    }

    private record Scope(Known known, boolean isComplete, FileIgnores files, SupportedPythons pythons)
            implements RunScope {
        @Override
        public List<String> knownCodemods() {
            return known.ids();
        }

        @Override
        public boolean isIgnored(String path, String codemod) {
            return files.isIgnored(path, codemod);
        }

        @Override
        public LanguageLevel oldestLevel(String path) {
            return pythons.oldest(path);
        }
    }
}
