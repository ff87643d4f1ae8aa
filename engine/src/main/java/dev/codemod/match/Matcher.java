package dev.codemod.match;

import dev.codemod.rewrite.Comments;
import dev.codemod.rewrite.Template;
import dev.codemod.tree.Alias;
import dev.codemod.tree.ArgumentList;
import dev.codemod.tree.Attribute;
import dev.codemod.tree.Call;
import dev.codemod.tree.ClassDef;
import dev.codemod.tree.Constant;
import dev.codemod.tree.DictItem;
import dev.codemod.tree.Element;
import dev.codemod.tree.Expression;
import dev.codemod.tree.ExpressionStatement;
import dev.codemod.tree.FunctionDef;
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
import dev.codemod.tree.StructuralEquality;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Compares one node or run of statements of a file with a pattern; used once. */
final class Matcher {
    private final PatternTree pattern;

    /** What names mean, or null to compare them as text. */
    private final FileNames names;

    private final boolean isExact;

    /** The replacement, if it is one that may match the pattern again, else null. */
    private final PatternTree replacement;

    private final Map<String, Object> bindings = new HashMap<>();
    private final List<Denoted> denoted = new ArrayList<>();
    private final List<Node> ignored = new ArrayList<>();

    Matcher(PatternTree pattern, FileNames names, boolean isExact, PatternTree replacement) {
        this.pattern = pattern;
        this.names = names;
        this.isExact = isExact;
        this.replacement = replacement;
    }

    /** Returns what was found. */
    Match match(List<? extends Node> nodes) {
        return new Match(nodes, bindings, denoted, ignored);
    }

    /** What a comparison has found so far, to go back to. */
    private record State(Map<String, Object> bindings, int denoted, int ignored) {}

    private State state() {
        return new State(new HashMap<>(bindings), denoted.size(), ignored.size());
    }

    private void restore(State state) {
        bindings.clear();
        bindings.putAll(state.bindings);
        denoted.subList(state.denoted, denoted.size()).clear();
        ignored.subList(state.ignored, ignored.size()).clear();
    }

    /**
     * Returns where the run of statements ends that matches the statements of the pattern.
     *
     * @param start the index of the first one
     * @return the index after the last one, or -1
     */
    int endOfRun(NodeList<?> statements, int start) {
        NodeList<Node> expected = NodeList.copyOf(pattern.roots());
        if (pattern.isListRoot(0) && start > 0) {
            return -1;
        }
        boolean isFixed = true;
        for (int i = 0; i < expected.size(); i++) {
            isFixed &= !pattern.isListRoot(i);
        }
        boolean takesRest = pattern.isListRoot(expected.size() - 1);
        int first = takesRest ? statements.size() : isFixed ? start + expected.size() : start + 1;
        int last = isFixed ? Math.min(first, statements.size()) : statements.size();
        for (int end = first; end <= last; end++) {
            State saved = state();
            if (sameList(expected, 0, NodeList.copyOf(statements.subList(start, end)), 0)) {
                return end;
            }
            restore(saved);
        }
        return -1;
    }

    /** Returns whether a node of the file matches a node of the pattern; a failed comparison may leave bindings. */
    boolean matches(Node expected, Node actual) {
        Template.Hole hole = pattern.holeOf(expected);
        if (hole != null) {
            return fits(hole, expected, actual) && bind(hole, actual);
        }
        Expression deep = pattern.deepOf(expected);
        if (deep != null) {
            return isBelow(deep, actual);
        }
        if (isExact && expected.parentheses() != actual.parentheses()) {
            return false;
        }
        if (expected instanceof Expression) {
            Boolean decided = sameExpression((Expression) expected, actual);
            if (decided != null) {
                return decided;
            }
        }
        if (expected instanceof ExpressionStatement statement && pattern.deepOf(statement.value()) != null) {
            return actual instanceof Statement
                    && isBelow(pattern.deepOf(statement.value()), actual)
                    && sameComment(expected, actual);
        }
        return expected.kind() == actual.kind() && sameElements(expected, actual) && sameComment(expected, actual);
    }

    /** Returns whether names and literals match, or null for all else. */
    private Boolean sameExpression(Expression expected, Node actual) {
        Expression object = pattern.objectOf(expected);
        if (object != null && names != null) {
            return actual instanceof Attribute member
                    && names.denotesObject(pattern.dottedOf(object), member.value(), denoted)
                    && matches(((Attribute) expected).attr(), member.attr());
        }
        String dotted = pattern.dottedOf(expected);
        if (dotted != null) {
            return names == null ? dotted.equals(DottedName.of(actual)) : names.denotes(dotted, actual, denoted);
        }
        if (isExact) {
            boolean isLiteral = expected instanceof Constant && !Literals.isFString(expected);
            return isLiteral ? expected.sourceText().equals(actual.sourceText()) : null;
        }
        if (Literals.isPlainString(expected) && Literals.isPlainString(actual)) {
            return Literals.sameString((Constant) expected, (Constant) actual);
        }
        if (Literals.isFString(expected) && Literals.isFString(actual)) {
            return sameParts(Literals.parts(expected), Literals.parts(actual));
        }
        return expected instanceof NumberConstant number && actual instanceof NumberConstant other
                ? Literals.sameNumber(number, other)
                : null;
    }

    private boolean sameParts(List<Object> expected, List<Object> actual) {
        if (expected == null || actual == null || expected.size() != actual.size()) {
            return false;
        }
        for (int i = 0; i < expected.size(); i++) {
            boolean isSame = expected.get(i) instanceof Node node && actual.get(i) instanceof Node other
                    ? matches(node, other)
                    : expected.get(i).equals(actual.get(i));
            if (!isSame) {
                return false;
            }
        }
        return true;
    }

