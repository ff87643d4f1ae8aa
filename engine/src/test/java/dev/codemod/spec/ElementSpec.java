package dev.codemod.spec;

/**
 * One element of a kind's layout.
 *
 * @param name the slot's name, or null for tokens that are no slot
 * @param type the Java type of a child, of a list's elements or of an attribute
 * @param token the text of a token, the name of a token kind in capitals, or null
 * @param place what the place accepts without parentheses, in lower case
 * @param separator constant of {@code Element.Separator}
 * @param group the slot whose presence decides about this token, or -1
 * @param slot the number of the slot, or -1
 * @param isSecond whether this is the second token of a flag that an earlier element declared
 */
record ElementSpec(
        Kind kind,
        String name,
        String type,
        String token,
        String place,
        String separator,
        boolean isOptional,
        int group,
        int slot,
        boolean isSecond) {

    /** What an element is. */
    enum Kind {
        TOKEN,
        ANY_TOKENS,
        CHILD,
        LIST,
        FLAG,
        ATTRIBUTE
    }

    ElementSpec inGroup(int decidingSlot) {
        return new ElementSpec(
                kind,
                name,
                type,
                token,
                place,
                separator,
                isOptional || kind == Kind.CHILD,
                decidingSlot,
                slot,
                isSecond);
    }

    boolean declaresSlot() {
        return slot >= 0 && !isSecond;
    }

    /** Returns the type of the field and of the accessor. */
    String javaType() {
        return switch (kind) {
            case LIST -> "NodeList<" + type + ">";
            case FLAG -> "boolean";
            case ATTRIBUTE -> type.equals("Dots") ? "int" : type;
            default -> type;
        };
    }

    /** Returns the name of the accessor: {@code isAsync} for a flag. */
    String accessor() {
        return kind == Kind.FLAG ? "is" + capitalized() : name;
    }

    String capitalized() {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }
}
