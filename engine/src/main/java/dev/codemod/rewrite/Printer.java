package dev.codemod.rewrite;

import static java.util.Objects.requireNonNull;

import dev.codemod.tree.Node;

/**
 * Prints changed trees: compares every changed node with the one that it was made from, by identity, and edits only
 * what differs. Every other byte stays as it was.
 *
 * <p>What makes a node a changed one is that a {@code with...} method made it; the nodes that such a node shares with
 * its original cost nothing. New nodes come from {@link Snippet}s, or from anywhere else in the same or another text.
 * Parentheses, separators, indentation, line ends and blank lines are put where the place needs them, in the style of
 * what is around; comments are kept as {@link PrintOptions} say.
 *
 * <pre>{@code
 * Module module = Parser.parse(source, null).module();
 * Module changed = (Module) module.accept(new MyCodemod(), null);
 * Printed printed = Printer.print(changed);
 * }</pre>
 *
 * <p>Not attempted: new text is not formatted beyond that, and a tree that is no Python stays none. The caller parses
 * the result again and compares.
 */
public final class Printer {
    private Printer() {}

    /** Prints a tree with the default options. */
    public static Printed print(Node edited) {
        return print(edited, PrintOptions.defaults());
    }

    /**
     * Prints a tree.
     *
     * @param edited the root of the tree, usually a module; only the range of the node that it was made from changes
     * @return the edits of the text that the root was parsed from
     * @throws RewriteRefusedException if a comment would be lost or misplaced
     */
    public static Printed print(Node edited, PrintOptions options) {
        requireNonNull(edited, "edited is null");
        requireNonNull(options, "options is null");
        Session session = new Session(edited, options);
        Rendering rendering = new Rendering(session, session.text(edited.parsed()), null, null);
        rendering.walk(edited);
        return new Printed(edited.parsed(), rendering.edits(), session.droppedComments());
    }

    /**
     * Returns the text of a node with its changes, without the parentheses and comments around it. Lines after the
     * first are indented as in the text that the node comes from.
     */
    public static String text(Node node) {
        requireNonNull(node, "node is null");
        Session session = new Session(node, PrintOptions.defaults());
        Fragment fragment = Rendering.inner(session, node, null);
        return new String(fragment.bytes(), node.parsed().source().encoding().textCharset());
    }
}
