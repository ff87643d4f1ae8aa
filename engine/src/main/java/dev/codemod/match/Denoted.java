package dev.codemod.match;

import dev.codemod.tree.Expression;
import java.util.Map;

/**
 * A dotted name of a pattern and what denotes the same in the file.
 *
 * @param qualifiedName the name in the pattern, {@code requests.get}
 * @param written how the file writes it, {@code g} after {@code from requests import get as g}
 */
public record Denoted(String qualifiedName, Expression written) {
    /** Returns the qualified name of what was imported: {@code requests} if the file writes {@code requests.get}. */
    String imported() {
        String text = DottedName.of(written);
        String imported = qualifiedName;
        for (int i = text.indexOf('.'); i >= 0 && imported.indexOf('.') >= 0; i = text.indexOf('.', i + 1)) {
            imported = imported.substring(0, imported.lastIndexOf('.'));
        }
        return imported;
    }

    /** Adds how the file writes the name and what stands before its dots, by qualified name. */
    void addSpellings(Map<String, String> spellings) {
        String name = qualifiedName;
        String text = DottedName.of(written);
        spellings.putIfAbsent(name, text);
        while (name.indexOf('.') >= 0 && text.indexOf('.') >= 0) {
            name = name.substring(0, name.lastIndexOf('.'));
            text = text.substring(0, text.lastIndexOf('.'));
            spellings.putIfAbsent(name, text);
        }
    }
}
