package dev.codemod.codemod;

import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The pass over the texts of a project that are no Python: which of them name what codemods look for. */
final class TextScan {
    private final RunOptions options;
    private final ProjectFacts known;
    private final List<ProjectCodemod<?>> codemods = new ArrayList<>();
    private final List<Prefilter> filters = new ArrayList<>();

    TextScan(RunOptions options, ProjectFacts known) {
        this.options = options;
        this.known = known;
        for (Codemod codemod : options.codemods()) {
            if (codemod instanceof ProjectCodemod<?> project) {
                codemods.add(project);
                filters.add(filter(project));
            }
        }
    }

    private <F extends Serializable> Prefilter filter(ProjectCodemod<F> codemod) {
        return codemod.textPrefilter(known.of(codemod));
    }

    /** Returns what the texts add to the facts; a text that cannot be read adds nothing. */
    Map<ProjectCodemod<?>, Serializable> run(List<InputFile> texts) {
        if (texts.isEmpty() || filters.stream().allMatch(Prefilter::isUnsatisfiable)) {
            return Map.of();
        }
        LiteralSearch search = new LiteralSearch(filters);
        Map<ProjectCodemod<?>, FactSum<?>> sums = new HashMap<>();
        Workers.run(texts, options.jobs(), text -> read(text, search), facts -> {
            for (int i = 0; i < facts.size(); i++) {
                if (facts.get(i) != null) {
                    sums.computeIfAbsent(codemods.get(i), FactSum::new).add(facts.get(i));
                }
            }
        });
        Map<ProjectCodemod<?>, Serializable> merged = new HashMap<>();
        sums.forEach((codemod, sum) -> merged.put(codemod, sum.total()));
        return merged;
    }

    private List<Serializable> read(InputFile text, LiteralSearch search) {
        List<Serializable> facts = new ArrayList<>();
        try {
            byte[] bytes = text.read();
            boolean[] passes = search.search(text.path(), bytes);
            for (int i = 0; i < passes.length; i++) {
                facts.add(passes[i] ? scan(codemods.get(i), text.path(), bytes) : null);
            }
        } catch (IOException e) {
            facts.clear();
        }
        return facts;
    }

    private <F extends Serializable> F scan(ProjectCodemod<F> codemod, String path, byte[] bytes) {
        return codemod.scanText(path, bytes, known.of(codemod));
    }
}
