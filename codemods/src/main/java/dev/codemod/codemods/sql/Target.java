package dev.codemod.codemods.sql;

/**
 * What a call hands its query to.
 *
 * @param driver whose rules hold, or null if that is not known
 * @param form where the call takes the query and the parameters
 * @param isPercentAlways whether the text follows the driver's rules for percent signs even without parameters
 * @param isFragment whether the text may be a condition or another piece of a statement
 * @param unit the key of what has to be rewritten together with the call; null if nothing
 */
record Target(Driver driver, CallForm form, boolean isPercentAlways, boolean isFragment, String unit) {
    Target(Driver driver, CallForm form, boolean isPercentAlways, boolean isFragment) {
        this(driver, form, isPercentAlways, isFragment, null);
    }

    static Target of(Driver driver, CallForm form) {
        return new Target(driver, form, driver.percent() == DriverFacts.Percent.DOUBLED_ALWAYS, false);
    }

    /** Returns what {@code %%} means in the text of the query. */
    DriverFacts.Percent percent() {
        boolean isAlways = isPercentAlways && driver.percent() == DriverFacts.Percent.DOUBLED;
        return isAlways ? DriverFacts.Percent.DOUBLED_ALWAYS : driver.percent();
    }
}
