package dev.codemod.codemods.recipe;

import dev.codemod.codemod.Codemod;
import dev.codemod.codemod.FileContext;
import dev.codemod.codemod.Option;
import dev.codemod.codemod.Prefilter;
import dev.codemod.tree.Module;
import java.util.ArrayList;
import java.util.List;

/** A recipe that is a list of others; a run applies these in its place. */
final class SteppedCodemod extends Codemod {
    private final String id;
    private final String message;
    private final String page;
    private final List<Codemod> steps;

    SteppedCodemod(String id, String message, String page, List<Codemod> steps) {
        this.id = id;
        this.message = message;
        this.page = page;
        this.steps = List.copyOf(steps);
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String summary() {
        return message;
    }

    @Override
    public String page() {
        return page;
    }

    @Override
    public List<Codemod> steps() {
        List<Codemod> all = new ArrayList<>();
        steps.forEach(step -> all.addAll(step.steps()));
        return all;
    }

    @Override
    public List<Option> options() {
        List<Option> options = new ArrayList<>();
        steps.forEach(step -> options.addAll(step.options()));
        return options;
    }

    @Override
    public Prefilter prefilter() {
        return Prefilter.always();
    }

    /** Not for a list of codemods, which are rewritten one after the other. */
    @Override
    public Module rewrite(FileContext file) {
        throw new IllegalStateException(id + " is applied by its steps");
    }
}
