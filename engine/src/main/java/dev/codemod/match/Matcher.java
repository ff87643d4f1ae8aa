package dev.codemod.match;

import dev.codemod.ast.NumberValue;
import dev.codemod.ast.StringValue;
import dev.codemod.rewrite.Template;
import dev.codemod.tree.Alias;
import dev.codemod.tree.ArgumentList;
import dev.codemod.tree.Call;
import dev.codemod.tree.ConcatenatedString;
import dev.codemod.tree.Constant;
import dev.codemod.tree.DictItem;
import dev.codemod.tree.Element;
import dev.codemod.tree.Expression;
import dev.codemod.tree.ExpressionStatement;
import dev.codemod.tree.Identifier;
import dev.codemod.tree.Keyword;
import dev.codemod.tree.MatchAs;
import dev.codemod.tree.Node;
import dev.codemod.tree.NodeList;
import dev.codemod.tree.NumberConstant;
import dev.codemod.tree.Parameter;
import dev.codemod.tree.ParameterItem;
import dev.codemod.tree.Pattern;
import dev.codemod.tree.Starred;
import dev.codemod.tree.Statement;
import dev.codemod.tree.StringConstant;
import dev.codemod.tree.StructuralEquality;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Compares one node of a file with a pattern; used once. */
final class Matcher {
    private final PatternTree pattern;

    /** What names mean, or null to compare them as text. */
    private final FileNames names;

    private final Map<String, Object> bindings = new HashMap<>();
    private final Set<String> imports = new HashSet<>();

    Matcher(PatternTree pattern, FileNames names) {
        this.pattern = pattern;
        this.names = names;
    }

    Map<String, Object> bindings() {
        return bindings;
    }

    Set<String> imports() {
        return imports;
    }

    /** Returns whether a node of the file matches a node of the pattern; a failed comparison may leave bindings. */
    boolean matches(Node expected, Node actual) {
        Template.Hole hole = pattern.holeOf(expected);
        if (hole != null) {
            return fits(hole, expected, actual) && bind(hole, actual);
        }
        if (expected instanceof Expression) {
            String dotted = DottedName.of(expected);
            if (dotted != null && pattern.holeOf(DottedName.rootOf((Expression) expected)) == null) {
                return names == null ? dotted.equals(DottedName.of(actual)) : names.denotes(dotted, actual, imports);
            }
            if (isPlainString(expected) && isPlainString(actual)) {
                return sameString((Constant) expected, (Constant) actual);
            }
            if (expected instanceof NumberConstant number && actual instanceof NumberConstant other) {
                return NumberValue.of(number)
                        .repr()
                        .equals(NumberValue.of(other).repr());
            }
        }
        return expected.kind() == actual.kind() && sameElements(expected, actual);
    }

    private static boolean fits(Template.Hole hole, Node expected, Node actual) {
        if (hole.isString()) {
            return isPlainString(actual);
        }
        if (expected instanceof Identifier) {
            return actual instanceof Identifier;
        }
        return !hole.isList() && actual instanceof Expression && !(actual instanceof Starred);
    }

    private boolean bind(Template.Hole hole, Object value) {
        if (hole.isAnonymous()) {
            return true;
        }
        Object known = bindings.putIfAbsent(hole.name(), value);
        if (known == null) {
            return true;
        }
        if (known instanceof Node node) {
            return StructuralEquality.equal(node, (Node) value);
        }
        return sameNodes((NodeList<?>) known, (NodeList<?>) value);
    }

    private static boolean sameNodes(NodeList<?> left, NodeList<?> right) {
        boolean same = left.size() == right.size();
        for (int i = 0; same && i < left.size(); i++) {
            same = StructuralEquality.equal(left.get(i), right.get(i));
        }
        return same;
    }

    // ---------------------------------------------------------------- literals

    private static boolean isPlainString(Node node) {
        if (node instanceof ConcatenatedString string) {
            return string.parts().stream().allMatch(StringConstant.class::isInstance);
        }
        return node instanceof StringConstant;
    }

    private static boolean sameString(Constant left, Constant right) {
        StringValue expected = StringValue.of(left);
        StringValue actual = StringValue.of(right);
        return expected.repr().equals(actual.repr());
    }

    // ---------------------------------------------------------------- elements

    private boolean sameElements(Node expected, Node actual) {
        for (Element element : expected.kind().elements()) {
            if (!sameElement(element, expected, actual)) {
                return false;
            }
        }
        return true;
    }

