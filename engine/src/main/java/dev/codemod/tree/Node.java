package dev.codemod.tree;

import dev.codemod.lexer.TokenTape;
import java.util.ArrayList;
import java.util.List;

/**
 * A node of the Python tree: immutable, and lossless because it knows its tokens on an immutable tape.
 *
 * <p>A node that was parsed has a {@link Parsed} origin and covers the tokens {@link #firstToken()} to
 * {@link #lastToken()}, both real tokens that belong to it. A node made by a {@code with...} method has an
 * {@link Edit} origin; its token numbers are those of the node that it was made from. There are no parent links,
 * because nodes are shared between the old and the new tree: see {@link Path}.
 *
 * <h2>Layout</h2>
 *
 * <p>12 bytes of header, the origin, the first token, and one int that holds the number of further tokens (24 bits)
 * and the number of redundant pairs of parentheses around the node (8 bits): 24 bytes for a {@link Name}. As the tape
 * holds no trivia, {@code k} pairs of parentheses are the {@code k} tokens before the first and after the last one.
 */
public abstract sealed class Node
        permits Module,
                Block,
                Statement,
                Clause,
                Decorator,
                WithItem,
                Alias,
                DottedName,
                Identifier,
                PrintDestination,
                ArgumentList,
                Parameters,
                ParameterItem,
                TypeParams,
                TypeParam,
                Argument,
                InterpolatedPart,
                FormatSpec,
                DictItem,
                Comprehension,
                ComprehensionIf,
                Comparison,
                Pattern,
                MatchMappingElement {
    /** The largest number of tokens that one node can cover; larger files are refused by the parser. */
    public static final int MAX_TOKENS = 1 << 24;

    private static final int SPAN_MASK = MAX_TOKENS - 1;
    private static final int ONE_PAIR = MAX_TOKENS;

    private final Origin origin;
    private final int first;
    private int span;

    Node(Origin origin, int first, int last) {
        this.origin = origin;
        this.first = first;
        this.span = last - first;
    }

    /** Creates a changed copy's header: the tokens and the parentheses of the node it is made from. */
    Node(Edit origin, Node from) {
        this.origin = origin;
        this.first = from.first;
        this.span = from.span;
    }

    /**
     * Counts one more pair of parentheses around a node that is being parsed. For the parser only: it learns of the
     * pair when the node inside is complete, and nobody else has seen the node yet.
     */
    public static void addParentheses(Node node) {
        node.span += ONE_PAIR;
    }

    /** Returns where the node comes from. */
    public final Origin origin() {
        return origin;
    }

    /** Returns whether the node was made by changing another one, and so is not the text it came from. */
    public final boolean isEdited() {
        return origin instanceof Edit;
    }

    /** Returns the parsed node that this one is or was made from. */
    public final Node original() {
        return origin instanceof Edit edit ? edit.original() : this;
    }

    /** Returns the text and the tokens that {@link #firstToken()} and the offsets refer to. */
    public final Parsed parsed() {
        return origin.parsed();
    }

    /** Returns the number of the first token that belongs to the node. */
    public final int firstToken() {
        return first;
    }

    /** Returns the number of the last token that belongs to the node. */
    public final int lastToken() {
        return first + (span & SPAN_MASK);
    }

    /** Returns the number of pairs of redundant parentheses around the node. */
    public final int parentheses() {
        return span >>> 24;
    }

    /** Returns the number of the first token, the parentheses around the node included. */
    public final int outerFirstToken() {
        return first - parentheses();
    }

    /** Returns the number of the last token, the parentheses around the node included. */
    public final int outerLastToken() {
        return lastToken() + parentheses();
    }

    /** Returns the byte offset of the node's first byte in its {@link #parsed() text}. */
    public final int startOffset() {
        return parsed().tape().start(first);
    }

    /** Returns the byte offset after the node's last byte in its {@link #parsed() text}. */
    public final int endOffset() {
        return parsed().tape().end(lastToken());
    }

    /** Returns the byte offset of the node's first byte, the parentheses around it included. */
    public final int outerStartOffset() {
        return parsed().tape().start(outerFirstToken());
    }

    /** Returns the byte offset after the node's last byte, the parentheses around it included. */
    public final int outerEndOffset() {
        return parsed().tape().end(outerLastToken());
    }

    /** Returns the 1-based line of the node's first byte. */
    public final int line() {
        return parsed().source().line(startOffset());
    }

    /**
     * Returns the text of the node as it was parsed, without the parentheses around it and without changes made since.
     */
    public final String sourceText() {
        return parsed().source().text(startOffset(), endOffset());
    }

    /** Returns whether a node of one token, such as a name, is written exactly {@code text} (ASCII). */
    public final boolean is(String text) {
        Node node = original();
        Parsed parsed = node.parsed();
        TokenTape tape = parsed.tape();
        int start = tape.start(first);
        if (node.lastToken() != first || tape.end(first) - start != text.length()) {
            return false;
        }
        byte[] bytes = parsed.source().bytes();
        for (int i = 0; i < text.length(); i++) {
            if (bytes[start + i] != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Returns the kind, which also knows the layout of the node. */
    public abstract NodeKind kind();

    /** Returns the number of slots: children, lists, flags and attributes, in the order of the specification. */
    public final int slotCount() {
        return kind().slotCount();
    }

    /**
     * Returns the content of a slot: a {@link Node} or null, a {@link NodeList}, a {@link Boolean}, an enum constant
     * or, for the dots of a relative import, an {@link Integer}.
     */
    public abstract Object slot(int slot);

    /**
     * Returns a copy whose slots hold {@code slots}, or this node if every one of them is the same.
     *
     * @param slots one entry per slot, of the types of {@link #slot}
     */
    public abstract Node withSlots(Object[] slots);

    /** Calls the visitor's method for this kind of node and returns what it returns. */
    public abstract <R, A> R accept(GenericVisitor<R, A> visitor, A arg);

    /** Calls the visitor's method for this kind of node. */
    public abstract <A> void accept(VoidVisitor<A> visitor, A arg);

    /** Returns the child nodes in source order. */
    public final List<Node> children() {
        List<Node> children = new ArrayList<>();
        addChildrenTo(children);
        return children;
    }

    /** Adds the child nodes in source order to {@code target}; elements of lists are children themselves. */
    public final void addChildrenTo(java.util.Collection<? super Node> target) {
        int count = slotCount();
        for (int i = 0; i < count; i++) {
            Object slot = slot(i);
            if (slot instanceof Node child) {
                target.add(child);
            } else if (slot instanceof NodeList<?> list) {
                target.addAll(list);
            }
        }
    }

    /**
     * Returns this node and everything below it that is of a type, parents before children and in source order.
     *
     * <p>Uses no recursion, so that chains of any length are fine. Of a parsed module the nodes are collected once.
     */
    public final <T extends Node> List<T> findAll(Class<T> type) {
        List<T> found = new ArrayList<>();
        if (this instanceof Module && origin instanceof Parsed parsed) {
            for (Node node : parsed.nodesBelow(this)) {
                if (type.isInstance(node)) {
                    found.add(type.cast(node));
                }
            }
            return found;
        }
        OpenNodes open = new OpenNodes(this);
        while (!open.isEmpty()) {
            Node node = open.next();
            if (type.isInstance(node)) {
                found.add(type.cast(node));
            }
        }
        return found;
    }

    /** Returns the kind and the text, for error messages and debuggers. */
    @Override
    public String toString() {
        String text = isEdited() ? "(edited) " + original().sourceText() : sourceText();
        return kind() + "[" + (text.length() > 60 ? text.substring(0, 57) + "..." : text) + "]";
    }
}
