package dev.codemod.codemods.singleton;

import java.io.Serializable;
import java.util.Comparator;

/**
 * A place in another file that uses, or may use, a name of a module with a singleton.
 *
 * @param module the file that defines the name
 * @param name the name
 * @param path the file of the use
 * @param line its line, 0 if unknown
 * @param kind how the name is used
 */
record UseFact(String module, String name, String path, int line, Kind kind)
        implements Serializable, Comparable<UseFact> {
    private static final Comparator<UseFact> ORDER = Comparator.comparing(UseFact::module)
            .thenComparing(UseFact::name)
            .thenComparing(UseFact::path)
            .thenComparingInt(UseFact::line)
            .thenComparing(UseFact::kind);

    enum Kind {
        /** It is imported, or reached as an attribute of the module. */
        USE("is used"),
        /** A string names it. */
        STRING("is named in a string"),
        /** Everything is imported from the module; the name is empty. */
        STAR("is imported with *"),
        /** A file that is no Python names it by its module: settings, entry points. */
        SETTING("is named"),
        /** Documentation names it. */
        DOCUMENTATION("is named"),
        /** The module's attribute is assigned; the name is empty if it may be any. */
        STORE("is assigned"),
        /** The module has a stub file; the name is empty. */
        STUB("has a stub"),
        /** All names of the module are looked through: {@code vars(module)}; the name is empty. */
        LOOKUP("is looked through"),
        /** The file has no tree, so that nobody knows; the name is empty. */
        UNREADABLE("may be used (the file cannot be read)");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** Returns the verb for messages. */
        String words() {
            return words;
        }
    }

    /** Returns the place for messages: the file, and the line if it is known. */
    String place() {
        return line == 0 ? path : path + ":" + line;
    }

    @Override
    public int compareTo(UseFact other) {
        return ORDER.compare(this, other);
    }
}
