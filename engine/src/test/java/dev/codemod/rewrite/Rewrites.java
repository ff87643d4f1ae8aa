package dev.codemod.rewrite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codemod.parser.ParseResult;
import dev.codemod.parser.Parser;
import dev.codemod.source.LanguageLevel;
import dev.codemod.source.Problem;
import dev.codemod.source.Source;
import dev.codemod.source.TextEdit;
import dev.codemod.tree.Module;
import dev.codemod.tree.Node;
import dev.codemod.tree.NodeList;
import dev.codemod.tree.Parsed;
import dev.codemod.tree.Statement;
import dev.codemod.tree.StructuralEquality;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Parses, changes and prints in tests, and checks of every result what must hold of all. */
final class Rewrites {
    private Rewrites() {}

    static Module parse(String text) {
        return parse(text, LanguageLevel.LATEST);
    }

    static Module parse(String text, LanguageLevel level) {
        ParseResult result = Parser.parse(Source.of("test.py", text.getBytes(StandardCharsets.UTF_8)), level);
        assertThat(result.isValid()).as("valid: " + text).isTrue();
        return result.module();
    }

    /** Returns the text of a changed module after checking it. */
    static String print(Module edited) {
        return print(edited, PrintOptions.defaults());
    }

    static String print(Module edited, PrintOptions options) {
        Printed printed = Printer.print(edited, options);
        check(edited, printed);
        return printed.text();
    }

    /** Checks that a result parses to the changed tree, keeps every comment, and edits only what it says. */
    static void check(Module edited, Printed printed) {
        Parsed original = edited.parsed();
        byte[] bytes = printed.bytes();
        ParseResult result = Parser.parse(Source.of("result.py", bytes), original.level());
        String text = printed.text();
        Problem problem = result.firstProblem();
        assertThat(result.isValid())
                .as("parses: " + problem + "\n" + (problem == null ? "" : around(bytes, problem.offset())))
                .isTrue();
        Node difference = StructuralEquality.firstDifference(edited, result.module());
        assertThat(difference)
                .as("first difference in\n" + (difference == null ? "" : around(bytes, difference.startOffset())))
                .isNull();
        List<String> lost = comments(original);
        lost.removeAll(printed.droppedComments());
        for (String comment : comments(result.parsed())) {
            lost.remove(comment);
        }
        assertThat(lost)
                .as("lost comments in\n" + (text.length() < 1_000 ? text : ""))
                .isEmpty();
        int previous = 0;
        for (TextEdit edit : printed.edits()) {
            assertThat(edit.start()).isGreaterThanOrEqualTo(previous);
            previous = edit.end();
        }
    }

    private static String around(byte[] bytes, int offset) {
        int from = Math.max(0, offset - 300);
        int to = Math.min(bytes.length, offset + 300);
        return new String(bytes, from, offset - from, StandardCharsets.UTF_8) + "<<<HERE>>>"
                + new String(bytes, offset, to - offset, StandardCharsets.UTF_8);
    }

    static List<String> comments(Parsed parsed) {
        List<String> result = new ArrayList<>();
        for (int i = 0; i < parsed.tape().commentCount(); i++) {
            result.add(parsed.source()
                    .text(parsed.tape().commentStart(i), parsed.tape().commentEnd(i)));
        }
        return result;
    }

    /** Replaces nodes of a type and prints. */
    static <T extends Node> String replace(String text, Class<T> type, Function<T, Node> change) {
        return replace(parse(text), type, change);
    }

    static <T extends Node> String replace(Module module, Class<T> type, Function<T, Node> change) {
        TreeReplacer replacer = new TreeReplacer();
        for (T node : module.findAll(type)) {
            Node replacement = change.apply(node);
            if (replacement != node) {
                replacer.replace(node, replacement);
            }
        }
        return print(replacer.apply(module));
    }

    /** Changes the statements of a module and prints. */
    static String statements(String text, Function<NodeList<Statement>, NodeList<Statement>> change) {
        Module module = parse(text);
        return print(module.withStatements(change.apply(module.statements())));
    }
}
