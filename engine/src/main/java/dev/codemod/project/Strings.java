package dev.codemod.project;

import dev.codemod.tree.StringConstant;
import java.util.ArrayList;
import java.util.List;

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

    /** Returns the dotted names in the text of an expression; words in strings inside it are left out. */
    static List<String> dottedNames(String expression) {
        List<String> names = new ArrayList<>(1);
        char quote = 0;
        int start = -1;
        for (int i = 0; i <= expression.length(); i++) {
            char c = i == expression.length() ? ' ' : expression.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
                continue;
            }
            if (start < 0) {
                start = isStart(c) ? i : start;
            } else if (!isPart(c) && c != '.') {
                names.add(expression.substring(start, i));
                start = -1;
            }
            quote = c == '"' || c == '\'' ? c : 0;
        }
        return names;
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
