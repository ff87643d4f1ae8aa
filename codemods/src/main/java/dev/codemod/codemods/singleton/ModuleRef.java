package dev.codemod.codemods.singleton;

import java.io.Serializable;

/**
 * A module as an import names it.
 *
 * @param dotted the name; of a relative import as far from the top as the path of the file tells
 * @param isRelative whether the import is relative, so that the name means one file and no other
 */
record ModuleRef(String dotted, boolean isRelative) implements Serializable, Comparable<ModuleRef> {
    /**
     * Returns the module that a qualified name says.
     *
     * @param qualified the name, dots first if it was imported relatively
     * @param path the file that imports it
     */
    static ModuleRef of(String qualified, String path) {
        int level = 0;
        while (level < qualified.length() && qualified.charAt(level) == '.') {
            level++;
        }
        return new ModuleRef(ModulePath.of(path).imported(level, qualified.substring(level)), level > 0);
    }

    /** Returns whether the file of a path may be the module. */
    boolean mayBe(String path) {
        return mayBe(ModulePath.of(path));
    }

    /** Returns whether a file may be the module. */
    boolean mayBe(ModulePath module) {
        return isRelative ? module.is(dotted) : module.mayBe(dotted);
    }

    /** Returns the module of a name inside this one. */
    ModuleRef member(String name) {
        return new ModuleRef(dotted.isEmpty() ? name : dotted + "." + name, isRelative);
    }

    @Override
    public int compareTo(ModuleRef other) {
        int order = dotted.compareTo(other.dotted);
        return order != 0 ? order : Boolean.compare(isRelative, other.isRelative);
    }
}
