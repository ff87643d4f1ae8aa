package dev.codemod.codemod;

import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The passes before the rewriting: which file can matter to which codemod, and the facts of the project.
 *
 * <p>The first pass reads every file once and asks all prefilters at once, so that the files that cannot matter, nearly
 * all of them, are never read again. Then the files that use what was found are read, and those that use what was found
 * in them, as long as codemods ask for more.
 */
final class ProjectScan {
    private final RunOptions options;
    private final List<InputFile> files;
    private final List<InputFile> texts;
    private final List<boolean[]> passes = new ArrayList<>();
    private final Sketches sketches;

    /**
     * @param texts the files of the project that are no Python
     */
    ProjectScan(RunOptions options, List<InputFile> files, List<InputFile> texts) {
        this.texts = texts;
        this.options = options;
        this.files = files;
        this.sketches = new Sketches(files.size());
    }

    /** Returns what is known of the texts of the files. */
    Sketches sketches() {
        return sketches;
    }

    /** Makes the passes and returns the merged facts. */
    ProjectFacts run() {
        List<Codemod> codemods = options.codemods();
        List<Prefilter> filters = codemods.stream().map(Codemod::prefilter).toList();
        Map<ProjectCodemod<?>, Serializable> facts = new HashMap<>();
        addPaths(facts);
        boolean[][] none = new boolean[files.size()][codemods.size()];
        addTo(
                facts,
                pass(filters, none, passes, (codemod, path, bytes, file) -> file == null ? null : codemod.scan(file)));
        UsesPasses uses = new UsesPasses(codemods, files.size());
        Redefinitions redefinitions = new Redefinitions(facts);
        while (true) {
            ProjectFacts known = new ProjectFacts(facts);
            List<Prefilter> wanted = uses.next(known);
            if (wanted == null && redefinitions.apply(facts, uses)) {
                continue;
            }
            if (wanted == null) {
                addTo(facts, new TextScan(options, known).run(texts));
                return new ProjectFacts(facts);
            }
            List<boolean[]> used = new ArrayList<>();
            addTo(
                    facts,
                    pass(
                            wanted,
                            uses.seen(),
                            used,
                            (codemod, path, bytes, file) -> scanUses(codemod, path, bytes, file, known)));
            uses.add(used);
        }
    }

    /** Adds what codemods want to keep of the list of files. */
    private void addPaths(Map<ProjectCodemod<?>, Serializable> facts) {
        List<String> paths = files.stream().map(InputFile::path).toList();
        for (Codemod codemod : options.codemods()) {
            if (codemod instanceof ProjectCodemod<?> project) {
                facts.put(project, project.scanPaths(paths));
            }
        }
    }

    private static void addTo(Map<ProjectCodemod<?>, Serializable> facts, Map<ProjectCodemod<?>, Serializable> added) {
        added.forEach((codemod, more) -> facts.merge(codemod, more, (a, b) -> sum(codemod, a, b)));
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
        Serializable read(ProjectCodemod<?> codemod, String path, byte[] bytes, FileContext file);
    }

    /**
     * Reads the files for the codemods whose filters they pass.
     *
     * @param done for every file and codemod, whether the codemod does not want to see the file again
     */
    private Map<ProjectCodemod<?>, Serializable> pass(
            List<Prefilter> filters, boolean[][] done, List<boolean[]> passesOfFiles, Reader reader) {
        LiteralSearch search = new LiteralSearch(filters);
        Map<ProjectCodemod<?>, FactSum<?>> sums = new HashMap<>();
        List<Integer> numbers = IntStream.range(0, files.size()).boxed().toList();
        Workers.run(numbers, options.jobs(), number -> read(number, filters, search, done[number], reader), found -> {
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
    private Found read(int number, List<Prefilter> filters, LiteralSearch search, boolean[] done, Reader reader) {
        InputFile file = files.get(number);
        Serializable[] facts = new Serializable[options.codemods().size()];
        boolean[] passes = new boolean[facts.length];
        if (!mayPass(file.path(), filters, done) || isRuledOut(number, filters, search)) {
            return new Found(passes, facts);
        }
        ParsedFile parsed = null;
        byte[] bytes = null;
        try {
            bytes = file.read();
            sketches.add(number, bytes);
            passes = search.search(file.path(), bytes);
            for (int i = 0; i < passes.length; i++) {
                passes[i] &= filters.get(i).mayPass(file.path());
                passes[i] = !done[i] && (passes[i] || filters.get(i).names(file.path()));
            }
            parsed = needsTree(passes) ? ParsedFile.parse(file.path(), bytes, options.level()) : null;
        } catch (IOException | RuntimeException | OutOfMemoryError | StackOverflowError e) {
            parsed = null;
            for (int i = 0; i < passes.length; i++) {
                passes[i] = !done[i];
            }
        }
        for (int i = 0; i < passes.length; i++) {
            if (passes[i] && options.codemods().get(i) instanceof ProjectCodemod<?> project) {
                boolean hasTree = parsed != null && parsed.failure() == null;
                facts[i] = facts(reader, project, file, bytes, hasTree ? parsed : null);
            }
        }
        return new Found(passes, facts);
    }

    private boolean isRuledOut(int number, List<Prefilter> filters, LiteralSearch search) {
        String path = files.get(number).path();
        return filters.stream().noneMatch(filter -> filter.names(path)) && !sketches.mayPass(number, path, search);
    }

    /** A file that no filter can let pass is not even read. */
    private static boolean mayPass(String path, List<Prefilter> filters, boolean[] done) {
        for (int i = 0; i < done.length; i++) {
            if (!done[i] && filters.get(i).mayPass(path)) {
                return true;
            }
        }
        return false;
    }

    /** A file that is too large or too deep for a codemod is one without a tree; rewriting it reports why. */
    private Serializable facts(
            Reader reader, ProjectCodemod<?> codemod, InputFile file, byte[] bytes, ParsedFile parsed) {
        if (parsed != null) {
            try {
                return reader.read(codemod, file.path(), bytes, new FileContext(codemod, file.path(), parsed, options));
            } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
                return reader.read(codemod, file.path(), bytes, null);
            }
        }
        return reader.read(codemod, file.path(), bytes, null);
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
            ProjectCodemod<F> codemod, String path, byte[] bytes, FileContext file, ProjectFacts defined) {
        F definitions = defined.of(codemod);
        return file == null ? codemod.unknownUses(path, bytes, definitions) : codemod.scanUses(file, definitions);
    }

    private static <F extends Serializable> F sum(ProjectCodemod<F> codemod, Serializable left, Serializable right) {
        FactSum<F> sum = new FactSum<>(codemod);
        sum.add(left);
        sum.add(right);
        return sum.total();
    }
}
