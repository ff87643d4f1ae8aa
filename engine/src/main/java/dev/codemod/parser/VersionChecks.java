package dev.codemod.parser;

import dev.codemod.lexer.TokenTape;
import dev.codemod.source.LanguageLevel;
import dev.codemod.tree.Argument;
import dev.codemod.tree.Attribute;
import dev.codemod.tree.Call;
import dev.codemod.tree.Expression;
import dev.codemod.tree.Identifier;
import dev.codemod.tree.Keyword;
import dev.codemod.tree.Name;
import dev.codemod.tree.NodeList;
import dev.codemod.tree.Starred;
import dev.codemod.tree.Tuple;
import java.util.Arrays;

/** Checks of the language level that need more than one look at a token. */
final class VersionChecks {
    /** Python 3.7 and newer, patched, convert no decimal integer of more digits. */
    private static final int MAX_DIGITS = 4300;

    private VersionChecks() {}

    /** Checks a number token. */
    static void number(TokenCursor t, int token) {
        TokenTape tape = t.tape;
        int length = tape.end(token) - tape.start(token);
        if (length > MAX_DIGITS && t.level.isAtLeast(LanguageLevel.PY37)) {
            digits(t, token);
        }
        if (!t.level.isAtLeast(LanguageLevel.PY36)) {
            underscores(t, token);
        }
    }

    private static void digits(TokenCursor t, int token) {
        int digits = 0;
        for (int p = t.tape.start(token); p < t.tape.end(token); p++) {
            byte b = t.bytes[p];
            if (b >= '0' && b <= '9') {
                digits++;
            } else if (b != '_') {
                return;
            }
        }
        if (digits > MAX_DIGITS) {
            throw t.fail("Exceeds the limit (4300 digits) for integer string conversion: value has " + digits
                    + " digits; use sys.set_int_max_str_digits() to increase the limit - Consider hexadecimal for huge"
                    + " integer literals to avoid decimal conversion limits.");
        }
    }

    private static void underscores(TokenCursor t, int token) {
        for (int p = t.tape.start(token); p < t.tape.end(token); p++) {
            if (t.bytes[p] == '_') {
                t.since(LanguageLevel.PY36, token, "underscores in numbers");
                return;
            }
        }
    }

    /** Returns whether an expression is a tuple without parentheses that has starred elements. */
    static boolean isBareTupleWithStar(Expression expression) {
        if (expression instanceof Starred) {
            return expression.parentheses() == 0;
        }
        if (!(expression instanceof Tuple tuple) || tuple.isParenthesized()) {
            return false;
        }
        for (int i = 0; i < tuple.elements().size(); i++) {
            if (tuple.elements().get(i) instanceof Starred) {
                return true;
            }
        }
        return false;
    }

    /** Checks a decorator: before 3.9 a dotted name with at most one call. */
    static void decorator(TokenCursor t, Expression decorator) {
        if (t.level.isAtLeast(LanguageLevel.PY39)) {
            return;
        }
        boolean isPlain = decorator.parentheses() == 0;
        Expression name = isPlain && decorator instanceof Call call ? call.func() : decorator;
        while (name instanceof Attribute attribute && name.parentheses() == 0) {
            name = attribute.value();
        }
        if (!(name instanceof Name) || name.parentheses() > 0) {
            t.since(
                    LanguageLevel.PY39,
                    decorator.outerFirstToken(),
                    "a decorator that is no dotted name or call of one");
        }
    }

    /** Notes a keyword that is given twice, which up to 3.8 the parser rejected and not the compiler. */
    static void repeatedKeywords(TokenCursor t, NodeList<Argument> arguments) {
        for (int i = 0; i < arguments.size(); i++) {
            Identifier name = nameOf(arguments.get(i));
            for (int j = 0; name != null && j < i; j++) {
                Identifier other = nameOf(arguments.get(j));
                if (other != null && isSame(t, name.firstToken(), other.firstToken())) {
                    throw t.failAt(name, "keyword argument repeated");
                }
            }
        }
    }

    private static Identifier nameOf(Argument argument) {
        return argument instanceof Keyword keyword ? keyword.name() : null;
    }

    private static boolean isSame(TokenCursor t, int a, int b) {
        TokenTape tape = t.tape;
        return Arrays.equals(t.bytes, tape.start(a), tape.end(a), t.bytes, tape.start(b), tape.end(b));
    }
}
