package dev.codemod.parser;

import dev.codemod.source.Problem;
import dev.codemod.tree.Node;
import dev.codemod.tree.Parsed;
import java.util.List;

/**
 * What the parser made of a snippet that is no list of statements.
 *
 * @param node the node, or null if there are problems
 * @param parsed the text and its tokens
 * @param problems what is wrong, in the order of {@link ParseResult#problems()}
 * @param versionProblems constructs that the level does not have
 */
public record SnippetResult<T extends Node>(
        T node, Parsed parsed, List<Problem> problems, List<VersionProblem> versionProblems) {
    public SnippetResult {
        problems = List.copyOf(problems);
        versionProblems = List.copyOf(versionProblems);
    }
}
