package dev.codemod.parser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codemod.Python3;
import dev.codemod.source.LanguageLevel;
import dev.codemod.source.Source;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ParserFuzzTest {
    private static final int CASES = 100_000;
    private static final long SEED = 20261123;

    private static final LanguageLevel[] LEVELS = {
        LanguageLevel.LATEST, LanguageLevel.PY27, LanguageLevel.PY36, LanguageLevel.PY38, LanguageLevel.PY312
    };

    @Test
    void damagedProgramsHaveTreesOfAllTheirTokens() throws IOException {
        MutatedSnippets snippets = snippets();
        assertThat(snippets.size()).isGreaterThan(1000);
        int broken = 0;
        for (int i = 0; i < CASES; i++) {
            byte[] bytes = snippets.next();
            LanguageLevel level = LEVELS[i % LEVELS.length];
            try {
                ParseResult result = Parser.parse(Source.of("case " + i, bytes, level), level);
                TreeInvariants.check(result.module());
                broken += result.isValid() ? 0 : 1;
            } catch (RuntimeException | StackOverflowError e) {
                throw new AssertionError(level + ":\n" + new String(bytes, StandardCharsets.UTF_8), e);
            }
        }
        assertThat(broken).isBetween(CASES / 2, CASES - CASES / 20);
    }

    private static MutatedSnippets snippets() throws IOException {
        MutatedSnippets snippets = new MutatedSnippets(SEED);
        snippets.addMatrix();
        List<Path> files = Python3.library();
        for (int i = 0; i < files.size(); i += 5) {
            snippets.addPieces(files.get(i));
        }
        return snippets;
    }
}
