package dev.codemod.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextEditsTest {
    @Test
    void editsAreMadeTogether() {
        assertThat(apply("abcdef", edit(0, 1, "X"), edit(2, 4, ""), edit(6, 6, "!")))
                .isEqualTo("Xbef!");
        assertThat(apply("abc")).isEqualTo("abc");
        assertThat(apply("", edit(0, 0, "a"))).isEqualTo("a");
    }

    @Test
    void insertionsAtOneOffsetKeepTheirOrder() {
        assertThat(apply("ab", edit(1, 1, "1"), edit(1, 1, "2"), edit(1, 2, "3")))
                .isEqualTo("a123");
    }

    @Test
    void overlappingAndUnorderedEditsAreRefused() {
        assertThatThrownBy(() -> apply("abc", edit(0, 2, ""), edit(1, 3, "")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> apply("abc", edit(2, 3, ""), edit(0, 1, "")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> apply("abc", edit(2, 4, ""))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> edit(2, 1, "")).isInstanceOf(IllegalArgumentException.class);
    }

    private static String apply(String text, TextEdit... edits) {
        byte[] result = TextEdits.apply(text.getBytes(StandardCharsets.UTF_8), List.of(edits));
        return new String(result, StandardCharsets.UTF_8);
    }

    private static TextEdit edit(int start, int end, String replacement) {
        return new TextEdit(start, end, replacement.getBytes(StandardCharsets.UTF_8));
    }
}
