package dev.codemod.lexer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codemod.source.LanguageLevel;
import java.util.List;
import org.junit.jupiter.api.Test;

class LexerTest {
    @Test
    void anEmptyTextIsOneToken() {
        assertThat(Tokens.of("")).isEmpty();
        assertThat(Tokens.lex("").count()).isEqualTo(1);
        assertThat(Tokens.lex("# c\n\n").count()).isEqualTo(1);
    }

    @Test
    void operatorsAreTheLongestThatFit() {
        assertThat(Tokens.of("a+b-c*d/e//f%g**h|i&j^k<<l>>m@n"))
                .isEqualTo("NAME:a + NAME:b - NAME:c * NAME:d / NAME:e // NAME:f % NAME:g ** NAME:h | NAME:i & NAME:j ^"
                        + " NAME:k << NAME:l >> NAME:m @ NAME:n");
        assertThat(Tokens.of("+= -= *= /= //= %= **= |= &= ^= <<= >>= @= = == != <= >= < > -> := ~ ; , : . ..."))
                .isEqualTo("+= -= *= /= //= %= **= |= &= ^= <<= >>= @= = == != <= >= < > -> := ~ ; , : . ...");
        assertThat(Tokens.of("a=-~b")).isEqualTo("NAME:a = - ~ NAME:b");
        assertThat(Tokens.of("....")).isEqualTo("... .");
    }

    @Test
    void allReservedWordsAreKeywordsAndNothingElseIs() {
        String words =
                "False None True and as assert async await break class continue def del elif else except finally for"
                        + " from global if import in is lambda nonlocal not or pass raise return try while with yield";
        assertThat(Tokens.of(words)).isEqualTo(words);
        assertThat(Tokens.of("match case type _ print exec Def iff i f fo forr nonlocall"))
                .isEqualTo("NAME:match NAME:case NAME:type NAME:_ NAME:print NAME:exec NAME:Def NAME:iff NAME:i NAME:f"
                        + " NAME:fo NAME:forr NAME:nonlocall");
    }

    @Test
    void asyncAndAwaitAreNamesBefore37() {
        assertThat(Tokens.of("async await", LanguageLevel.PY36)).isEqualTo("NAME:async NAME:await");
        assertThat(Tokens.of("async await", LanguageLevel.PY37)).isEqualTo("async await");
    }

    @Test
    void python2HasItsOwnWordsAndOperators() {
        assertThat(Tokens.of("True False None nonlocal async print exec", LanguageLevel.PY27))
                .isEqualTo("NAME:True NAME:False NAME:None NAME:nonlocal NAME:async NAME:print NAME:exec");
        assertThat(Tokens.of("a <> `b`", LanguageLevel.PY27)).isEqualTo("NAME:a !=:<> ` NAME:b `");
        assertThat(Tokens.of("x[...]", LanguageLevel.PY27)).isEqualTo("NAME:x [ . . . ]");
        assertThat(Tokens.of("a <> b")).isEqualTo("NAME:a < > NAME:b");
        assertThat(Tokens.problems("`b`")).containsExactly("invalid syntax", "invalid syntax");
    }

    @Test
    void commentsAndBlanksAreGaps() {
        TokenTape tape = Tokens.lex("# one\n\nx = 1  # two\n  # three");
        assertThat(tape.count()).isEqualTo(5);
        assertThat(tape.commentCount()).isEqualTo(3);
        assertThat(tape.commentStart(1)).isEqualTo(14);
        assertThat(tape.commentEnd(1)).isEqualTo(19);
        assertThat(tape.flags(0)).isEqualTo((byte) (TokenTape.COMMENT_BEFORE | TokenTape.LINE_BREAK_BEFORE));
        assertThat(tape.flags(3)).isEqualTo(TokenTape.COMMENT_BEFORE);
        assertThat(tape.kind(3)).isEqualTo(TokenKind.NEWLINE);
        assertThat(tape.end(3) - tape.start(3)).isEqualTo(1);
    }

