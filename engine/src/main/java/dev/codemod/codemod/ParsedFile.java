package dev.codemod.codemod;

import dev.codemod.parser.ParseResult;
import dev.codemod.parser.Parser;
import dev.codemod.project.ModuleFacts;
import dev.codemod.semantics.Semantics;
import dev.codemod.source.LanguageLevel;
import dev.codemod.source.Problem;
import dev.codemod.source.Source;
import dev.codemod.tree.Module;
import java.util.List;
import java.util.Set;

/**
 * A file that was read and parsed without errors, or the result that says why not. Used by one thread; what its codemods
 * ask for is computed once.
 */
final class ParsedFile {
    private final ParseResult parse;
    private final FileResult failure;
    private Semantics semantics;
    private ModuleFacts moduleFacts;
    private Suppressions suppressions;
    private FileWords words;

    private ParsedFile(ParseResult parse, FileResult failure) {
        this.parse = parse;
        this.failure = failure;
    }

    /**
     * Parses the bytes of a file.
     *
     * @param level the language level, or null to find it out
     */
    static ParsedFile parse(String path, byte[] bytes, LanguageLevel level) {
        Source source = Source.of(path, bytes);
        if (!source.problems().isEmpty()) {
            return new ParsedFile(null, unparsed(path, source, source.problems()));
        }
        ParseResult parse = Parser.parse(source, level);
        if (!parse.problems().isEmpty()) {
            return new ParsedFile(null, unparsed(path, source, parse.problems()));
        }
        return new ParsedFile(parse, null);
    }

    private static FileResult unparsed(String path, Source source, List<Problem> problems) {
        List<FileError> errors = problems.stream()
                .map(problem -> new FileError(
                        source.line(problem.offset()), source.codePointColumn(problem.offset()) + 1, problem.message()))
                .toList();
        return new FileResult(path, FileResult.Status.UNPARSED, null, null, List.of(), errors, Set.of());
    }

    /** Returns why the file has no tree to work on, or null if it has one. */
    FileResult failure() {
        return failure;
    }

    Module module() {
        return parse.module();
    }

    /** Returns what the names of the file mean; computed on first use, for all codemods that see this tree. */
    Semantics semantics() {
        if (semantics == null) {
            semantics = Semantics.of(module());
        }
        return semantics;
    }

    /** Returns what the file says to the other files of the project; computed on first use, for all codemods. */
    ModuleFacts moduleFacts() {
        if (moduleFacts == null) {
            moduleFacts = ModuleFacts.of(module().parsed().source().name(), semantics());
        }
        return moduleFacts;
    }

    /** Returns what the comments of the file forbid. */
    Suppressions suppressions() {
        if (suppressions == null) {
            suppressions = Suppressions.of(module().parsed());
        }
        return suppressions;
    }

    /** Returns the words of the file; computed on first use, for all codemods that consist of patterns. */
    FileWords words() {
        if (words == null) {
            words = new FileWords(module().parsed().source());
        }
        return words;
    }

    ParseResult parse() {
        return parse;
    }
}
