package dev.codemod.match;

import dev.codemod.parser.ParseResult;
import dev.codemod.parser.Parser;
import dev.codemod.parser.SnippetResult;
import dev.codemod.rewrite.Template;
import dev.codemod.source.LanguageLevel;
import dev.codemod.source.Problem;
import dev.codemod.source.Source;
import dev.codemod.tree.DictUnpacking;
import dev.codemod.tree.Element;
import dev.codemod.tree.Expression;
import dev.codemod.tree.Module;
import dev.codemod.tree.Node;
import dev.codemod.tree.NodeList;
import dev.codemod.tree.Starred;
import dev.codemod.tree.Statement;
import java.util.List;
import java.util.Map;

/** The text of a pattern or replacement as trees of one language level, with names in place of the metavariables. */
final class PatternTree {
    private final Template template;

    /** The expression that the text is, or null if it is statements. */
    private final Expression expression;

    private final NodeList<Statement> statements;

    /** The bytes that were put before the text to parse it. */
    private final int shift;

    private PatternTree(Template template, Expression expression, NodeList<Statement> statements, int shift) {
        this.template = template;
        this.expression = expression;
        this.statements = statements;
        this.shift = shift;
    }

    /**
     * Parses a text, as an expression if it is one.
     *
     * @param what the text in messages: {@code pattern} or {@code replacement}
     * @throws MalformedPatternException for a malformed metavariable or a syntax error
     */
    static PatternTree parse(String what, String text, LanguageLevel level) {
        Template template;
        try {
            template = Template.ofPattern(text, level);
        } catch (IllegalArgumentException e) {
            throw new MalformedPatternException("the " + what + " is malformed: " + e.getMessage());
        }
        Expression expression = expression(template.text(), level);
        if (expression != null) {
            return new PatternTree(template, expression, NodeList.empty(), 0);
        }
        if (template.text().indexOf('\n') >= 0) {
            expression = expression("(" + template.text() + "\n)", level);
            if (expression != null) {
                return new PatternTree(template, expression, NodeList.empty(), 1);
            }
        }
        ParseResult result = Parser.parseStatements(Source.of(template.text() + "\n"), level);
        if (!result.isValid()) {
            expression = expression(withStarredLists(template), level);
            if (expression != null && what.equals("pattern")) {
                return new PatternTree(template, expression, NodeList.empty(), 0);
            }
            throw syntaxError(what, text, template, result.firstProblem());
        }
        Module module = result.module();
        return new PatternTree(template, null, module.statements(), 0);
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

    private static MalformedPatternException syntaxError(String what, String text, Template template, Problem problem) {
        Source source = Source.of(text);
        int offset = Math.min(template.templateOffset(problem.offset()), source.bytes().length);
        int line = source.line(offset);
        int column = source.codePointColumn(offset) + 1;
        return new MalformedPatternException(
                "the " + what + " is not Python: " + problem.message() + " (line " + line + ", column " + column + ")",
                line,
                column);
    }

    Template template() {
        return template;
    }

    Expression expression() {
        return expression;
    }

    NodeList<Statement> statements() {
        return statements;
    }

    /** Returns the expression, or the statements. */
    List<? extends Node> roots() {
        return expression != null ? List.of(expression) : statements;
    }

    /** Returns the byte offset in the text as it was given of one in the parsed text. */
    int offset(int parsedOffset) {
        return template.templateOffset(parsedOffset - shift);
    }

    /**
     * Requires that every metavariable for a list is an element of one.
     *
     * @param what the text in messages
     */
    void checkLists(String what, Node node) {
        for (Element element : node.kind().elements()) {
            if (element.type() == Element.Type.LIST) {
                for (Node child : (NodeList<?>) node.slot(element.slot())) {
                    Template.Hole hole = elementHole(child);
                    if (hole == null || !hole.isList()) {
                        checkLists(what, child);
                    }
                }
            } else if (element.type() == Element.Type.CHILD && node.slot(element.slot()) instanceof Node child) {
                Template.Hole hole = holeOf(child);
                if (hole != null && hole.isList()) {
                    throw new MalformedPatternException(
                            hole + " stands in the " + what + " where one node is expected");
                }
                checkLists(what, child);
            }
        }
    }

    /** Returns the metavariable that a name stands for, or null. */
    Template.Hole holeOf(Node node) {
        return template.holeOf(node);
    }

    /** Returns the metavariable that is all there is of an element of a list, or null. */
    Template.Hole elementHole(Node element) {
        if (element instanceof DictUnpacking || element instanceof Starred) {
            Template.Hole hole = holeOf(element.children().get(0));
            return hole != null && hole.isList() ? hole : null;
        }
        return template.elementHole(element);
    }
}
