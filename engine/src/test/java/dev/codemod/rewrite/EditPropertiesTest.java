package dev.codemod.rewrite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codemod.lexer.TokenKind;
import dev.codemod.parser.ParseResult;
import dev.codemod.parser.Parser;
import dev.codemod.source.LanguageLevel;
import dev.codemod.source.Source;
import dev.codemod.tree.Block;
import dev.codemod.tree.Call;
import dev.codemod.tree.Expression;
import dev.codemod.tree.GeneratorExp;
import dev.codemod.tree.Module;
import dev.codemod.tree.Node;
import dev.codemod.tree.NodeKind;
import dev.codemod.tree.NodeList;
import dev.codemod.tree.Pass;
import dev.codemod.tree.Path;
import dev.codemod.tree.Pattern;
import dev.codemod.tree.Statement;
import dev.codemod.tree.Tuple;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Edits of real files whose outcome is known without writing it down: edits that change nothing, edits that are taken
 * back, and random edits after which the text must still be the tree's.
 */
class EditPropertiesTest {
    private static final int EXPRESSIONS_PER_FILE = 40;
    private static final int STATEMENTS_PER_FILE = 4;

    @Test
    void rebuiltTreeHasNoEdits() {
        for (Module module : SampleFiles.mutated(1, 60)) {
            Node rebuilt = rebuild(module);
            assertThat(rebuilt).isNotSameAs(module);
            assertThat(Printer.print(rebuilt).edits()).as(name(module)).isEmpty();
        }
    }

    /** Returns a copy in which every list, and so every node above one, is another object. */
    private static Node rebuild(Node node) {
        Object[] slots = new Object[node.slotCount()];
        for (int i = 0; i < slots.length; i++) {
            Object slot = node.slot(i);
            if (slot instanceof Node child) {
                slots[i] = rebuild(child);
            } else if (slot instanceof NodeList<?> list) {
                List<Node> copy = new ArrayList<>();
                list.forEach(element -> copy.add(rebuild(element)));
                slots[i] = copy.isEmpty() ? list : NodeList.copyOf(copy);
            } else {
                slots[i] = slot;
            }
        }
        return node.withSlots(slots);
    }

    @Test
    void expressionReplacedByItselfFromASnippetIsTheSameText() {
        int replaced = 0;
        for (Module module : SampleFiles.mutated(2, 160)) {
            TreeReplacer replacer = new TreeReplacer();
            for (Expression expression : disjointExpressions(module, new Random(7))) {
                Expression copy = fromSnippet(expression);
                if (copy != null) {
                    replacer.replace(expression, copy);
                    replaced++;
                }
            }
            Printed printed = Printer.print(replacer.apply(module));
            assertSame(name(module), printed.text(), text(module));
            assertThat(printed.edits()).as(name(module)).isEmpty();
        }
        assertThat(replaced).isGreaterThan(2_000);
    }

    /** Parses the text of an expression on its own, or returns null if it cannot stand alone. */
    private static Expression fromSnippet(Expression expression) {
        Session session = new Session(expression, PrintOptions.defaults());
        Fragment fragment = Rendering.inner(session, expression, null);
        if (!isIndentedThroughout(fragment)) {
            return null;
        }
        byte[] bytes = fragment.indentedBy(new byte[0]).bytes();
        byte[] wrapped = new byte[bytes.length + 3];
        wrapped[0] = '(';
        System.arraycopy(bytes, 0, wrapped, 1, bytes.length);
        wrapped[bytes.length + 1] = '\n';
        wrapped[bytes.length + 2] = ')';
        return Parser.parseExpression(
                        Source.of("snippet", wrapped), expression.parsed().level())
                .node();
    }

    /** Lines that are indented less than the first cannot be told from others once they are on their own. */
    private static boolean isIndentedThroughout(Fragment fragment) {
        int next = 0;
        for (int line = Text.nextLine(fragment.bytes(), 0, fragment.bytes().length);
                line < fragment.bytes().length;
                line = Text.nextLine(fragment.bytes(), line, fragment.bytes().length)) {
            while (next < fragment.frozen().length && fragment.frozen()[next] < line) {
                next++;
            }
            boolean isFrozen = next < fragment.frozen().length && fragment.frozen()[next] == line;
            if (!isFrozen
                    && !Text.isBlankLine(fragment.bytes(), line)
                    && !Text.startsWith(fragment.bytes(), line, fragment.base())) {
                return false;
            }
        }
        return true;
    }

