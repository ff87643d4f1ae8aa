package dev.codemod.parser;

import dev.codemod.lexer.TokenKind;
import dev.codemod.lexer.TokenTape;
import dev.codemod.source.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * Puts the problems of the source, the lexer and the parser in one list, that first which CPython reports.
 *
 * <p>CPython reports one error. After an error of its parser it reads the tokens of the rest of the file, and if its
 * tokenizer raises an error for one of them, that is reported instead
 * ({@code _PyPegen_tokenize_full_source_to_check_for_errors}). Some errors it does not raise but only notes for the
 * parser; they count where the parser gets to. A byte that begins no token is
 * a token of its own to it, and an error of the parser. A bracket that is never closed counts if the parser's error is on a
 * later line than the bracket.
 */
final class ProblemOrder {
    /** What the tokenizer only notes. */
    private static final Set<String> NOTED = Set.of(
            "unindent does not match any outer indentation level",
            "inconsistent use of tabs and spaces in indentation",
            "too many levels of indentation",
            "unexpected character after line continuation character",
            "unexpected EOF while parsing");

    private ProblemOrder() {}

    static List<Problem> of(TokenCursor t) {
        List<Problem> lexical = t.tape.problems();
        List<Problem> encoding = t.source.problems();
        List<Problem> syntactic = withoutErrorTokens(t);
        if (lexical.isEmpty() && encoding.isEmpty() && syntactic.size() < 2) {
            return syntactic;
        }
        List<Problem> rest = new ArrayList<>(lexical);
        rest.addAll(syntactic);
        rest.sort(Comparator.comparingInt(Problem::offset));
        List<Problem> problems = new ArrayList<>(encoding);
        if (!rest.isEmpty()) {
            Problem reported = reported(t, lexical, syntactic.isEmpty() ? null : syntactic.get(0));
            problems.add(reported);
            rest.remove(reported);
            problems.addAll(rest);
        }
        return problems;
    }

    /** Returns the parser's problems, but for those that the lexer reports as well. */
    private static List<Problem> withoutErrorTokens(TokenCursor t) {
        if (t.problems().isEmpty() || t.tape.problems().isEmpty()) {
            return t.problems();
        }
        List<Problem> remaining = new ArrayList<>();
        for (Problem problem : t.problems()) {
            if (!isAtErrorToken(t.tape, problem.offset()) && !t.tape.problems().contains(problem)) {
                remaining.add(problem);
            }
        }
        return remaining;
    }

    private static boolean isAtErrorToken(TokenTape tape, int offset) {
        int low = 0;
        int high = tape.count() - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (tape.end(middle) <= offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return tape.kind(low) == TokenKind.ERROR;
    }

    /**
     * Returns the problem that CPython reports.
     *
     * @param first the first problem of the parser, or null
     */
    private static Problem reported(TokenCursor t, List<Problem> lexical, Problem first) {
        Problem parser = first;
        if (parser != null && parser.message().startsWith("unexpected indent")) {
            return lexical.isEmpty() || lexical.get(0).offset() > parser.offset() ? parser : lexical.get(0);
        }
        List<Problem> inTokenOrder = new ArrayList<>(lexical);
        inTokenOrder.sort(Comparator.comparingInt(problem -> tokenOffset(t, problem)));
        for (Problem problem : inTokenOrder) {
            String message = problem.message();
            if (message.equals("invalid syntax")) {
                if (parser == null || problem.offset() <= parser.offset()) {
                    parser = problem;
                }
            } else if (NOTED.contains(message)) {
                return parser == null || tokenOffset(t, problem) <= parser.offset() ? problem : parser;
            } else if (!message.endsWith("was never closed")
                    || parser == null
                    || lineOfToken(t, parser.offset()) > t.source.line(problem.offset())) {
                return problem;
            }
        }
        return parser;
    }

    /** Returns where the tokenizer stands when it finds a problem; one with an indentation is noted at its line's end. */
    private static int tokenOffset(TokenCursor t, Problem problem) {
        return problem.message().startsWith("unindent")
                ? t.source.lineStart(t.source.line(problem.offset()))
                : problem.offset();
    }

    /**
     * The line break with which the lexer gives up on a bracket stands for the first token of the next line, and so does
     * the end of a text without a final line break.
     */
    private static int lineOfToken(TokenCursor t, int offset) {
        boolean isLineEnd = offset >= t.bytes.length || t.bytes[offset] == '\n' || t.bytes[offset] == '\r';
        return t.source.line(offset) + (isLineEnd ? 1 : 0);
    }
}