    @Test
    void everyLineEndEndsALine() {
        assertThat(Tokens.of("a\rb\r\nc\nd")).isEqualTo("NAME:a NEWLINE NAME:b NEWLINE NAME:c NEWLINE NAME:d");
        assertThat(Tokens.of("a # c\rb")).isEqualTo("NAME:a NEWLINE NAME:b");
        assertThat(Tokens.of("'''\r\n\r'''")).isEqualTo("STRING:'''\r\n\r'''");
    }

    @Test
    void aMissingFinalLineEndIsAnEmptyToken() {
        TokenTape tape = Tokens.lex("if a:\n  b # c");
        int newline = tape.count() - 3;
        assertThat(tape.kind(newline)).isEqualTo(TokenKind.NEWLINE);
        assertThat(tape.start(newline)).isEqualTo(13);
        assertThat(tape.end(newline)).isEqualTo(13);
        assertThat(tape.kind(newline + 1)).isEqualTo(TokenKind.DEDENT);
        assertThat(tape.kind(newline + 2)).isEqualTo(TokenKind.EOF);
    }

    @Test
    void backslashesJoinLines() {
        assertThat(Tokens.of("a = \\\n  1")).isEqualTo("NAME:a = NUMBER:1");
        assertThat(Tokens.of("a = \\\r\n  1")).isEqualTo("NAME:a = NUMBER:1");
        assertThat(Tokens.of("a \\\n\nb")).isEqualTo("NAME:a NEWLINE NAME:b");
        TokenTape tape = Tokens.lex("a \\\n+ b");
        assertThat(tape.has(1, TokenTape.BACKSLASH_BEFORE)).isTrue();
        assertThat(tape.has(1, TokenTape.LINE_BREAK_BEFORE)).isTrue();
    }

    @Test
    void aBackslashMustEndItsLine() {
        assertThat(Tokens.problems("a = \\ 1"))
                .containsExactly("unexpected character after line continuation character");
        assertThat(Tokens.problems("a \\# c"))
                .containsExactly("unexpected character after line continuation character");
        assertThat(Tokens.problems("a \\")).containsExactly("unexpected EOF while parsing");
        assertThat(Tokens.problems("a \\\n")).containsExactly("unexpected EOF while parsing");
        assertThat(Tokens.problems("a \\", LanguageLevel.PY37)).isEmpty();
        assertThat(Tokens.problems("a \\\n", LanguageLevel.PY27)).isEmpty();
    }

    @Test
    void stringsTakeTheirPrefixes() {
        for (String prefix : List.of("", "b", "B", "r", "u", "U", "br", "Br", "rb", "RB")) {
            assertThat(Tokens.of(prefix + "'a\\'b'")).isEqualTo("STRING:" + prefix + "'a\\'b'");
            assertThat(Tokens.of(prefix + "\"\"\"a\"\"\\\"b\n\"\"\""))
                    .isEqualTo("STRING:" + prefix + "\"\"\"a\"\"\\\"b\n\"\"\"");
        }
        assertThat(Tokens.of("ur'' bu'' x''")).isEqualTo("NAME:ur STRING:'' NAME:bu STRING:'' NAME:x STRING:''");
        assertThat(Tokens.of("ur'' br'' rb'' f''", LanguageLevel.PY27))
                .isEqualTo("STRING:ur'' STRING:br'' NAME:rb STRING:'' NAME:f STRING:''");
        assertThat(Tokens.of("'a\\\nb' 'a\\\r\nb'")).isEqualTo("STRING:'a\\\nb' STRING:'a\\\r\nb'");
        assertThat(Tokens.of("'''' '''")).isEqualTo("STRING:'''' '''");
    }

    @Test
    void unterminatedStringsEndWithTheirLine() {
        assertThat(Tokens.of("a = 'b\nc")).isEqualTo("NAME:a = STRING:'b NEWLINE NAME:c");
        assertThat(Tokens.problems("\na = 'b\\\nc\nd"))
                .containsExactly("unterminated string literal (detected at line 3)");
        assertThat(Tokens.problems("a = 'b", LanguageLevel.PY27)).containsExactly("EOL while scanning string literal");
        assertThat(Tokens.problems("x('b\\')\n"))
                .contains("unterminated string literal (detected at line 1); perhaps you escaped the end quote?");
        assertThat(Tokens.problems("'b\\'", LanguageLevel.PY312))
                .containsExactly("unterminated string literal (detected at line 1)");
        assertThat(Tokens.lex("'b").has(0, TokenTape.UNTERMINATED)).isTrue();
        assertThat(Tokens.lex("'b'").has(0, TokenTape.UNTERMINATED)).isFalse();
        assertThat(Tokens.problems("'b\\")).containsExactly("unterminated string literal (detected at line 1)");
    }

