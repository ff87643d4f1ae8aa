package dev.codemod.parser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codemod.lexer.GrammarMatrix;
import dev.codemod.source.LanguageLevel;
import dev.codemod.source.Problem;
import dev.codemod.source.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GrammarMatrixParserTest {
    /** The matrix was made from bytes in memory, where CPython is laxer about encodings than it is with files. */
    private static final Set<String> READ_AS_FILES = Set.of(
            "b'\u00e9'", "latin1 nocookie", "latin1 comment nocookie", "cookie line3", "cookie line2 after code");

    /** Encodings of no real source, which are refused instead of decoded: the file is reported and stays as it is. */
    private static final Set<String> REFUSED_ENCODINGS = Set.of("cookie utf-7", "cookie rot13");

    /** CPython 3.13 has newer tables of characters, 3.9 alone has a bug, and up to 3.8 the parser's stack is small. */
    private static final Set<String> OTHERS = Set.of("ident zwj", "backslash indent", "deep paren 199");

    /** Ruff reports what is no matter of grammar, does not look at encodings, and has other limits. */
    private static final Set<String> ONLY_RUFF = Set.of(
            "star alone",
            "dup arg",
            "bom+latin cookie",
            "cookie bad",
            "cookie utf-16",
            "cookie rot13",
            "nul comment",
            "nul in str",
            "deep paren 201");

    @Test
    void acceptsExactlyWhatEachCPythonParses() {
        List<String> differences = new ArrayList<>();
        for (GrammarMatrix.Snippet snippet : GrammarMatrix.snippets()) {
            if (isException(snippet)) {
                continue;
            }
            for (LanguageLevel level : GrammarMatrix.levels()) {
                compare(snippet, level, snippet.accepted().contains(level), differences);
            }
        }
        assertThat(differences).isEmpty();
    }

    @Test
    void acceptsAt314WhatRuffParses() {
        List<String> differences = new ArrayList<>();
        for (GrammarMatrix.Snippet snippet : GrammarMatrix.snippets()) {
            if (!snippet.ruff314().equals("-") && !ONLY_RUFF.contains(snippet.name()) && !isException(snippet)) {
                compare(snippet, LanguageLevel.PY314, snippet.ruff314().equals("ok"), differences);
            }
        }
        assertThat(differences).isEmpty();
    }

    @Test
    void everyTreeCoversItsTokens() {
        for (GrammarMatrix.Snippet snippet : GrammarMatrix.snippets()) {
            for (LanguageLevel level : LanguageLevel.values()) {
                Source source = Source.of(snippet.name(), snippet.bytes(), level);
                TreeInvariants.check(Parser.parse(source, level).module());
            }
        }
    }

    private static boolean isException(GrammarMatrix.Snippet snippet) {
        return READ_AS_FILES.contains(snippet.name())
                || REFUSED_ENCODINGS.contains(snippet.name())
                || OTHERS.contains(snippet.name());
    }

    private static void compare(
            GrammarMatrix.Snippet snippet, LanguageLevel level, boolean expected, List<String> differences) {
        Source source = Source.of(snippet.name(), snippet.bytes(), level);
        Problem problem = Parser.parse(source, level).firstProblem();
        if (expected != (problem == null)) {
            differences.add(level + " " + snippet.name() + ": " + (expected ? "rejected, " + problem : "accepted"));
        }
    }
}
