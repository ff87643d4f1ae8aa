package dev.codemod.codemod;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Applies the codemods of a run to one file after the other and checks every result before anybody sees it.
 *
 * <p>A pure function of bytes, options and facts.
 */
final class FileRewriter {
    private final RunOptions options;
    private final ProjectFacts facts;
    private final LiteralSearch search;

    /** @param search tells for all codemods of the run which of them may change a file */
    FileRewriter(RunOptions options, ProjectFacts facts, LiteralSearch search) {
        this.options = options;
        this.facts = facts;
        this.search = search;
    }

    /** Returns, for every codemod, whether a file passes its prefilter. */
    boolean[] search(String path, byte[] bytes) {
        return search.search(path, bytes);
    }

    /**
     * Rewrites a file.
     *
     * @param passes for every codemod, whether the file passes its prefilter
     * @param blocks the units that must stay as they are
     */
    Rewritten rewrite(InputFile file, byte[] bytes, boolean[] passes, UnitBlocks blocks) {
        String path = file.path();
        ParsedFile original = ParsedFile.parse(path, bytes, options.level());
        if (original.failure() != null) {
            return new Rewritten(original.failure(), Set.of(), Map.of());
        }
        FilePass pass = new FilePass(
                path, options, original.suppressions(), blocks, options.scope().explainer(path));
        FileRun run = new FileRun(options, facts, search, pass, original, blocks);
        FileResult result;
        if (original.suppressions().isFileSkipped()) {
            result = FileResult.of(path, FileResult.Status.SKIPPED);
            run.findUnits(passes);
            pass.failAll("a comment says that the file is skipped");
        } else {
            result = run.rewrite(passes);
        }
        String obstacle = result.units().isEmpty() ? null : file.writeObstacle();
        if (obstacle != null) {
            pass.failAll(obstacle);
        }
        return new Rewritten(result, pass.units(), pass.failures());
    }

    /** Returns that all units of the project fail. */
    Map<Unit, UnitFailure> failuresOfAll(UnitFailure failure) {
        Map<Unit, UnitFailure> failures = new LinkedHashMap<>();
        for (Codemod codemod : options.codemods()) {
            if (codemod instanceof ProjectCodemod) {
                failures.put(Unit.all(codemod.id()), failure);
            }
        }
        return failures;
    }
}
