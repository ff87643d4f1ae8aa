package dev.codemod.codemods.sql;

import java.io.Serializable;
import java.util.Comparator;
import java.util.List;

/**
 * A function of the project that hands one of its arguments to a database as the query.
 *
 * @param path the file
 * @param offset the byte offset of the function's name
 * @param name the simple name
 * @param isMethod whether it is called on an object, which is then the first parameter
 * @param driver the driver of the database
 * @param queryIndex the position of the query among the arguments
 * @param query the name of the parameter that takes the query
 * @param parametersIndex the position of the parameters of the query among the arguments, or where they can be added
 * @param parameters the name of the parameter that takes them; null if the function has none
 * @param isPercentAlways whether the driver reads percent signs by its rules even if no parameters are passed
 */
record HelperFact(
        String path,
        int offset,
        String name,
        boolean isMethod,
        Driver driver,
        int queryIndex,
        String query,
        int parametersIndex,
        String parameters,
        boolean isPercentAlways)
        implements Comparable<HelperFact>, Serializable {
    /** The name of the parameter that is added to a function. */
    static final String ADDED = "params";

    private static final Comparator<HelperFact> ORDER =
            Comparator.comparing(HelperFact::path).thenComparingInt(HelperFact::offset);

    @Override
    public int compareTo(HelperFact other) {
        return ORDER.compare(this, other);
    }

    /** Returns what tells the function from all others. */
    String key() {
        return path + ":" + offset;
    }

    /** Returns whether the function has to get a parameter before it can be given parameters of the query. */
    boolean isToBeExtended() {
        return parameters == null;
    }

    /** Returns what a call of the function hands its query to. */
    Target target() {
        String keyword = isToBeExtended() ? ADDED : parameters;
        CallForm form = new CallForm(CallForm.Kind.ONE, queryIndex, List.of(query), parametersIndex, List.of(keyword));
        boolean isAlways = isPercentAlways || driver.percent() == DriverFacts.Percent.DOUBLED_ALWAYS;
        return new Target(driver, form, isAlways, false, isToBeExtended() ? key() : null);
    }
}
