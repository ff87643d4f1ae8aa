package dev.codemod.rewrite;

import dev.codemod.lexer.TokenKind;
import dev.codemod.tree.Node;
import java.util.ArrayList;
import java.util.List;

/**
 * Deletes whole lines and the blank lines that are too many then, and leaves the comments that must stay: see
 * {@link StatementLines}.
 */
final class LineDeletions {
    private final Rendering rendering;
    private final ParsedText text;
    private final Comments comments;

    LineDeletions(Rendering rendering, Comments comments) {
        this.rendering = rendering;
        this.text = rendering.text;
        this.comments = comments;
    }

    /** Returns whether a comment need not be kept here, where a range goes. */
    boolean mayGo(int comment, int from, int to) {
        return !text.isForeign
                && (rendering.session.reuse().travels(comment, from, to, null) || rendering.session.drop(comment));
    }

    /**
     * Deletes a statement, clause or decorator that is alone on its lines. Its comments become lines of their own,
     * except those that moved or may go.
     *
     * @param run what goes together with it, which tells the blank lines that are too many; null to leave all of them
     */
    void delete(Node node, DeletedRun run) {
        int start = text.tape.start(node.firstToken());
        int leading = comments.leadingStart(node);
        int end = comments.travelEnd(node);
        boolean keepsLeading = leading == start || keepsAll(leading, start, end);
        List<DisplacedComment> kept = new ArrayList<>();
        if (!keepsLeading) {
            kept.addAll(stillHere(leading, start, end));
        }
        kept.addAll(left(start, end, leading));
        int from = keepsLeading ? text.firstPhysicalLine(node.firstToken()) : text.lineStart(leading);
        deleteLines(node, node, from, kept, run);
    }

    /** Deletes a decorator up to what stands on the next line. */
    void deleteDecorator(Node decorator, byte[] indentation) {
        int from = decorator.startOffset();
        int contentEnd = comments.contentEnd(decorator);
        FragmentBuilder builder = new FragmentBuilder();
        for (DisplacedComment comment : left(from, contentEnd, from)) {
            builder.append(comment.text());
            builder.append(rendering.styleAt(from).newline());
            builder.append(indentation);
        }
        rendering.putLines(from, afterDecorator(decorator), builder.build(indentation));
    }

    /** Returns the start of what follows a decorator, blank lines skipped: another one, a comment, the definition. */
    int afterDecorator(Node decorator) {
        int line = afterBlankLines(text.nextLine(comments.contentEnd(decorator)));
        return Text.skipBlanks(text.bytes, line, text.bytes.length);
    }

    private int afterBlankLines(int line) {
        int next = line;
        while (Text.isBlankLine(text.bytes, next)) {
            next = text.nextLine(next);
        }
        return next;
    }

    /** Deletes the comments above a statement if they need not be kept. */
    void deleteLeadingComments(Node node) {
        int start = text.tape.start(node.firstToken());
        int leading = comments.leadingStart(node);
        int end = comments.travelEnd(node);
        if (leading < start && !keepsAll(leading, start, end)) {
            int from = text.lineStart(leading);
            FragmentBuilder builder = new FragmentBuilder();
            appendComments(builder, stillHere(leading, start, end), from);
            rendering.putLines(from, text.lineStart(start), builder.build(rendering.indentationAt(from)));
        }
    }

    /** Deletes the statements of one line, all of which go. */
    void deleteShared(Node first, Node last, DeletedRun run) {
        int start = text.tape.start(first.firstToken());
        List<DisplacedComment> kept = left(start, comments.travelEnd(last), start);
        deleteLines(first, last, text.firstPhysicalLine(first.firstToken()), kept, run);
    }

