package dev.codemod.rewrite;

import dev.codemod.tree.Node;
import dev.codemod.tree.Parsed;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** What all parts of printing one tree share: the texts involved and the fate of the original's comments. */
final class Session {
    /** Pragmas say something about the line that they are on, and nothing anywhere else. */
    private static final String[] PRAGMAS = {"type:", "noqa", "nosec", "pylint:", "pragma:", "pyright:", "mypy:"};

    private final PrintOptions options;
    private final Parsed root;
    private final Map<Parsed, ParsedText> texts = new IdentityHashMap<>();
    private final ParsedText rootText;
    private final Comments rootComments;
    private final Reuse reuse;
    private final BitSet mayDrop = new BitSet();
    private final BitSet dropped = new BitSet();

    Session(Node edited, PrintOptions options) {
        this.options = options;
        this.root = edited.original().parsed();
        this.rootText = text(root);
        this.rootComments = new Comments(rootText);
        this.reuse = new Reuse(rootText, rootComments);
        reuse.collectFrom(edited);
        for (Node node : options.droppedFor()) {
            if (node.parsed() == root) {
                markComments(node);
            }
        }
    }

    private void markComments(Node node) {
        boolean hasLines = Comments.hasLines(node);
        int from = hasLines ? rootComments.leadingStart(node) : node.outerStartOffset();
        int to = hasLines ? rootComments.travelEnd(node) : node.outerEndOffset();
        for (int i = rootText.firstCommentFrom(from); i < rootText.tape.commentCount(); i++) {
            if (rootText.tape.commentStart(i) >= to) {
                break;
            }
            mayDrop.set(i);
        }
    }

    ParsedText text(Parsed parsed) {
        return texts.computeIfAbsent(parsed, key -> new ParsedText(key, root.source()));
    }

    Reuse reuse() {
        return reuse;
    }

    /** Returns whether the comment may go with its code, and if so notes that it went. */
    boolean drop(int comment) {
        if (mayDrop.get(comment)) {
            dropped.set(comment);
            return true;
        }
        return false;
    }

    /**
     * Lets a comment go if it is a pragma whose line goes away.
     *
     * @param from the start of what goes away
     * @param to the end of what goes away
     * @return whether it is one
     */
    boolean dropLostPragma(int comment, int from, int to) {
        if (!isPragma(rootComments.string(comment)) || reuse.travels(comment, from, to, null)) {
            return false;
        }
        mayDrop.set(comment);
        return drop(comment);
    }

    /**
     * Decides about a comment of the original text in a range that is replaced.
     *
     * @param from the start of the range
     * @param to the end of the range
     * @param rendered the node of the original that has moved and inside which the range is, or null
     * @return what to keep, or null if the comment is still somewhere or was dropped on purpose
     * @throws RewriteRefusedException if the policy or the kind of comment forbids to move it
     */
    DisplacedComment displace(int comment, int from, int to, Node rendered) {
        if (reuse.travels(comment, from, to, rendered) || drop(comment)) {
            return null;
        }
        CommentPolicy policy = options.policy();
        if (policy == CommentPolicy.DROP) {
            dropped.set(comment);
            return null;
        }
        String string = rootComments.string(comment);
        if (policy == CommentPolicy.FAIL || isFormatterSwitch(string)) {
            throw new RewriteRefusedException(
                    rootText.tape.commentStart(comment), "the change would displace the comment " + string);
        }
        boolean atLineEnd = policy == CommentPolicy.APPEND_TRAILING || isPragma(string);
        return new DisplacedComment(rootText.comment(comment), atLineEnd);
    }

    /** Returns whether a comment is an instruction to a tool about the line that it is on. */
    static boolean isPragma(String comment) {
        String content = comment.substring(1).strip();
        for (String pragma : PRAGMAS) {
            if (content.regionMatches(true, 0, pragma, 0, pragma.length())) {
                return true;
            }
        }
        return content.startsWith("fmt: skip");
    }

    /** Returns whether a comment switches a formatter on or off for the lines that follow. */
    static boolean isFormatterSwitch(String comment) {
        String content = comment.substring(1).strip();
        return content.startsWith("fmt: off")
                || content.startsWith("fmt: on")
                || content.startsWith("yapf: disable")
                || content.startsWith("yapf: enable");
    }

    List<String> droppedComments() {
        List<String> result = new ArrayList<>();
        for (int i = dropped.nextSetBit(0); i >= 0; i = dropped.nextSetBit(i + 1)) {
            result.add(rootComments.string(i).stripTrailing());
        }
        return List.copyOf(result);
    }
}
