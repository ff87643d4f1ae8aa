package dev.codemod.codemods.singleton;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codemod.codemod.FileResult;
import dev.codemod.codemod.Finding;
import dev.codemod.fixtures.CodemodRun;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SingletonProjectTest {
    private static final String STATE = """
            class Singleton(type):
                _instances = {}

                def __call__(cls, *args, **kwargs):
                    if cls not in cls._instances:
                        cls._instances[cls] = super().__call__(*args, **kwargs)
                    return cls._instances[cls]


            class State(metaclass=Singleton):
                def __init__(self):
                    self.n = 0


            def n():
                return State().n
            """;

    private static FileResult result(Map<String, String> files, String path) {
        Map<String, byte[]> bytes = new TreeMap<>();
        files.forEach((name, text) -> bytes.put(name, text.getBytes(StandardCharsets.UTF_8)));
        List<FileResult> results = CodemodRun.results(new SingletonToModule(), bytes, null, false, Map.of(), 2);
        return results.stream()
                .filter(result -> result.path().equals(path))
                .findFirst()
                .orElseThrow();
    }

    private static String reason(FileResult result) {
        List<Finding> findings = result.findings();
        assertThat(findings).hasSize(1);
        return findings.get(0).reason();
    }

    @Test
    void aFileThatCannotBeReadMayUseTheClass() {
        FileResult blocked =
                result(Map.of("state.py", STATE, "broken.py", "import state\nprint(state.State(\n"), "state.py");
        assertThat(reason(blocked)).isEqualTo("unreadable-file");
        assertThat(blocked.findings().get(0).message()).contains("broken.py");
        FileResult free = result(Map.of("state.py", STATE, "broken.py", "print(\n"), "state.py");
        assertThat(reason(free)).isEqualTo("module-instance");
    }

    @Test
    void aUseElsewhereIsNamedWithItsLine() {
        FileResult blocked = result(
                Map.of("lib/state.py", STATE, "main.py", "\nimport lib.state as s\nprint(map(s.State, [1]))\n"),
                "lib/state.py");
        assertThat(reason(blocked)).isEqualTo("class-passed");
        assertThat(blocked.findings().get(0).message()).contains("main.py:3");
    }

    @Test
    void aClassOfTheSameNameElsewhereIsAnotherClass() {
        FileResult free = result(
                Map.of(
                        "lib/state.py", STATE,
                        "other/state2.py", "class State:\n    n = 1\n",
                        "main.py", "from other.state2 import State\nprint(State().n)\n"),
                "lib/state.py");
        assertThat(reason(free)).isEqualTo("module-instance");
    }

    @Test
    void mergingFactsIsAUnionInAnyOrder() {
        SingletonFacts one = new SingletonFacts(
                List.of(MetaclassFact.other("b.py", 1, "M", MetaclassFact.Kind.OTHER, "", "_i")),
                List.of(),
                List.of(new UseFact("b.py", "M", "c.py", 1, UseFact.Kind.USE)));
        SingletonFacts two = new SingletonFacts(
                List.of(MetaclassFact.other("a.py", 1, "M", MetaclassFact.Kind.OTHER, "", "_i")),
                List.of(new CandidateFact("a.py", 4, "C", "M", "", "", List.of(), List.of())),
                List.of(new UseFact("b.py", "M", "c.py", 1, UseFact.Kind.USE)));
        SingletonFacts three = new SingletonFacts(
                List.of(), List.of(), List.of(new UseFact("b.py", "M", "a.py", 7, UseFact.Kind.STAR)));
        SingletonFacts all = one.merge(two).merge(three);
        assertThat(all.uses()).hasSize(2);
        assertThat(three.merge(two.merge(one))).isEqualTo(all);
        assertThat(two.merge(three).merge(one).merge(SingletonFacts.NONE)).isEqualTo(all);
    }

    @Test
    void factsSurviveSerialisation() throws IOException, ClassNotFoundException {
        MetaclassFact metaclass = MetaclassFact.other("a.py", 1, "M", MetaclassFact.Kind.OTHER, "why", "_i");
        SingletonFacts facts = new SingletonFacts(
                List.of(metaclass),
                List.of(new CandidateFact("a.py", 9, "C", "M", "", "", List.of("os"), List.of())),
                List.of(new UseFact("a.py", "C", "b.py", 2, UseFact.Kind.STRING)));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(facts);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertThat(in.readObject()).isEqualTo(facts);
        }
    }
}
