package dev.codemod.cli;

import dev.codemod.codemod.Codemod;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;

/** {@code codemod list}: the catalogue. */
final class ListCommand implements Command {
    @Override
    public String name() {
        return "list";
    }

    @Override
    public String summary() {
        return "list the codemods and recipes";
    }

    @Override
    public String arguments() {
        return "";
    }

    @Override
    public Options options() {
        Options options = new Options();
        Settings.addTo(options);
        return options;
    }

    @Override
    public ExitCode run(CommandLine line, Environment environment) throws CliException, IOException {
        if (!line.getArgList().isEmpty()) {
            throw CliException.usage("list takes no arguments; `codemod show ID` shows one codemod");
        }
        Environment known = Settings.of(line, environment).environment();
        List<Codemod> recipes = known.recipes().get();
        List<Codemod> catalogue = new ArrayList<>(known.catalogue().get());
        catalogue.addAll(recipes);
        int width = 0;
        for (Codemod codemod : catalogue) {
            width = Math.max(width, codemod.id().length());
        }
        StringBuilder text = new StringBuilder();
        for (Codemod codemod : catalogue) {
            text.append(codemod.id()).append(" ".repeat(width - codemod.id().length() + 2));
            text.append(codemod.summary());
            text.append(recipes.contains(codemod) ? " (recipe)\n" : "\n");
        }
        environment.console().print(text.toString());
        return ExitCode.DONE;
    }
}
