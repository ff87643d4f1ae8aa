package dev.codemod.cli;

import dev.codemod.codemod.Codemod;
import dev.codemod.source.Suggestion;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;

/** The options that choose codemods and set their parameters. */
final class CodemodOptions {
    private CodemodOptions() {}

    static void addTo(Options options) {
        options.addOption(Option.builder("c")
                .longOpt("codemod")
                .hasArg()
                .argName("ID[,ID]")
                .desc("apply only these codemods, in this order; may be repeated; a recipe of your own is named"
                        + " by its file, a folder stands for its recipes; default: all but recipes")
                .get());
        options.addOption(Option.builder("P")
                .hasArg()
                .argName("NAME=VALUE")
                .desc("set an option of a codemod, as `codemod show ID` describes; may be repeated")
                .get());
    }

    /** Returns the codemods that the user chose, each once, or all of them but the recipes. */
    static List<Codemod> codemods(CommandLine line, Environment environment) throws CliException {
        if (!line.hasOption("codemod")) {
            return environment.catalogue().get();
        }
        Map<String, Codemod> chosen = new LinkedHashMap<>();
        for (String value : line.getOptionValues("codemod")) {
            for (String id : value.split(",")) {
                for (Codemod codemod : named(id.strip(), environment)) {
                    chosen.put(codemod.id(), codemod);
                }
            }
        }
        return List.copyOf(chosen.values());
    }

    /** Returns the codemod or recipe of this id, or the recipes of this file or folder. */
    private static List<Codemod> named(String name, Environment environment) throws CliException {
        return UserRecipes.isPath(name, environment)
                ? UserRecipes.named(name, environment)
                : List.of(codemod(name, environment));
    }

    /** Returns the codemod or recipe of this id, or the recipe of this file. */
    static Codemod codemod(String id, Environment environment) throws CliException {
        if (UserRecipes.isPath(id, environment)) {
            List<Codemod> recipes = UserRecipes.named(id, environment);
            if (recipes.size() > 1) {
                throw CliException.usage(id + " holds " + recipes.size() + " recipes; name one of its files");
            }
            return recipes.get(0);
        }
        List<String> ids = new ArrayList<>();
        Codemod codemod = find(id, environment.catalogue().get(), ids);
        if (codemod == null) {
            // Recipes are read only when they are asked for, which keeps the start of other runs short.
            codemod = find(id, environment.recipes().get(), ids);
        }
        if (codemod != null) {
            return codemod;
        }
        String suggestion = Suggestion.forWord(id, ids);
        if (!id.isEmpty() && Files.isDirectory(environment.workingDirectory().resolve(id))) {
            suggestion = "; a folder of recipes is written ./" + id;
        }
        throw CliException.usage(
                "unknown codemod " + id + (suggestion.isEmpty() ? "; `codemod list` shows all" : suggestion));
    }

    private static Codemod find(String id, List<Codemod> codemods, List<String> ids) {
        for (Codemod codemod : codemods) {
            if (codemod.id().equals(id)) {
                return codemod;
            }
            ids.add(codemod.id());
        }
        return null;
    }

    /** Returns the values given with {@code -P} by name, which is {@code name} or {@code id.name}. */
    static Map<String, String> parameters(CommandLine line, List<Codemod> codemods) throws CliException {
        Map<String, String> parameters = new LinkedHashMap<>();
        if (!line.hasOption("P")) {
            return parameters;
        }
        for (String assignment : line.getOptionValues("P")) {
            int equals = assignment.indexOf('=');
            if (equals < 1) {
                throw CliException.usage("-P needs NAME=VALUE, not " + assignment);
            }
            String name = assignment.substring(0, equals);
            String value = assignment.substring(equals + 1);
            checkParameter(name, value, codemods);
            parameters.put(name, value);
        }
        return parameters;
    }

    private static void checkParameter(String name, String value, List<Codemod> codemods) throws CliException {
        List<String> known = new ArrayList<>();
        boolean found = false;
        for (Codemod codemod : codemods) {
            for (dev.codemod.codemod.Option option : codemod.options()) {
                String qualified = codemod.id() + "." + option.name();
                known.add(option.name());
                known.add(qualified);
                if (!name.equals(option.name()) && !name.equals(qualified)) {
                    continue;
                }
                found = true;
                if (!option.values().isEmpty() && !option.values().contains(value)) {
                    throw CliException.usage("option " + name + " of " + codemod.id() + " cannot be " + value
                            + "; it is one of " + String.join(", ", option.values()));
                }
            }
        }
        if (!found) {
            throw CliException.usage("none of the codemods has an option " + name + Suggestion.forWord(name, known));
        }
    }
}
