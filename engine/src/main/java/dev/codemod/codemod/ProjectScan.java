package dev.codemod.codemod;

import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The passes before the rewriting: which file can matter to which codemod, and the facts of the project.
 *
 * <p>The first pass reads every file once and asks all prefilters at once, so that the files that cannot matter, nearly
 * all of them, are never read again.
 */
final class ProjectScan {
    private final RunOptions options;
    private final List<InputFile> files;
    private final List<boolean[]> passes = new ArrayList<>();

    ProjectScan(RunOptions options, List<InputFile> files) {
        this.options = options;
        this.files = files;
    }

    /** Makes the passes and returns the merged facts. */
    ProjectFacts run() {
        List<Codemod> codemods = options.codemods();
        List<Prefilter> filters = codemods.stream().map(Codemod::prefilter).toList();
        Map<ProjectCodemod<?>, Serializable> definitions =
                pass(filters, passes, (codemod, path, file) -> file == null ? null : codemod.scan(file));
        ProjectFacts defined = new ProjectFacts(definitions);
        List<Prefilter> uses =
                codemods.stream().map(codemod -> usesFilter(codemod, defined)).toList();
        if (uses.stream().allMatch(Prefilter::isUnsatisfiable)) {
            return defined;
        }
        Map<ProjectCodemod<?>, Serializable> used =
                pass(uses, new ArrayList<>(), (codemod, path, file) -> scanUses(codemod, path, file, defined));
        Map<ProjectCodemod<?>, Serializable> merged = new HashMap<>(definitions);
        used.forEach((codemod, facts) -> merged.merge(codemod, facts, (a, b) -> sum(codemod, a, b)));
        return new ProjectFacts(merged);
    }

    /** Returns, for a file by its number and every codemod, whether the file passes {@link Codemod#prefilter()}. */
    boolean[] passes(int file) {
        return passes.get(file);
    }

    /**
     * What one pass found in one file.
     *
     * @param passes for every codemod, whether the file passes its filter
     * @param facts for every codemod, the facts or null
     */
    private record Found(boolean[] passes, Serializable[] facts) {}

    /** Reads the facts of one file; the file is null if it has no tree, the facts are null if there are none. */
    private interface Reader {
        Serializable read(ProjectCodemod<?> codemod, String path, FileContext file);
    }

    private Map<ProjectCodemod<?>, Serializable> pass(
            List<Prefilter> filters, List<boolean[]> passesOfFiles, Reader reader) {
        LiteralSearch search = new LiteralSearch(filters);
        Map<ProjectCodemod<?>, FactSum<?>> sums = new HashMap<>();
        Workers.run(files, options.jobs(), file -> read(file, search, reader), found -> {
            passesOfFiles.add(found.passes());
            addTo(sums, found.facts());
        });
        Map<ProjectCodemod<?>, Serializable> merged = new HashMap<>();
        sums.forEach((codemod, sum) -> merged.put(codemod, sum.total()));
        return merged;
    }

    private void addTo(Map<ProjectCodemod<?>, FactSum<?>> sums, Serializable[] facts) {
        for (int i = 0; i < facts.length; i++) {
            if (facts[i] != null) {
                ProjectCodemod<?> codemod =
                        (ProjectCodemod<?>) options.codemods().get(i);
                sums.computeIfAbsent(codemod, FactSum::new).add(facts[i]);
            }
        }
    }

    /** Reads one file for the codemods whose filter it passes. */
    private Found read(InputFile file, LiteralSearch search, Reader reader) {
        Serializable[] facts = new Serializable[options.codemods().size()];
        boolean[] passes = new boolean[facts.length];
        ParsedFile parsed = null;
        try {
            byte[] bytes = file.read();
            passes = search.search(bytes);
            parsed = needsTree(passes) ? ParsedFile.parse(file.path(), bytes, options.level()) : null;
        } catch (IOException | RuntimeException | OutOfMemoryError | StackOverflowError e) {
            parsed = null;
            Arrays.fill(passes, true);
        }
        for (int i = 0; i < passes.length; i++) {
            if (passes[i] && options.codemods().get(i) instanceof ProjectCodemod<?> project) {
                boolean hasTree = parsed != null && parsed.failure() == null;
                facts[i] = facts(reader, project, file, hasTree ? parsed : null);
            }
        }
        return new Found(passes, facts);
    }

    /** A file that is too large or too deep for a codemod is one without a tree; rewriting it reports why. */
    private Serializable facts(Reader reader, ProjectCodemod<?> codemod, InputFile file, ParsedFile parsed) {
        if (parsed != null) {
            try {
                return reader.read(codemod, file.path(), new FileContext(codemod, file.path(), parsed, options));
            } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
                return reader.read(codemod, file.path(), null);
            }
        }
        return reader.read(codemod, file.path(), null);
    }

    private boolean needsTree(boolean[] passes) {
        for (int i = 0; i < passes.length; i++) {
            if (passes[i] && options.codemods().get(i) instanceof ProjectCodemod<?>) {
                return true;
            }
        }
        return false;
    }

    private static <F extends Serializable> F scanUses(
            ProjectCodemod<F> codemod, String path, FileContext file, ProjectFacts defined) {
        F definitions = defined.of(codemod);
        return file == null ? codemod.unknownUses(path, definitions) : codemod.scanUses(file, definitions);
    }

    private static Prefilter usesFilter(Codemod codemod, ProjectFacts defined) {
        return codemod instanceof ProjectCodemod<?> project ? usesFilterOf(project, defined) : Prefilter.anyOf();
    }

    private static <F extends Serializable> Prefilter usesFilterOf(ProjectCodemod<F> codemod, ProjectFacts defined) {
        return codemod.usesPrefilter(defined.of(codemod));
    }

    private static <F extends Serializable> F sum(ProjectCodemod<F> codemod, Serializable left, Serializable right) {
        FactSum<F> sum = new FactSum<>(codemod);
        sum.add(left);
        sum.add(right);
        return sum.total();
    }
}
