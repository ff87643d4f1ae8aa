package dev.codemod.rewrite;

import dev.codemod.tree.Block;
import dev.codemod.tree.Node;
import dev.codemod.tree.NodeList;
import dev.codemod.tree.Parsed;
import dev.codemod.tree.Statement;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/**
 * The nodes of the original text that a changed tree has in other places than the original tree, and the comments that
 * go there with them. Only changed parts of the tree are looked at.
 */
final class Reuse {
    private final ParsedText text;
    private final Comments comments;
    private final Parsed root;
    /** The ranges of the moved nodes that have comments, those that travel with them included: start to end. */
    private final NavigableMap<Integer, Integer> ends = new TreeMap<>();

    /** The ranges, without what is around the node, of those among them that stay as they are. */
    private final NavigableMap<Integer, Integer> wholeEnds = new TreeMap<>();

    private final Set<Node> moved = Collections.newSetFromMap(new IdentityHashMap<>());

    /** Edited nodes whose slots are still to be compared with those of their original. */
    private final Deque<Node> open = new ArrayDeque<>();

    Reuse(ParsedText text, Comments comments) {
        this.text = text;
        this.comments = comments;
        this.root = text.parsed;
    }

    void collectFrom(Node edited) {
        if (edited.isEdited()) {
            open.add(edited);
        }
        while (!open.isEmpty()) {
            Node node = open.poll();
            Node original = node.original();
            for (int i = 0; i < node.slotCount(); i++) {
                Object slot = node.slot(i);
                if (slot == original.slot(i)) {
                    continue;
                }
                if (slot instanceof Node child) {
                    collectChild(child, (Node) original.slot(i));
                } else if (slot instanceof NodeList<?> list) {
                    collectList(list, (NodeList<?>) original.slot(i));
                }
            }
        }
    }

    private void collectChild(Node child, Node old) {
        boolean inPlace = child.original() == old;
        if (!inPlace && child instanceof Block block) {
            // A block has no text of its own: its statements are put into the lines of the block that it replaces.
            for (Statement statement : block.statements()) {
                collectChild(statement, null);
            }
            return;
        }
        if (!inPlace && child.original().parsed() == root) {
            moved(child.original());
            if (!child.isEdited()) {
                // The last token of a block is the DEDENT before the next statement, comments of others in between.
                int end = Comments.hasLines(child) ? comments.contentEnd(child) : child.endOffset();
                putIfCommented(wholeEnds, child.startOffset(), end);
            }
        }
        if (child.isEdited()) {
            open.add(child);
        }
    }

    private void collectList(NodeList<?> list, NodeList<?> old) {
        int[] match = ListMatch.match(list, old);
        for (int i = 0; i < match.length; i++) {
            collectChild(list.get(i), match[i] < 0 ? null : old.get(match[i]));
        }
    }

    private void moved(Node node) {
        if (!moved.add(node)) {
            return;
        }
        putIfCommented(ends, start(node), end(node));
    }

    private int start(Node node) {
        return Comments.hasLines(node) ? comments.leadingStart(node) : node.startOffset();
    }

    private int end(Node node) {
        return Comments.hasLines(node) ? comments.travelEnd(node) : node.endOffset();
    }

    private void putIfCommented(NavigableMap<Integer, Integer> ranges, int from, int to) {
        if (text.firstCommentFrom(from) < text.firstCommentFrom(to)) {
            ranges.merge(from, to, Math::max);
        }
    }

    /** Returns whether a node of the original text is in another place of the changed tree. */
    boolean isMoved(Node node) {
        return moved.contains(node);
    }

    /**
     * Returns whether a comment of a range that goes away is in another place: inside something of the range that moved
     * there, or inside something larger that moved there as a whole.
     *
     * @param from the start of the range
     * @param to the end of the range
     * @param rendered the moved node inside which the range goes away, whose own move therefore saves no comment of it;
     *     null for the text as a whole
     */
    boolean travels(int comment, int from, int to, Node rendered) {
        int start = text.tape.commentStart(comment);
        int ownStart = rendered == null ? -1 : start(rendered);
        for (Map.Entry<Integer, Integer> range :
                ends.subMap(from, true, start, true).entrySet()) {
            boolean isOwn = range.getKey() == ownStart && range.getValue() == end(rendered);
            if (range.getValue() > start && range.getValue() <= to && !isOwn) {
                return true;
            }
        }
        for (int end : wholeEnds.headMap(start, true).values()) {
            if (end > start) {
                return true;
            }
        }
        return false;
    }
}
