package dev.codemod.codemod;

import dev.codemod.lexer.TokenTape;
import dev.codemod.source.Source;
import dev.codemod.tree.Parsed;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The comments of a file that tell codemods to leave something alone: {@code # codemod: skip-file}, and
 * {@code # codemod: ignore} or {@code # codemod: ignore[id, ...]} for the places on the comment's line.
 */
final class Suppressions {
    private static final Pattern COMMENT =
            Pattern.compile("#\\s*codemod:\\s*(?:(skip-file)|ignore(?:\\[([^\\]]*)\\])?)\\s*(?:#.*)?$");
    private static final byte[] MARK = {'c', 'o', 'd', 'e', 'm', 'o', 'd'};
    private static final String ALL = "*";

    private final Source source;
    private final Map<Integer, Set<String>> ignoredByLine = new HashMap<>();
    private boolean isFileSkipped;

    private Suppressions(Parsed parsed) {
        this.source = parsed.source();
        TokenTape tape = parsed.tape();
        for (int i = 0; i < tape.commentCount(); i++) {
            if (mentionsCodemod(tape.commentStart(i), tape.commentEnd(i))) {
                read(tape.commentStart(i), tape.commentEnd(i));
            }
        }
    }

    static Suppressions of(Parsed parsed) {
        return new Suppressions(parsed);
    }

    private boolean mentionsCodemod(int start, int end) {
        byte[] bytes = source.bytes();
        for (int i = start; i + MARK.length <= end; i++) {
            if (Arrays.equals(bytes, i, i + MARK.length, MARK, 0, MARK.length)) {
                return true;
            }
        }
        return false;
    }

    private void read(int start, int end) {
        Matcher matcher = COMMENT.matcher(source.text(start, end));
        if (!matcher.find()) {
            return;
        }
        if (matcher.group(1) != null) {
            isFileSkipped = true;
            return;
        }
        Set<String> ids = ignoredByLine.computeIfAbsent(source.line(start), line -> new HashSet<>());
        if (matcher.group(2) == null) {
            ids.add(ALL);
        } else {
            for (String id : matcher.group(2).split(",")) {
                ids.add(id.strip());
            }
        }
    }

    boolean isFileSkipped() {
        return isFileSkipped;
    }

    /** Returns whether the comment of a place's first or last line ignores the codemod. */
    boolean isIgnored(String codemod, int firstLine, int lastLine) {
        return !ignoredByLine.isEmpty() && (isIgnored(codemod, firstLine) || isIgnored(codemod, lastLine));
    }

    private boolean isIgnored(String codemod, int line) {
        Set<String> ids = ignoredByLine.get(line);
        return ids != null && (ids.contains(ALL) || ids.contains(codemod));
    }
}
