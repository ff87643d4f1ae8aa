package dev.codemod.tree;

import static java.util.Objects.requireNonNull;

import dev.codemod.lexer.TokenTape;
import dev.codemod.source.LanguageLevel;
import dev.codemod.source.Source;

/** A text with its tokens, the origin of every node that the parser made from it. */
public final class Parsed extends Origin {
    private final Source source;
    private final TokenTape tape;
    private final LanguageLevel level;

    /** What {@link #nodesBelow} returned last; two threads may both compute it. */
    private volatile Nodes nodes;

    /** The nodes of a tree, in the order of {@link Node#findAll}. */
    private record Nodes(Node root, Node[] all) {}

    /**
     * Creates the origin of the nodes of one text.
     *
     * @param tape the tokens of {@code source} at {@code level}
     */
    public Parsed(Source source, TokenTape tape, LanguageLevel level) {
        this.source = requireNonNull(source, "source is null");
        this.tape = requireNonNull(tape, "tape is null");
        this.level = requireNonNull(level, "level is null");
    }

    /** Returns the text. */
    public Source source() {
        return source;
    }

    /** Returns the tokens of the text. */
    public TokenTape tape() {
        return tape;
    }

    /** Returns the language level at which the text was read. */
    public LanguageLevel level() {
        return level;
    }

    /** Returns the root of a tree of this text and all nodes below it; the array is shared and must not be changed. */
    Node[] nodesBelow(Node root) {
        Nodes known = nodes;
        if (known == null || known.root() != root) {
            known = new Nodes(root, OpenNodes.allOf(root));
            nodes = known;
        }
        return known.all();
    }

    @Override
    public Parsed parsed() {
        return this;
    }
}