    /** Returns whether the first node that matches, the node itself included, is below it. */
    private boolean isBelow(Expression expected, Node actual) {
        Deque<Node> open = new ArrayDeque<>();
        open.push(actual);
        State saved = state();
        while (!open.isEmpty()) {
            Node node = open.pop();
            if (node instanceof Expression) {
                if (matches(expected, node)) {
                    return true;
                }
                restore(saved);
            }
            List<Node> children = node.children();
            for (int i = children.size() - 1; i >= 0; i--) {
                open.push(children.get(i));
            }
        }
        return false;
    }

    // ---------------------------------------------------------------- metavariables

    private boolean fits(Template.Hole hole, Node expected, Node actual) {
        if (hole.isString()) {
            return Literals.isPlainString(actual);
        }
        PatternKind kind = pattern.kindOf(hole);
        if (kind != null && !accepts(kind, actual)) {
            return false;
        }
        if (pattern.isComposed(hole)) {
            return actual instanceof Expression expression && ComposedString.of(expression) != null;
        }
        if (expected instanceof Identifier) {
            return actual instanceof Identifier;
        }
        return !hole.isList() && actual instanceof Expression && !(actual instanceof Starred);
    }

    /** In a replacement a metavariable is of the kind that the pattern asks of it. */
    private boolean accepts(PatternKind kind, Node actual) {
        Template.Hole hole = replacement == null ? null : replacement.holeOf(actual);
        return hole == null ? kind.accepts(actual) : pattern.kindOf(hole) == kind;
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
            return value instanceof Node other && StructuralEquality.equal(node, other);
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

    /** Binds the comment at the end of a statement, if the pattern has a metavariable there. */
    private boolean sameComment(Node expected, Node actual) {
        if (pattern.text().comments().isEmpty() || !(expected instanceof Statement)) {
            return true;
        }
        String wanted = Comments.of(expected.parsed()).trailing(expected);
        int dollar = wanted == null ? -1 : wanted.indexOf('$');
        String name = dollar < 0 ? "" : wanted.substring(dollar + 1).strip();
        if (pattern.text().comments().contains(name) && !name.startsWith("_")) {
            String comment = Comments.of(actual.parsed()).trailing(actual);
            bindings.put(name, comment == null ? "" : comment);
        }
        return true;
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
        if (!isExact && isIgnored(element, expected, actual)) {
            return true;
        }
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
                if (isExact && hasTrailingComma(elements) != hasTrailingComma(others)) {
                    return false;
                }
                return !isExact && (expected instanceof Call || expected instanceof ArgumentList)
                        ? sameArguments(elements, others)
                        : sameList(elements, 0, others, 0);
            case FLAG:
                boolean isLayout = "parenthesized".equals(element.name()) || "secondColon".equals(element.name());
                return isLayout && !isExact || expected.slot(element.slot()).equals(actual.slot(element.slot()));
            case ATTRIBUTE:
                return expected.slot(element.slot()).equals(actual.slot(element.slot()));
            default:
                throw new IllegalStateException("unknown element " + element);
        }
    }

    /** Decorators and annotations that the pattern does not write may be there; the match remembers them. */
    private boolean isIgnored(Element element, Node expected, Node actual) {
        boolean mayBeMore = expected instanceof Parameter && "annotation".equals(element.name())
                || expected instanceof FunctionDef && "returns".equals(element.name())
                || (expected instanceof FunctionDef || expected instanceof ClassDef)
                        && "decorators".equals(element.name());
        if (!mayBeMore) {
            return false;
        }
        Object wanted = expected.slot(element.slot());
        Object there = actual.slot(element.slot());
        if (wanted instanceof NodeList<?> list ? !list.isEmpty() : wanted != null) {
            return false;
        }
        if (there instanceof Node node) {
            ignored.add(node);
        } else if (there instanceof NodeList<?> nodes) {
            ignored.addAll(nodes);
        }
        return true;
    }

    private static boolean hasTrailingComma(NodeList<?> list) {
        if (list.isEmpty()) {
            return false;
        }
        Node last = list.last();
        return last.parsed()
                .source()
                .text(last.outerEndOffset(), last.parsed().tape().end(last.outerLastToken() + 1))
                .strip()
                .equals(",");
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
        State saved = state();
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
        State saved = state();
        for (int end = j; end <= actual.size(); end++) {
            if (bind(hole, NodeList.copyOf(actual.subList(j, end))) && sameList(expected, i + 1, actual, end)) {
                return true;
            }
            restore(saved);
        }
        return false;
    }

    /** An element that is nothing but a metavariable stands for any element of such a list. */
    private boolean matchesElement(Template.Hole hole, Node element, Node actual) {
        if (hole != null && !hole.isString() && !pattern.isComposed(hole)) {
            PatternKind kind = pattern.kindOf(hole);
            boolean isWhole = element instanceof ExpressionStatement
                            && actual instanceof Statement
                            && (kind == null || kind.isOfStatements())
                    || element instanceof Parameter && actual instanceof ParameterItem
                    || element instanceof Alias && actual instanceof Alias
                    || element instanceof MatchAs && actual instanceof Pattern
                    || element instanceof DictItem && actual instanceof DictItem;
            if (isWhole) {
                return (kind == null || accepts(kind, actual)) && bind(hole, actual) && sameComment(element, actual);
            }
        }
        return matches(element, actual);
    }
}
