package dev.codemod.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SuggestionTest {
    private static final List<String> KNOWN = List.of("apply", "parse", "tree", "--dry-run", "--diff-out", "-j");

    @Test
    void aSlipOfTheFingerIsRecognised() {
        assertThat(Suggestion.forWord("aply", KNOWN)).isEqualTo("; did you mean apply?");
        assertThat(Suggestion.forWord("tere", KNOWN)).isEqualTo("; did you mean tree?");
        assertThat(Suggestion.forWord("--dryrun", KNOWN)).isEqualTo("; did you mean --dry-run?");
    }

    @Test
    void somethingElseIsNot() {
        assertThat(Suggestion.forWord("bulk", KNOWN)).isEmpty();
        assertThat(Suggestion.forWord("--verbose", KNOWN)).isEmpty();
    }

    @Test
    void theDistanceCountsSwapsOnce() {
        assertThat(Suggestion.distance("", "abc")).isEqualTo(3);
        assertThat(Suggestion.distance("ab", "ba")).isEqualTo(1);
        assertThat(Suggestion.distance("kitten", "sitting")).isEqualTo(3);
    }
}
