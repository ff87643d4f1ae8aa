package dev.codemod.codemod;

import dev.codemod.jython.JythonWitness;
import dev.codemod.jython.Verdict;
import dev.codemod.lexer.TokenTape;
import dev.codemod.rewrite.Printed;
import dev.codemod.source.TextEdit;
import dev.codemod.tree.Module;
import dev.codemod.tree.Node;
import dev.codemod.tree.Parsed;
import dev.codemod.tree.StructuralEquality;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The checks that every changed file must pass before a byte is shown or written.
 *
 * <ol>
 *   <li>The output parses at the file's language level, with nothing that this level does not have.
 *   <li>Its tree equals the rewritten tree.
 *   <li>Every comment of the input is in the output, unless the codemod dropped it by name.
 *   <li>The bytes outside the edits are equal.
 *   <li>A second run of the codemod changes nothing ({@link FileRewriter} checks this).
 *   <li>For Python 2 files, Jython's parser accepts the output if it accepted the input.
 * </ol>
 */
final class SafetyChecks {
    private final ParsedFile input;
    private final Module rewritten;
    private final Printed printed;
    private final ParsedFile output;

    SafetyChecks(ParsedFile input, Module rewritten, Printed printed, ParsedFile output) {
        this.input = input;
        this.rewritten = rewritten;
        this.printed = printed;
        this.output = output;
    }

    /** Returns what is wrong with the output in one sentence, or null if nothing is. */
    String firstFailure() {
        String failure = parseFailure();
        if (failure == null) {
            failure = treeFailure();
        }
        if (failure == null) {
            failure = commentFailure();
        }
        if (failure == null) {
            failure = byteFailure();
        }
        return failure == null ? witnessFailure() : failure;
    }

    private String parseFailure() {
        if (output.failure() != null) {
            FileError error = output.failure().errors().get(0);
            return "the output does not parse (line " + error.line() + ": " + error.message() + ")";
        }
        if (output.parse().versionProblems().size()
                > input.parse().versionProblems().size()) {
            return "the output uses syntax that Python "
                    + input.module().parsed().level() + " does not have";
        }
        return null;
    }

    private String treeFailure() {
        Node difference = StructuralEquality.firstDifference(rewritten, output.module());
        return difference == null
                ? null
                : "the output means something else than the rewritten tree (line " + difference.line() + ")";
    }

    private String commentFailure() {
        Map<String, Integer> missing = new HashMap<>();
        count(input.module().parsed(), missing, 1);
        count(output.module().parsed(), missing, -1);
        for (String dropped : printed.droppedComments()) {
            missing.merge(dropped, -1, Integer::sum);
        }
        for (Map.Entry<String, Integer> comment : missing.entrySet()) {
            if (comment.getValue() > 0) {
                return "the comment " + comment.getKey() + " would be lost";
            }
        }
        return null;
    }

    private static void count(Parsed parsed, Map<String, Integer> counts, int step) {
        TokenTape tape = parsed.tape();
        for (int i = 0; i < tape.commentCount(); i++) {
            String comment = parsed.source().text(tape.commentStart(i), tape.commentEnd(i));
            counts.merge(comment.stripTrailing(), step, Integer::sum);
        }
    }

    /** Replays the edits by themselves, so that a slip of the printer cannot vouch for itself. */
    private String byteFailure() {
        byte[] before = input.module().parsed().source().bytes();
        byte[] after = output.module().parsed().source().bytes();
        int from = 0;
        int to = 0;
        for (TextEdit edit : printed.edits()) {
            int kept = edit.start() - from;
            int length = edit.replacement().length;
            if (kept < 0
                    || to + kept + length > after.length
                    || !Arrays.equals(before, from, edit.start(), after, to, to + kept)
                    || !Arrays.equals(edit.replacement(), 0, length, after, to + kept, to + kept + length)) {
                return "bytes outside the edits differ";
            }
            from = edit.end();
            to += kept + length;
        }
        return Arrays.equals(before, from, before.length, after, to, after.length)
                ? null
                : "bytes outside the edits differ";
    }

    private String witnessFailure() {
        if (!input.module().parsed().level().isPython2()) {
            return null;
        }
        Verdict verdict = JythonWitness.check(fileBytes(output));
        if (!verdict.isRejected() || JythonWitness.check(fileBytes(input)).isRejected()) {
            return null;
        }
        return "Jython's parser rejects the output (line " + verdict.line() + ": " + verdict.message() + ")";
    }

    private static byte[] fileBytes(ParsedFile file) {
        return file.module().parsed().source().fileBytes();
    }
}
