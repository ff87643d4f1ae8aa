package dev.codemod.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codemod.parser.Parser;
import dev.codemod.source.Source;
import dev.codemod.tree.Module;
import dev.codemod.tree.NodeList;
import dev.codemod.tree.Statement;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoundTripTest {
    private static final byte[] TEXT = "# c\na = 1 ;b = (2)\\\n\n".getBytes(StandardCharsets.UTF_8);

    private final Module module = Parser.parse(Source.of("a.py", TEXT), null).module();

    @Test
    void aParsedTreePrintsAsItsFile() {
        assertThat(RoundTrip.isExact(module, TEXT)).isTrue();
        assertThat(RoundTrip.isExact(module, "# d".getBytes(StandardCharsets.UTF_8)))
                .isFalse();
    }

    @Test
    void childrenOutOfOrderAreADifference() {
        List<Statement> statements = List.copyOf(module.statements());
        assertThat(statements).hasSize(2);
        Module swapped = module.withStatements(NodeList.of(statements.get(1), statements.get(0)));
        assertThat(RoundTrip.isExact(swapped, TEXT)).isFalse();
    }
}
