package dev.codemod.codemods.recipe;

import dev.codemod.codemod.Codemod;
import dev.codemod.codemod.FileContext;
import dev.codemod.codemod.Prefilter;
import dev.codemod.codemod.Severity;
import dev.codemod.source.LanguageLevel;
import dev.codemod.tree.Module;

/** A recipe that looks at one file at a time. */
final class RecipeCodemod extends Codemod {
    private final String id;
    private final String page;
    private final RecipeDefinition definition;

    RecipeCodemod(String id, String page, RecipeDefinition definition) {
        this.id = id;
        this.page = page;
        this.definition = definition;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String summary() {
        return definition.message();
    }

    @Override
    public Prefilter prefilter() {
        return definition.prefilter();
    }

    @Override
    public Severity severity() {
        return definition.severity();
    }

    @Override
    public boolean supports(LanguageLevel level) {
        return definition.requirements().supports(level);
    }

    @Override
    public LanguageLevel oldestPython() {
        return definition.requirements().oldest();
    }

    @Override
    public int cycles() {
        return definition.cycles();
    }

    @Override
    public Module rewrite(FileContext file) {
        return definition.rewrite(file, null);
    }

    @Override
    public String page() {
        return page;
    }
}
