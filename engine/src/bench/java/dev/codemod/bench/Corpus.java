package dev.codemod.bench;

import dev.codemod.source.Source;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The Python files that the benchmarks read: those below the folder in the system property {@code codemod.corpus}, by
 * default the standard library of the installed {@code python3}.
 *
 * @param folder where they are
 * @param files their contents, without those that cannot be decoded
 */
record Corpus(Path folder, List<byte[]> files) {

    static Corpus load() throws IOException, InterruptedException {
        String property = System.getProperty("codemod.corpus");
        Path folder = property == null ? standardLibrary() : Path.of(property);
        List<byte[]> files = new ArrayList<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path :
                    paths.filter(p -> p.toString().endsWith(".py")).sorted().toList()) {
                byte[] bytes = Files.readAllBytes(path);
                if (Source.of(path.toString(), bytes).problems().isEmpty()) {
                    files.add(bytes);
                }
            }
        }
        return new Corpus(folder, files);
    }

    private static Path standardLibrary() throws IOException, InterruptedException {
        Process python = new ProcessBuilder("python3", "-c", "import os; print(os.path.dirname(os.__file__))").start();
        String folder = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (python.waitFor() != 0) {
            throw new IOException("python3 is needed to find a corpus, or -Dcodemod.corpus=FOLDER");
        }
        return Path.of(folder);
    }

    /** Returns the number of bytes of all files. */
    long bytes() {
        return files.stream().mapToLong(file -> file.length).sum();
    }
}
