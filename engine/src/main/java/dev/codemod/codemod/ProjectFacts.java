package dev.codemod.codemod;

import java.io.Serializable;
import java.util.List;
import java.util.Map;

/** The merged facts of the project codemods of a run. */
final class ProjectFacts {
    private final Map<ProjectCodemod<?>, Serializable> facts;

    ProjectFacts(Map<ProjectCodemod<?>, Serializable> facts) {
        this.facts = Map.copyOf(facts);
    }

    static ProjectFacts empty() {
        return new ProjectFacts(Map.of());
    }

    @SuppressWarnings("unchecked")
    <F extends Serializable> F of(ProjectCodemod<F> codemod) {
        Serializable known = facts.get(codemod);
        return known == null ? codemod.none() : (F) known;
    }

    /** Lets a codemod tell what it sees in a file that it does not rewrite. */
    <F extends Serializable> void explain(ProjectCodemod<F> codemod, FileContext file) {
        codemod.explain(file, of(codemod));
    }

    /** Returns the literals that a file needs to be rewritten by each of the codemods, in their order. */
    List<Prefilter> rewriteFilters(List<Codemod> codemods) {
        return codemods.stream().map(this::rewriteFilter).toList();
    }

    private Prefilter rewriteFilter(Codemod codemod) {
        return codemod instanceof ProjectCodemod<?> project ? rewriteFilterOf(project) : codemod.prefilter();
    }

    private <F extends Serializable> Prefilter rewriteFilterOf(ProjectCodemod<F> codemod) {
        return codemod.rewritePrefilter(of(codemod));
    }
}
