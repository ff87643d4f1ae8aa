package dev.codemod.codemods.singleton;

import java.io.Serializable;
import java.util.List;

/**
 * What a file says that matters to singletons of other files whose construction uses other modules.
 *
 * @param path the file
 * @param imports the modules that it imports anywhere, sorted; {@code from a import b} may import {@code a.b} too
 * @param isDynamic whether it may import modules that it does not name
 * @param stored the names that it may assign in other modules, sorted; the empty one stands for any
 * @param helpers what it defines, if that was asked for, in no special order
 */
record HelperModule(
        String path, List<ModuleRef> imports, boolean isDynamic, List<String> stored, List<HelperFact> helpers)
        implements Serializable, Comparable<HelperModule> {
    HelperModule {
        imports = List.copyOf(imports);
        stored = List.copyOf(stored);
        helpers = List.copyOf(helpers);
    }

    /** Returns what the file defines under a name, or null. */
    HelperFact helper(String name) {
        for (HelperFact helper : helpers) {
            if (helper.name().equals(name)) {
                return helper;
            }
        }
        return null;
    }

    @Override
    public int compareTo(HelperModule other) {
        return path.compareTo(other.path);
    }
}
