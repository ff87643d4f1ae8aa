package dev.codemod.parser;

import dev.codemod.lexer.TokenKind;
import dev.codemod.lexer.TokenTape;
import dev.codemod.source.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Puts the problems of the source, the lexer and the parser in one list, that first which CPython reports.
 *
 * <p>CPython reports one error. After an error of its parser it reads the tokens of the rest of the file, and if its
 * tokenizer objects to any of them reports that instead ({@code _PyPegen_tokenize_full_source_to_check_for_errors}); a
 * bracket that is never closed counts if the error is on a later line than the bracket.
 */
final class ProblemOrder {
    private ProblemOrder() {}

    static List<Problem> of(TokenCursor t) {
        List<Problem> lexical = t.tape.problems();
        List<Problem> encoding = t.source.problems();
        if (lexical.isEmpty() && encoding.isEmpty()) {
            List<Problem> problems = t.problems();
            if (problems.size() > 1) {
                problems.sort(Comparator.comparingInt(Problem::offset));
            }
            return problems;
        }
        List<Problem> rest = new ArrayList<>(lexical);
        addSyntactic(t, rest);
        rest.sort(Comparator.comparingInt(Problem::offset));
        List<Problem> problems = new ArrayList<>(encoding);
        Problem reported = reported(t, lexical);
        if (reported != null) {
            problems.add(reported);
            rest.remove(reported);
        }
        problems.addAll(rest);
        return problems;
    }

    /** Adds the parser's problems, but for those at tokens that the lexer has already called errors. */
    private static void addSyntactic(TokenCursor t, List<Problem> target) {
        TokenTape tape = t.tape;
        int token = 0;
        List<Problem> problems = t.problems();
        problems.sort(Comparator.comparingInt(Problem::offset));
        for (int i = 0; i < problems.size(); i++) {
            Problem problem = problems.get(i);
            while (token < tape.count() - 1 && tape.end(token) <= problem.offset()) {
                token++;
            }
            if (tape.kind(token) != TokenKind.ERROR) {
                target.add(problem);
            }
        }
    }

    private static Problem reported(TokenCursor t, List<Problem> lexical) {
        List<Problem> syntactic = t.problems();
        for (int i = 0; i < lexical.size(); i++) {
            Problem problem = lexical.get(i);
            if (!problem.message().endsWith("was never closed")
                    || syntactic.isEmpty()
                    || t.source.line(syntactic.get(0).offset()) > t.source.line(problem.offset())) {
                return problem;
            }
        }
        return null;
    }
}
