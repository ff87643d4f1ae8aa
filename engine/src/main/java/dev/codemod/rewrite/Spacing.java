package dev.codemod.rewrite;

import dev.codemod.tree.Element;
import dev.codemod.tree.Node;
import dev.codemod.tree.NodeKind;
import dev.codemod.tree.Parameter;
import java.util.List;

/** The text of tokens that come with an optional child, with the usual blanks around them. */
final class Spacing {
    private Spacing() {}

    /** Returns what to write before an optional child that the original did not have. */
    static String before(Node parent, int element) {
        List<Element> elements = parent.kind().elements();
        Element child = elements.get(element);
        StringBuilder result = new StringBuilder();
        for (int i = 0; i < element; i++) {
            if (elements.get(i).group() == child.slot()) {
                result.append(spaced(elements.get(i).token(), parent));
            }
        }
        if (result.length() == 0 && needsBlank(parent.kind(), child.name())) {
            return " ";
        }
        return result.toString();
    }

    /** Returns what to write after an optional child that the original did not have. */
    static String after(Node parent, int element) {
        List<Element> elements = parent.kind().elements();
        StringBuilder result = new StringBuilder();
        for (int i = element + 1; i < elements.size(); i++) {
            if (elements.get(i).group() == elements.get(element).slot()) {
                result.append(spaced(elements.get(i).token(), parent));
            }
        }
        return result.toString();
    }

    private static String spaced(String token, Node parent) {
        return switch (token) {
            case "," -> ", ";
            case ":" -> ": ";
            case "!" -> "!";
            case "=" -> hasTightEqual(parent) ? "=" : " = ";
            default -> " " + token + " ";
        };
    }

    private static boolean hasTightEqual(Node parent) {
        return parent.kind() == NodeKind.KEYWORD
                || parent.kind() == NodeKind.TUPLE_PARAMETER
                || parent instanceof Parameter parameter && parameter.annotation() == null;
    }

    private static boolean needsBlank(NodeKind kind, String child) {
        return switch (kind) {
            case RETURN, RAISE, YIELD, PRINT, LAMBDA -> true;
            case EXCEPT_HANDLER -> child.equals("type");
            default -> false;
        };
    }
}
