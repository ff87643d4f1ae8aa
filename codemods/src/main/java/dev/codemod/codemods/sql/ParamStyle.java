package dev.codemod.codemods.sql;

import java.util.Locale;

/** How placeholders are written: the styles of PEP 249, and two more that drivers outside of it have. */
enum ParamStyle {
    /** {@code ?}, with a sequence. */
    QMARK,
    /** {@code :1}, with a sequence in the order of the text. */
    NUMERIC,
    /** {@code :name}, with a mapping. */
    NAMED,
    /** {@code %s}, with a sequence. */
    FORMAT,
    /** {@code %(name)s}, with a mapping. */
    PYFORMAT,
    /** {@code $1}, with arguments in the order of the numbers. */
    DOLLAR,
    /** {@code @name}, with a list of named parameters. */
    AT;

    /** Returns the style of the option {@code paramstyle}, or null if it names none. */
    static ParamStyle of(String name) {
        for (ParamStyle style : values()) {
            if (style.name().toLowerCase(Locale.ROOT).equals(name)) {
                return style;
            }
        }
        return null;
    }

    /** Returns whether placeholders start with a percent sign. */
    boolean isPercent() {
        return this == FORMAT || this == PYFORMAT;
    }

    /** Returns whether placeholders carry names. */
    boolean isNamed() {
        return this == NAMED || this == PYFORMAT || this == AT;
    }

    /** Returns whether placeholders carry numbers. */
    boolean isNumbered() {
        return this == NUMERIC || this == DOLLAR;
    }

    /** Returns the style of the same family whose placeholders carry names. */
    ParamStyle named() {
        return isPercent() ? PYFORMAT : this == AT ? AT : NAMED;
    }

    /** Returns a placeholder; styles without names and numbers ignore {@code name}. */
    String placeholder(String name) {
        switch (this) {
            case QMARK:
                return "?";
            case NUMERIC:
            case NAMED:
                return ":" + name;
            case FORMAT:
                return "%s";
            case DOLLAR:
                return "$" + name;
            case AT:
                return "@" + name;
            default:
                return "%(" + name + ")s";
        }
    }
}
