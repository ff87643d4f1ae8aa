package dev.codemod.lexer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.codemod.source.Source;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** What must hold of the tape of every text, valid or not. */
public final class TapeInvariants {
    /** Blanks, line ends, continuations and whole comments; a backslash at the very end is one up to 3.7. */
    private static final Pattern TRIVIA =
            Pattern.compile("(?:[ \\t\\f\\r\\n]|\\\\(?:\\r\\n|\\r|\\n|\\z)|#[^\\r\\n]*+(?=[\\r\\n]|\\z))*+");

    private TapeInvariants() {}

    public static void check(Source source, TokenTape tape) {
        checkTokensAndGaps(source, tape);
        checkComments(source, tape);
        checkPartners(tape);
        checkStructure(source, tape);
        int previous = 0;
        for (var problem : tape.problems()) {
            assertThat(problem.offset()).isBetween(previous, source.length());
            previous = problem.offset();
        }
    }

    private static void checkTokensAndGaps(Source source, TokenTape tape) {
        int p = source.textStart();
        for (int i = 0; i < tape.count(); i++) {
            if (tape.start(i) < p || tape.end(i) < tape.start(i)) {
                fail("%s: token %d at %d..%d after %d", source, i, tape.start(i), tape.end(i), p);
            }
            checkGap(source, tape, i, p);
            boolean mayBeEmpty = switch (tape.kind(i)) {
                case TokenKind.NEWLINE, TokenKind.EOF, TokenKind.FSTRING_END -> true;
                default -> false;
            };
            boolean isEmpty = tape.start(i) == tape.end(i);
            boolean mustBeEmpty = tape.kind(i) == TokenKind.INDENT || tape.kind(i) == TokenKind.DEDENT;
            if (isEmpty && !mayBeEmpty && !mustBeEmpty || !isEmpty && mustBeEmpty) {
                fail(
                        "%s: token %d %s is %d bytes long",
                        source, i, TokenKind.name(tape.kind(i)), tape.end(i) - tape.start(i));
            }
            p = tape.end(i);
        }
        assertThat(p).as("end of the last token of %s", source).isEqualTo(source.length());
    }

    private static void checkGap(Source source, TokenTape tape, int token, int start) {
        int end = tape.start(token);
        boolean lineBreak = false;
        boolean comment = false;
        if (start < end) {
            String gap = new String(source.bytes(), start, end - start, StandardCharsets.ISO_8859_1);
            if (!TRIVIA.matcher(gap).matches()) {
                fail("%s: gap before token %d at %d is <%s>", source, token, start, gap);
            }
            lineBreak = gap.indexOf('\n') >= 0 || gap.indexOf('\r') >= 0;
            comment = gap.indexOf('#') >= 0;
        }
        if (tape.has(token, TokenTape.LINE_BREAK_BEFORE) != lineBreak
                || tape.has(token, TokenTape.COMMENT_BEFORE) != comment) {
            fail("%s: flags of token %d at %d are %d", source, token, start, tape.flags(token));
        }
    }

    private static void checkComments(Source source, TokenTape tape) {
        int previous = 0;
        for (int i = 0; i < tape.commentCount(); i++) {
            int start = tape.commentStart(i);
            int end = tape.commentEnd(i);
            assertThat(source.bytes()[start]).isEqualTo((byte) '#');
            assertThat(start).isGreaterThanOrEqualTo(previous);
            assertThat(end).isGreaterThan(start);
            previous = end;
        }
    }

    private static void checkPartners(TokenTape tape) {
        for (int i = 0; i < tape.count(); i++) {
            int partner = tape.partner(i);
            if (partner != 0 && tape.partner(partner) != i) {
                fail("partner of %d is %d, whose partner is %d", i, partner, tape.partner(partner));
            }
            if (partner > i && tape.kind(partner) != closing(tape.kind(i))) {
                fail("partner of %s is %s", TokenKind.name(tape.kind(i)), TokenKind.name(tape.kind(partner)));
            }
        }
    }

    private static byte closing(byte opening) {
        return opening == TokenKind.FSTRING_START ? TokenKind.FSTRING_END : (byte) (opening + 1);
    }

    private static void checkStructure(Source source, TokenTape tape) {
        int depth = 0;
        for (int i = 0; i < tape.count(); i++) {
            if (tape.kind(i) == TokenKind.INDENT) {
                depth++;
            } else if (tape.kind(i) == TokenKind.DEDENT) {
                depth--;
            }
            assertThat(depth).as("indentation in %s", source).isNotNegative();
        }
        assertThat(depth).as("indentation at the end of %s", source).isZero();
        assertThat(tape.kind(tape.count() - 1)).isEqualTo(TokenKind.EOF);
        if (tape.count() > 1) {
            byte last = tape.kind(tape.count() - 2);
            assertThat(last == TokenKind.NEWLINE || last == TokenKind.DEDENT)
                    .as("%s ends with a logical line", source)
                    .isTrue();
        }
    }
}
