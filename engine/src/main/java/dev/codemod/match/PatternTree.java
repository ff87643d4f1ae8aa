package dev.codemod.match;

import dev.codemod.parser.ParseResult;
import dev.codemod.parser.Parser;
import dev.codemod.parser.SnippetResult;
import dev.codemod.rewrite.Template;
import dev.codemod.source.LanguageLevel;
import dev.codemod.source.Problem;
import dev.codemod.source.Source;
import dev.codemod.tree.Attribute;
import dev.codemod.tree.Call;
import dev.codemod.tree.Constant;
import dev.codemod.tree.DictUnpacking;
import dev.codemod.tree.Expression;
import dev.codemod.tree.ExpressionStatement;
import dev.codemod.tree.FunctionDef;
import dev.codemod.tree.Name;
import dev.codemod.tree.Node;
import dev.codemod.tree.NodeKind;
import dev.codemod.tree.NodeList;
import dev.codemod.tree.Starred;
import dev.codemod.tree.Statement;
import dev.codemod.tree.Try;
import dev.codemod.tree.With;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The text of a pattern or replacement as trees of one language level, with names in place of the metavariables. */
final class PatternTree {
    /** The body of a clause that is written without one. */
    private static final String ANY_BODY = "\n    $$$body_";

    private final PatternText text;

    /** The text that the template was made of. */
    private final String plain;

    private final Template template;
    private final PatternForm form;
    private final List<? extends Node> roots;

    /** The bytes that were put before the text to parse it. */
    private final int shift;

    /** The kinds of nodes that the first root may match, or null for all. */
    private final Set<NodeKind> kinds;

    private PatternTree(Draft draft, PatternForm form, List<? extends Node> roots, int shift) {
        this.text = draft.text;
        this.plain = draft.plain;
        this.template = draft.template;
        this.form = form;
        this.roots = roots;
        this.shift = shift;
        this.kinds = roots.isEmpty() ? null : kindsOfMatches(roots.get(0));
    }

    /** A text before it is parsed. */
    private record Draft(String what, PatternText text, String plain, Template template, LanguageLevel level) {
        static Draft of(String what, String text, String plainEnd, LanguageLevel level) {
            PatternText read = new PatternText(what, text);
            String plain = read.text() + plainEnd;
            try {
                return new Draft(what, read, plain, Template.ofPattern(plain, level), level);
            } catch (IllegalArgumentException e) {
                throw new MalformedPatternException("the " + what + " is malformed: " + e.getMessage());
            }
        }

        private PatternTree tree(PatternForm form, List<? extends Node> roots, int shift) {
            return new PatternTree(this, form, roots, shift);
        }

        private MalformedPatternException error(Problem problem, int shift) {
            return text.error(
                    "the " + what + " is not Python: " + problem.message(),
                    text.offset(template.templateOffset(Math.max(0, problem.offset() - shift))));
        }
    }

    /**
     * Parses a text.
     *
     * @param what the text in messages: {@code pattern} or {@code replacement}
     * @param form what the text is; null to find it out: an expression if it is one, statements, or a fragment
     * @throws MalformedPatternException for a malformed metavariable or a syntax error
     */
    static PatternTree parse(String what, String text, LanguageLevel level, PatternForm form) {
        if (form != null && form.isFragment()) {
            return parseFragment(what, text, level, form);
        }
        Draft draft = Draft.of(what, text, "", level);
        PatternTree tree = form == PatternForm.STATEMENTS ? null : parseExpression(draft);
        if (tree != null) {
            return tree;
        }
        ParseResult result = Parser.parseStatements(Source.of(draft.template.text() + "\n"), level);
        if (result.isValid() && form != PatternForm.EXPRESSION) {
            return draft.tree(PatternForm.STATEMENTS, result.module().statements(), 0);
        }
        Expression expression = expression(withStarredLists(draft.template), level);
        if (expression != null && what.equals("pattern")) {
            return draft.tree(PatternForm.EXPRESSION, List.of(expression), 0);
        }
        PatternForm fragment = form == null ? fragment(text) : null;
        if (fragment != null) {
            return parseFragment(what, text, level, fragment);
        }
        if (result.isValid()) {
            throw new MalformedPatternException("the " + what + " must be an expression");
        }
        throw draft.error(result.firstProblem(), 0);
    }

    private static PatternTree parseExpression(Draft draft) {
        Expression expression = expression(draft.template.text(), draft.level);
        if (expression != null) {
            return draft.tree(PatternForm.EXPRESSION, List.of(expression), 0);
        }
        if (draft.template.text().indexOf('\n') >= 0) {
            expression = expression("(" + draft.template.text() + "\n)", draft.level);
        }
        return expression == null ? null : draft.tree(PatternForm.EXPRESSION, List.of(expression), 1);
    }

    /** Returns the fragment that a text which is neither expression nor statements looks like, or null. */
    private static PatternForm fragment(String text) {
        if (text.startsWith("@")) {
            return PatternForm.DECORATOR;
        }
        if (text.startsWith("except")) {
            return PatternForm.EXCEPT;
        }
        if (text.startsWith("case ")) {
            return PatternForm.CASE;
        }
        return text.matches("[^\\n:]+\\sas\\s+\\S+") ? PatternForm.WITH_ITEM : null;
    }

