package dev.codemod.spec;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Generates the node classes, the visitors and their page from {@code src/main/spec/python.nodes}.
 *
 * <p>The results are checked in. After a change of the specification run {@code main} in the folder {@code engine}; see
 * CONTRIBUTING.md.
 */
final class GenerateNodes {
    private static final Path SPEC = Path.of("src/main/spec/python.nodes");
    private static final Path TREE = Path.of("src/main/java/dev/codemod/tree");

    private GenerateNodes() {}

    /** Returns the generated files by path, relative to the folder {@code engine}. */
    static Map<Path, String> generate() throws IOException {
        List<KindSpec> kinds = SpecParser.parse(Files.readAllLines(SPEC));
        Map<Path, String> files = new TreeMap<>();
        for (KindSpec kind : kinds) {
            files.put(TREE.resolve(kind.name() + ".java"), NodeClassWriter.write(kind, kinds));
        }
        VisitorWriter visitors = new VisitorWriter(kinds);
        files.put(TREE.resolve("NodeKind.java"), NodeKindWriter.write(kinds));
        files.put(TREE.resolve("GenericVisitor.java"), visitors.genericVisitor());
        files.put(TREE.resolve("VoidVisitor.java"), visitors.voidVisitor());
        files.put(TREE.resolve("GenericVisitorAdapter.java"), visitors.genericVisitorAdapter());
        files.put(TREE.resolve("VoidVisitorAdapter.java"), visitors.voidVisitorAdapter());
        files.put(TREE.resolve("ModifierVisitor.java"), visitors.modifierVisitor());
        files.put(Path.of("docs/nodes.md"), DocsWriter.write(kinds));
        return files;
    }

    /** Writes the generated files into the working tree. */
    public static void main(String[] arguments) throws IOException {
        for (Map.Entry<Path, String> file : generate().entrySet()) {
            Files.createDirectories(file.getKey().getParent());
            Files.writeString(file.getKey(), file.getValue());
        }
    }
}
