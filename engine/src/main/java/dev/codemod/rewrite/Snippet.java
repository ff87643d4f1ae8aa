package dev.codemod.rewrite;

import static java.util.Objects.requireNonNull;

import dev.codemod.parser.ParseResult;
import dev.codemod.parser.Parser;
import dev.codemod.parser.SnippetResult;
import dev.codemod.source.LanguageLevel;
import dev.codemod.source.Problem;
import dev.codemod.source.Source;
import dev.codemod.tree.Argument;
import dev.codemod.tree.Attribute;
import dev.codemod.tree.Call;
import dev.codemod.tree.Decorator;
import dev.codemod.tree.ExceptHandler;
import dev.codemod.tree.Expression;
import dev.codemod.tree.FunctionDef;
import dev.codemod.tree.Identifier;
import dev.codemod.tree.Match;
import dev.codemod.tree.MatchCase;
import dev.codemod.tree.Module;
import dev.codemod.tree.Name;
import dev.codemod.tree.Node;
import dev.codemod.tree.NodeList;
import dev.codemod.tree.ParameterItem;
import dev.codemod.tree.Pattern;
import dev.codemod.tree.Statement;
import dev.codemod.tree.Try;
import dev.codemod.tree.With;
import dev.codemod.tree.WithItem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Python text with holes, the way to make new nodes: parsed once by the real parser, and filled with nodes.
 *
 * <pre>{@code
 * private static final Snippet<Expression> TO_THREAD = Snippet.expression("await asyncio.to_thread($f, $$$args)");
 * ...
 * Expression node = TO_THREAD.bind("f", call.func()).bind("args", call.arguments()).build();
 * }</pre>
 *
 * <h2>The language</h2>
 *
 * <p>A template is Python and two kinds of holes. Dollar signs inside strings and comments mean themselves; those in
 * the replacement fields of f-strings are holes.
 *
 * <ul>
 *   <li>{@code $name} is one node: an expression wherever a name may stand as one; an identifier after a dot, as the
 *       name of a keyword argument, parameter, function or class, or in an import ({@code $obj.$attr($key=$value)}); as
 *       a statement of its own an expression or a statement; as a parameter, an imported name or a pattern in a list
 *       one of these. A {@link Name} fits an identifier and the other way round.
 *   <li>{@code $$$name} is any number of nodes, none included, as an element of a list: arguments, elements of a tuple,
 *       list or set, statements of a body, bases of a class, parameters, imported names; {@code **$$$name} in a dict
 *       display is a list of its items.
 *   <li>The same hole may stand in several places. Parentheses are not needed around holes: the printer adds them to
 *       what is bound where the place demands it.
 * </ul>
 *
 * <p>A template of statements is written at the left margin and indented by any unit; in the file it takes the
 * indentation and the unit of its place and the line ends of the file. Comments in it are printed. Quotes stay as they
 * are written, unless {@link #withQuotes} is asked. An expression may have several lines.
 *
 * <p>Snippets are immutable: {@link #bind} returns a new one. All methods throw {@link IllegalArgumentException} for a
 * template that is no Python of the level or has a malformed hole, for a hole that does not exist, is not bound or
 * holds what cannot stand in its place. The nodes of a snippet that was built twice are not the same objects, except
 * those without holes.
 *
 * @param <T> what {@link #build} returns: a node, or a list of statements
 */
public final class Snippet<T> {
    /** What the template is part of, so that the parser can read it. */
    private enum Context {
        EXPRESSION("", ""),
        STATEMENTS("", ""),
        STATEMENT("", ""),
        PATTERN("", ""),
        ARGUMENT("f(", "\n)"),
        PARAMETER("def f(", "\n): pass\n"),
        DECORATOR("", "\ndef f(): pass\n"),
        HANDLER("try:\n    pass\n", "\n"),
        CASE("match x:\n ", "\n"),
        WITH_ITEM("with ", ": pass\n");

        private final String before;
        private final String after;

        Context(String before, String after) {
            this.before = before;
            this.after = after;
        }
    }

    private final Context context;
    private final String template;
    private final LanguageLevel level;
    private final Template holes;

    /** What was parsed: a {@link Node}, or the {@link NodeList} of a file's statements. */
    private final Object parsed;

    private final Map<String, Object> bindings;

    private Snippet(Context context, String template, LanguageLevel level) {
        this.context = context;
        this.template = requireNonNull(template, "template is null");
        this.level = requireNonNull(level, "level is null");
        this.holes = Template.of(template, level);
        this.parsed = parse();
        this.bindings = Map.of();
    }

    private Snippet(Snippet<T> from, Map<String, Object> bindings) {
        this.context = from.context;
        this.template = from.template;
        this.level = from.level;
        this.holes = from.holes;
        this.parsed = from.parsed;
        this.bindings = bindings;
    }

    /** Returns a snippet that is one expression, read at the newest level. */
    public static Snippet<Expression> expression(String template) {
        return new Snippet<>(Context.EXPRESSION, template, LanguageLevel.LATEST);
    }

    /** Returns a snippet that is one statement, simple or compound, read at the newest level. */
    public static Snippet<Statement> statement(String template) {
        return new Snippet<>(Context.STATEMENT, template, LanguageLevel.LATEST);
    }

    /** Returns a snippet of any number of statements, read at the newest level. */
    public static Snippet<NodeList<Statement>> statements(String template) {
        return new Snippet<>(Context.STATEMENTS, template, LanguageLevel.LATEST);
    }

    /** Returns a snippet that is one expression, for what only some level has, such as backquotes. */
    public static Snippet<Expression> expression(String template, LanguageLevel level) {
        return new Snippet<>(Context.EXPRESSION, template, level);
    }

    /** Returns a snippet that is one statement, for what only some level has, such as the print statement. */
    public static Snippet<Statement> statement(String template, LanguageLevel level) {
        return new Snippet<>(Context.STATEMENT, template, level);
    }

    /** Returns a snippet of any number of statements, for what only some level has. */
    public static Snippet<NodeList<Statement>> statements(String template, LanguageLevel level) {
        return new Snippet<>(Context.STATEMENTS, template, level);
    }

    /** Returns a snippet that is one argument of a call: {@code x}, {@code key=$value}, {@code *x}, {@code **x}. */
    public static Snippet<Argument> argument(String template) {
        return new Snippet<>(Context.ARGUMENT, template, LanguageLevel.LATEST);
    }

    /** Returns a snippet that is one parameter of a function, {@code *} and {@code /} included. */
    public static Snippet<ParameterItem> parameter(String template) {
        return new Snippet<>(Context.PARAMETER, template, LanguageLevel.LATEST);
    }

    /** Returns a snippet that is one argument of a call, for what only some level has. */
    public static Snippet<Argument> argument(String template, LanguageLevel level) {
        return new Snippet<>(Context.ARGUMENT, template, level);
    }

    /** Returns a snippet that is one decorator, its {@code @} included. */
    public static Snippet<Decorator> decorator(String template) {
        return new Snippet<>(Context.DECORATOR, template, LanguageLevel.LATEST);
    }

    /** Returns a snippet that is one except clause with its body. */
    public static Snippet<ExceptHandler> handler(String template, LanguageLevel level) {
        return new Snippet<>(Context.HANDLER, template, level);
    }

    /** Returns a snippet that is one case clause with its body; lines after the first are indented by two or more. */
    public static Snippet<MatchCase> matchCase(String template) {
        return new Snippet<>(Context.CASE, template, LanguageLevel.LATEST);
    }

    /** Returns a snippet that is one element of a with statement: {@code open(f) as g}. */
    public static Snippet<WithItem> withItem(String template, LanguageLevel level) {
        return new Snippet<>(Context.WITH_ITEM, template, level);
    }

    /** Returns a snippet that is the pattern of a case clause. */
    public static Snippet<Pattern> pattern(String template) {
        return new Snippet<>(Context.PATTERN, template, LanguageLevel.LATEST);
    }

    /** Returns a new identifier, for places that are no expressions: of an attribute, a definition, an alias. */
    public static Identifier identifier(String name) {
        Expression expression = expression("x." + name).build();
        if (expression instanceof Attribute attribute && attribute.value() instanceof Name) {
            return attribute.attr();
        }
        throw new IllegalArgumentException("not an identifier: " + name);
    }

    /** Returns a new name, as an expression. */
    public static Name name(String name) {
        if (expression(name).build() instanceof Name node) {
            return node;
        }
        throw new IllegalArgumentException("not a name: " + name);
    }

    /** Returns the snippet without its bindings, read at another level, of which it must be valid text too. */
    public Snippet<T> at(LanguageLevel level) {
        return new Snippet<>(context, template, level);
    }

    /**
     * Returns the snippet without its bindings, with its plain strings in the given quotes where that changes nothing
     * else: strings that hold quotes or backslashes, triple-quoted ones and f-strings stay as they are.
     *
     * @param quote {@code '"'} or {@code '\''}
     */
    public Snippet<T> withQuotes(char quote) {
        return new Snippet<>(context, Quotes.change(template, quote, level), level);
    }

    /** Returns the snippet with a node in the hole {@code $name}. */
    public Snippet<T> bind(String name, Node node) {
        return bindAny(name, requireNonNull(node, "node is null"));
    }

    /** Returns the snippet with a list of nodes in the hole {@code $$$name}. */
    public Snippet<T> bind(String name, List<? extends Node> nodes) {
        Template.Hole hole = holes.find(name);
        if (hole != null && !hole.isList()) {
            throw new IllegalArgumentException("the hole " + hole + " holds one node, not a list: " + template);
        }
        return bindAny(name, NodeList.copyOf(nodes));
    }

    /** Returns the snippet with a name in the hole {@code $name}; where an expression may stand, dots are fine too. */
    public Snippet<T> bind(String name, String dottedName) {
        return bindAny(name, expression(dottedName).build());
    }

    private Snippet<T> bindAny(String name, Object value) {
        if (!holes.has(name)) {
            throw new IllegalArgumentException("no hole $" + name + ": " + template);
        }
        Map<String, Object> extended = new HashMap<>(bindings);
        extended.put(name, value);
        return new Snippet<>(this, extended);
    }

    /** Returns the nodes with all holes filled. */
    @SuppressWarnings("unchecked")
    public T build() {
        for (Template.Hole hole : holes.holes()) {
            if (!bindings.containsKey(hole.name())) {
                throw new IllegalArgumentException("the hole " + hole + " is not bound: " + template);
            }
        }
        Substitution substitution = new Substitution(holes, template, bindings);
        if (!(parsed instanceof NodeList<?> statements)) {
            return (T) substitution.fill((Node) parsed);
        }
        NodeList<?> filled = substitution.fill(statements, null);
        return context == Context.STATEMENT ? (T) only(filled) : (T) filled;
    }

    private Object only(NodeList<?> statements) {
        if (statements.size() != 1) {
            throw new IllegalArgumentException("one statement expected, not " + statements.size() + ": " + template);
        }
        return statements.first();
    }

    private Object parse() {
        switch (context) {
            case EXPRESSION:
                return parseExpression();
            case PATTERN:
                return node(Parser.parsePattern(Source.of(holes.text()), level));
            default:
                break;
        }
        String text = context.before + holes.text() + context.after;
        ParseResult result = Parser.parseStatements(Source.of(text), level);
        if (!result.isValid()) {
            throw syntaxError(result.firstProblem());
        }
        Module module = result.module();
        NodeList<? extends Node> candidates = switch (context) {
            case ARGUMENT -> ((Call) module.statements().first().children().get(0)).arguments();
            case PARAMETER ->
                ((FunctionDef) module.statements().first()).parameters().items();
            case DECORATOR -> ((FunctionDef) module.statements().first()).decorators();
            case HANDLER -> ((Try) module.statements().first()).handlers();
            case CASE -> ((Match) module.statements().first()).cases();
            case WITH_ITEM -> ((With) module.statements().first()).items();
            default -> module.statements();
        };
        boolean isList = context == Context.STATEMENTS || context == Context.STATEMENT;
        return isList ? candidates : only(candidates);
    }

    /** What needs parentheses to stand alone, several lines or a walrus, is read in some that do not count. */
    private Expression parseExpression() {
        String text = holes.text().strip();
        SnippetResult<Expression> result = Parser.parseExpression(Source.of(text), level);
        if (result.node() != null) {
            return node(result);
        }
        SnippetResult<Expression> enclosed = Parser.parseExpression(Source.of("(" + text + "\n)"), level);
        Expression expression = enclosed.node();
        boolean isWhole = expression != null
                && expression.outerFirstToken() == 0
                && expression.outerLastToken() == enclosed.parsed().tape().partner(0);
        return node(isWhole ? enclosed : result);
    }

    private <N extends Node> N node(SnippetResult<N> result) {
        if (!result.problems().isEmpty()) {
            throw syntaxError(result.problems().get(0));
        }
        if (!result.versionProblems().isEmpty()) {
            throw syntaxError(result.versionProblems().get(0).toProblem());
        }
        return result.node();
    }

    private IllegalArgumentException syntaxError(Problem problem) {
        return new IllegalArgumentException("not Python " + level + ": " + problem.message() + ": " + template);
    }

    @Override
    public String toString() {
        return template;
    }
}
