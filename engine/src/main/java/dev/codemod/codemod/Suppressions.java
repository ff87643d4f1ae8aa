package dev.codemod.codemod;

import dev.codemod.lexer.TokenTape;
import dev.codemod.source.Source;
import dev.codemod.tree.Parsed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    private final Source source;
    private final Map<Integer, Suppression> byLine = new LinkedHashMap<>();
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
        byLine.put(source.line(start), new Suppression(start, end, ids(matcher.group(2))));
    }

    /** Returns the ids of a list with commas between them, or null if there is no list. */
    private static List<String> ids(String list) {
        if (list == null) {
            return null;
        }
        List<String> ids = new ArrayList<>();
        for (String id : list.split(",")) {
            ids.add(id.strip());
        }
        return ids;
    }

    boolean isFileSkipped() {
        return isFileSkipped;
    }

    /** Returns whether the comment of a place's first or last line ignores the codemod; notes that it was needed. */
    boolean isIgnored(String codemod, int firstLine, int lastLine) {
        return !byLine.isEmpty() && (isIgnored(codemod, firstLine) || isIgnored(codemod, lastLine));
    }

    private boolean isIgnored(String codemod, int line) {
        Suppression suppression = byLine.get(line);
        return suppression != null && suppression.ignores(codemod);
    }

    /** Returns the comments that ignore codemods, in the order of the file. */
    Collection<Suppression> all() {
        return byLine.values();
    }
}
