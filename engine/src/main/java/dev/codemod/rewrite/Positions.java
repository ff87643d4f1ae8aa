package dev.codemod.rewrite;

import dev.codemod.lexer.TokenKind;
import dev.codemod.lexer.TokenTape;
import dev.codemod.tree.CompareOperator;
import dev.codemod.tree.Element;
import dev.codemod.tree.Node;
import dev.codemod.tree.NodeList;
import java.util.List;

/** Which tokens of a parsed node belong to which element of its layout. */
final class Positions {
    private final int[] first;
    private final int[] last;

    /** @param node a parsed node */
    Positions(Node node) {
        List<Element> elements = node.kind().elements();
        first = new int[elements.size()];
        last = new int[elements.size()];
        int token = node.firstToken();
        for (int i = 0; i < first.length; i++) {
            first[i] = token;
            token = after(elements.get(i), node, token);
            last[i] = token - 1;
        }
    }

    /** Returns an element's first token; for an absent one the token before which it would stand. */
    int first(int element) {
        return first[element];
    }

    /** Returns an element's last token; for an absent one the token after which it would stand. */
    int last(int element) {
        return last[element];
    }

    private static int after(Element element, Node node, int token) {
        switch (element.type()) {
            case TOKEN:
                return element.group() >= 0 && node.slot(element.group()) == null ? token : token + 1;
            case ANY_TOKENS:
                return node.lastToken() + 1;
            case CHILD:
                Node child = (Node) node.slot(element.slot());
                return child == null ? token : child.outerLastToken() + 1;
            case LIST:
                return afterList(element, node, token);
            case FLAG:
                return (Boolean) node.slot(element.slot()) ? token + 1 : token;
            case ATTRIBUTE:
                return afterAttribute(element, node, token);
            default:
                throw new IllegalStateException("unknown element " + element);
        }
    }

    private static int afterList(Element element, Node node, int token) {
        NodeList<?> list = (NodeList<?>) node.slot(element.slot());
        TokenTape tape = node.parsed().tape();
        if (element.separator() == Element.Separator.STATEMENT) {
            return tape.kind(node.lastToken()) == TokenKind.EOF ? node.lastToken() : node.lastToken() + 1;
        }
        if (list.isEmpty()) {
            return token;
        }
        int next = list.last().outerLastToken() + 1;
        if (next <= node.lastToken()) {
            boolean closes = element.separator() == Element.Separator.COMMA && tape.kind(next) == TokenKind.COMMA
                    || element.separator() == Element.Separator.EQUAL;
            return closes ? next + 1 : next;
        }
        return next;
    }

    private static int afterAttribute(Element element, Node node, int token) {
        Object value = node.slot(element.slot());
        if (element.separator() == Element.Separator.OPERATOR) {
            return token;
        }
        if (value instanceof CompareOperator operator) {
            return token + operator.tokenCount();
        }
        if (!(value instanceof Integer)) {
            return token + 1;
        }
        TokenTape tape = node.parsed().tape();
        int next = token;
        while (tape.kind(next) == TokenKind.DOT || tape.kind(next) == TokenKind.ELLIPSIS) {
            next++;
        }
        return next;
    }
}
