package dev.codemod.codemods.sql;

/** What Python makes of the text of a literal before it is the text of the query. */
enum Layer {
    /** Nothing. */
    NONE,
    /** An f-string: braces are doubled. */
    FIELDS,
    /** The left operand of {@code %}: percent signs are doubled. */
    PERCENT,
    /** {@code .format()}: braces are doubled. */
    FORMAT,
    /** {@code string.Template}: dollar signs are doubled. */
    TEMPLATE;

    /** Returns how often a character of the query is written in such a literal. */
    int count(char c) {
        if (c == '%') {
            return this == PERCENT ? 2 : 1;
        }
        if (c == '$') {
            return this == TEMPLATE ? 2 : 1;
        }
        return (c == '{' || c == '}') && (this == FIELDS || this == FORMAT) ? 2 : 1;
    }
}
