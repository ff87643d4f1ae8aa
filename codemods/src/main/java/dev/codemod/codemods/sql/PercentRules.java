package dev.codemod.codemods.sql;

/** The rules for percent signs in a text that had no parameters and gets some. */
final class PercentRules {
    private final QueryRules rules;
    private final Query query;

    PercentRules(QueryRules rules, Query query) {
        this.rules = rules;
        this.query = query;
    }

    /** Returns whether the text has a {@code %s} that the driver would take for a placeholder and cannot be escaped. */
    boolean hasFalsePlaceholder() {
        return rules.style().isPercent()
                && rules.percent() == DriverFacts.Percent.KEPT
                && query.text().contains("%s");
    }

    /** Returns whether a percent sign that must be doubled stands in a constant, which is not rewritten. */
    boolean hasPercentInConstant() {
        return rules.isPercentDoubled()
                && query.characters().stream().anyMatch(each -> each.character() == '%' && each.piece() == null);
    }

    /** Returns whether the text cannot get parameters. */
    boolean isBroken() {
        return hasFalsePlaceholder() || hasPercentInConstant();
    }
}
