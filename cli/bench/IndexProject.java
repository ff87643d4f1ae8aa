import dev.codemod.codemod.Indexer;
import dev.codemod.codemod.InputFile;
import dev.codemod.project.DefinitionKind;
import dev.codemod.project.IndexFacts;
import dev.codemod.project.ModuleFacts;
import dev.codemod.project.ProjectIndex;
import dev.codemod.project.ProjectModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Builds the index of all Python files below a folder, asks it for the callers of one function, and tells what it took. */
final class IndexProject {
    private record File(String path, Path file) implements InputFile {
        @Override
        public byte[] read() throws IOException {
            return Files.readAllBytes(file);
        }
    }

    public static void main(String[] arguments) throws IOException {
        Path root = Path.of(arguments[0]);
        long start = System.nanoTime();
        IndexFacts facts = Indexer.index(files(root), null, Runtime.getRuntime().availableProcessors());
        ProjectIndex index = ProjectIndex.of(facts);
        ask(index);
        double seconds = (System.nanoTime() - start) / 1e9;
        System.gc();
        long used = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
        int uses = facts.modules().stream().mapToInt(module -> module.uses().size()).sum();
        int definitions = facts.modules().stream()
                .map(ModuleFacts::definitions)
                .mapToInt(List::size)
                .sum();
        System.out.printf(
                "%d modules, %d definitions, %d uses; %.2f s, %d MB kept%n",
                facts.modules().size(), definitions, uses, seconds, used >> 20);
    }

    private static List<InputFile> files(Path root) throws IOException {
        try (Stream<Path> tree = Files.walk(root)) {
            return tree.filter(file -> file.toString().endsWith(".py"))
                    .sorted()
                    .<InputFile>map(file -> new File(root.relativize(file).toString().replace('\\', '/'), file))
                    .toList();
        }
    }

    /** Asks one question, which makes the index of names and the class hierarchy. */
    private static void ask(ProjectIndex index) {
        for (ProjectModule module : index.modules()) {
            if (module.facts() != null) {
                for (var definition : module.facts().definitions()) {
                    if (definition.kind() == DefinitionKind.FUNCTION) {
                        index.callersOf(module.definitions(definition.name()).get(0));
                        return;
                    }
                }
            }
        }
    }
}
