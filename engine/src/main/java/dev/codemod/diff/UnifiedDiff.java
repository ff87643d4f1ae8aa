package dev.codemod.diff;

import static java.util.Objects.requireNonNull;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Writes the difference of two versions of a file as a unified diff with git's header.
 *
 * <p>Applying the diff with {@code git apply} to the old bytes gives exactly the new bytes: with and without a final
 * newline, with any line endings and in any encoding. Equal versions give no bytes at all. Diffs of several files are
 * joined by writing one after the other.
 *
 * <pre>{@code
 * byte[] diff = UnifiedDiff.ofChange(DiffName.of("shop/cart.py"), before, after);
 * }</pre>
 */
public final class UnifiedDiff {
    /** Unchanged lines shown around a change, as git shows by default. */
    private static final int CONTEXT = 3;

    private static final byte[] NO_NEWLINE = ascii("\n\\ No newline at end of file\n");

    private final Lines before;
    private final Lines after;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private UnifiedDiff(byte[] before, byte[] after) {
        this.before = new Lines(before);
        this.after = new Lines(after);
    }

    /**
     * Returns the diff that turns the file's old bytes into its new ones.
     *
     * @param name path of the file, the same on both sides
     * @return the diff; empty if nothing changed
     */
    public static byte[] ofChange(DiffName name, byte[] before, byte[] after) {
        requireNonNull(name, "name is null");
        UnifiedDiff diff = new UnifiedDiff(before, after);
        List<Change> changes = LineDiff.changes(diff.before, diff.after);
        if (changes.isEmpty()) {
            return new byte[0];
        }
        diff.writeHeader(name, "");
        diff.writeNames(name, name);
        diff.writeHunks(changes);
        return diff.out.toByteArray();
    }

    /** Returns the diff that creates a file with these bytes. */
    public static byte[] ofCreation(DiffName name, byte[] bytes) {
        requireNonNull(name, "name is null");
        UnifiedDiff diff = new UnifiedDiff(new byte[0], bytes);
        diff.writeHeader(name, "new file mode 100644\n");
        if (bytes.length > 0) {
            diff.writeNames(null, name);
            diff.writeHunks(LineDiff.changes(diff.before, diff.after));
        }
        return diff.out.toByteArray();
    }

    /** Returns the diff that deletes a file with these bytes. */
    public static byte[] ofDeletion(DiffName name, byte[] bytes) {
        requireNonNull(name, "name is null");
        UnifiedDiff diff = new UnifiedDiff(bytes, new byte[0]);
        diff.writeHeader(name, "deleted file mode 100644\n");
        if (bytes.length > 0) {
            diff.writeNames(name, null);
            diff.writeHunks(LineDiff.changes(diff.before, diff.after));
        }
        return diff.out.toByteArray();
    }

    private void writeHeader(DiffName name, String modeLine) {
        out.writeBytes(ascii("diff --git "));
        name.writeTo(out, "a/");
        out.write(' ');
        name.writeTo(out, "b/");
        out.writeBytes(ascii("\n" + modeLine));
    }

    /** Writes the name lines; null stands for a file that does not exist on that side. */
    private void writeNames(DiffName oldName, DiffName newName) {
        out.writeBytes(ascii("--- "));
        writeName(oldName, "a/");
        out.writeBytes(ascii("+++ "));
        writeName(newName, "b/");
    }

    private void writeName(DiffName name, String prefix) {
        if (name == null) {
            out.writeBytes(ascii("/dev/null"));
        } else {
            name.writeWithTab(out, prefix);
        }
        out.write('\n');
    }

    private void writeHunks(List<Change> changes) {
        int first = 0;
        while (first < changes.size()) {
            int last = first;
            while (last + 1 < changes.size()
                    && changes.get(last + 1).beforeStart() - changes.get(last).beforeEnd() <= 2 * CONTEXT) {
                last++;
            }
            writeHunk(changes.subList(first, last + 1));
            first = last + 1;
        }
    }

    private void writeHunk(List<Change> changes) {
        Change first = changes.get(0);
        Change last = changes.get(changes.size() - 1);
        int lead = Math.min(CONTEXT, first.beforeStart());
        int trail = Math.min(CONTEXT, before.count() - last.beforeEnd());
        int beforeStart = first.beforeStart() - lead;
        int afterStart = first.afterStart() - lead;
        out.writeBytes(ascii("@@ -" + range(beforeStart, last.beforeEnd() + trail) + " +"
                + range(afterStart, last.afterEnd() + trail) + " @@\n"));
        int common = beforeStart;
        for (Change change : changes) {
            writeLines(' ', before, common, change.beforeStart());
            writeLines('-', before, change.beforeStart(), change.beforeEnd());
            writeLines('+', after, change.afterStart(), change.afterEnd());
            common = change.beforeEnd();
        }
        writeLines(' ', before, common, last.beforeEnd() + trail);
    }

    /** An empty range names the line before it, a range of one line has no count: the unified format's habit. */
    private static String range(int start, int end) {
        int count = end - start;
        if (count == 0) {
            return start + ",0";
        }
        return count == 1 ? Integer.toString(start + 1) : (start + 1) + "," + count;
    }

    private void writeLines(char mark, Lines lines, int from, int to) {
        for (int i = from; i < to; i++) {
            out.write(mark);
            out.write(lines.bytes(), lines.start(i), lines.end(i) - lines.start(i));
            if (!lines.isTerminated(i)) {
                out.writeBytes(NO_NEWLINE);
            }
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
