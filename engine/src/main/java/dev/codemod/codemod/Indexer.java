package dev.codemod.codemod;

import dev.codemod.project.IndexFacts;
import dev.codemod.source.LanguageLevel;
import java.io.IOException;
import java.util.List;

/** Reads the facts of whole projects, for programs that ask questions without a codemod. */
public final class Indexer {
    private Indexer() {}

    /**
     * Reads the facts of the files, and that they are there.
     *
     * @param files the files of one project root, their paths relative to it
     * @param level the language level, or null to find it out for each file
     * @param jobs the number of threads, at least 1
     */
    public static IndexFacts index(List<InputFile> files, LanguageLevel level, int jobs) {
        FactSum<IndexFacts> sum = new FactSum<>(IndexFacts.NONE, IndexFacts::merge);
        Workers.run(files, jobs, file -> read(file, level), sum::add);
        return sum.total()
                .merge(IndexFacts.paths(files.stream().map(InputFile::path).toList()));
    }

    private static IndexFacts read(InputFile file, LanguageLevel level) {
        byte[] bytes = null;
        try {
            bytes = file.read();
            ParsedFile parsed = ParsedFile.parse(file.path(), bytes, level);
            if (parsed.failure() == null) {
                return IndexFacts.of(parsed.moduleFacts());
            }
        } catch (IOException | RuntimeException | OutOfMemoryError | StackOverflowError e) {
            // Nobody knows what is in it, which is a fact, too.
        }
        return IndexFacts.unreadable(file.path(), bytes);
    }
}
