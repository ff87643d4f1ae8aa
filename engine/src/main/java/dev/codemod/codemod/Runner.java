package dev.codemod.codemod;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.util.List;
import java.util.function.Consumer;
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
        if (options.codemods().stream().noneMatch(codemod -> codemod instanceof ProjectCodemod)) {
            FileRewriter rewriter = new FileRewriter(options, ProjectFacts.empty());
            LiteralSearch search = new LiteralSearch(
                    options.codemods().stream().map(Codemod::prefilter).toList());
            Workers.run(files, options.jobs(), file -> rewrite(file, search, rewriter), sink);
        } else {
            runProject(files, sink);
        }
    }

    private void runProject(List<InputFile> files, Consumer<FileResult> sink) {
        ProjectScan scan = new ProjectScan(options, files);
        ProjectFacts facts = scan.run();
        List<Prefilter> filters = facts.rewriteFilters(options.codemods());
        boolean[] isSettled = new boolean[filters.size()];
        boolean[] canPass = new boolean[filters.size()];
        for (int i = 0; i < canPass.length; i++) {
            canPass[i] = !filters.get(i).isUnsatisfiable();
            isSettled[i] = filters.get(i).implies(options.codemods().get(i).prefilter());
        }
        LiteralSearch search = new LiteralSearch(filters);
        FileRewriter rewriter = new FileRewriter(options, facts);
        List<Integer> numbers = IntStream.range(0, files.size()).boxed().toList();
        Workers.run(
                numbers,
                options.jobs(),
                number -> mayChange(scan.passes(number), canPass, isSettled)
                        ? rewrite(files.get(number), search, rewriter)
                        : FileResult.of(files.get(number).path(), FileResult.Status.UNCHANGED),
                sink);
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

    private static FileResult rewrite(InputFile file, LiteralSearch search, FileRewriter rewriter) {
        try {
            return attempt(file, search, rewriter);
        } catch (OutOfMemoryError e) {
            return attemptAlone(file, search, rewriter);
        }
    }

    /** One worker's gigantic file can take the memory from the others: those that ran out try again, one by one. */
    private static FileResult attemptAlone(InputFile file, LiteralSearch search, FileRewriter rewriter) {
        synchronized (Runner.class) {
            try {
                return attempt(file, search, rewriter);
            } catch (OutOfMemoryError e) {
                return tooLarge(file.path());
            }
        }
    }

    private static FileResult attempt(InputFile file, LiteralSearch search, FileRewriter rewriter) {
        byte[] bytes;
        try {
            bytes = file.read();
        } catch (IOException e) {
            return FileResult.failed(
                    file.path(), FileResult.Status.UNREADABLE, FileError.withoutPlace("cannot be read: " + reason(e)));
        }
        boolean[] passes = search.search(bytes);
        if (!contains(passes)) {
            return FileResult.of(file.path(), FileResult.Status.UNCHANGED);
        }
        try {
            return rewriter.rewrite(file.path(), bytes, passes);
        } catch (RuntimeException | StackOverflowError e) {
            return broken(file.path(), e);
        }
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
