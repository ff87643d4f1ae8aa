package dev.codemod.codemods.singleton;

import java.io.Serializable;
import java.util.Comparator;

/**
 * Something of another module on which the construction of an instance relies.
 *
 * @param module the module that it is taken from
 * @param name its name there
 * @param isCall whether it is called, else only read
 * @param isOfModule whether it is read from the module when the construction runs, not imported by its name before
 */
record HelperUse(ModuleRef module, String name, boolean isCall, boolean isOfModule)
        implements Serializable, Comparable<HelperUse> {
    private static final Comparator<HelperUse> ORDER = Comparator.comparing(HelperUse::module)
            .thenComparing(HelperUse::name)
            .thenComparing(HelperUse::isCall)
            .thenComparing(HelperUse::isOfModule);

    @Override
    public int compareTo(HelperUse other) {
        return ORDER.compare(this, other);
    }
}
