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
        try {
            ParsedFile parsed = ParsedFile.parse(file.path(), file.read(), level);
            return parsed.failure() == null ? IndexFacts.of(parsed.moduleFacts()) : IndexFacts.unreadable(file.path());
        } catch (IOException | RuntimeException | OutOfMemoryError | StackOverflowError e) {
            return IndexFacts.unreadable(file.path());
        }
    }
}
