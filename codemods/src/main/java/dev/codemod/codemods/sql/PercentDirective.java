package dev.codemod.codemods.sql;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A directive of {@code %} formatting.
 *
 * @param key the name in parentheses, or null
 * @param spec flags, width and precision as they are written
 * @param type the type, {@code %} for a percent sign
 * @param end index after the directive
 */
record PercentDirective(String key, String spec, char type, int end) {
    private static final Pattern SYNTAX = Pattern.compile(
            "%(?:\\(([^()]*)\\))?([#0\\- +]*(?:\\*|\\d+)?(?:\\.(?:\\*|\\d*))?)[hlL]?([diouxXeEfFgGcrsa%])");

    /** Returns the directive at an index, or null if there is none. */
    static PercentDirective at(CharSequence text, int index) {
        Matcher matcher = SYNTAX.matcher(text).region(index, text.length());
        if (!matcher.lookingAt()) {
            return null;
        }
        char type = matcher.group(3).charAt(0);
        if (type == '%' && matcher.end() - index != 2) {
            return null;
        }
        return new PercentDirective(matcher.group(1), matcher.group(2), type, matcher.end());
    }
}
