package dev.codemod.lexer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codemod.Python3;
import dev.codemod.source.LanguageLevel;
import dev.codemod.source.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Compares tapes with the tokens of CPython's {@code tokenize} module.
 *
 * <p>One letter and one position for each token: the start and end of what has a text, comments included, and the start
 * of line ends. An interpolated string counts as one token, since {@code tokenize} takes it for one before 3.12.
 */
class TokenizeTest {
    /** Every so many files are compared; {@code -Dcodemod.tokenize.sample=1} compares all. */
    private static final int SAMPLE = Integer.getInteger("codemod.tokenize.sample", 12);

    private static final String PROGRAM = """
            import ast, sys, token, tokenize
            LETTERS = {token.NAME: 'N', token.NUMBER: '0', token.STRING: 'S', token.OP: 'O', token.COMMENT: 'C',
                       token.NEWLINE: 'L', token.INDENT: 'I', token.DEDENT: 'D', token.ERRORTOKEN: 'E'}
            STARTS = [getattr(token, name) for name in ('FSTRING_START', 'TSTRING_START') if hasattr(token, name)]
            ENDS = [getattr(token, name) for name in ('FSTRING_END', 'TSTRING_END') if hasattr(token, name)]
            for path in sys.stdin.read().split('\\n'):
                lines = []
                depth = 0
                try:
                    with open(path, 'rb') as file:
                        ast.parse(file.read())
                        file.seek(0)
                        for t in tokenize.tokenize(file.readline):
                            if t.type in STARTS:
                                start = t.start if depth == 0 else start
                                depth += 1
                            elif t.type in ENDS:
                                depth -= 1
                                if depth == 0:
                                    lines.append('S %d:%d %d:%d' % (start + t.end))
                            elif depth == 0 and t.type in LETTERS:
                                letter = LETTERS[t.type]
                                if letter == 'E':
                                    raise SyntaxError('a name that tokenize before 3.12 does not know')
                                if letter == 'L':
                                    lines.append('L %d:%d' % t.start)
                                elif letter in 'ID':
                                    lines.append(letter)
                                else:
                                    lines.append(letter + ' %d:%d %d:%d' % (t.start + t.end))
                except (tokenize.TokenError, SyntaxError, ValueError):
                    lines = ['rejected']
                print(path, *lines, sep='\\n', end='\\n\\n')
            """;

    @Test
    void agreesWithTokenizeOnTheLibrary() throws IOException {
        List<Path> library = Python3.library();
        List<String> paths = new ArrayList<>();
        for (int i = 0; i < library.size(); i += SAMPLE) {
            paths.add(library.get(i).toString());
        }
        String[] files =
                Python3.run(PROGRAM, List.of(), String.join("\n", paths)).split("\n\n");
        assertThat(files).hasSameSizeAs(paths);
        int compared = 0;
        for (String file : files) {
            int lineEnd = file.indexOf('\n');
            String expected = lineEnd < 0 ? "" : file.substring(lineEnd + 1);
            if (!expected.equals("rejected")) {
                Path path = Path.of(lineEnd < 0 ? file : file.substring(0, lineEnd));
                assertSame(path, tokens(path).split("\n"), expected.split("\n"));
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(paths.size() / 2);
    }

    /** Shows no more than the surroundings of the first difference. */
    private static void assertSame(Path path, String[] actual, String[] expected) {
        int difference = Arrays.mismatch(actual, expected);
        if (difference >= 0) {
            assertThat(around(actual, difference)).as("%s", path).isEqualTo(around(expected, difference));
        }
    }

    private static List<String> around(String[] lines, int index) {
        return List.of(lines).subList(Math.max(0, index - 3), Math.min(lines.length, index + 3));
    }

    private static String tokens(Path path) throws IOException {
        Source source = Source.of(path.toString(), Files.readAllBytes(path));
        TokenTape tape = Lexer.lex(source, LanguageLevel.LATEST);
        List<String> lines = new ArrayList<>();
        int comment = 0;
        for (int i = 0; i < tape.count(); i++) {
            // tokenize writes the comments that precede a dedent before it and an indent after it, like any gap
            while (comment < tape.commentCount() && tape.commentStart(comment) < tape.start(i)) {
                lines.add(line('C', source, tape.commentStart(comment), tape.commentEnd(comment)));
                comment++;
            }
            int end = tape.kind(i) == TokenKind.FSTRING_START ? tape.partner(i) : i;
            String line = line(source, tape, i, end);
            if (line != null) {
                lines.add(line);
            }
            while (comment < tape.commentCount() && tape.commentStart(comment) < tape.end(end)) {
                comment++;
            }
            i = end;
        }
        return String.join("\n", lines);
    }

    private static String line(Source source, TokenTape tape, int first, int last) {
        int start = tape.start(first);
        switch (tape.kind(first)) {
            case TokenKind.EOF:
                return null;
            case TokenKind.NEWLINE:
                return "L " + position(source, start);
            case TokenKind.INDENT:
                return "I";
            case TokenKind.DEDENT:
                return "D";
            default:
                return line(letter(tape.kind(first)), source, start, tape.end(last));
        }
    }

    private static char letter(byte kind) {
        switch (kind) {
            case TokenKind.NUMBER:
                return '0';
            case TokenKind.STRING:
            case TokenKind.FSTRING_START:
                return 'S';
            case TokenKind.ERROR:
                return 'E';
            default:
                return kind == TokenKind.NAME || TokenKind.isKeyword(kind) ? 'N' : 'O';
        }
    }

    private static String line(char letter, Source source, int start, int end) {
        return letter + " " + position(source, start) + " " + position(source, end);
    }

    private static String position(Source source, int offset) {
        return source.line(offset) + ":" + source.codePointColumn(offset);
    }
}