    @Test
    void wrappedAndUnwrappedExpressionIsTheSameText() {
        for (Module module : SampleFiles.mutated(3, 100)) {
            TreeReplacer wrapper = new TreeReplacer();
            Snippet<Expression> wrap =
                    Snippet.expression("_wrap_($e)").at(module.parsed().level());
            for (Expression expression : disjointExpressions(module, new Random(8))) {
                if (isReadable(module, expression)) {
                    wrapper.replace(expression, wrap.bind("e", expression).build());
                }
            }
            Module wrapped = wrapper.apply(module);
            Printed printed = Printer.print(wrapped);
            Rewrites.check(wrapped, printed);
            Module again = parse(printed.bytes(), module.parsed().level());
            TreeReplacer unwrapper = new TreeReplacer();
            for (Call call : again.findAll(Call.class)) {
                if (call.func().is("_wrap_")) {
                    unwrapper.replace(call, call.arguments().first());
                }
            }
            assertSame(name(module), Printer.print(unwrapper.apply(again)).text(), text(module));
        }
    }

    /** Returns whether a call can stand in the place of an expression, and the expression as its argument. */
    private static boolean isReadable(Module module, Expression expression) {
        switch (expression.kind()) {
            case STARRED, SLICE, TUPLE, GENERATOR_EXP, YIELD, YIELD_FROM:
                return false;
            default:
                break;
        }
        Node parent = Path.to(module, expression).parent();
        return switch (parent.kind()) {
            case ASSIGN, AUG_ASSIGN, ANN_ASSIGN, RETURN ->
                parent.children().indexOf(expression) == parent.children().size() - 1;
            case BIN_OP -> Path.to(module, expression).enclosing(Pattern.class) == null;
            case CALL, COMPARISON, KEYWORD, DICT_DISPLAY, KEY_VALUE, IF, WHILE, ELIF -> true;
            case EXPRESSION_STATEMENT -> !(expression.kind() == NodeKind.STRING_CONSTANT);
            default -> false;
        };
    }

    @Test
    void removedAndReinsertedStatementIsTheSameTextButForBlankLines() {
        for (Module module : SampleFiles.mutated(4, 100)) {
            Random random = new Random(9);
            for (int i = 0; i < STATEMENTS_PER_FILE; i++) {
                removeAndInsert(module, random);
            }
        }
    }

    private static void removeAndInsert(Module module, Random random) {
        List<Node> containers = new ArrayList<>(module.findAll(Block.class));
        containers.add(module);
        Node container = containers.get(random.nextInt(containers.size()));
        int containerIndex = indexOf(module, container);
        NodeList<Statement> statements = statements(container);
        int index = random.nextInt(statements.size());
        Statement statement = statements.get(index);
        boolean leavesNothing = container == module && statements.size() == 1;
        if (leavesNothing || sharesLine(module, statement) || isNearSectionComment(module, statement)) {
            return;
        }
        Module without = withStatements(module, container, statements.without(index));
        Printed removed = Printer.print(without, PrintOptions.defaults().dropComments(statement));
        Module shorter = parse(removed.bytes(), module.parsed().level());
        Node target = containerAt(shorter, containerIndex, statement);
        NodeList<Statement> rest = statements(target);
        if (!Arrays.equals(unit(module, statement.startOffset()), unit(shorter, target.startOffset()))) {
            return;
        }
        NodeList<Statement> restored = statements.size() == 1 && target instanceof Block && rest.get(0) instanceof Pass
                ? NodeList.of(statement)
                : rest.insert(index, statement);
        Module complete = withStatements(shorter, target, restored);
        Printed printed = Printer.print(complete);
        assertSame(name(module) + ": " + statement, withoutBlankLines(printed.text()), withoutBlankLines(text(module)));
    }

    private static boolean sharesLine(Module module, Statement statement) {
        Comments comments = Comments.of(module.parsed());
        return !comments.startsLine(statement)
                || module.parsed()
                                .tape()
                                .kind(Math.min(
                                        statement.lastToken() + 1,
                                        module.parsed().tape().count() - 1))
                        == TokenKind.SEMI;
    }

    /** A comment with a blank line below it stays, so the statement may come back on its other side. */
    private static boolean isNearSectionComment(Module module, Statement statement) {
        ParsedText text = new ParsedText(module.parsed(), module.parsed().source());
        Comments comments = new Comments(text);
        int token = statement.firstToken();
        while (token > 0 && text.tape.kind(token - 1) != TokenKind.NEWLINE) {
            token--;
        }
        int before = token == 0 ? 0 : text.tape.end(token - 1);
        int end = comments.lineEnd(statement);
        int after = text.lastTokenBefore(end + 1) + 1;
        while (after < text.tape.count() - 1 && text.tape.start(after) <= end) {
            after++;
        }
        return text.firstCommentFrom(before) < text.firstCommentFrom(comments.leadingStart(statement))
                || text.firstCommentFrom(end)
                        < text.firstCommentFrom(text.tape.start(Math.min(after, text.tape.count() - 1)));
    }

