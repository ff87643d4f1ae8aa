package dev.codemod.parser;

import dev.codemod.lexer.TokenKind;
import dev.codemod.lexer.TokenTape;
import dev.codemod.tree.AugOperator;
import dev.codemod.tree.Block;
import dev.codemod.tree.BoolOperator;
import dev.codemod.tree.CompareOperator;
import dev.codemod.tree.Element;
import dev.codemod.tree.ErrorStatement;
import dev.codemod.tree.Module;
import dev.codemod.tree.Node;
import dev.codemod.tree.NodeList;
import dev.codemod.tree.Operator;
import dev.codemod.tree.UnaryOperator;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What must hold of every tree: the elements of each node's layout, read off the tape one after the other, are exactly
 * the tokens of the node. So every token belongs to one node, children lie inside their parents and in order, and the
 * layouts say how the parser reads. Since the tape is lossless, so is the tree.
 */
public final class TreeInvariants {
    private final TokenTape tape;
    private final Deque<Node> open = new ArrayDeque<>();
    /** The node that is checked. */
    private Node node;
    /** The token that the next element of the node has to start at. */
    private int token;

    private TreeInvariants(TokenTape tape) {
        this.tape = tape;
    }

    /** Fails with the first node whose tokens are not those of its layout. */
    public static void check(Module module) {
        TokenTape tape = module.parsed().tape();
        if (module.firstToken() != 0 || module.lastToken() != tape.count() - 1) {
            throw new AssertionError("the module does not cover the file");
        }
        checkSubtree(module);
    }

    /** Checks a node and everything below it. */
    public static void checkSubtree(Node root) {
        TreeInvariants invariants = new TreeInvariants(root.parsed().tape());
        invariants.open.push(root);
        while (!invariants.open.isEmpty()) {
            invariants.checkNode(invariants.open.pop());
        }
    }

    private void checkNode(Node checked) {
        node = checked;
        token = node.firstToken();
        boolean isIndented = node instanceof Block && tape.kind(token) == TokenKind.NEWLINE;
        if (isIndented) {
            expectKind(TokenKind.NEWLINE);
            expectKind(TokenKind.INDENT);
        }
        for (Element element : node.kind().elements()) {
            checkElement(element);
        }
        if (isIndented) {
            expectKind(TokenKind.DEDENT);
        }
        if (token != node.lastToken() + 1) {
            fail("ends at token " + node.lastToken() + ", its elements at " + (token - 1));
        }
    }

    private void checkElement(Element element) {
        switch (element.type()) {
            case TOKEN:
                if (element.group() < 0 || node.slot(element.group()) != null) {
                    expect(element.token());
                }
                break;
            case ANY_TOKENS:
                token = node.lastToken() + 1;
                break;
            case CHILD:
                if (node.slot(element.slot()) != null) {
                    child((Node) node.slot(element.slot()));
                } else if (!element.isOptional()) {
                    fail(element.name() + " is missing");
                }
                break;
            case LIST:
                list(element, (NodeList<?>) node.slot(element.slot()));
                break;
            case FLAG:
                if ((Boolean) node.slot(element.slot())) {
                    expect(element.token());
                }
                break;
            case ATTRIBUTE:
                if (element.separator() != Element.Separator.OPERATOR) {
                    attribute(node.slot(element.slot()));
                }
                break;
        }
    }

    private void child(Node child) {
        for (int i = 0; i < child.parentheses(); i++) {
            expectKind(TokenKind.LPAR);
        }
        if (child.firstToken() != token || child.lastToken() < token || child.parsed() != node.parsed()) {
            fail("expects " + child.kind() + " at token " + token + ", it is at " + child.firstToken());
        }
        open.push(child);
        token = child.lastToken() + 1;
        for (int i = 0; i < child.parentheses(); i++) {
            expectKind(TokenKind.RPAR);
        }
    }

    private void list(Element element, NodeList<?> list) {
        if (list.isEmpty() && !element.isOptional()) {
            fail(element.name() + " is empty");
        }
        for (int i = 0; i < list.size(); i++) {
            Node child = list.get(i);
            child(child);
            separator(element.separator(), child, i == list.size() - 1);
        }
    }

    private void separator(Element.Separator separator, Node child, boolean isLast) {
        switch (separator) {
            case NONE:
                break;
            case COMMA:
                if (!isLast || tape.kind(token) == TokenKind.COMMA && token <= node.lastToken()) {
                    expectKind(TokenKind.COMMA);
                }
                break;
            case EQUAL:
                expectKind(TokenKind.EQUAL);
                break;
            case STATEMENT:
                statementEnd(child);
                break;
            default:
                if (!isLast) {
                    expect(separatorText(separator));
                }
                break;
        }
    }

    private String separatorText(Element.Separator separator) {
        switch (separator) {
            case DOT:
                return ".";
            case BAR:
                return "|";
            default:
                return ((BoolOperator) node.slot(0)).text();
        }
    }

    private void statementEnd(Node statement) {
        byte last = tape.kind(statement.lastToken());
        if (statement instanceof ErrorStatement || last == TokenKind.NEWLINE || last == TokenKind.DEDENT) {
            return;
        }
        boolean semicolon = tape.kind(token) == TokenKind.SEMI;
        if (semicolon) {
            token++;
        }
        if (!semicolon || tape.kind(token) == TokenKind.NEWLINE) {
            expectKind(TokenKind.NEWLINE);
        }
    }

    private void attribute(Object value) {
        if (value instanceof Integer dots) {
            dots(dots);
        } else if (value instanceof AugOperator operator) {
            expect(operator.text());
        } else if (value instanceof Operator operator) {
            expect(operator.text());
        } else if (value instanceof UnaryOperator operator) {
            expect(operator.text());
        } else if (value == CompareOperator.NOT_EQ && text().equals("<>")) {
            token++;
        } else {
            for (String word : ((CompareOperator) value).text().split(" ")) {
                expect(word);
            }
        }
    }

    private void dots(int dots) {
        int seen = 0;
        while (tape.kind(token) == TokenKind.DOT || tape.kind(token) == TokenKind.ELLIPSIS) {
            seen += tape.kind(token) == TokenKind.DOT ? 1 : 3;
            token++;
        }
        if (seen != dots) {
            fail("has " + dots + " dots instead of " + seen);
        }
    }

    private void expect(String expected) {
        if (Character.isUpperCase(expected.charAt(0))) {
            if (!TokenKind.name(tape.kind(token)).equals(expected)) {
                fail("expects " + expected + " at token " + token + ", which is " + text());
            }
        } else if (!text().equals(expected)) {
            fail("expects '" + expected + "' at token " + token + ", which is " + text());
        }
        token++;
    }

    private void expectKind(byte kind) {
        if (tape.kind(token) != kind) {
            fail("expects " + TokenKind.name(kind) + " at token " + token + ", which is " + text());
        }
        token++;
    }

    private String text() {
        return node.parsed().source().text(tape.start(token), tape.end(token));
    }

    private void fail(String message) {
        throw new AssertionError(node.parsed().source().name() + ":" + node.line() + ": " + node + " " + message);
    }
}
