package dev.codemod.codemod;

import dev.codemod.source.Source;
import dev.codemod.source.TextEdit;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the places of a text that was edited, maybe several times, in the file as it was on disk. Immutable.
 *
 * <p>A place inside text that an edit brought is that of the edit.
 */
final class Positions {
    private final Source original;
    private final List<List<TextEdit>> steps;

    private Positions(Source original, List<List<TextEdit>> steps) {
        this.original = original;
        this.steps = steps;
    }

    /** Returns the places of a text that was not edited. */
    static Positions of(Source original) {
        return new Positions(original, List.of());
    }

    /** Returns the places of what edits of this text gave. */
    Positions after(List<TextEdit> edits) {
        List<List<TextEdit>> all = new ArrayList<>(steps);
        all.add(edits);
        return new Positions(original, all);
    }

    /** Returns the text as it was on disk. */
    Source original() {
        return original;
    }

    /** Returns the offset on disk of what begins at {@code offset}. */
    int start(int offset) {
        int start = offset;
        for (int i = steps.size() - 1; i >= 0; i--) {
            start = before(steps.get(i), start, false);
        }
        return start;
    }

    /** Returns the offset on disk of what ends at {@code offset}. */
    int end(int offset) {
        int end = offset;
        for (int i = steps.size() - 1; i >= 0; i--) {
            end = before(steps.get(i), end, true);
        }
        return end;
    }

    private static int before(List<TextEdit> edits, int offset, boolean isEnd) {
        int growth = 0;
        for (TextEdit edit : edits) {
            int start = edit.start() + growth;
            int end = start + edit.replacement().length;
            if (offset < start || isEnd && offset == start) {
                break;
            }
            if (offset < end) {
                return isEnd ? edit.end() : edit.start();
            }
            growth += edit.replacement().length - (edit.end() - edit.start());
        }
        return offset - growth;
    }
}
