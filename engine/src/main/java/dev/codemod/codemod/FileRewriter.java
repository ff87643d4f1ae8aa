package dev.codemod.codemod;

import dev.codemod.rewrite.Printed;
import dev.codemod.rewrite.Printer;
import dev.codemod.rewrite.RewriteRefusedException;
import dev.codemod.source.Source;
import dev.codemod.tree.Module;
import java.io.Serializable;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Applies the codemods of a run to one file, one after the other, and checks every result before anybody sees it.
 *
 * <p>A pure function of bytes, options and facts.
 */
final class FileRewriter {
    private final RunOptions options;
    private final ProjectFacts facts;

    FileRewriter(RunOptions options, ProjectFacts facts) {
        this.options = options;
        this.facts = facts;
    }

    /**
     * Rewrites a file.
     *
     * @param passes for every codemod, whether the file passes its prefilter
     */
    FileResult rewrite(String path, byte[] bytes, boolean[] passes) {
        ParsedFile original = ParsedFile.parse(path, bytes, options.level());
        if (original.failure() != null) {
            return original.failure();
        }
        if (original.suppressions().isFileSkipped()) {
            return FileResult.of(path, FileResult.Status.SKIPPED);
        }
        ParsedFile current = original;
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < passes.length; i++) {
            Codemod codemod = options.codemods().get(i);
            if (passes[i] && codemod.supports(original.module().parsed().level())) {
                Step step = apply(codemod, path, current);
                findings.addAll(step.findings());
                if (step.failedCheck() != null) {
                    return withdrawn(path, findings, codemod.id() + ": " + step.failedCheck());
                }
                current = step.output();
            }
        }
        return result(path, original, current, findings);
    }

    /**
     * What one codemod made of the file.
     *
     * @param output the file after it; the same as before if nothing changed
     * @param failedCheck the safety check that failed, or null
     */
    private record Step(ParsedFile output, List<Finding> findings, String failedCheck) {}

    private Step apply(Codemod codemod, String path, ParsedFile input) {
        FileContext context = new FileContext(codemod, path, input, options);
        Module rewritten = run(codemod, context);
        if (rewritten == input.module()) {
            return new Step(input, context.findings(), null);
        }
        Printed printed;
        try {
            printed = Printer.print(rewritten, context.printOptions());
        } catch (RewriteRefusedException e) {
            context.withdraw(e.offset(), "comment-in-the-way", e.getMessage());
            return new Step(input, context.findings(), null);
        }
        Source source = input.module().parsed().source();
        byte[] fileBytes;
        try {
            fileBytes = source.encode(printed.bytes());
        } catch (CharacterCodingException e) {
            return new Step(input, context.findings(), "the output cannot be written in the file's encoding");
        }
        if (Arrays.equals(fileBytes, source.fileBytes())) {
            return new Step(input, context.findings(), null);
        }
        ParsedFile output =
                ParsedFile.parse(path, fileBytes, input.module().parsed().level());
        String failed = new SafetyChecks(input, rewritten, printed, output).firstFailure();
        if (failed == null && !isStable(codemod, path, output)) {
            failed = "a second run would change the file again";
        }
        return new Step(output, context.findings(), failed);
    }

    private boolean isStable(Codemod codemod, String path, ParsedFile output) {
        Module module = output.module();
        FileContext context = new FileContext(codemod, path, output, options);
        Module again = run(codemod, context);
        if (again == module) {
            return true;
        }
        try {
            Printed printed = Printer.print(again, context.printOptions());
            return Arrays.equals(printed.bytes(), module.parsed().source().bytes());
        } catch (RewriteRefusedException e) {
            return true;
        }
    }

    private Module run(Codemod codemod, FileContext context) {
        return codemod instanceof ProjectCodemod<?> project ? run(project, context) : codemod.rewrite(context);
    }

    private <F extends Serializable> Module run(ProjectCodemod<F> codemod, FileContext context) {
        return codemod.rewrite(context, facts.of(codemod));
    }

    private static FileResult result(String path, ParsedFile original, ParsedFile current, List<Finding> findings) {
        Source before = original.module().parsed().source();
        byte[] after = current.module().parsed().source().fileBytes();
        if (Arrays.equals(before.fileBytes(), after)) {
            return new FileResult(path, FileResult.Status.UNCHANGED, null, null, findings, List.of());
        }
        return new FileResult(path, FileResult.Status.CHANGED, before.fileBytes(), after, findings, List.of());
    }

    private static FileResult withdrawn(String path, List<Finding> findings, String message) {
        List<Finding> undone = findings.stream().map(Finding::withdrawn).toList();
        FileError error = FileError.withoutPlace("edits withdrawn: " + message);
        return new FileResult(path, FileResult.Status.WITHDRAWN, null, null, undone, List.of(error));
    }
}
