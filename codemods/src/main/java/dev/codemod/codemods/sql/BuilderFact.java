package dev.codemod.codemods.sql;

import java.io.Serializable;
import java.util.Comparator;

/**
 * A function of the project that returns a query with values in its text.
 *
 * @param path the file
 * @param name the name of the function in its module; of a method with that of its class
 * @param problem why it cannot return the parameters beside the text, for people; null if nothing in it speaks against
 */
record BuilderFact(String path, String name, String problem) implements Comparable<BuilderFact>, Serializable {
    private static final Comparator<BuilderFact> ORDER = Comparator.comparing(BuilderFact::path)
            .thenComparing(BuilderFact::name)
            .thenComparing(fact -> String.valueOf(fact.problem()));

    @Override
    public int compareTo(BuilderFact other) {
        return ORDER.compare(this, other);
    }

    /** Returns what tells the function from all others. */
    String key() {
        return "builder " + path + " " + name;
    }

    /** Returns whether the name says that only the project calls the function. */
    boolean isPrivate() {
        return simpleName().startsWith("_");
    }

    /** Returns the name without that of the class. */
    String simpleName() {
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