    private boolean sameElement(Element element, Node expected, Node actual) {
        switch (element.type()) {
            case ANY_TOKENS:
                return expected.sourceText().equals(actual.sourceText());
            case TOKEN:
                return sameText(element, expected, actual);
            case CHILD:
                return sameChild((Node) expected.slot(element.slot()), (Node) actual.slot(element.slot()));
            case LIST:
                NodeList<?> elements = (NodeList<?>) expected.slot(element.slot());
                NodeList<?> others = (NodeList<?>) actual.slot(element.slot());
                return expected instanceof Call || expected instanceof ArgumentList
                        ? sameArguments(elements, others)
                        : sameList(elements, 0, others, 0);
            case FLAG:
                return element.name().equals("parenthesized")
                        || element.name().equals("secondColon")
                        || expected.slot(element.slot()).equals(actual.slot(element.slot()));
            case ATTRIBUTE:
                return expected.slot(element.slot()).equals(actual.slot(element.slot()));
            default:
                throw new IllegalStateException("unknown element " + element);
        }
    }

    /** Strings and numbers are compared by value before; parts of f-strings as they are written. */
    private static boolean sameText(Element element, Node expected, Node actual) {
        return switch (element.token()) {
            case "NAME", "FSTRING_START", "FSTRING_MIDDLE" ->
                tokenText(expected).equals(tokenText(actual));
            default -> true;
        };
    }

    private static String tokenText(Node node) {
        int token = node.firstToken();
        return node.parsed()
                .source()
                .text(node.parsed().tape().start(token), node.parsed().tape().end(token));
    }

    private boolean sameChild(Node expected, Node actual) {
        if (expected == null || actual == null) {
            return expected == actual;
        }
        return matches(expected, actual);
    }

    // ---------------------------------------------------------------- lists

    /** Keyword arguments may stand anywhere where the pattern has room for other arguments. */
    private boolean sameArguments(NodeList<?> expected, NodeList<?> actual) {
        Map<String, Object> saved = new HashMap<>(bindings);
        if (sameList(expected, 0, actual, 0)) {
            return true;
        }
        restore(saved);
        List<Node> others = new ArrayList<>(actual);
        List<Node> rest = new ArrayList<>();
        boolean hasRoom = false;
        for (Node element : expected) {
            Template.Hole hole = pattern.elementHole(element);
            hasRoom |= hole != null && hole.isList();
            Node same = element instanceof Keyword keyword ? sameKeyword(keyword, others) : null;
            if (same == null) {
                rest.add(element);
            } else if (matches(element, same)) {
                others.remove(same);
            } else {
                return false;
            }
        }
        return hasRoom && sameList(NodeList.copyOf(rest), 0, NodeList.copyOf(others), 0);
    }

    private Node sameKeyword(Keyword keyword, List<Node> arguments) {
        if (keyword.name() == null || pattern.holeOf(keyword.name()) != null) {
            return null;
        }
        for (Node argument : arguments) {
            if (argument instanceof Keyword other
                    && other.name() != null
                    && other.name().is(keyword.name().sourceText())) {
                return argument;
            }
        }
        return null;
    }

    private boolean sameList(NodeList<?> expected, int i, NodeList<?> actual, int j) {
        if (i == expected.size()) {
            return j == actual.size();
        }
        Node element = expected.get(i);
        Template.Hole hole = pattern.elementHole(element);
        if (hole == null || !hole.isList()) {
            return j < actual.size()
                    && matchesElement(hole, element, actual.get(j))
                    && sameList(expected, i + 1, actual, j + 1);
        }
        Map<String, Object> saved = new HashMap<>(bindings);
        for (int end = j; end <= actual.size(); end++) {
            if (bind(hole, NodeList.copyOf(actual.subList(j, end))) && sameList(expected, i + 1, actual, end)) {
                return true;
            }
            restore(saved);
        }
        return false;
    }

    private void restore(Map<String, Object> saved) {
        bindings.clear();
        bindings.putAll(saved);
    }

    /** An element that is nothing but a metavariable stands for any element of such a list. */
    private boolean matchesElement(Template.Hole hole, Node element, Node actual) {
        if (hole != null && !hole.isString()) {
            boolean isWhole = element instanceof ExpressionStatement && actual instanceof Statement
                    || element instanceof Parameter && actual instanceof ParameterItem
                    || element instanceof Alias && actual instanceof Alias
                    || element instanceof MatchAs && actual instanceof Pattern
                    || element instanceof DictItem && actual instanceof DictItem;
            if (isWhole) {
                return bind(hole, actual);
            }
        }
        return matches(element, actual);
    }
}