    @Test
    void unterminatedTripleQuotedStringsEndWithTheFile() {
        assertThat(Tokens.of("a = '''b\nc''")).isEqualTo("NAME:a = STRING:'''b\nc''");
        assertThat(Tokens.problems("a = '''b\n\n"))
                .containsExactly("unterminated triple-quoted string literal (detected at line 2)");
        assertThat(Tokens.problems("a = \"\"\"", LanguageLevel.PY27))
                .containsExactly("EOF while scanning triple-quoted string literal");
    }

    @Test
    void namesMayHaveTheCharactersOfPep3131() {
        String names =
                "\u00E9t\u00E9 \u540D\u524D a\u0301 \uD835\uDC65 x\u00B7 \uFF44\uFF45\uFF46 a\u200Db \uD803\uDD4A";
        assertThat(Tokens.problems(names)).isEmpty();
        assertThat(Tokens.of(names)).hasSameSizeAs("NAME:".repeat(8) + names).startsWith("NAME:");
        assertThat(Tokens.lex("\u00E9").has(0, TokenTape.NON_ASCII)).isTrue();
        assertThat(Tokens.lex("'\\\u00E9'").has(0, TokenTape.NON_ASCII)).isTrue();
        assertThat(Tokens.lex("'''\\\u00E9'''").has(0, TokenTape.NON_ASCII)).isTrue();
        assertThat(Tokens.lex("e # \u00E9").has(0, TokenTape.NON_ASCII)).isFalse();
    }

    @Test
    void otherCharactersAreNoNames() {
        assertThat(Tokens.problems("x = \u201Cabc\u201D")).containsExactly("invalid character '\u201C' (U+201C)");
        assertThat(Tokens.problems("x\u00A0= 1")).containsExactly("invalid non-printable character U+00A0");
        assertThat(Tokens.problems("a\u20AC")).containsExactly("invalid character '\u20AC' (U+20AC)");
        assertThat(Tokens.problems("a \uFEFFb")).containsExactly("invalid non-printable character U+FEFF");
        assertThat(Tokens.lex("ab\u20AC").problems().get(0).offset()).isEqualTo(2);
        assertThat(Tokens.lex("x = \u201Cabc").kind(2)).isEqualTo(TokenKind.ERROR);
        assertThat(Tokens.problems("\u00E9 = 1", LanguageLevel.PY27)).containsExactly("invalid syntax");
    }

    @Test
    void bytesThatBeginNoTokenAreErrors() {
        assertThat(Tokens.of("a $ b")).isEqualTo("NAME:a ERROR:$ NAME:b");
        assertThat(Tokens.problems("a ? b")).containsExactly("invalid syntax");
        assertThat(Tokens.problems("a ! b")).containsExactly("invalid syntax");
        assertThat(Tokens.problems("a\u000Bb")).containsExactly("invalid non-printable character U+000B");
        assertThat(Tokens.problems("a\u001A")).containsExactly("invalid non-printable character U+001A");
        assertThat(Tokens.problems("a \0\0\0 b")).containsExactly("source code cannot contain null bytes");
    }

    @Test
    void problemsComeInTheOrderOfTheirOffsets() {
        List<String> problems = Tokens.problems("a = (1\nb = $\ndef f(): pass\n");
        assertThat(problems).containsExactly("'(' was never closed", "invalid syntax");
    }

    @Test
    void hugeStatementsAreNoProblem() {
        TokenTape tape = Tokens.lex("x = (" + "1 +\n".repeat(50_000) + "1)");
        assertThat(tape.count()).isEqualTo(100_007);
        assertThat(tape.problems()).isEmpty();
        assertThat(tape.partner(2)).isEqualTo(tape.count() - 3);
    }
}
