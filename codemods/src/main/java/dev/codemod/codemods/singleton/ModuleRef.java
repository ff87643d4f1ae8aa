package dev.codemod.codemods.singleton;

import java.io.Serializable;

/**
 * A module as an import names it.
 *
 * @param dotted the name; of a relative import as far from the top as the path of the file tells
 * @param isRelative whether the import is relative, so that the name means one file and no other
 */
record ModuleRef(String dotted, boolean isRelative) implements Serializable, Comparable<ModuleRef> {
    /** Returns whether the file of a path may be the module. */
    boolean mayBe(String path) {
        ModulePath module = ModulePath.of(path);
        return isRelative ? String.join(".", module.segments()).equals(dotted) : module.mayBe(dotted);
    }

    @Override
    public int compareTo(ModuleRef other) {
        int order = dotted.compareTo(other.dotted);
        return order != 0 ? order : Boolean.compare(isRelative, other.isRelative);
    }
}
