package dev.codemod.codemods.sql;

import java.util.List;

/**
 * What is known about the type of a value.
 *
 * @param kind the type
 * @param canBeNone whether the value is known to be None at times
 */
record ValueType(Kind kind, boolean canBeNone) {
    /** The types that make a difference to a query. */
    enum Kind {
        UNKNOWN,
        NONE,
        BOOLEAN,
        INTEGER,
        FLOAT,
        TEXT,
        /** A list, a tuple or a set. */
        SEQUENCE,
        /** Something else that is known, such as a date. */
        OTHER
    }

    static final ValueType UNKNOWN = new ValueType(Kind.UNKNOWN, false);

    static ValueType of(Kind kind) {
        return new ValueType(kind, kind == Kind.NONE);
    }

    /** Returns whether the value is a number that is written the same way in Python and in SQL. */
    boolean isNumber() {
        return kind == Kind.INTEGER || kind == Kind.FLOAT || kind == Kind.BOOLEAN;
    }

    /** Returns what is known of a value that is one of several. */
    static ValueType joined(List<ValueType> types) {
        ValueType result = null;
        boolean canBeNone = false;
        for (ValueType type : types) {
            canBeNone |= type.canBeNone();
            if (type.kind() == Kind.NONE) {
                continue;
            }
            if (result == null) {
                result = type;
            } else if (result.kind() != type.kind()) {
                boolean isNumber = result.isNumber() && type.isNumber();
                result = of(isNumber ? Kind.FLOAT : Kind.UNKNOWN);
            }
        }
        if (result == null) {
            return canBeNone ? of(Kind.NONE) : UNKNOWN;
        }
        return new ValueType(result.kind(), canBeNone);
    }
}
