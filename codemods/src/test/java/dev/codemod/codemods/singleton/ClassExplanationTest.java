package dev.codemod.codemods.singleton;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codemod.codemod.Explainer;
import dev.codemod.codemod.InputFile;
import dev.codemod.codemod.RunOptions;
import dev.codemod.codemod.RunScope;
import dev.codemod.codemod.Runner;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ClassExplanationTest {
    private static final String META = """
            class Single(type):
                _all = {}

                def __call__(cls):
                    if cls not in cls._all:
                        cls._all[cls] = super().__call__()
                    return cls._all[cls]
            """;

    private final Map<String, String> files = new TreeMap<>();

    private record Text(String path, String text) implements InputFile {
        @Override
        public byte[] read() {
            return text.getBytes(StandardCharsets.UTF_8);
        }
    }

    /** Keeps what is told about one line of one file. */
    private record Listener(String path, int line, Set<String> sights) implements RunScope, Explainer {
        @Override
        public Explainer explainer(String file) {
            return file.equals(path) ? this : null;
        }

        @Override
        public void looked(String codemod) {}

        @Override
        public void passed(String codemod, String reason) {}

        @Override
        public void saw(String codemod, int from, int to, String text) {
            if (from <= line && line <= to) {
                sights.add(text);
            }
        }
    }

    private List<String> explain(String path, int line) {
        Listener listener = new Listener(path, line, new LinkedHashSet<>());
        List<InputFile> inputs = new ArrayList<>();
        files.forEach((name, text) -> inputs.add(new Text(name, text)));
        new Runner(new RunOptions(List.of(new SingletonToModule()), false, null, Map.of(), 1, listener))
                .run(inputs, result -> {});
        return List.copyOf(listener.sights());
    }

    @Test
    void aSingletonIsToldWithItsKeeperAndItsConstruction() {
        files.put("meta.py", META);
        files.put("state.py", "from meta import Single\n\n\nclass State(metaclass=Single):\n    pass\n");
        files.put("main.py", "from state import State\n\nprint(State())\n");
        assertThat(explain("state.py", 4))
                .containsExactly(
                        "State is a singleton: the metaclass Single (meta.py:1) keeps its instance in a mapping by class",
                        "other files ask for the instance of State",
                        "constructing State only stores values, so that it may happen at import",
                        "no use of State in another file is in the way");
    }

    @Test
    void whatIsInTheWayElsewhereIsTold() {
        files.put("meta.py", META);
        files.put("state.py", "from meta import Single\n\n\nclass State(metaclass=Single):\n    pass\n");
        files.put("main.py", "from state import State\n\nprint(map(State, []))\n");
        assertThat(explain("state.py", 4))
                .anyMatch(text -> text.startsWith("in the way: State is used without a call at main.py:3"));
    }

    @Test
    void aSubclassInAnotherFileIsToldWithItsBase() {
        files.put("meta.py", META);
        files.put("state.py", "from meta import Single\n\n\nclass State(metaclass=Single):\n    pass\n");
        files.put("other.py", "import state\n\n\nclass Other(state.State):\n    pass\n\n\nprint(Other())\n");
        assertThat(explain("other.py", 4).get(0))
                .isEqualTo("Other is a singleton: the metaclass Single (meta.py:1) keeps its instance in a mapping by"
                        + " class; it inherits it from State of state.py");
    }

    @Test
    void aClassOfAFileThatIsNotLookedAtIsToldToo() {
        files.put("meta.py", META);
        files.put("config.py", "class Config:\n    pass\n\n\nconfig = Config()\n");
        assertThat(explain("config.py", 1))
                .containsExactly("Config is not taken for a singleton: it has no metaclass, decorator, __new__ or class"
                        + " method that stores one instance and returns it from then on");
        assertThat(explain("config.py", 5)).isEmpty();
        files.remove("meta.py");
        assertThat(explain("config.py", 1)).hasSize(1);
    }

    @Test
    void aClassThatIsNearlyASingletonIsToldWhyItIsNone() {
        files.put("pool.py", """
                class Pool:
                    _instance = None

                    @classmethod
                    def get(cls, size):
                        if cls._instance is None:
                            cls._instance = cls(size)
                        return cls._instance

                    def __init__(self, size):
                        self.size = size
                """);
        assertThat(explain("pool.py", 1).get(0))
                .startsWith(
                        "Pool is not taken for a singleton: get() takes arguments, so that no variable can take its place");
    }

    @Test
    void aNewThatKeepsNothingIsTold() {
        files.put("a.py", "class A:\n    def __new__(cls):\n        return object.__new__(cls)\n");
        assertThat(explain("a.py", 1))
                .containsExactly("A is not taken for a singleton: its __new__ in line 2 does not store one instance and"
                        + " return it from then on");
    }
}