    private static PatternTree parseFragment(String what, String text, LanguageLevel level, PatternForm form) {
        boolean isHeader = form.isClause() && text.endsWith(":");
        Draft draft = Draft.of(what, text, isHeader ? ANY_BODY : "", level);
        String all = form.before() + draft.template.text() + form.after();
        int shift = form.before().getBytes(StandardCharsets.UTF_8).length;
        ParseResult result = Parser.parseStatements(Source.of(all), level);
        if (!result.isValid()) {
            throw draft.error(result.firstProblem(), shift);
        }
        List<? extends Node> parts = parts(form, result.module().statements());
        if (parts == null || parts.size() != 1) {
            throw new MalformedPatternException("the " + what + " must be one " + form.word());
        }
        return draft.tree(form, List.of(parts.get(0)), shift);
    }

    private static List<? extends Node> parts(PatternForm form, NodeList<Statement> statements) {
        if (statements.size() != 1) {
            return null;
        }
        Statement statement = statements.first();
        if (form == PatternForm.DECORATOR && statement instanceof FunctionDef def) {
            return def.decorators();
        }
        if (form == PatternForm.EXCEPT && statement instanceof Try attempt) {
            boolean isPlain = attempt.orElse() == null && attempt.finalBody() == null;
            return isPlain ? attempt.handlers() : null;
        }
        if (form == PatternForm.CASE && statement instanceof dev.codemod.tree.Match match) {
            return match.cases();
        }
        if (form == PatternForm.WITH_ITEM && statement instanceof With with) {
            return with.items();
        }
        boolean isCall = statement instanceof ExpressionStatement call && call.value() instanceof Call;
        return isCall ? ((Call) ((ExpressionStatement) statement).value()).arguments() : null;
    }

    /** Python allows no plain argument after a keyword, but {@code f(a=$A, $$$)} is a useful pattern. */
    private static String withStarredLists(Template template) {
        String text = template.text();
        for (Map.Entry<String, Template.Hole> hole : template.placeholders().entrySet()) {
            if (hole.getValue().isList()) {
                text = text.replaceAll(",(\\s*)" + hole.getKey() + "(?=\\s*[,)])", ",$1*" + hole.getKey());
            }
        }
        return text;
    }

    private static Expression expression(String text, LanguageLevel level) {
        SnippetResult<Expression> result = Parser.parseExpression(Source.of(text), level);
        return result.versionProblems().isEmpty() ? result.node() : null;
    }

    Template template() {
        return template;
    }

    /** Returns what a template does not know of the text. */
    PatternText text() {
        return text;
    }

    /** Returns the text in the language of templates. */
    String plain() {
        return plain;
    }

    PatternForm form() {
        return form;
    }

    /** Returns the expression or the fragment, one node, or the statements. */
    List<? extends Node> roots() {
        return roots;
    }

    /** Returns the byte offset in {@link #plain()} of one in the parsed text. */
    int plainOffset(int parsedOffset) {
        return template.templateOffset(parsedOffset - shift);
    }

    /** Returns false if the first root matches no node of this kind, whatever the node is made of. */
    boolean mayMatch(Node node) {
        return kinds == null || kinds.contains(node.kind());
    }

    private Set<NodeKind> kindsOfMatches(Node root) {
        if (holeOf(root) != null || deepOf(root) != null || root instanceof Constant) {
            return null;
        }
        if (root instanceof ExpressionStatement statement && deepOf(statement.value()) != null) {
            return null;
        }
        return dottedOf(root) != null ? EnumSet.of(NodeKind.NAME, NodeKind.ATTRIBUTE) : EnumSet.of(root.kind());
    }

    /** Returns the metavariable that a name stands for, or null. */
    Template.Hole holeOf(Node node) {
        return template.holeOf(node);
    }

    /** Returns the dotted name that an expression is, or null if it is none or a part of it is a metavariable. */
    String dottedOf(Node node) {
        String dotted = DottedName.of(node);
        if (dotted == null) {
            return null;
        }
        Node step = node;
        while (step instanceof Attribute attribute) {
            if (holeOf(attribute.attr()) != null) {
                return null;
            }
            step = attribute.value();
        }
        return holeOf(step) == null ? dotted : null;
    }

    /** Returns the a.b of {@code a.b.$NAME}, or null if a node is something else. */
    Expression objectOf(Node node) {
        boolean isMember = node instanceof Attribute attribute
                && holeOf(attribute.attr()) != null
                && dottedOf(attribute.value()) != null;
        return isMember ? ((Attribute) node).value() : null;
    }

    /** Returns the kind that is asked for, or null. */
    PatternKind kindOf(Template.Hole hole) {
        return text.kinds().get(hole.name());
    }

    boolean isComposed(Template.Hole hole) {
        return text.composed().contains(hole.name());
    }

    /** Returns the P of {@code <$$$ P $$$>}, or null if a node is something else. */
    Expression deepOf(Node node) {
        boolean isDeep = node instanceof Call call
                && call.func() instanceof Name name
                && name.is(text.deepName())
                && call.arguments().size() == 1;
        return isDeep && ((Call) node).arguments().first() instanceof Expression expression ? expression : null;
    }

    /** Returns the metavariable that is all there is of an element of a list, or null. */
    Template.Hole elementHole(Node element) {
        if (element instanceof DictUnpacking || element instanceof Starred) {
            Template.Hole hole = holeOf(element.children().get(0));
            return hole != null && hole.isList() ? hole : null;
        }
        return template.elementHole(element);
    }

    /** Returns whether a root is a metavariable for any number of statements. */
    boolean isListRoot(int root) {
        Template.Hole hole = elementHole(roots.get(root));
        return hole != null && hole.isList();
    }
}
