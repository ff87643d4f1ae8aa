package dev.codemod.project;

import dev.codemod.tree.StringConstant;

/** Reads strings as names. */
final class Strings {
    private Strings() {}

    /** Returns what stands between the quotes of a string, escapes as written. */
    static String content(StringConstant string) {
        String text = string.sourceText();
        int start = 0;
        while (text.charAt(start) != '"' && text.charAt(start) != '\'') {
            start++;
        }
        int quotes = text.startsWith("\"\"\"", start) || text.startsWith("'''", start) ? 3 : 1;
        String closing = text.substring(start, start + quotes);
        start += quotes;
        int end = text.endsWith(closing) ? text.length() - quotes : text.length();
        return text.substring(start, Math.max(start, end));
    }

    /** Returns whether a string reads as a dotted name or an entry point: {@code shop.config.Config}, {@code a.b:c}. */
    static boolean isDotted(String text) {
        boolean separated = false;
        boolean colon = false;
        boolean startsPart = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '.' || c == ':') {
                if (startsPart || c == ':' && colon) {
                    return false;
                }
                colon |= c == ':';
                separated = true;
                startsPart = true;
            } else if (startsPart ? !isStart(c) : !isPart(c)) {
                return false;
            } else {
                startsPart = false;
            }
        }
        return separated && !startsPart;
    }

    /** Returns whether a string is an identifier. */
    static boolean isIdentifier(String text) {
        if (text.isEmpty() || !isStart(text.charAt(0))) {
            return false;
        }
        for (int i = 1; i < text.length(); i++) {
            if (!isPart(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isStart(char c) {
        return c == '_' || Character.isUnicodeIdentifierStart(c);
    }

    private static boolean isPart(char c) {
        return c == '_' || Character.isUnicodeIdentifierPart(c);
    }
}
