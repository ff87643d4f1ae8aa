package dev.codemod.codemod;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/** Decides which files the codemods of a run want to see next because of the facts of those that they have seen. */
final class UsesPasses {
    /** After so many passes a codemod that still asks for more sees all files, so that it misses nothing. */
    private static final int MOST = 8;

    private final List<Codemod> codemods;

    /** For every codemod the filters of earlier passes. */
    private final List<List<Prefilter>> earlier = new ArrayList<>();

    private final boolean[][] seen;
    private int passes;

    UsesPasses(List<Codemod> codemods, int files) {
        this.codemods = codemods;
        codemods.forEach(codemod -> earlier.add(new ArrayList<>()));
        seen = new boolean[files][codemods.size()];
    }

    /**
     * Returns the filters of the next pass.
     *
     * @return one for every codemod, which lets no file pass if the codemod has seen all that it wants to see; null if
     *     that is so for all codemods
     */
    List<Prefilter> next(ProjectFacts facts) {
        List<Prefilter> wanted = new ArrayList<>();
        boolean isAny = false;
        for (int i = 0; i < codemods.size(); i++) {
            Prefilter filter = codemods.get(i) instanceof ProjectCodemod<?> project
                    ? filter(project, facts, earlier.get(i))
                    : Prefilter.anyOf();
            wanted.add(filter);
            isAny |= !filter.isUnsatisfiable();
        }
        passes++;
        return isAny ? wanted : null;
    }

    private <F extends Serializable> Prefilter filter(
            ProjectCodemod<F> codemod, ProjectFacts facts, List<Prefilter> before) {
        Prefilter filter = codemod.usesPrefilter(facts.of(codemod));
        if (filter.isUnsatisfiable() || before.stream().anyMatch(filter::implies)) {
            return Prefilter.anyOf();
        }
        Prefilter chosen = passes < MOST ? filter : Prefilter.always();
        Prefilter last = before.isEmpty() ? null : before.get(before.size() - 1);
        before.add(chosen);
        return last == null ? chosen : chosen.after(last);
    }

    /** Returns, for every file and codemod, whether the codemod has seen how the file uses what it looks for. */
    boolean[][] seen() {
        return seen;
    }

    /** Forgets what a codemod has seen, which then starts anew. */
    void restart(Codemod codemod) {
        int index = codemods.indexOf(codemod);
        earlier.get(index).clear();
        for (boolean[] file : seen) {
            file[index] = false;
        }
        passes = 0;
    }

    /** Notes which files were seen in a pass, in their order, by which codemods. */
    void add(List<boolean[]> used) {
        for (int file = 0; file < used.size(); file++) {
            for (int i = 0; i < seen[file].length; i++) {
                seen[file][i] |= used.get(file)[i];
            }
        }
    }
}