    private static byte[] unit(Module module, int offset) {
        return Indentation.unitAt(
                new ParsedText(module.parsed(), module.parsed().source()), offset);
    }

    /** Containers are numbered in pre-order; those inside the removed statement come after its own container. */
    private static int indexOf(Module module, Node container) {
        return container == module ? -1 : module.findAll(Block.class).indexOf(container);
    }

    private static Node containerAt(Module module, int index, Statement removed) {
        return index < 0 ? module : module.findAll(Block.class).get(index);
    }

    private static NodeList<Statement> statements(Node container) {
        return container instanceof Block block ? block.statements() : ((Module) container).statements();
    }

    private static Module withStatements(Module module, Node container, NodeList<Statement> statements) {
        return container instanceof Block block
                ? new TreeReplacer()
                        .replace(block, block.withStatements(statements))
                        .apply(module)
                : module.withStatements(statements);
    }

    private static String withoutBlankLines(String text) {
        return text.replaceAll("(?m)^[ \\t\\f]*(\\r\\n|\\r|\\n)", "").strip();
    }

    @Test
    void randomEditsLeaveTheTextOfTheTree() {
        int edited = 0;
        for (Module module : SampleFiles.mutated(5, 200)) {
            Module changed = new RandomEdits(new Random(module.parsed().source().length())).apply(module);
            if (changed == module) {
                continue;
            }
            Printed printed;
            try {
                printed = Printer.print(changed);
            } catch (RewriteRefusedException refused) {
                continue;
            }
            edited += printed.isChanged() ? 1 : 0;
            check(module, changed, printed);
        }
        assertThat(edited).isGreaterThan(100);
    }

    private static void check(Module module, Module changed, Printed printed) {
        try {
            Rewrites.check(changed, printed);
        } catch (AssertionError | RuntimeException error) {
            throw new AssertionError(name(module) + ": " + error.getMessage(), error);
        }
    }

    /** Picks expressions none of which is inside another, and that the parser reads alone as it does in place. */
    private static List<Expression> disjointExpressions(Module module, Random random) {
        List<Expression> all = new ArrayList<>(module.findAll(Expression.class));
        Collections.shuffle(all, random);
        BitSet taken = new BitSet();
        List<Expression> result = new ArrayList<>();
        for (Expression expression : all) {
            if (result.size() == EXPRESSIONS_PER_FILE) {
                break;
            }
            int from = expression.outerFirstToken();
            int to = expression.outerLastToken() + 1;
            int next = taken.nextSetBit(from);
            boolean overlaps = next >= 0 && next < to;
            if (!overlaps && to - from < 400 && !isNothingAlone(expression)) {
                taken.set(from, to);
                result.add(expression);
            }
        }
        return result;
    }

    private static boolean isNothingAlone(Expression expression) {
        return expression instanceof GeneratorExp generator && !generator.isParenthesized()
                || expression instanceof Tuple tuple && !tuple.isParenthesized()
                || expression.kind() == NodeKind.SLICE
                || expression.kind() == NodeKind.STARRED;
    }

    /** Compares whole files, and shows only where they begin to differ. */
    private static void assertSame(String name, String actual, String expected) {
        int at = 0;
        while (at < Math.min(actual.length(), expected.length()) && actual.charAt(at) == expected.charAt(at)) {
            at++;
        }
        int from = Math.max(0, at - 300);
        assertThat(actual.substring(from, Math.min(actual.length(), at + 300)))
                .as(name)
                .isEqualTo(expected.substring(from, Math.min(expected.length(), at + 300)));
    }

    private static Module parse(byte[] bytes, LanguageLevel level) {
        ParseResult result = Parser.parse(Source.of("again.py", bytes), level);
        assertThat(result.isValid())
                .as(result.firstProblem() + "\n" + new String(bytes, StandardCharsets.UTF_8))
                .isTrue();
        return result.module();
    }

    private static String text(Module module) {
        return new String(module.parsed().source().bytes(), StandardCharsets.UTF_8);
    }

    private static String name(Module module) {
        return module.parsed().source().name() + " "
                + Arrays.hashCode(module.parsed().source().bytes());
    }
}
