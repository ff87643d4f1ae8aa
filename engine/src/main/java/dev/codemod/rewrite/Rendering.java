package dev.codemod.rewrite;

import dev.codemod.lexer.TokenKind;
import dev.codemod.source.TextEdit;
import dev.codemod.tree.Node;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Collects the changes of one text that make it the text of a changed tree.
 *
 * <p>The changed nodes wait in a queue rather than on the call stack, so that chains of any length are fine. What each
 * of them changes goes into a list of its own, which stands among the changes of its parent where the node does: at one
 * offset an insertion by the parent and one by the child thus come in the right order.
 */
final class Rendering {
    private static final byte[] COMMENT_GAP = {' ', ' '};

    final Session session;
    final ParsedText text;

    /** The style of the place in the file that this text goes to; null for the file itself. */
    private final Style style;

    /** The node of the text that is printed in another place; null for the whole text. */
    private final Node rendered;

    private final SlotPrinter slots;
    private final List<Object> changes = new ArrayList<>();
    private final Deque<Pending> pending = new ArrayDeque<>();
    private final List<Displaced> displaced = new ArrayList<>();
    private final Set<Integer> linesWithNewComment = new HashSet<>();
    private List<Object> target = changes;

    private record Pending(Node edited, List<Object> target) {}

    private record Displaced(int offset, DisplacedComment comment) {}

    /** @param rendered the edited node that is printed in another place, or null for the whole text */
    Rendering(Session session, ParsedText text, Node rendered, Style style) {
        this.session = session;
        this.text = text;
        this.style = style;
        this.rendered = rendered == null ? null : rendered.original();
        this.slots = new SlotPrinter(this);
    }

    /** Returns the text of a node without parentheses and without the comments around it. */
    static Fragment inner(Session session, Node node, Style style) {
        ParsedText text = session.text(node.parsed());
        Rendering rendering = new Rendering(session, text, node, style);
        rendering.walk(node);
        int last = Comments.hasLines(node) ? text.lastCoreToken(node.original()) : node.lastToken();
        return rendering.cut(text.tape.start(node.firstToken()), text.tape.end(last));
    }

    /** Returns the text of a statement or clause with the comments that travel with it. */
    static Fragment withComments(Session session, Node node, Style style) {
        ParsedText text = session.text(node.parsed());
        Rendering rendering = new Rendering(session, text, node, style);
        rendering.walk(node);
        Comments comments = new Comments(text);
        Node original = node.original();
        Fragment fragment = rendering.cut(comments.leadingStart(original), comments.travelEnd(original));
        return fragment.withoutFinalLineEnd();
    }

    /** Compares an edited node with its original and notes the changes, and so on for everything below. */
    void walk(Node edited) {
        if (edited.isEdited()) {
            pending.add(new Pending(edited, target));
        }
        List<Object> outer = target;
        while (!pending.isEmpty()) {
            Pending next = pending.poll();
            target = next.target();
            slots.print(next.edited(), next.edited().original());
        }
        target = outer;
    }

    /** Notes an edited node in its old place, to be compared with its original in turn. */
    void later(Node edited) {
        List<Object> own = new ArrayList<>(4);
        target.add(own);
        pending.add(new Pending(edited, own));
    }

    /** Returns the style for new text at an offset. */
    Style styleAt(int offset) {
        return style != null ? style : new Style(Indentation.unitAt(text, offset), Indentation.newlineAt(text, offset));
    }

    /** Returns the indentation of the line that an offset is on. */
    byte[] indentationAt(int offset) {
        return text.outputIndentationAt(offset, styleAt(offset));
    }

    /** Inserts text; its lines get the indentation of the line that they go to. */
    void insert(int offset, Fragment fragment) {
        put(offset, offset, fragment, false);
    }

    /** Replaces a range; comments in it that the new tree has nowhere else are kept as the policy says. */
    void replace(int from, int to, Fragment fragment) {
        displaceComments(from, to, fragment.bytes());
        put(from, to, fragment, false);
    }

    /** Replaces a statement with a body; pragmas in it have lost the lines that they are about, and go. */
    void replaceCompound(int from, int to, Fragment fragment) {
        int last = text.isForeign ? 0 : text.firstCommentFrom(to);
        for (int i = text.firstCommentFrom(from); i < last; i++) {
            session.dropLostPragma(i, from, to);
        }
        replace(from, to, fragment);
    }

    /** Replaces a range inside a string. */
    void replaceLiterally(int from, int to, Fragment fragment) {
        put(from, to, fragment, true);
    }

    /** Deletes a range; comments in it are kept as by {@link #replace}. */
    void delete(int from, int to) {
        replace(from, to, Fragment.EMPTY);
    }

