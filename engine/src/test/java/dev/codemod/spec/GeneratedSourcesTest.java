package dev.codemod.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class GeneratedSourcesTest {
    @Test
    void everyGeneratedFileIsWhatTheSpecificationSays() throws IOException {
        for (Map.Entry<Path, String> file : GenerateNodes.generate().entrySet()) {
            assertThat(file.getKey()).exists();
            assertThat(Files.readString(file.getKey()))
                    .as("%s (run dev.codemod.spec.GenerateNodes)", file.getKey())
                    .isEqualTo(file.getValue());
        }
    }

    @Test
    void noGeneratedFileIsLeftOverFromAnEarlierSpecification() throws IOException {
        Set<Path> marked = new TreeSet<>();
        try (Stream<Path> files = Files.list(Path.of("src/main/java/dev/codemod/tree"))) {
            for (Path file : (Iterable<Path>) files::iterator) {
                if (Files.readString(file).contains("Generated from engine/src/main/spec/python.nodes")) {
                    marked.add(file);
                }
            }
        }
        Set<Path> generated = new TreeSet<>(GenerateNodes.generate().keySet());
        generated.remove(Path.of("docs/nodes.md"));
        assertThat(marked).isEqualTo(generated);
    }
}
