package dev.codemod.codemods.sql;

import java.util.List;
import java.util.Objects;

/**
 * What a receiver of {@code execute} is.
 *
 * @param driver the driver, or null if it is not known
 * @param role what the object is; null if it is not known
 */
record Access(Driver driver, Role role) {
    /** What an object of a driver is. */
    enum Role {
        CONNECTION,
        CURSOR,
        POOL,
        /** Django's {@code connections}, a mapping of connections. */
        CONNECTIONS
    }

    /** Nothing is known. */
    static final Access UNKNOWN = new Access(null, null);

    /** The object is None, which says nothing about its other values. */
    static final Access NONE = new Access(null, Role.CURSOR);

    boolean isKnown() {
        return driver != null;
    }

    /** Returns whether the object has {@code execute}. */
    boolean canExecute() {
        return role == Role.CURSOR || role == Role.CONNECTION && driver.hasConnectionExecute();
    }

    /** Returns what all of several answers agree on. */
    static Access agreed(List<Access> answers) {
        Access agreed = NONE;
        for (Access answer : answers) {
            if (answer == NONE || Objects.equals(answer, agreed)) {
                continue;
            }
            if (agreed != NONE) {
                return UNKNOWN;
            }
            agreed = answer;
        }
        return agreed == NONE ? UNKNOWN : agreed;
    }
}
