package dev.codemod.cli;

import dev.codemod.lexer.TokenTape;
import dev.codemod.source.Source;
import dev.codemod.tree.Module;
import dev.codemod.tree.Node;
import java.io.ByteArrayOutputStream;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * Proves for one file that its tree has lost nothing: prints the tree token by token, each at the one node that owns
 * it, and compares the result with the file.
 */
final class RoundTrip {
    private final Source source;
    private final TokenTape tape;
    private final ByteArrayOutputStream printed;
    private final Deque<Frame> open = new ArrayDeque<>();

    /** Offset in the text up to which everything has been printed. */
    private int position;

    private RoundTrip(Source source, TokenTape tape) {
        this.source = source;
        this.tape = tape;
        this.printed = new ByteArrayOutputStream(source.length());
    }

    /** A node that is being printed: its next token, and the children that follow. */
    private static final class Frame {
        private final Node node;
        private final List<Node> children;
        private int nextChild;
        private int nextToken;

        Frame(Node node) {
            this.node = node;
            this.children = new ArrayList<>();
            node.addChildrenTo(children);
            this.nextToken = node.firstToken();
        }
    }

    /** Returns whether the tree prints as exactly these bytes. */
    static boolean isExact(Module module, byte[] file) {
        RoundTrip trip = new RoundTrip(module.parsed().source(), module.parsed().tape());
        if (!trip.print(module)) {
            return false;
        }
        try {
            return Arrays.equals(trip.source.encode(trip.printed.toByteArray()), file);
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /** Prints the tree; false if a child is not between its neighbours and inside its parent. */
    private boolean print(Node root) {
        open.push(new Frame(root));
        while (!open.isEmpty()) {
            Frame frame = open.peek();
            boolean hasChild = frame.nextChild < frame.children.size();
            Node child = hasChild ? frame.children.get(frame.nextChild) : null;
            int end = hasChild ? child.firstToken() : frame.node.lastToken() + 1;
            if (end < frame.nextToken || (hasChild && child.lastToken() > frame.node.lastToken())) {
                return false;
            }
            for (int token = frame.nextToken; token < end; token++) {
                print(token);
            }
            if (hasChild) {
                frame.nextChild++;
                frame.nextToken = child.lastToken() + 1;
                open.push(new Frame(child));
            } else {
                open.pop();
            }
        }
        return true;
    }

    /** Prints a token with the blanks and comments before it. */
    private void print(int token) {
        int end = tape.end(token);
        printed.write(source.bytes(), position, end - position);
        position = end;
    }
}
