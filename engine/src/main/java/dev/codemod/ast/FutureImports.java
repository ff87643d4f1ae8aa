package dev.codemod.ast;

import dev.codemod.lexer.TokenKind;
import dev.codemod.lexer.TokenTape;
import dev.codemod.source.Source;
import dev.codemod.tree.Parsed;

/** What a Python 2 file imports from {@code __future__}, read from its tokens. */
final class FutureImports {
    private final Source source;
    private final TokenTape tape;

    private FutureImports(Parsed parsed) {
        source = parsed.source();
        tape = parsed.tape();
    }

    /** Returns whether string literals without a prefix are {@code unicode}: CPython decides that for the whole file. */
    static boolean hasUnicodeLiterals(Parsed parsed) {
        return new FutureImports(parsed).imports("unicode_literals");
    }

    private boolean imports(String feature) {
        int token = 0;
        while (true) {
            switch (tape.kind(token)) {
                case TokenKind.STRING:
                case TokenKind.NEWLINE:
                case TokenKind.SEMI:
                    token++;
                    break;
                case TokenKind.FROM:
                    if (!is(token + 1, "__future__")) {
                        return false;
                    }
                    for (token += 2; !endsStatement(token); token++) {
                        if (is(token, feature) && tape.kind(token - 1) != TokenKind.AS) {
                            return true;
                        }
                    }
                    break;
                default:
                    return false;
            }
        }
    }

    private boolean endsStatement(int token) {
        byte kind = tape.kind(token);
        return kind == TokenKind.NEWLINE || kind == TokenKind.SEMI || kind == TokenKind.EOF;
    }

    private boolean is(int token, String name) {
        return tape.kind(token) == TokenKind.NAME
                && source.text(tape.start(token), tape.end(token)).equals(name);
    }
}
