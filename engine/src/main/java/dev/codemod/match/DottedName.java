package dev.codemod.match;

import dev.codemod.tree.Attribute;
import dev.codemod.tree.Expression;
import dev.codemod.tree.Name;
import dev.codemod.tree.Node;

/** Names with dots, as expressions and as text. */
final class DottedName {
    private DottedName() {}

    /** Returns {@code a.b.c} for that expression, or null if the node is no name with or without dots. */
    static String of(Node node) {
        StringBuilder text = new StringBuilder();
        Node step = node;
        while (step instanceof Attribute attribute) {
            text.insert(0, "." + attribute.attr().sourceText());
            step = attribute.value();
        }
        return step instanceof Name name ? text.insert(0, name.sourceText()).toString() : null;
    }

    /** Returns the name that a dotted expression begins with. */
    static Name rootOf(Expression dotted) {
        Expression step = dotted;
        while (step instanceof Attribute attribute) {
            step = attribute.value();
        }
        return (Name) step;
    }

    /** Returns the first part of a dotted name. */
    static String root(String dotted) {
        int dot = dotted.indexOf('.');
        return dot < 0 ? dotted : dotted.substring(0, dot);
    }
}
