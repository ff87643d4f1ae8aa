package dev.codemod.tree;

/**
 * One element of a kind's layout: a token or a slot, as {@code python.nodes} lists them in source order.
 *
 * @param type what the element is
 * @param slot the number of the slot, or -1 for tokens that are no slot
 * @param name the slot's name, or null
 * @param token the text of the token, or the name of its kind in capitals ({@code NAME}, {@code NEWLINE}); null for
 *     children, lists and attributes
 * @param separator what stands between, or after, the elements of a list
 * @param isOptional whether a child may be absent, a list empty
 * @param group the slot whose child must be present for this token to stand there, or -1 for a token that always does
 * @param place what the slot accepts without parentheses
 */
public record Element(
        Type type,
        int slot,
        String name,
        String token,
        Separator separator,
        boolean isOptional,
        int group,
        Place place) {

    /** What an element is. */
    public enum Type {
        /** A token that is no slot. */
        TOKEN,
        /** All tokens of the node. */
        ANY_TOKENS,
        /** A child, or null. */
        CHILD,
        /** A {@link NodeList}. */
        LIST,
        /** A token that may be there; the same slot may stand for two tokens. */
        FLAG,
        /** An operator, or the dots of a relative import. */
        ATTRIBUTE
    }

    /** What stands between the elements of a list. */
    public enum Separator {
        /** Nothing. */
        NONE,
        /** A comma, which may also stand after the last element. */
        COMMA,
        /** A dot. */
        DOT,
        /** A vertical bar. */
        BAR,
        /** An equals sign after every element. */
        EQUAL,
        /** A line break or a semicolon, where a statement does not end with its own block. */
        STATEMENT,
        /** The operator that the attribute {@code op} names; that attribute has no place of its own. */
        OPERATOR
    }

    static Element token(String token, int group) {
        return new Element(Type.TOKEN, -1, null, token, Separator.NONE, group >= 0, group, Place.TEST);
    }

    static Element anyTokens() {
        return new Element(Type.ANY_TOKENS, -1, null, null, Separator.NONE, false, -1, Place.TEST);
    }

    static Element child(int slot, String name, boolean isOptional, Place place) {
        return new Element(Type.CHILD, slot, name, null, Separator.NONE, isOptional, -1, place);
    }

    static Element list(int slot, String name, Separator separator, boolean isOptional, Place place) {
        return new Element(Type.LIST, slot, name, null, separator, isOptional, -1, place);
    }

    static Element flag(int slot, String name, String token) {
        return new Element(Type.FLAG, slot, name, token, Separator.NONE, true, -1, Place.TEST);
    }

    static Element attribute(int slot, String name, Separator separator) {
        return new Element(Type.ATTRIBUTE, slot, name, null, separator, false, -1, Place.TEST);
    }
}
