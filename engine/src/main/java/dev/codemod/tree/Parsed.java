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

    @Override
    public Parsed parsed() {
        return this;
    }
}
