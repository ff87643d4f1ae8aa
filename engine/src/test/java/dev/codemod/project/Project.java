package dev.codemod.project;

import dev.codemod.parser.ParseResult;
import dev.codemod.parser.Parser;
import dev.codemod.semantics.Semantics;
import dev.codemod.source.Source;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The files of a small project under test. */
final class Project {
    private final Map<String, String> files = new TreeMap<>();

    Project file(String path, String... lines) {
        files.put(path, String.join("\n", lines) + "\n");
        return this;
    }

    static ModuleFacts scan(String path, String text) {
        ParseResult result = Parser.parse(Source.of(path, text.getBytes(StandardCharsets.UTF_8)), null);
        if (!result.isValid()) {
            throw new IllegalArgumentException(path + ": " + result.firstProblem());
        }
        return ModuleFacts.of(path, Semantics.of(result.module()));
    }

    /** Returns the facts of each file; files with a syntax error are unreadable. */
    List<IndexFacts> parts() {
        List<IndexFacts> parts = new ArrayList<>();
        files.forEach((path, text) -> parts.add(part(path, text)));
        return parts;
    }

    private static IndexFacts part(String path, String text) {
        try {
            return IndexFacts.of(scan(path, text));
        } catch (IllegalArgumentException e) {
            return IndexFacts.unreadable(path, text.getBytes(StandardCharsets.UTF_8));
        }
    }

    IndexFacts facts() {
        return parts().stream().reduce(IndexFacts.NONE, IndexFacts::merge);
    }

    ProjectIndex index() {
        return ProjectIndex.of(facts());
    }
}
