package dev.codemod.parser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codemod.source.LanguageLevel;
import dev.codemod.source.Problem;
import dev.codemod.source.Source;
import dev.codemod.tree.Module;
import dev.codemod.tree.Node;
import dev.codemod.tree.Statement;
import dev.codemod.tree.TreeDump;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Short ways to parse in tests; every tree is checked. */
final class Parses {
    private Parses() {}

    static ParseResult at(LanguageLevel level, String text) {
        ParseResult result = Parser.parse(Source.of(text), level);
        TreeInvariants.check(result.module());
        return result;
    }

    static ParseResult latest(String text) {
        return at(LanguageLevel.LATEST, text);
    }

    /** Parses a valid text and returns its module. */
    static Module valid(LanguageLevel level, String text) {
        ParseResult result = at(level, text);
        assertThat(result.firstProblem()).as(text).isNull();
        return result.module();
    }

    /** Returns the first statement of a valid text. */
    static Statement statement(LanguageLevel level, String text) {
        return valid(level, text).statements().first();
    }

    /** Returns the kinds of the statements of a text, valid or not. */
    static List<String> statementKinds(String text) {
        List<String> kinds = new ArrayList<>();
        for (Statement statement : latest(text).module().statements()) {
            kinds.add(statement.kind().toString());
        }
        return kinds;
    }

    /** Returns {@code line:column message} of the problem that is shown, both from 1 as CPython counts. */
    static String problem(LanguageLevel level, String text) {
        ParseResult result = at(level, text);
        Problem problem = result.firstProblem();
        if (problem == null) {
            return "";
        }
        Source source = result.parsed().source();
        return source.line(problem.offset()) + ":" + (source.codePointColumn(problem.offset()) + 1) + " "
                + problem.message();
    }

    static String problem(String text) {
        return problem(LanguageLevel.PY313, text);
    }

    static String dump(Node node) {
        StringBuilder out = new StringBuilder();
        try {
            TreeDump.write(node, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }
}
