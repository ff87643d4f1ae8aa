package dev.codemod.codemod;

import java.util.List;

/**
 * An option of a codemod, set with {@code -P name=value}.
 *
 * @param name the name
 * @param summary one sentence for {@code codemod show}
 * @param values the values it can have, the default first; empty if any text is allowed
 */
public record Option(String name, String summary, List<String> values) {
    public Option {
        values = List.copyOf(values);
    }

    /** Returns the value that holds when the user sets none; the empty text if any text is allowed. */
    public String defaultValue() {
        return values.isEmpty() ? "" : values.get(0);
    }
}
