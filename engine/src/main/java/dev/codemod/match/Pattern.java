package dev.codemod.match;

import static java.util.Objects.requireNonNull;

import dev.codemod.lexer.TokenKind;
import dev.codemod.lexer.TokenTape;
import dev.codemod.rewrite.Template;
import dev.codemod.semantics.Semantics;
import dev.codemod.source.LanguageLevel;
import dev.codemod.tree.Attribute;
import dev.codemod.tree.Exec;
import dev.codemod.tree.Expression;
import dev.codemod.tree.ExpressionStatement;
import dev.codemod.tree.Identifier;
import dev.codemod.tree.NameConstant;
import dev.codemod.tree.Node;
import dev.codemod.tree.NodeList;
import dev.codemod.tree.Print;
import dev.codemod.tree.Statement;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Python text with metavariables, parsed once by the real parser: an expression, statements, or a fragment such as a
 * decorator or an except clause.
 *
 * <pre>{@code
 * Pattern pattern = Pattern.of("requests.get($URL, timeout=$T, $$$REST)");
 * }</pre>
 *
 * <ul>
 *   <li>{@code $NAME} is one expression; after a dot, as the name of a keyword argument, parameter or definition an
 *       identifier; as an element of its own list one statement, parameter, imported name or pattern. In a call it is a
 *       positional argument. Where it stands twice, both must be equal in structure. {@code $NAME:kind} is one of a
 *       {@link PatternKind}.
 *   <li>{@code $$$NAME} is any number of neighbours, none included: arguments, statements, parameters, elements.
 *   <li>{@code $_}, {@code $_NAME} and {@code $$$} are the same, without being bound.
 *   <li>{@code "$S"}, the whole of a string, is any string or bytes literal; {@code f"$$$S"} any
 *       {@link ComposedString}.
 *   <li>{@code <$$$ P $$$>} is an expression or statement that P matches or in which it matches something.
 *   <li>{@code #$C} at the end of a line of a statement binds the comment there, if there is one.
 *   <li>Everything else means itself; {@code ...} is Python's Ellipsis.
 * </ul>
 *
 * <p>Several statements match neighbours in one block; a {@code $$$NAME} before the first is all that precedes them in
 * the block, one after the last all that follows. A clause without a body has any.
 *
 * <p>Ignored are trivia, redundant parentheses, quotes, implicit concatenation, the spelling of numbers, trailing
 * commas and, where there is a {@code $$$} among the arguments, the order of keyword arguments; so are decorators and
 * annotations that the pattern does not write. Defaults must be as written.
 *
 * <h2>Names</h2>
 *
 * <p>A dotted name whose first part the file imports, from anywhere, is compared by what it denotes: {@code
 * requests.get} matches {@code g} after {@code from requests import get as g}, and not a {@code requests.get} where
 * {@code requests} is a parameter. A builtin matches only where nothing hides it. Any other name matches as text, unless
 * a variable of a function hides the one of the module. Places that are assigned to or deleted do not match.
 */
public final class Pattern {
    /**
     * How a pattern is read and compared.
     *
     * @param form what its text is, or null to find it out
     * @param isExact whether what is otherwise ignored must be as written, except spaces, line breaks and comments
     * @param resolvesNames whether names are compared by what they denote, rather than as text
     */
    public record Options(PatternForm form, boolean isExact, boolean resolvesNames) {
        /** What patterns are without options. */
        public static final Options DEFAULT = new Options(null, false, true);
    }

    private static final java.util.regex.Pattern KEYWORD = java.util.regex.Pattern.compile("[a-z]+");

    private final String text;
    private final Options options;

    /** What the pattern is in Python 3 and in Python 2; one of them may be null. */
    private final PatternTree modern;

    private final PatternTree python2;

    private final List<PatternTree> trees;

    private final Set<String> requiredWords;

    private Pattern(String text, Options options, PatternTree modern, PatternTree python2) {
        this.text = text;
        this.options = options;
        this.modern = modern;
        this.python2 = python2;
        this.trees = Stream.of(modern, python2).filter(Objects::nonNull).toList();
        this.requiredWords = Collections.unmodifiableSet(findRequiredWords());
    }

    /**
     * Reads a pattern.
     *
     * @throws MalformedPatternException if it is neither Python 3 nor Python 2, or could match what it does not say
     */
    public static Pattern of(String text) {
        return of(text, Options.DEFAULT);
    }

    /**
     * Reads a pattern.
     *
     * @throws MalformedPatternException if it is neither Python 3 nor Python 2, or could match what it does not say
     */
    public static Pattern of(String text, Options options) {
        requireNonNull(text, "text is null");
        requireNonNull(options, "options is null");
        String stripped = text.strip();
        PatternTree modern = null;
        PatternTree python2 = null;
        MalformedPatternException failure = null;
        try {
            modern = PatternTree.parse("pattern", stripped, LanguageLevel.LATEST, options.form());
        } catch (MalformedPatternException e) {
            failure = e;
        }
        try {
            python2 = PatternTree.parse("pattern", stripped, LanguageLevel.PY27, options.form());
        } catch (MalformedPatternException e) {
            if (failure != null) {
                throw failure;
            }
        }
        if (modern != null && python2 != null && modern.form() != python2.form()) {
            // What only one level reads as an expression, print "x" for example, means that level.
            python2 = modern.form() == PatternForm.EXPRESSION ? null : python2;
        }
        Pattern pattern = new Pattern(text, options, modern, python2);
        pattern.trees().forEach(PatternChecks::checkPattern);
        return pattern;
    }

    /** Returns the pattern as it was given. */
    public String text() {
        return text;
    }

    /** Returns what the text is. */
    public PatternForm form() {
        return trees().get(0).form();
    }

    Options options() {
        return options;
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

    /** Returns the metavariables that stand for the comment at the end of a line, {@code #$NAME}. */
    public Set<String> comments() {
        return trees().get(0).text().comments();
    }

    /** Returns whether a metavariable stands for a {@link ComposedString} only. */
    public boolean isComposed(String metavariable) {
        PatternText read = trees().get(0).text();
        return read.composed().contains(metavariable) || read.kinds().get(metavariable) == PatternKind.COMPOSED_STRING;
    }

    /**
     * Returns words that every file with a match contains, so that others need not be parsed; may be empty. Of a dotted
     * name these are the first part, which may be a module, and the last one, which stands at least in its import.
     */
    public Set<String> requiredWords() {
        return requiredWords;
    }

    private Set<String> findRequiredWords() {
        Set<String> words = null;
        for (PatternTree tree : trees()) {
            Set<String> ofTree = new LinkedHashSet<>();
            tree.roots().forEach(root -> collectWords(tree, root, ofTree));
            tree.roots().forEach(root -> collectKeywords(root, ofTree));
            if (words == null) {
                words = ofTree;
            } else {
                words.retainAll(ofTree);
            }
        }
        return words;
    }

    private static void collectWords(PatternTree tree, Node node, Set<String> words) {
        Expression deep = tree.deepOf(node);
        if (deep != null) {
            collectWords(tree, deep, words);
            return;
        }
        String dotted = tree.dottedOf(node);
        if (dotted != null) {
            words.add(DottedName.root(dotted));
            words.add(dotted.substring(dotted.lastIndexOf('.') + 1));
            return;
        }
        if ((node instanceof Identifier || node instanceof NameConstant) && tree.holeOf(node) == null) {
            words.add(node.sourceText());
        }
        for (Node child : node.children()) {
            collectWords(tree, child, words);
        }
    }

    private static void collectKeywords(Node root, Set<String> words) {
        for (Statement statement : root.findAll(Statement.class)) {
            if (statement instanceof Print || statement instanceof Exec) {
                words.add(statement instanceof Print ? "print" : "exec");
            }
        }
        TokenTape tape = root.parsed().tape();
        for (int token = root.firstToken(); token <= root.lastToken(); token++) {
            String text = root.parsed().source().text(tape.start(token), tape.end(token));
            if (tape.kind(token) >= TokenKind.FALSE && KEYWORD.matcher(text).matches()) {
                words.add(text);
            }
        }
    }

    /** Returns the first parts of the dotted names of the pattern. */
    public Set<String> dottedRoots() {
        Set<String> roots = new LinkedHashSet<>();
        for (PatternTree tree : trees()) {
            for (Node root : tree.roots()) {
                for (Attribute attribute : root.findAll(Attribute.class)) {
                    String dotted = DottedName.of(attribute);
                    if (dotted != null && tree.holeOf(DottedName.rootOf(attribute)) == null) {
                        roots.add(DottedName.root(dotted));
                    }
                }
            }
        }
        return roots;
    }

    /** Returns whether the pattern is an expression. */
    public boolean isExpression() {
        return form() == PatternForm.EXPRESSION;
    }

    /** Returns whether the pattern is several statements, which {@link #match(Node, Semantics)} never finds. */
    public boolean isRun() {
        return form() == PatternForm.STATEMENTS && trees().get(0).roots().size() > 1;
    }

    /** Returns the match of a node, or null. */
    public Match match(Node node, Semantics semantics) {
        return match(node, new FileNames(semantics, Set.of()), false);
    }

    /** Returns the match of several statements that begins with the one of an index, or null. */
    public Match match(NodeList<?> statements, int index, Semantics semantics) {
        return match(statements, index, new FileNames(semantics, Set.of()), null);
    }

    /**
     * Returns the match of a node, or null.
     *
     * @param names what names mean, or null to compare them as text
     * @param asStatement whether the pattern, if it is an expression, must be a statement of its own
     */
    Match match(Node node, FileNames names, boolean asStatement) {
        return match(node, names, asStatement, null);
    }

    /**
     * Returns the match of a node, or null.
     *
     * @param replacement the replacement that the node is of, or null for one of a file
     */
    Match match(Node node, FileNames names, boolean asStatement, PatternTree replacement) {
        PatternTree tree = node.parsed().level().isPython2() ? python2 : modern;
        if (tree == null || isRun()) {
            return null;
        }
        Node actual = node;
        if (asStatement && isExpression()) {
            if (!(node instanceof ExpressionStatement statement)) {
                return null;
            }
            actual = statement.value();
        }
        if (!tree.mayMatch(actual)) {
            return null;
        }
        Matcher matcher = matcher(tree, names, replacement);
        return matcher.matches(tree.roots().get(0), actual) ? matcher.match(List.of(node)) : null;
    }

    Match match(NodeList<?> statements, int index, FileNames names, PatternTree replacement) {
        PatternTree tree = statements.get(index).parsed().level().isPython2() ? python2 : modern;
        if (tree == null || !isRun()) {
            return null;
        }
        Matcher matcher = matcher(tree, names, replacement);
        int end = matcher.endOfRun(statements, index);
        return end < 0 ? null : matcher.match(statements.subList(index, end));
    }

    private Matcher matcher(PatternTree tree, FileNames names, PatternTree replacement) {
        return new Matcher(tree, options.resolvesNames() ? names : null, options.isExact(), replacement);
    }

    /** Returns what the pattern is at the levels at which it is Python. */
    List<PatternTree> trees() {
        return trees;
    }

    @Override
    public String toString() {
        return text;
    }
}
