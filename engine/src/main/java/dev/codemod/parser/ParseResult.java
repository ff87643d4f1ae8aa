package dev.codemod.parser;

import dev.codemod.source.LanguageLevel;
import dev.codemod.source.Problem;
import dev.codemod.tree.Module;
import dev.codemod.tree.Parsed;
import java.util.List;

/**
 * What the parser made of a text: always a tree, whose tokens are the whole text, and what was wrong.
 *
 * @param module the tree; statements that could not be read are {@code ErrorStatement} nodes
 * @param problems what makes the text no Python of {@link #level()}, the one that CPython would report first; with any
 *     of them, nobody should change the file
 * @param versionProblems constructs that were read, but that {@link #level()} does not have, in order of their offsets
 * @param isAmbiguous whether the text is a program of Python 2 and of Python 3 with different meanings, and nothing
 *     tells which one is meant; then this is also a problem
 */
public record ParseResult(
        Module module, List<Problem> problems, List<VersionProblem> versionProblems, boolean isAmbiguous) {
    public ParseResult {
        problems = List.copyOf(problems);
        versionProblems = List.copyOf(versionProblems);
    }

    /** Returns the text and its tokens. */
    public Parsed parsed() {
        return module.parsed();
    }

    /** Returns the level at which the text was read: the one asked for, or the one detected. */
    public LanguageLevel level() {
        return parsed().level();
    }

    /** Returns whether CPython of exactly {@link #level()} would parse the text too. */
    public boolean isValid() {
        return problems.isEmpty() && versionProblems.isEmpty();
    }

    /** Returns the first error or, where there is none, the first construct that the level lacks; null if valid. */
    public Problem firstProblem() {
        if (!problems.isEmpty()) {
            return problems.get(0);
        }
        return versionProblems.isEmpty() ? null : versionProblems.get(0).toProblem();
    }
}
