package dev.codemod.codemods.sql;

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
        /** An engine or a connection of SQLAlchemy, which hand plain strings to the driver as they are. */
        ENGINE
    }

    /** Nothing is known. */
    static final Access UNKNOWN = new Access(null, null);

    boolean isKnown() {
        return driver != null;
    }

    /** Returns how a method of the object takes a query, or null if it takes none or nothing is known. */
    CallForm form(String method) {
        if (role == Role.ENGINE) {
            return SqlAlchemy.engineForm(method);
        }
        return driver == null ? null : driver.form(role, method);
    }
}