    private void deleteLines(Node first, Node last, int from, List<DisplacedComment> kept, DeletedRun run) {
        FragmentBuilder builder = new FragmentBuilder();
        appendComments(builder, kept, from);
        int start = from;
        int end = comments.lineEnd(last);
        if (kept.isEmpty() && run != null) {
            start = first == run.first() && closesAbove(run) ? withoutBlankLinesAbove(from) : from;
            end = last == run.last() ? endOfRun(run, end) : afterBlankLines(end);
        }
        rendering.putLines(start, end, builder.build(rendering.indentationAt(from)));
    }

    /** At the end of a block the blank lines below belong to what follows the block, so that those above go. */
    private boolean closesAbove(DeletedRun run) {
        return run.isAtEnd() && !run.isReplaced() && endsBlankOrFile(comments.lineEnd(run.last()));
    }

    private int endOfRun(DeletedRun run, int end) {
        return run.isAtEnd() || run.isReplaced()
                ? end
                : withoutSurplusBlankLines(comments.startOfLines(run.first()), end);
    }

    private boolean endsBlankOrFile(int line) {
        return line == text.bytes.length || Text.isBlankLine(text.bytes, line);
    }

    private int withoutBlankLinesAbove(int line) {
        int start = line;
        for (int i = blankLinesAbove(line); i > 0; i--) {
            start = text.lineStart(Text.lineContentEnd(text.bytes, text.textStart(), start));
        }
        return start;
    }

    private void appendComments(FragmentBuilder builder, List<DisplacedComment> comments, int offset) {
        for (DisplacedComment comment : comments) {
            builder.append(rendering.indentationAt(offset));
            builder.append(comment.text());
            builder.append(rendering.styleAt(offset).newline());
        }
    }

    /** Of the blank lines above and below what goes, only the larger number stays. */
    private int withoutSurplusBlankLines(int from, int to) {
        int above = blankLinesAbove(from);
        boolean isTop = from - above == text.textStart() || above == 0 && opensBlock(from);
        int end = to;
        for (int i = 0; (isTop || i < above) && end < text.bytes.length && Text.isBlankLine(text.bytes, end); i++) {
            end = text.nextLine(end);
        }
        return end;
    }

    private boolean opensBlock(int line) {
        if (line <= text.textStart()) {
            return true;
        }
        int token = text.lastTokenBefore(line);
        return token > 0 && text.tape.kind(token - 1) == TokenKind.COLON;
    }

    private int blankLinesAbove(int line) {
        int count = 0;
        int at = line;
        while (at > text.textStart()) {
            at = text.lineStart(Text.lineContentEnd(text.bytes, text.textStart(), at));
            if (!Text.isBlankLine(text.bytes, at)) {
                break;
            }
            count++;
        }
        return count;
    }

    /** Returns whether all comments above a statement stay, the lines of which end at {@code end}. */
    private boolean keepsAll(int from, int to, int end) {
        int last = text.firstCommentFrom(to);
        for (int i = text.firstCommentFrom(from); i < last; i++) {
            if (mayGo(i, from, end)) {
                return false;
            }
        }
        return true;
    }

    private List<DisplacedComment> stillHere(int from, int to, int end) {
        List<DisplacedComment> result = new ArrayList<>();
        int last = text.firstCommentFrom(to);
        for (int i = text.firstCommentFrom(from); i < last; i++) {
            if (!mayGo(i, from, end)) {
                result.add(new DisplacedComment(text.comment(i), false));
            }
        }
        return result;
    }

    /**
     * Returns the comments that a deleted statement leaves behind; a pragma has lost its line and goes too.
     *
     * @param rangeStart the start of all that goes, comments above included
     */
    private List<DisplacedComment> left(int from, int to, int rangeStart) {
        List<DisplacedComment> result = new ArrayList<>();
        if (text.isForeign) {
            return result;
        }
        int end = text.firstCommentFrom(to);
        for (int i = text.firstCommentFrom(from); i < end; i++) {
            if (rendering.session.dropLostPragma(i, rangeStart, to)) {
                continue;
            }
            DisplacedComment comment = rendering.session.displace(i, rangeStart, to, null);
            if (comment != null) {
                result.add(comment);
            }
        }
        return result;
    }
}
