package dev.codemod.rewrite;

import dev.codemod.tree.ClassDef;
import dev.codemod.tree.ExpressionStatement;
import dev.codemod.tree.FunctionDef;
import dev.codemod.tree.Module;
import dev.codemod.tree.Node;
import dev.codemod.tree.NodeKind;
import dev.codemod.tree.NodeList;
import java.util.Arrays;
import java.util.List;

/** Inserts and replaces whole lines: see {@link StatementLines}. */
final class LineChanges {
    private static final int BLANKS_IN_MODULE = 2;

    private final Rendering rendering;
    private final ParsedText text;
    private final Comments comments;
    private final LineDeletions deletions;

    LineChanges(Rendering rendering, Comments comments, LineDeletions deletions) {
        this.rendering = rendering;
        this.text = rendering.text;
        this.comments = comments;
        this.deletions = deletions;
    }

    // ---------------------------------------------------------------- replacing

    /** Replaces a statement, clause or decorator; the comments above and behind it stay. */
    void replace(Node now, Node old) {
        int from = Text.skipBlanks(text.bytes, text.firstPhysicalLine(old.firstToken()), text.bytes.length);
        int to = comments.contentEnd(old);
        int trailing = comments.trailingComment(old);
        if (trailing >= 0 && (!fitsIntoLine(now) || deletions.mayGo(trailing, from, text.tape.commentEnd(trailing)))) {
            to = text.tape.commentEnd(trailing);
        }
        Fragment fragment = Rendering.withComments(rendering.session, now, rendering.styleAt(from));
        if (comments.endsWithBlock(old)) {
            rendering.replaceCompound(from, to, fragment);
        } else {
            rendering.replace(from, to, fragment);
        }
    }

    /** Returns whether a statement can share a line with others: it has no block and no comment. */
    boolean fitsIntoLine(Node statement) {
        Node original = statement.original();
        Comments own = new Comments(rendering.session.text(original.parsed()));
        return !own.endsWithBlock(original)
                && own.trailingComment(original) < 0
                && own.leadingStart(original) == original.startOffset();
    }

    // ---------------------------------------------------------------- inserting

    /** Inserts a clause as lines at the start of a line. */
    void insertClause(Node now, int offset, byte[] indentation) {
        FragmentBuilder builder = new FragmentBuilder();
        appendLines(builder, now, offset, indentation);
        putLines(builder, offset, indentation);
    }

    /** Inserts a decorator before the first token of a line: the definition may be on its way to another place. */
    void insertDecorator(Node now, int offset, byte[] indentation) {
        Style style = rendering.styleAt(offset);
        FragmentBuilder builder = new FragmentBuilder();
        builder.append(Rendering.withComments(rendering.session, now, style)
                .indentedBy(indentation)
                .withLineBreaks(style.newline()));
        builder.append(style.newline());
        builder.append(indentation);
        rendering.putLines(offset, offset, builder.build(indentation));
    }

    /** Inserts statements into a file that has none. */
    void insertIntoEmptyModule(List<? extends Node> now) {
        int offset = text.bytes.length;
        FragmentBuilder builder = new FragmentBuilder();
        if (text.tape.commentCount() > 0) {
            builder.append(rendering.styleAt(offset).newline());
        }
        for (Node node : now) {
            appendLines(builder, node, offset, Fragment.EMPTY.bytes());
        }
        putLines(builder, offset, Fragment.EMPTY.bytes());
    }

    /**
     * Inserts statements.
     *
     * @param ops the insertions
     * @param previous what happens to the statement before them, or null at the start of the list
     * @param before the statement before them that stays, or null
     * @param next what happens to the statement after them, or null at the end of the list
     * @param old the original list
     * @param container the original module or block
     */
    void insert(
            List<ListOps.Op> ops, ListOps.Op previous, Node before, ListOps.Op next, NodeList<?> old, Node container) {
        Node following = next == null ? null : next.old();
        Node first = ops.get(0).now();
        Node last = ops.get(ops.size() - 1).now();
        int gap = before == null || following == null ? 0 : blankLinesBetween(before, following);
        int usual = usualBlankLines(before, following, gap, old, container);
        boolean takesPlace = next != null && next.kind() == ListOps.Kind.DELETE;
        // Statements in the place of one keep the blank lines that they had between them where they come from.
        int together = previous != null && previous.kind() == ListOps.Kind.REPLACE
                ? blankLinesInSnippet(previous.now(), first)
                : -1;
        int wantedBefore =
                together >= 0 ? together : takesPlace || before == null ? 0 : wanted(before, first, usual, container);
        int wantedAfter = takesPlace || following == null ? 0 : wanted(last, following, usual, container);
        boolean followsChange = isEdit(previous) || together >= 0;
        boolean precedesChange =
                !followsChange && next != null && next.kind() == ListOps.Kind.KEEP && next.now() != next.old();
        boolean endsImports = ImportNames.isImport(first) && !ImportNames.isImport(following);
        boolean belongsToNext =
                following != null && together < 0 && (precedesChange && !endsImports || wantedAfter < wantedBefore);
        boolean atNext = before == null || takesPlace || belongsToNext;
        Node neighbour = following != null ? following : before;
        byte[] indentation = rendering.indentationAt(text.startOfLogicalLine(neighbour.firstToken()));
        int offset = atNext ? comments.startOfLines(following) : comments.lineEnd(before);
        FragmentBuilder builder = new FragmentBuilder();
        appendBlankLines(builder, atNext ? wantedBefore - gap : wantedBefore, offset);
        appendAll(builder, ops, offset, indentation, usual);
        appendBlankLines(builder, atNext ? wantedAfter : wantedAfter - gap, offset);
        putLines(builder, offset, indentation);
    }

