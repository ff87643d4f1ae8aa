package dev.codemod.rewrite;

/** Whether two pieces of text would run together: become one token, or tokens of another kind. */
final class Seams {
    private Seams() {}

    /** Returns whether a blank is needed between a byte and the one that is to follow it; 0 stands for no byte. */
    static boolean needBlank(byte before, byte after) {
        if (before == 0 || after == 0) {
            return false;
        }
        if (Text.isWord(before)) {
            return Text.isWord(after) || isQuote(after) && !(before >= '0' && before <= '9');
        }
        if (isQuote(before)) {
            return isQuote(after);
        }
        if (after == '=') {
            return "+-*/%&|^<>=!:@".indexOf(before) >= 0;
        }
        if (before == after) {
            // Two braces are text in an interpolated string; elsewhere a set or dict as an element is hardly worth a
            // rule.
            return "*/<>.{".indexOf(before) >= 0;
        }
        return after == '>' && (before == '-' || before == '<');
    }

    private static boolean isQuote(byte b) {
        return b == '"' || b == '\'';
    }
}
