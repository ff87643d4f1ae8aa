package dev.codemod.codemod;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Runs codemods over the files of a project.
 *
 * <p>Every file is a pure function of its bytes, the options and the facts of the project, so the results do not depend
 * on the number of workers. One tree per worker is alive at a time, so a project of any size runs in a fixed heap.
 */
public final class Runner {
    private final RunOptions options;

    /** Creates a runner for one set of options. */
    public Runner(RunOptions options) {
        this.options = requireNonNull(options, "options is null");
    }

    /**
     * Rewrites the files; nothing is written to disk.
     *
     * @param files the files of one project root, in the order in which results are wanted
     * @param sink called with one result per file, in that order and never by two threads at once
     */
    public void run(List<InputFile> files, Consumer<FileResult> sink) {
        run(files, List.of(), sink);
    }

    /**
     * Rewrites the files of a project that has other texts too, which are never rewritten: settings, documentation.
     *
     * @param files as for {@link #run(List, Consumer)}
     * @param texts read only if a codemod asks for {@linkplain ProjectCodemod#textPrefilter literals} in them
     * @param sink as for {@link #run(List, Consumer)}
     */
    public void run(List<InputFile> files, List<InputFile> texts, Consumer<FileResult> sink) {
        boolean isProject = options.codemods().stream().anyMatch(codemod -> codemod instanceof ProjectCodemod);
        ProjectScan scan = isProject ? new ProjectScan(options, files, texts) : null;
        ProjectFacts facts = isProject ? scan.run() : ProjectFacts.empty();
        List<Prefilter> filters = facts.rewriteFilters(options.codemods());
        LiteralSearch search = new LiteralSearch(filters);
        FileRewriter rewriter = new FileRewriter(options, facts, search);
        IntPredicate mayChange = isProject
                ? mayChange(scan, filters)
                        .and(file ->
                                scan.sketches().mayPass(file, files.get(file).path(), search))
                : file -> true;
        files.forEach(file -> explainFilters(file, filters, facts));
        UnitRounds rounds = new UnitRounds(sink);
        List<Integer> numbers = IntStream.range(0, files.size()).boxed().toList();
        Workers.run(
                numbers,
                options.jobs(),
                number -> mayChange.test(number)
                        ? rewrite(files.get(number), rewriter, UnitBlocks.none())
                        : Rewritten.withoutUnits(FileResult.of(files.get(number).path(), FileResult.Status.UNCHANGED)),
                rounds::accept);
        rounds.finish(options.jobs(), (number, blocks) -> rewrite(files.get(number), rewriter, blocks));
    }

    /** Tells whoever asks about a file which codemods do not look at it because it lacks what they need. */
    private void explainFilters(InputFile file, List<Prefilter> filters, ProjectFacts facts) {
        Explainer explainer = options.scope().explainer(file.path());
        if (explainer == null) {
            return;
        }
        byte[] bytes;
        try {
            bytes = file.read();
        } catch (IOException e) {
            // The result of the file says so.
            return;
        }
        for (int i = 0; i < filters.size(); i++) {
            List<String> missing = filters.get(i).missingIn(file.path(), bytes);
            Codemod codemod = options.codemods().get(i);
            String id = codemod.id();
            boolean isLeftOut = filters.get(i).isUnsatisfiable() || missing != null;
            if (isLeftOut && codemod instanceof ProjectCodemod<?> project) {
                ParsedFile parsed = ParsedFile.parse(file.path(), bytes, options.level());
                if (parsed.failure() == null) {
                    facts.explain(project, new FileContext(codemod, file.path(), parsed, options));
                }
            }
            if (filters.get(i).isUnsatisfiable()) {
                explainer.passed(id, "nothing that it rewrites was found in the project");
            } else if (missing != null) {
                explainer.passed(
                        id, "the file has " + (missing.size() == 1 ? "no " : "none of ") + String.join(", ", missing));
            }
        }
    }

