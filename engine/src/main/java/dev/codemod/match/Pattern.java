package dev.codemod.match;

import static java.util.Objects.requireNonNull;

import dev.codemod.rewrite.Template;
import dev.codemod.semantics.Semantics;
import dev.codemod.source.LanguageLevel;
import dev.codemod.tree.Attribute;
import dev.codemod.tree.Expression;
import dev.codemod.tree.ExpressionStatement;
import dev.codemod.tree.Identifier;
import dev.codemod.tree.Node;
import dev.codemod.tree.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Python text with metavariables: one expression or one statement, parsed once by the real parser.
 *
 * <pre>{@code
 * Pattern pattern = Pattern.of("requests.get($URL, timeout=$T, $$$REST)");
 * }</pre>
 *
 * <ul>
 *   <li>{@code $NAME} is one expression; after a dot, as the name of a keyword argument, parameter or definition an
 *       identifier; as an element of its own list one statement, parameter, imported name or pattern. In a call it is a
 *       positional argument. Where it stands twice, both must be equal in structure.
 *   <li>{@code $$$NAME} is any number of neighbours, none included: arguments, statements, parameters, elements.
 *   <li>{@code $_}, {@code $_NAME} and {@code $$$} are the same, without being bound.
 *   <li>{@code "$S"}, the whole of a string, is any string or bytes literal.
 *   <li>Everything else means itself; {@code ...} is Python's Ellipsis.
 * </ul>
 *
 * <p>Ignored are trivia, redundant parentheses, quotes, implicit concatenation, the spelling of numbers, trailing
 * commas and, where there is a {@code $$$} among the arguments, the order of keyword arguments. Decorators,
 * annotations and defaults must be as written.
 *
 * <h2>Names</h2>
 *
 * <p>A dotted name whose first part the file imports, from anywhere, is compared by what it denotes: {@code
 * requests.get} matches {@code g} after {@code from requests import get as g}, and not a {@code requests.get} where
 * {@code requests} is a parameter. A builtin matches only where nothing hides it. Any other name matches as text, unless
 * a variable of a function hides the one of the module. Places that are assigned to or deleted do not match.
 */
public final class Pattern {
    private final String text;

    /** What the pattern is in Python 3 and in Python 2; one of them may be null. */
    private final PatternTree modern;

    private final PatternTree python2;

    private Pattern(String text, PatternTree modern, PatternTree python2) {
        this.text = text;
        this.modern = modern;
        this.python2 = python2;
    }

    /**
     * Reads a pattern.
     *
     * @throws MalformedPatternException if it is neither Python 3 nor Python 2 or not one expression or statement
     */
    public static Pattern of(String text) {
        requireNonNull(text, "text is null");
        String stripped = text.strip();
        PatternTree modern = null;
        PatternTree python2 = null;
        MalformedPatternException failure = null;
        try {
            modern = PatternTree.parse("pattern", stripped, LanguageLevel.LATEST);
        } catch (MalformedPatternException e) {
            failure = e;
        }
        try {
            python2 = PatternTree.parse("pattern", stripped, LanguageLevel.PY27);
        } catch (MalformedPatternException e) {
            if (failure != null) {
                throw failure;
            }
        }
        Pattern pattern = new Pattern(text, modern, python2);
        for (PatternTree tree : pattern.trees()) {
            check(tree);
        }
        return pattern;
    }

    private static void check(PatternTree tree) {
        if (tree.expression() == null && tree.statements().size() != 1) {
            throw new MalformedPatternException("the pattern must be one expression or one statement, not "
                    + (tree.statements().isEmpty()
                            ? "nothing"
                            : tree.statements().size() + " statements"));
        }
        Node root = tree.expression() != null
                ? tree.expression()
                : tree.statements().first();
        Template.Hole hole = tree.holeOf(root);
        if (hole != null && !hole.isString()) {
            throw new MalformedPatternException("the pattern is nothing but " + hole + ", which matches everything");
        }
        tree.checkLists("pattern", root);
    }

    /** Returns the pattern as it was given. */
    public String text() {
        return text;
    }

    /** Returns the named metavariables, {@code true} for those that are lists. */
    public Map<String, Boolean> metavariables() {
        Map<String, Boolean> result = new LinkedHashMap<>();
        for (PatternTree tree : trees()) {
            for (Template.Hole hole : tree.template().holes()) {
                if (!hole.isAnonymous()) {
                    result.put(hole.name(), hole.isList());
                }
            }
        }
        return result;
    }

    /**
     * Returns words that every file with a match contains, so that others need not be parsed; may be empty. Of a dotted
     * name this is the first part, which may be a module whose member the file calls otherwise.
     */
    public Set<String> requiredWords() {
        Set<String> words = null;
        for (PatternTree tree : trees()) {
            Set<String> ofTree = new LinkedHashSet<>();
            collectWords(tree, root(tree), ofTree);
            if (words == null) {
                words = ofTree;
            } else {
                words.retainAll(ofTree);
            }
        }
        return words;
    }

    private static void collectWords(PatternTree tree, Node node, Set<String> words) {
        String dotted = DottedName.of(node);
        if (dotted != null && tree.holeOf(DottedName.rootOf((Expression) node)) == null) {
            words.add(DottedName.root(dotted));
            return;
        }
        if (node instanceof Identifier && tree.holeOf(node) == null) {
            words.add(node.sourceText());
        }
        for (Node child : node.children()) {
            collectWords(tree, child, words);
        }
    }

    /** Returns the first parts of the dotted names of the pattern. */
    public Set<String> dottedRoots() {
        Set<String> roots = new LinkedHashSet<>();
        for (PatternTree tree : trees()) {
            for (Attribute attribute : root(tree).findAll(Attribute.class)) {
                String dotted = DottedName.of(attribute);
                if (dotted != null && tree.holeOf(DottedName.rootOf(attribute)) == null) {
                    roots.add(DottedName.root(dotted));
                }
            }
        }
        return roots;
    }

    /** Returns whether the pattern is an expression. */
    public boolean isExpression() {
        return trees().get(0).expression() != null;
    }

    /** Returns the match of a node, or null. */
    public Match match(Node node, Semantics semantics) {
        return match(node, new FileNames(semantics, Set.of()), false);
    }

    /**
     * Returns the match of a node, or null.
     *
     * @param names what names mean, or null to compare them as text
     * @param asStatement whether the pattern, if it is an expression, must be a statement of its own
     */
    Match match(Node node, FileNames names, boolean asStatement) {
        PatternTree tree = node.parsed().level().isPython2() ? python2 : modern;
        if (tree == null) {
            return null;
        }
        Node actual = node;
        if (asStatement && tree.expression() != null) {
            if (!(node instanceof ExpressionStatement statement)) {
                return null;
            }
            actual = statement.value();
        }
        Matcher matcher = new Matcher(tree, names);
        return matcher.matches(root(tree), actual) ? new Match(node, matcher.bindings(), matcher.imports()) : null;
    }

    /** Returns what a node is compared with. */
    private static Node root(PatternTree tree) {
        Statement first = tree.expression() == null ? tree.statements().first() : null;
        return first == null ? tree.expression() : first;
    }

    /** Returns what the pattern is at the levels at which it is Python. */
    List<PatternTree> trees() {
        List<PatternTree> trees = new ArrayList<>();
        if (modern != null) {
            trees.add(modern);
        }
        if (python2 != null) {
            trees.add(python2);
        }
        return trees;
    }

    @Override
    public String toString() {
        return text;
    }
}
