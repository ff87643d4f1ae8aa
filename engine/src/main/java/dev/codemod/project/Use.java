package dev.codemod.project;

import java.io.Serializable;
import java.util.Comparator;

/**
 * A place where a file uses something.
 *
 * @param path the file, relative to the project's root, with slashes
 * @param line the 1-based line
 * @param offset the byte offset of the expression, statement or string
 * @param form how it is used
 * @param by the name in the file of the definition whose code it is; empty for the code of the module
 * @param name what is used, as {@link ModuleFacts} writes names
 * @param isPossible whether the name may also have another meaning there: rebound names, one of several alternatives
 * @param isDeferred whether the code runs later than the code around it: in a lambda or a generator expression
 * @param isTypeChecking whether it stands under {@code if TYPE_CHECKING} and so never runs
 */
public record Use(
        String path,
        int line,
        int offset,
        UseForm form,
        String by,
        String name,
        boolean isPossible,
        boolean isDeferred,
        boolean isTypeChecking)
        implements Comparable<Use>, Serializable {
    private static final Comparator<Use> ORDER = Comparator.comparing(Use::path)
            .thenComparingInt(Use::offset)
            .thenComparing(Use::form)
            .thenComparing(Use::name);

    @Override
    public int compareTo(Use other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return path + ":" + line + " " + form + " " + name;
    }
}
