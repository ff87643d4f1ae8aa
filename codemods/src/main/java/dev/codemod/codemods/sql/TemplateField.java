package dev.codemod.codemods.sql;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A placeholder of {@code string.Template}.
 *
 * @param name the name; null for {@code $$}
 * @param end index after the placeholder
 */
record TemplateField(String name, int end) {
    private static final Pattern SYNTAX =
            Pattern.compile("\\$(?:\\$|([_a-zA-Z][_a-zA-Z0-9]*)|\\{([_a-zA-Z][_a-zA-Z0-9]*)\\})");

    /** Returns the placeholder at an index, or null if Python finds none there. */
    static TemplateField at(CharSequence text, int index) {
        Matcher matcher = SYNTAX.matcher(text).region(index, text.length());
        if (!matcher.lookingAt()) {
            return null;
        }
        String name = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
        return new TemplateField(name, matcher.end());
    }
}
