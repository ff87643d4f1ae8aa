package dev.codemod.tree;

import dev.codemod.source.Source;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Prints a tree for people: a line a node with its place, its attributes and, for a leaf, its text.
 *
 * <pre>{@code
 * Assign 1:0-1:9
 *   targets: Name 1:0-1:1 'x'
 *   value: BinOp 1:5-1:8 op=ADD parentheses=1
 * }</pre>
 *
 * <p>Lines are 1-based, columns are 0-based bytes as in CPython's {@code ast}. Uses no recursion.
 */
public final class TreeDump {
    private final Appendable out;
    private final Deque<Entry> open = new ArrayDeque<>();

    private TreeDump(Appendable out) {
        this.out = out;
    }

    private record Entry(Node node, String slot, int depth) {}

    /**
     * Prints a parsed tree.
     *
     * @throws IOException if {@code out} throws it
     */
    public static void write(Node root, Appendable out) throws IOException {
        TreeDump dump = new TreeDump(out);
        dump.open.push(new Entry(root, null, 0));
        while (!dump.open.isEmpty()) {
            dump.writeEntry(dump.open.pop());
        }
    }

    private void writeEntry(Entry entry) throws IOException {
        Node node = entry.node();
        out.append("  ".repeat(entry.depth()));
        if (entry.slot() != null) {
            out.append(entry.slot()).append(": ");
        }
        out.append(node.kind().toString()).append(' ');
        writePosition(node, node.startOffset());
        out.append('-');
        writePosition(node, node.endOffset());
        Deque<Entry> children = new ArrayDeque<>();
        boolean isLeaf = true;
        for (Element element : node.kind().elements()) {
            if (element.slot() < 0) {
                continue;
            }
            Object slot = node.slot(element.slot());
            if (slot instanceof Node child) {
                children.push(new Entry(child, element.name(), entry.depth() + 1));
                isLeaf = false;
            } else if (slot instanceof NodeList<?> list) {
                list.forEach(child -> children.push(new Entry(child, element.name(), entry.depth() + 1)));
                isLeaf = false;
            } else if (slot != null && !Boolean.FALSE.equals(slot)) {
                out.append(' ').append(element.name()).append(Boolean.TRUE.equals(slot) ? "" : "=" + slot);
            }
        }
        if (node.parentheses() > 0) {
            out.append(" parentheses=").append(Integer.toString(node.parentheses()));
        }
        if (isLeaf) {
            out.append(" '").append(printable(node.sourceText())).append('\'');
        }
        out.append('\n');
        children.forEach(open::push);
    }

    private void writePosition(Node node, int offset) throws IOException {
        Source source = node.parsed().source();
        out.append(Integer.toString(source.line(offset))).append(':').append(Integer.toString(source.column(offset)));
    }

    private static String printable(String text) {
        return text.replace("\\", "\\\\")
                .replace("\n", "\\n")
                .replace("\r", "\\r")
                .replace("\t", "\\t")
                .replace("\f", "\\f");
    }
}
