package dev.codemod.lexer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codemod.source.LanguageLevel;
import dev.codemod.source.Problem;
import dev.codemod.source.Source;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GrammarMatrixTest {
    @Test
    void everySnippetHasAnExactTapeAtEveryLevel() {
        List<GrammarMatrix.Snippet> snippets = GrammarMatrix.snippets();
        assertThat(snippets).hasSizeGreaterThan(340);
        for (GrammarMatrix.Snippet snippet : snippets) {
            for (LanguageLevel level : LanguageLevel.values()) {
                Source source = Source.of(snippet.name(), snippet.bytes(), level);
                TapeInvariants.check(source, Lexer.lex(source, level));
            }
        }
    }

    @Test
    void whatCPythonParsesHasNoProblems() {
        List<String> rejected = new ArrayList<>();
        for (GrammarMatrix.Snippet snippet : GrammarMatrix.snippets()) {
            for (LanguageLevel level : snippet.accepted()) {
                Source source = Source.of(snippet.name(), snippet.bytes(), level);
                for (Problem problem : Lexer.lex(source, level).problems()) {
                    rejected.add(level + " " + snippet.name() + ": " + problem.message());
                }
            }
        }
        assertThat(rejected).isEmpty();
    }
}
