package dev.codemod.project;

import dev.codemod.semantics.OutsideTypes;
import java.util.List;

/**
 * Types that are only names of values: while one file is read nobody knows what {@code .db.connect} gives, but {@code
 * =.db.connect()} can be told when all files are known.
 */
final class NamedTypes implements OutsideTypes {
    static final String AWAITED = "(await)";

    /** Behind the name of a variable: its value, which was read from it somewhere else. */
    static final String VALUE = "(value)";

    /** Longer names are of no use. */
    private static final int LONGEST = 200;

    static boolean isNamed(String type) {
        return type.startsWith("=");
    }

    /** Returns the name of the value, as {@link ModuleFacts} write names. */
    static String nameOf(String type) {
        return type.endsWith(")") ? type.substring(1) : type.substring(1) + VALUE;
    }

    private static String named(String name, String suffix) {
        String base = isNamed(name) ? name.substring(1) : name;
        return base.startsWith("builtins.") || base.startsWith(References.OWN) || base.length() > LONGEST
                ? null
                : "=" + base + suffix;
    }

    @Override
    public String returned(String callable) {
        return named(callable, "()");
    }

    @Override
    public String awaited(String callable) {
        return named(callable, AWAITED);
    }

    @Override
    public String entered(String type) {
        return isNamed(type) ? named(type, ".__enter__()") : null;
    }

    @Override
    public String value(String name) {
        return named(name, "");
    }

    @Override
    public List<String> bases(String type) {
        return List.of();
    }
}