    /** Replaces a range by text that is already indented and has taken care of the comments. */
    void putLines(int from, int to, Fragment fragment) {
        add(new Change(from, to, fragment, true));
    }

    /** Replaces a range by text that is already indented; comments in the range are kept as by {@link #replace}. */
    void putIndented(int from, int to, Fragment fragment) {
        displaceComments(from, to, fragment.bytes());
        add(new Change(from, to, fragment, false));
    }

    private void put(int from, int to, Fragment fragment, boolean isLiteral) {
        Fragment placed = fragment.hasLineBreak()
                ? fragment.indentedBy(indentationAt(from))
                        .withLineBreaks(styleAt(from).newline())
                : fragment;
        add(new Change(from, to, placed, isLiteral));
    }

    private void add(Change change) {
        target.add(change);
        for (DisplacedComment comment : change.text().displaced()) {
            displaced.add(new Displaced(change.start(), comment));
        }
    }

    private void displaceComments(int from, int to, byte[] replacement) {
        for (DisplacedComment comment : comments(from, to, replacement)) {
            displaced.add(new Displaced(from, comment));
        }
    }

    /** Returns the comments of a range that must be kept, those excepted that its replacement has too. */
    List<DisplacedComment> comments(int from, int to, byte[] replacement) {
        List<DisplacedComment> result = new ArrayList<>(0);
        if (text.isForeign) {
            return result;
        }
        int searchFrom = 0;
        for (int i = text.firstCommentFrom(from); i < text.tape.commentCount(); i++) {
            if (text.tape.commentStart(i) >= to) {
                break;
            }
            int same = Text.indexOfLineEnd(replacement, text.comment(i), searchFrom);
            if (same >= 0) {
                searchFrom = same + 1;
                continue;
            }
            DisplacedComment comment = session.displace(i, from, to, rendered);
            if (comment != null) {
                result.add(comment);
            }
        }
        return result;
    }

    /** Returns a range with the changes made in it. */
    Fragment cut(int from, int to) {
        FragmentBuilder builder = new FragmentBuilder();
        List<DisplacedComment> above = new ArrayList<>(0);
        for (Displaced comment : displaced) {
            if (!addDisplaced(comment, from)) {
                above.add(comment.comment());
            }
        }
        Style here = styleAt(from);
        int at = from;
        for (Change change : withBlanks(sorted(), from, to)) {
            text.copy(at, change.start(), here, builder);
            builder.append(new Fragment(
                    change.text().bytes(), change.text().frozen(), change.text().base(), List.of()));
            at = change.end();
        }
        text.copy(at, to, here, builder);
        builder.displace(above);
        return builder.build(text.outputIndentationAt(from, here));
    }

    /** Returns the changes of the whole text. */
    List<TextEdit> edits() {
        for (Displaced comment : displaced) {
            addDisplaced(comment, -1);
        }
        List<TextEdit> edits = new ArrayList<>();
        List<Change> all = withBlanks(sorted(), text.textStart(), text.bytes.length);
        for (Change change : endsWithLineEnd() ? all : withoutFinalLineEnd(all)) {
            byte[] replacement = change.text().bytes();
            if (!Arrays.equals(text.bytes, change.start(), change.end(), replacement, 0, replacement.length)) {
                edits.add(new TextEdit(change.start(), change.end(), replacement));
            }
        }
        return List.copyOf(edits);
    }

    private boolean endsWithLineEnd() {
        return text.bytes.length == 0 || Text.isLineEnd(text.bytes[text.bytes.length - 1]);
    }

    /** Keeps a file without a line end at its end as it is, whatever the last line has become. */
    private List<Change> withoutFinalLineEnd(List<Change> all) {
        List<Change> result = new ArrayList<>(all);
        int end = text.bytes.length;
        for (int i = result.size() - 1; i >= 0 && result.get(i).end() == end; i--) {
            Change change = result.get(i);
            Fragment shorter = change.text().withoutFinalLineEnd();
            boolean isGone = shorter.isEmpty();
            int previousEnd = i > 0 ? result.get(i - 1).end() : text.textStart();
            int start = change.start();
            if (isGone && start > previousEnd) {
                start = Math.max(previousEnd, Text.lineContentEnd(text.bytes, text.textStart(), start));
            }
            result.set(i, new Change(start, end, shorter, change.isLiteral()));
            end = start;
            if (!isGone) {
                break;
            }
        }
        return result;
    }

