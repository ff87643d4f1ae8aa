package dev.codemod.codemod;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codemod.match.Pattern;
import dev.codemod.source.Source;
import org.junit.jupiter.api.Test;

class FileWordsTest {
    @Test
    void aPatternWithoutOneOfItsWordsCannotMatch() {
        FileWords words = new FileWords(Source.of("import logging\nlogging.warning('warn_later')\n"));
        assertThat(words.mayMatch(Pattern.of("logging.warning($M)"))).isTrue();
        assertThat(words.mayMatch(Pattern.of("logging.warn($M)"))).isFalse();
        assertThat(words.mayMatch(Pattern.of("$A + $B"))).isTrue();
    }

    @Test
    void theFirstAndTheLastWordOfAFileCount() {
        FileWords words = new FileWords(Source.of("first = caf\u00e9 + last"));
        assertThat(words.mayMatch(Pattern.of("first"))).isTrue();
        assertThat(words.mayMatch(Pattern.of("caf\u00e9"))).isTrue();
        assertThat(words.mayMatch(Pattern.of("last"))).isTrue();
    }
}
