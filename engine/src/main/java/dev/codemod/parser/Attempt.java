package dev.codemod.parser;

import dev.codemod.source.Problem;
import dev.codemod.tree.Module;
import java.util.List;

/** A parse at one level, as long as it is not decided whether that level is the right one. */
final class Attempt {
    private final TokenCursor cursor;
    private final Module module;
    private final List<Problem> problems;

    Attempt(TokenCursor cursor, Module module) {
        this.cursor = cursor;
        this.module = module;
        this.problems = ProblemOrder.of(cursor);
    }

    boolean isValid() {
        return problems.isEmpty() && cursor.versionProblems().isEmpty();
    }

    boolean hasCommaInExcept() {
        return cursor.commaInExcept >= 0;
    }

    /** Returns the byte offset of the first {@code except A, B:}. */
    int commaInExceptOffset() {
        return cursor.tape.start(cursor.commaInExcept);
    }

    /** Returns the byte offset of the first thing that is wrong. */
    int failureOffset() {
        int offset = Integer.MAX_VALUE;
        for (int i = 0; i < problems.size(); i++) {
            offset = Math.min(offset, problems.get(i).offset());
        }
        for (int i = 0; i < cursor.versionProblems().size(); i++) {
            offset = Math.min(offset, cursor.versionProblems().get(i).offset());
        }
        return offset;
    }

    ParseResult result() {
        return new ParseResult(module, problems, cursor.versionProblems(), false);
    }

    /** Returns the result with a problem in front, which says that the level cannot be told. */
    ParseResult ambiguous(Problem problem) {
        return new ParseResult(module, List.of(problem), cursor.versionProblems(), true);
    }
}
