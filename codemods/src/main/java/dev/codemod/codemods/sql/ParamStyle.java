package dev.codemod.codemods.sql;

import java.util.Locale;

/** How placeholders are written: the styles of PEP 249 that this codemod writes. */
enum ParamStyle {
    /** {@code ?}, with a sequence. */
    QMARK,
    /** {@code :name}, with a mapping. */
    NAMED,
    /** {@code %s}, with a sequence. */
    FORMAT,
    /** {@code %(name)s}, with a mapping. */
    PYFORMAT;

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
        return this == NAMED || this == PYFORMAT;
    }

    /** Returns the style of the same family whose placeholders carry names. */
    ParamStyle named() {
        return isPercent() ? PYFORMAT : NAMED;
    }

    /** Returns the style of the same family whose placeholders have positions. */
    ParamStyle positional() {
        return isPercent() ? FORMAT : QMARK;
    }

    /** Returns a placeholder; {@code name} is ignored by styles without names. */
    String placeholder(String name) {
        switch (this) {
            case QMARK:
                return "?";
            case NAMED:
                return ":" + name;
            case FORMAT:
                return "%s";
            default:
                return "%(" + name + ")s";
        }
    }
}