    private IntPredicate mayChange(ProjectScan scan, List<Prefilter> filters) {
        boolean[] isSettled = new boolean[filters.size()];
        boolean[] canPass = new boolean[filters.size()];
        for (int i = 0; i < canPass.length; i++) {
            canPass[i] = !filters.get(i).isUnsatisfiable();
            isSettled[i] = filters.get(i).implies(options.codemods().get(i).prefilter());
        }
        return file -> mayChange(scan.passes(file), canPass, isSettled);
    }

    /**
     * A file must be read again if a codemod's own filter let it pass in the first pass, or if that filter could not
     * tell because facts of other files may concern the file.
     */
    private static boolean mayChange(boolean[] passes, boolean[] canPass, boolean[] isSettled) {
        for (int i = 0; i < passes.length; i++) {
            if (canPass[i] && (passes[i] || !isSettled[i])) {
                return true;
            }
        }
        return false;
    }

    private static Rewritten rewrite(InputFile file, FileRewriter rewriter, UnitBlocks blocks) {
        try {
            return attempt(file, rewriter, blocks);
        } catch (OutOfMemoryError e) {
            return attemptAlone(file, rewriter, blocks);
        }
    }

    /** One worker's gigantic file can take the memory from the others: those that ran out try again, one by one. */
    private static Rewritten attemptAlone(InputFile file, FileRewriter rewriter, UnitBlocks blocks) {
        synchronized (Runner.class) {
            try {
                return attempt(file, rewriter, blocks);
            } catch (OutOfMemoryError e) {
                return withoutTree(tooLarge(file.path()), rewriter);
            }
        }
    }

    private static Rewritten attempt(InputFile file, FileRewriter rewriter, UnitBlocks blocks) {
        byte[] bytes;
        try {
            bytes = file.read();
        } catch (IOException e) {
            FileError error = FileError.withoutPlace("cannot be read: " + reason(e));
            return withoutTree(FileResult.failed(file.path(), FileResult.Status.UNREADABLE, error), rewriter);
        }
        boolean[] passes = rewriter.search(file.path(), bytes);
        if (!contains(passes)) {
            return Rewritten.withoutUnits(FileResult.of(file.path(), FileResult.Status.UNCHANGED));
        }
        try {
            return rewriter.rewrite(file, bytes, passes, blocks);
        } catch (RuntimeException | StackOverflowError e) {
            return withoutTree(broken(file.path(), e), rewriter);
        }
    }

    /** Nobody knows which units have a part in a file that was not read to its end, so all of them fail. */
    private static Rewritten withoutTree(FileResult failed, FileRewriter rewriter) {
        UnitFailure failure =
                new UnitFailure(failed.path(), failed.errors().get(0).message(), false);
        return new Rewritten(failed, Set.of(), rewriter.failuresOfAll(failure));
    }

    /** The trees of a gigantic file do not fit into the heap; what they took is free again for the other files. */
    private static FileResult tooLarge(String path) {
        String message = "cannot be processed: out of memory; let the JVM have more, or exclude the file";
        return FileResult.failed(path, FileResult.Status.UNREADABLE, FileError.withoutPlace(message));
    }

    /** A codemod or the engine broke on a file: the file stays as it is, the others are still processed. */
    private static FileResult broken(String path, Throwable thrown) {
        StackTraceElement[] trace = thrown.getStackTrace();
        String where = trace.length == 0 ? "" : " at " + trace[0].getFileName() + ":" + trace[0].getLineNumber();
        String message = "edits withdrawn: internal error, please report it with this file: " + thrown + where;
        return FileResult.failed(path, FileResult.Status.WITHDRAWN, FileError.withoutPlace(message));
    }

    private static String reason(IOException e) {
        return e instanceof AccessDeniedException ? "permission denied" : String.valueOf(e.getMessage());
    }

    private static boolean contains(boolean[] values) {
        for (boolean value : values) {
            if (value) {
                return true;
            }
        }
        return false;
    }
}
