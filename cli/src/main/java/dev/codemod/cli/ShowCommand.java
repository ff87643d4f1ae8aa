package dev.codemod.cli;

import dev.codemod.codemod.Codemod;
import dev.codemod.codemods.recipe.Recipes;
import java.io.IOException;
import java.util.List;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;

/** {@code codemod show ID}: the page of one codemod. */
final class ShowCommand implements Command {
    @Override
    public String name() {
        return "show";
    }

    @Override
    public String summary() {
        return "print the page of one codemod";
    }

    @Override
    public String arguments() {
        return "ID|patterns";
    }

    @Override
    public Options options() {
        Options options = new Options();
        Settings.addTo(options);
        return options;
    }

    @Override
    public ExitCode run(CommandLine line, Environment environment) throws CliException, IOException {
        if (line.getArgList().size() != 1) {
            throw CliException.usage("show needs the id of one codemod; `codemod list` shows all");
        }
        if (line.getArgList().get(0).equals("patterns")) {
            environment.console().print(Recipes.language());
            return ExitCode.DONE;
        }
        Environment known = Settings.of(line, List.of(), environment).environment();
        Codemod codemod = CodemodOptions.codemod(line.getArgList().get(0), known);
        String page = codemod.page();
        environment.console().print(page.endsWith("\n") ? page : page + "\n");
        return ExitCode.DONE;
    }
}