    /** Gives a displaced comment its place, unless that is before {@code from}. */
    private boolean addDisplaced(Displaced comment, int from) {
        int token = text.lastTokenBefore(comment.offset() + 1);
        while (token > 0 && text.tape.kind(token) == TokenKind.NEWLINE && text.tape.start(token) >= comment.offset()) {
            token--;
        }
        int line = text.startOfLogicalLine(Math.max(token, 0));
        if (line <= from) {
            return false;
        }
        int end = comment.comment().atLineEnd() ? lineEndFor(Math.max(token, 0), comment) : -1;
        FragmentBuilder builder = new FragmentBuilder();
        if (end >= 0) {
            builder.append(COMMENT_GAP);
            builder.append(comment.comment().text());
            changes.add(new Change(end, end, builder.build(Fragment.EMPTY.bytes()), true));
        } else {
            builder.append(indentationAt(line));
            builder.append(comment.comment().text());
            builder.append(styleAt(line).newline());
            changes.add(new Change(line, line, builder.build(Fragment.EMPTY.bytes()), true));
        }
        return true;
    }

    /**
     * Returns where to append a comment to the logical line of a token, or -1 if that place goes away or has a comment.
     *
     * @throws RewriteRefusedException if the comment is a pragma, which would be about another line elsewhere
     */
    private int lineEndFor(int token, Displaced comment) {
        int newline = text.newlineToken(token);
        int offset = newline == 0 ? 0 : text.tape.end(newline - 1);
        int last = text.firstCommentFrom(offset);
        boolean isTaken = last < text.tape.commentCount() && text.tape.commentStart(last) < text.tape.start(newline)
                || !linesWithNewComment.add(newline);
        if (!isTaken && !isReplaced(offset)) {
            return offset;
        }
        String string = new String(comment.comment().text(), StandardCharsets.ISO_8859_1);
        if (Session.isPragma(string)) {
            throw new RewriteRefusedException(comment.offset(), "the change would displace the comment " + string);
        }
        return -1;
    }

    private boolean isReplaced(int offset) {
        for (Change change : sorted()) {
            if (change.start() < offset && offset < change.end()) {
                return true;
            }
        }
        return false;
    }

    /**
     * Returns the changes in the order of the text. At one offset whole lines come first, such as a comment that is
     * hoisted above a statement that gets an {@code async}, then other insertions, and otherwise as they were made.
     */
    private List<Change> sorted() {
        List<Change> result = new ArrayList<>();
        Deque<Object> open = new ArrayDeque<>();
        open.push(changes);
        while (!open.isEmpty()) {
            Object next = open.pop();
            if (next instanceof Change change) {
                result.add(change);
            } else if (next instanceof List<?> list) {
                for (int i = list.size() - 1; i >= 0; i--) {
                    open.push(list.get(i));
                }
            }
        }
        result.sort(Comparator.comparingInt(Change::start).thenComparingInt(this::rank));
        return result;
    }

    private int rank(Change change) {
        if (!change.isInsertion()) {
            return 2;
        }
        byte[] inserted = change.text().bytes();
        boolean isWholeLines = inserted.length > 0
                && Text.isLineEnd(inserted[inserted.length - 1])
                && text.lineStart(change.start()) == change.start()
                && !text.startsInString(change.start());
        return isWholeLines ? 0 : 1;
    }

    /** Returns the changes of a range with blanks added where neighbours would run together. */
    private List<Change> withBlanks(List<Change> sorted, int from, int to) {
        List<Change> result = new ArrayList<>(sorted.size());
        byte last = 0;
        int lastEnd = -1;
        for (int i = 0; i < sorted.size(); i++) {
            Change change = sorted.get(i);
            byte before = change.start() == lastEnd ? last : byteAt(change.start() - 1, from, to);
            boolean touchesNext = i + 1 < sorted.size() && sorted.get(i + 1).start() == change.end();
            byte after = touchesNext ? 0 : byteAt(change.end(), from, to);
            Change spaced = change.isLiteral() ? change : withBlanks(change, before, after);
            byte[] bytes = spaced.text().bytes();
            last = bytes.length == 0 ? before : bytes[bytes.length - 1];
            lastEnd = change.end();
            result.add(spaced);
        }
        return result;
    }

    private static Change withBlanks(Change change, byte before, byte after) {
        byte[] bytes = change.text().bytes();
        if (bytes.length == 0) {
            return Seams.needBlank(before, after)
                    ? new Change(change.start(), change.end(), Fragment.of(" "), false)
                    : change;
        }
        String prefix = Seams.needBlank(before, bytes[0]) ? " " : "";
        String suffix = Seams.needBlank(bytes[bytes.length - 1], after) ? " " : "";
        if (prefix.isEmpty() && suffix.isEmpty()) {
            return change;
        }
        return new Change(change.start(), change.end(), change.text().between(prefix, suffix), false);
    }

    /** Returns a byte of a range, which has no byte order mark: that would look like the end of a name. */
    private byte byteAt(int offset, int from, int to) {
        return offset >= from && offset < to ? text.bytes[offset] : 0;
    }
}
