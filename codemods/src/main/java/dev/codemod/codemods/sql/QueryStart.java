package dev.codemod.codemods.sql;

import dev.codemod.tree.Module;
import dev.codemod.tree.StringPart;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/** Tells by the first word of its strings whether a file can compose a query that {@link SqlStatement#readsAsSql}. */
final class QueryStart {
    private static final Set<String> WORDS = Set.of(
            "SELECT",
            "INSERT",
            "REPLACE",
            "UPDATE",
            "DELETE",
            "WITH",
            "CREATE",
            "ALTER",
            "DROP",
            "TRUNCATE",
            "PRAGMA",
            "EXPLAIN");

    /** What may stand before the first word: quotes, blanks, brackets. Comments are not looked into. */
    private static final String BEFORE = "\"'({ \t\r\n\f";

    private static final String COMMENTS = "-/#";

    private QueryStart() {}

    static boolean isIn(Module module) {
        for (StringPart string : module.findAll(StringPart.class)) {
            if (isIn(string)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isIn(StringPart string) {
        byte[] bytes = string.parsed().source().bytes();
        int end = string.endOffset();
        int at = afterLetters(bytes, string.startOffset(), end);
        while (at < end && (bytes[at] == '\\' || BEFORE.indexOf(bytes[at]) >= 0)) {
            at += bytes[at] == '\\' ? 2 : 1;
        }
        if (at >= end) {
            return false;
        }
        int last = afterLetters(bytes, at, end);
        String word = new String(bytes, at, last - at, StandardCharsets.ISO_8859_1).toUpperCase(Locale.ROOT);
        return COMMENTS.indexOf(bytes[at]) >= 0 || WORDS.contains(word);
    }

    private static int afterLetters(byte[] bytes, int start, int end) {
        int at = start;
        while (at < end && (bytes[at] | 0x20) >= 'a' && (bytes[at] | 0x20) <= 'z') {
            at++;
        }
        return at;
    }
}