    private static boolean isEdit(ListOps.Op op) {
        return op != null && op.kind() == ListOps.Kind.KEEP && op.now() != op.old();
    }

    private void appendAll(FragmentBuilder builder, List<ListOps.Op> ops, int offset, byte[] indentation, int usual) {
        for (int i = 0; i < ops.size(); i++) {
            Node node = ops.get(i).now();
            if (i > 0) {
                Node previous = ops.get(i - 1).now();
                boolean isDefinition = isDefinition(previous) || isDefinition(node);
                int together = blankLinesInSnippet(previous, node);
                appendBlankLines(builder, together >= 0 ? together : isDefinition ? usual : 0, offset);
            }
            appendLines(builder, node, offset, indentation);
        }
    }

    /** Returns the blank lines between statements that follow each other in the text that they come from, or -1. */
    private int blankLinesInSnippet(Node first, Node second) {
        ParsedText source = rendering.session.text(first.parsed());
        if (first.parsed() != second.parsed() || second.firstToken() <= first.lastToken()) {
            return -1;
        }
        Comments own = new Comments(source);
        int from = own.lineEnd(first.original());
        int to = source.lineStart(own.leadingStart(second.original()));
        int token = source.lastTokenBefore(to);
        boolean areNeighbours = token <= first.lastToken() + 2;
        return areNeighbours && from <= to ? countBlankLines(source, from, to) : -1;
    }

    private void appendLines(FragmentBuilder builder, Node node, int offset, byte[] indentation) {
        Style style = rendering.styleAt(offset);
        Fragment fragment = Rendering.withComments(rendering.session, node, style)
                .indentedBy(indentation)
                .withLineBreaks(style.newline());
        for (DisplacedComment comment : fragment.displaced()) {
            builder.append(indentation);
            builder.append(comment.text());
            builder.append(style.newline());
        }
        builder.append(indentation);
        builder.append(new Fragment(fragment.bytes(), fragment.frozen(), indentation, List.of()));
        builder.append(style.newline());
    }

    private void appendBlankLines(FragmentBuilder builder, int count, int offset) {
        for (int i = 0; i < count; i++) {
            builder.append(rendering.styleAt(offset).newline());
        }
    }

    /** Inserts lines; after a last line without a line end the new last line gets none either. */
    private void putLines(FragmentBuilder builder, int offset, byte[] indentation) {
        Fragment lines = builder.build(indentation);
        if (offset == text.bytes.length && offset > text.textStart() && !Text.isLineEnd(text.bytes[offset - 1])) {
            byte[] newline = rendering.styleAt(offset).newline();
            FragmentBuilder moved = new FragmentBuilder();
            moved.append(newline);
            moved.append(lines);
            Fragment shifted = moved.build(indentation);
            int end = Text.lineContentEnd(shifted.bytes(), 0, shifted.bytes().length);
            byte[] bytes = Arrays.copyOf(shifted.bytes(), end);
            rendering.putLines(offset, offset, new Fragment(bytes, shifted.frozen(), indentation, List.of()));
        } else {
            rendering.putLines(offset, offset, lines);
        }
    }

    // ---------------------------------------------------------------- blank lines

    private static boolean isDefinition(Node node) {
        return node instanceof FunctionDef || node instanceof ClassDef;
    }

    private static boolean isDocstring(Node node) {
        return node instanceof ExpressionStatement statement
                && (statement.value().kind() == NodeKind.STRING_CONSTANT
                        || statement.value().kind() == NodeKind.CONCATENATED_STRING);
    }

    /** Returns how many blank lines should be between two statements, at least one of them new. */
    private static int wanted(Node first, Node second, int usual, Node container) {
        if (isDefinition(first) || isDefinition(second)) {
            return usual;
        }
        if (!(container instanceof Module)) {
            return 0;
        }
        boolean isGroupEdge = ImportNames.isImport(first) && ImportNames.isImport(second)
                ? ImportPlacement.group(first) != ImportPlacement.group(second)
                : ImportNames.isImport(first) || isDocstring(first) && ImportNames.isImport(second);
        return isGroupEdge ? 1 : 0;
    }

    private int usualBlankLines(Node previous, Node following, int gap, NodeList<?> old, Node container) {
        if (previous != null && following != null && (isDefinition(previous) || isDefinition(following))) {
            return gap;
        }
        for (int i = 0; i + 1 < old.size(); i++) {
            if (isDefinition(old.get(i)) || isDefinition(old.get(i + 1))) {
                return blankLinesBetween(old.get(i), old.get(i + 1));
            }
        }
        return container instanceof Module ? BLANKS_IN_MODULE : 1;
    }

    private int blankLinesBetween(Node first, Node second) {
        return countBlankLines(text, comments.lineEnd(first), text.lineStart(comments.leadingStart(second)));
    }

    private static int countBlankLines(ParsedText text, int from, int to) {
        int count = 0;
        int line = from;
        while (line < to) {
            count += Text.isBlankLine(text.bytes, line) ? 1 : 0;
            line = text.nextLine(line);
        }
        return count;
    }
}
