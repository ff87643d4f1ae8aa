package dev.codemod.tree;

import dev.codemod.lexer.TokenTape;
import dev.codemod.source.Source;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/**
 * Compares trees by what they mean to the parser: kinds, slots and the text of leaves.
 *
 * <p>Trivia, redundant parentheses and the parentheses that a tuple, an import, a generator or a {@code with} statement
 * may or may not have are ignored, and so is the difference between an indented and an inline block, between a block
 * without statements and {@code pass}, and between line ends in strings. Nodes may be edited ones. Uses no recursion.
 */
public final class StructuralEquality {
    private final Deque<Node> open = new ArrayDeque<>();

    private StructuralEquality() {}

    /** Returns whether two trees are equal in structure. */
    public static boolean equal(Node left, Node right) {
        return firstDifference(left, right) == null;
    }

    /**
     * Returns the first node of {@code right} that differs from its counterpart in {@code left}.
     *
     * @return the node, or null if the trees are equal
     */
    public static Node firstDifference(Node left, Node right) {
        StructuralEquality comparison = new StructuralEquality();
        comparison.push(left, right);
        while (!comparison.open.isEmpty()) {
            Node b = comparison.open.pop();
            Node a = comparison.open.pop();
            if (a != b && !comparison.compare(a, b)) {
                return b;
            }
        }
        return null;
    }

    private void push(Node left, Node right) {
        open.push(left);
        open.push(right);
    }

    private boolean compare(Node a, Node b) {
        if (a.kind() != b.kind()) {
            return false;
        }
        for (Element element : a.kind().elements()) {
            if (!equalElement(element, a, b)) {
                return false;
            }
        }
        return true;
    }

    private boolean equalElement(Element element, Node a, Node b) {
        switch (element.type()) {
            case ANY_TOKENS:
                return sameTokens(a, b);
            case TOKEN:
                return !carriesText(element.token()) || sameText(a, a.firstToken(), b, b.firstToken());
            case CHILD:
                return pushChildren((Node) a.slot(element.slot()), (Node) b.slot(element.slot()));
            case LIST:
                return pushLists((NodeList<?>) a.slot(element.slot()), (NodeList<?>) b.slot(element.slot()));
            case FLAG:
                return element.name().equals("parenthesized")
                        || a.slot(element.slot()).equals(b.slot(element.slot()));
            case ATTRIBUTE:
                return a.slot(element.slot()).equals(b.slot(element.slot()));
            default:
                throw new IllegalStateException("unknown element " + element);
        }
    }

    /** The tokens whose spelling is meaning; each is the first token of its node. */
    private static boolean carriesText(String token) {
        return switch (token) {
            case "NAME", "NUMBER", "STRING", "FSTRING_START", "FSTRING_MIDDLE" -> true;
            default -> false;
        };
    }

    private boolean pushChildren(Node a, Node b) {
        if (a == null || b == null) {
            return a == b;
        }
        push(a, b);
        return true;
    }

    private boolean pushLists(NodeList<?> a, NodeList<?> b) {
        if (a.size() != b.size()) {
            return isPass(a, b) || isPass(b, a);
        }
        for (int i = 0; i < a.size(); i++) {
            push(a.get(i), b.get(i));
        }
        return true;
    }

    /** A block that lost its last statement is printed as {@code pass}. */
    private static boolean isPass(NodeList<?> empty, NodeList<?> other) {
        return empty.isEmpty() && other.size() == 1 && other.first() instanceof Pass;
    }

    private static boolean sameTokens(Node a, Node b) {
        int count = a.lastToken() - a.firstToken();
        if (count != b.lastToken() - b.firstToken()) {
            return false;
        }
        for (int i = 0; i <= count; i++) {
            if (!sameText(a, a.firstToken() + i, b, b.firstToken() + i)) {
                return false;
            }
        }
        return true;
    }

    private static boolean sameText(Node a, int tokenOfA, Node b, int tokenOfB) {
        TokenTape left = a.parsed().tape();
        TokenTape right = b.parsed().tape();
        byte[] leftBytes = a.parsed().source().bytes();
        byte[] rightBytes = b.parsed().source().bytes();
        return Arrays.equals(
                        leftBytes,
                        left.start(tokenOfA),
                        left.end(tokenOfA),
                        rightBytes,
                        right.start(tokenOfB),
                        right.end(tokenOfB))
                || a.parsed() != b.parsed()
                        && (sameButForLineEnds(
                                        leftBytes,
                                        left.start(tokenOfA),
                                        left.end(tokenOfA),
                                        rightBytes,
                                        right.start(tokenOfB),
                                        right.end(tokenOfB))
                                || sameInOtherCharset(a, tokenOfA, b, tokenOfB));
    }

    /** The text of a snippet is UTF-8, and gets the charset of the file that it is printed into. */
    private static boolean sameInOtherCharset(Node a, int tokenOfA, Node b, int tokenOfB) {
        Source left = a.parsed().source();
        Source right = b.parsed().source();
        return !left.encoding().textCharset().equals(right.encoding().textCharset())
                && text(left, a.parsed().tape(), tokenOfA)
                        .equals(text(right, b.parsed().tape(), tokenOfB));
    }

    private static String text(Source source, TokenTape tape, int token) {
        return source.text(tape.start(token), tape.end(token))
                .replace("\r\n", "\n")
                .replace('\r', '\n');
    }

    /** Python reads every line end inside a string as a line feed, so the text of a file may get those of the file. */
    private static boolean sameButForLineEnds(byte[] a, int fromA, int toA, byte[] b, int fromB, int toB) {
        int i = fromA;
        int j = fromB;
        while (i < toA && j < toB) {
            byte x = a[i] == '\r' ? (byte) '\n' : a[i];
            byte y = b[j] == '\r' ? (byte) '\n' : b[j];
            if (x != y) {
                return false;
            }
            i += a[i] == '\r' && i + 1 < toA && a[i + 1] == '\n' ? 2 : 1;
            j += b[j] == '\r' && j + 1 < toB && b[j + 1] == '\n' ? 2 : 1;
        }
        return i == toA && j == toB;
    }
}
