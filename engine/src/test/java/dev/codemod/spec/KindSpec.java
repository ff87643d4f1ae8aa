package dev.codemod.spec;

import java.util.List;

/**
 * One kind of node as {@code python.nodes} describes it.
 *
 * @param layout the line that lists the elements, as written; empty for an abstract kind
 */
record KindSpec(String name, String parent, boolean isAbstract, String doc, String layout, List<ElementSpec> elements) {

    /** Returns the elements that are slots of the node class, in order; a flag that stands for two tokens once. */
    List<ElementSpec> slots() {
        return elements.stream().filter(ElementSpec::declaresSlot).toList();
    }

    /** Returns the constant of {@code NodeKind}: BinOp is BIN_OP. */
    String constant() {
        return name.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toUpperCase(java.util.Locale.ROOT);
    }
}
