package dev.codemod.codemods.sql;

/**
 * Why a rewrite whose values are all safe must be looked at nevertheless.
 *
 * @param reason the short stable key
 * @param message what to check
 */
record Doubt(String reason, String message) {
    /** Returns the doubt about a plan, or null if there is none. */
    static Doubt of(QueryPlan plan, boolean isDriverAssumed, boolean isAlsoLogged, FileFacts facts) {
        if (isDriverAssumed && facts.dependency() != null) {
            return new Doubt(
                    "driver-by-dependency",
                    "nothing in the file shows the driver; "
                            + String.join(", ", facts.dependency().paths()) + " names only "
                            + facts.dependency().only().module());
        }
        if (isDriverAssumed) {
            return new Doubt("driver-by-import", "the driver is known only from the imports of the file");
        }
        if (mayBindBytes(plan, facts)) {
            return new Doubt(
                    "python2-bytes",
                    "sqlite3 of Python 2 does not bind a str with characters outside of ASCII; make it unicode");
        }
        boolean isTrimmed = plan.query().pieces().stream()
                .anyMatch(piece -> facts.textCalls().isTrimmedInside(piece));
        if (isTrimmed
                && plan.bound().stream().anyMatch(choice -> !choice.reason().equals("number"))) {
            return new Doubt(
                    "dedented-value", "the call that removes indentation changed the lines of the values as well");
        }
        if (plan.hasUnknownText()) {
            return new Doubt(
                    "beside-fragment", "a piece of SQL that stays may need other escaping when parameters are passed");
        }
        return isAlsoLogged
                ? new Doubt(
                        "query-also-logged", "the text of the query is also logged, where it will show placeholders")
                : null;
    }

    /**
     * Returns whether a value may be a byte string that sqlite3 of Python 2 took in the text of a query but does not
     * bind. Text that is unicode itself could not be formatted with such a value.
     */
    private static boolean mayBindBytes(QueryPlan plan, FileFacts facts) {
        if (!facts.code().level().isPython2() || plan.rules().driver() != Driver.SQLITE3) {
            return false;
        }
        boolean isUnicode = plan.query().pieces().stream()
                .anyMatch(piece ->
                        piece.prefix().indexOf('u') >= 0 || piece.prefix().indexOf('U') >= 0);
        return !isUnicode
                && plan.bound().stream().anyMatch(choice -> !choice.reason().equals("number"));
    }
}
