package dev.codemod.rewrite;

import dev.codemod.source.Source;
import dev.codemod.source.TextEdit;
import dev.codemod.source.TextEdits;
import dev.codemod.tree.Parsed;
import java.util.List;

/** What printing a changed tree gave: the edits of the original text, and the new text. */
public final class Printed {
    private final Parsed original;
    private final List<TextEdit> edits;
    private final List<String> droppedComments;
    private byte[] bytes;

    Printed(Parsed original, List<TextEdit> edits, List<String> droppedComments) {
        this.original = original;
        this.edits = edits;
        this.droppedComments = droppedComments;
    }

    /** Returns whether there is anything to change. */
    public boolean isChanged() {
        return !edits.isEmpty();
    }

    /** Returns the edits, sorted and disjoint, with byte offsets in the original text. */
    public List<TextEdit> edits() {
        return edits;
    }

    /**
     * Returns the comments of the original text that the new one lacks on purpose, from their {@code #} on and in the
     * order of the original: those that {@link PrintOptions} let go, and pragmas such as {@code # noqa} on the line of
     * a statement that was removed.
     */
    public List<String> droppedComments() {
        return droppedComments;
    }

    /**
     * Returns the new text in the charset of {@link Source#bytes}, the original array if nothing changed; for what goes
     * to disk see {@link Source#encode}. The caller must not modify the array.
     */
    public byte[] bytes() {
        if (bytes == null) {
            byte[] old = original.source().bytes();
            bytes = edits.isEmpty() ? old : TextEdits.apply(old, edits);
        }
        return bytes;
    }

    /** Returns the new text as a string. */
    public String text() {
        return new String(bytes(), original.source().encoding().textCharset());
    }
}
