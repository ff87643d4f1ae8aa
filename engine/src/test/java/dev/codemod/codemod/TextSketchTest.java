package dev.codemod.codemod;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TextSketchTest {
    private static final String TEXT = "import os\n\n\nclass Config(Base):\n    name = 'x'\n";

    @Test
    void whatIsInTheTextMayBeThereWhereverItStarts() {
        byte[] bytes = bytes(TEXT);
        TextSketch sketch = TextSketch.of(bytes);
        for (int from = 0; from < TEXT.length(); from++) {
            for (int to = from; to <= TEXT.length(); to++) {
                assertThat(mayHave(sketch, TEXT.substring(from, to)))
                        .as(TEXT.substring(from, to))
                        .isTrue();
            }
        }
    }

    @Test
    void ofWhatIsNotInTheTextNearlyAllIsRuledOut() {
        TextSketch sketch = TextSketch.of(bytes(TEXT));
        Random random = new Random(20261123);
        int found = 0;
        for (int i = 0; i < 1000; i++) {
            StringBuilder literal = new StringBuilder();
            for (int j = 0; j < 8; j++) {
                literal.append((char) ('a' + random.nextInt(26)));
            }
            found += mayHave(sketch, literal.toString()) ? 1 : 0;
        }
        assertThat(found).isLessThan(50);
    }

    @Test
    void aSearchRulesFilesOutByGroups() {
        Prefilter filter = Prefilter.anyOf("Config", "Settings").andFilesOr(List.of("b.py"), "metaclass");
        LiteralSearch search = new LiteralSearch(List.of(filter, Prefilter.anyOf("nowhere")));
        TextSketch sketch = TextSketch.of(bytes(TEXT));
        assertThat(search.mayPass("a.py", sketch)).isFalse();
        assertThat(search.mayPass("b.py", sketch)).isTrue();
        assertThat(search.mayPass("a.py", TextSketch.of(bytes(TEXT + "metaclass"))))
                .isTrue();
        assertThat(search.mayPass("a.py", TextSketch.of(new byte[0]))).isFalse();
    }

    private static boolean mayHave(TextSketch sketch, String literal) {
        return sketch.mayHave(new TextSketch.Literal(bytes(literal)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
